"""What single addition raises the score: the facts an addition changes are found again, and the whole is summed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from workers.features import CvFeatures, JobFeatures, Need, SkillUse, Spoken
from workers.matching import parts
from workers.matching.needs import MET, Held, words_in
from workers.matching.score import Measured, Scorer
from workers.matching.skills import family
from workers.matching.types import Fact, PartKind

_TRIED = 3
_MONTHS = 24
_WORKING = 5


class Addition(NamedTuple):
    """`value`: the score with it; `added`: the skill, the language, or the EQF level."""

    kind: PartKind
    name: str
    value: float
    added: SkillUse | Spoken | int


def with_addition(cv: CvFeatures, addition: Addition) -> CvFeatures:
    """The CV as it would be."""
    added = addition.added
    if isinstance(added, SkillUse):
        return msgspec.structs.replace(cv, skills=(*(one for one in cv.skills if one.id != added.id), added))
    if isinstance(added, Spoken):
        return msgspec.structs.replace(cv, languages=(*(one for one in cv.languages if one.code != added.code), added))
    return msgspec.structs.replace(cv, eqf=added, studying=False)


def additions(scorer: Scorer, job: JobFeatures) -> Iterator[Addition]:
    """Weak needs, languages and the diploma, each added alone. A CV with this ad pasted in is told nothing."""
    measured = scorer.measured(job)
    if measured.excluded:
        return
    yield from (_again(scorer, job, one) for one in _skills(scorer, measured))
    yield from _languages(scorer, measured, job)
    study = measured.others.get(PartKind.STUDY)
    if study and study[0] < MET and job.eqf:
        found = parts.study(msgspec.structs.replace(scorer.cv, eqf=job.eqf, studying=False), job)
        if found:
            others = {**measured.others, PartKind.STUDY: (*found, ())}
            yield _again(scorer, job, Addition(PartKind.STUDY, job.study or "", scorer.value(measured._replace(others=others)), job.eqf))


def _skills(scorer: Scorer, measured: Measured) -> Iterator[Addition]:
    for kind, pairs in ((PartKind.MUST_HAVE, measured.must), (PartKind.NICE_TO_HAVE, measured.nice)):
        weak = [need for need, fact in pairs if fact.value < MET]
        for need in weak[:_TRIED]:
            use = practised(scorer.cv, need)
            alone, kin = Held((use,), {}, scorer.cv.now), _kin(need)
            changed = measured._replace(must=_better(measured.must, alone, kin), nice=_better(measured.nice, alone, kin))
            yield Addition(kind, need.words, scorer.value(changed), use)


def _kin(need: Need) -> frozenset[str]:
    return frozenset((need.id, *family(need.id), *words_in(need)))


def _better(pairs: Sequence[tuple[Need, Fact]], alone: Held, kin: frozenset[str]) -> list[tuple[Need, Fact]]:
    """Only needs that share a concept or a word with the addition can gain by it."""
    return [(need, fact if kin.isdisjoint(_kin(need)) else max(fact, alone.best(need), key=lambda one: one.value)) for need, fact in pairs]


def practised(cv: CvFeatures, need: Need) -> SkillUse:
    """The skill as if the latest post showed it for two years, or for as long as asked."""
    post = max(cv.posts, key=lambda one: one.last or 0, default=None)
    return SkillUse(need.id, need.words, max(_MONTHS, int(12 * (need.years or 0))), cv.now, post.where if post else "experiences[0]")


def _languages(scorer: Scorer, measured: Measured, job: JobFeatures) -> Iterator[Addition]:
    for fact in measured.spoken:
        if fact.value < MET:
            asked = next((one for one in job.languages if one.code == fact.id), Spoken(fact.id))
            spoken = Spoken(asked.code, asked.grade or _WORKING, asked.words)
            cv = msgspec.structs.replace(scorer.cv, languages=(*(one for one in scorer.cv.languages if one.code != fact.id), spoken))
            value = scorer.value(measured._replace(spoken=parts.languages(cv, job)))
            yield _again(scorer, job, Addition(PartKind.LANGUAGES, asked.words or asked.code, value, spoken))


def _again(scorer: Scorer, job: JobFeatures, addition: Addition) -> Addition:
    """A CV that says little says more with the addition: all of it is looked at again."""
    return (
        addition._replace(value=scorer.of(with_addition(scorer.cv, addition)).score(job).value)
        if scorer.quiet or scorer.sparse
        else addition
    )
