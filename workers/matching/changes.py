"""What single addition raises the score: the facts an addition changes are found again, and the whole is summed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from workers.features import CvFeatures, JobFeatures, Need, SkillUse, Spoken
from workers.matching import parts
from workers.matching.needs import MET, Held
from workers.matching.score import Measured, Scorer
from workers.matching.types import Fact, PartKind

_TRIED = 5
_MONTHS = 24
_WORKING = 5


class Addition(NamedTuple):
    """`value`: the score with it; `cv`: the features with it."""

    kind: PartKind
    name: str
    value: float
    cv: CvFeatures


def additions(scorer: Scorer, job: JobFeatures) -> Iterator[Addition]:
    """Weak needs, languages and the diploma, each added alone. A CV with this ad pasted in is told nothing."""
    measured = scorer.measured(job)
    if measured.excluded:
        return
    yield from _skills(scorer, measured)
    yield from _languages(scorer, measured, job)
    study = measured.others.get(PartKind.STUDY)
    if study and study[0] < MET and job.eqf:
        cv = msgspec.structs.replace(scorer.cv, eqf=job.eqf, studying=False)
        found = parts.study(cv, job)
        if found:
            others = {**measured.others, PartKind.STUDY: (*found, ())}
            yield Addition(PartKind.STUDY, job.study or "", scorer.summed(measured._replace(others=others))[0], cv)


def _skills(scorer: Scorer, measured: Measured) -> Iterator[Addition]:
    for kind, pairs in ((PartKind.MUST_HAVE, measured.must), (PartKind.NICE_TO_HAVE, measured.nice)):
        weak = [need for need, fact in pairs if fact.value < MET]
        for need in weak[:_TRIED]:
            use = practised(scorer.cv, need)
            alone = Held((use,), {}, scorer.cv.now)
            changed = measured._replace(must=_better(measured.must, alone), nice=_better(measured.nice, alone))
            kept = tuple(one for one in scorer.cv.skills if one.id != use.id)
            yield Addition(kind, need.words, scorer.summed(changed)[0], msgspec.structs.replace(scorer.cv, skills=(*kept, use)))


def _better(pairs: Sequence[tuple[Need, Fact]], alone: Held) -> list[tuple[Need, Fact]]:
    return [(need, max(fact, alone.best(need), key=lambda one: one.value)) for need, fact in pairs]


def practised(cv: CvFeatures, need: Need) -> SkillUse:
    """The skill as if the latest post showed it for two years, or for as long as asked."""
    post = max(cv.posts, key=lambda one: one.last or 0, default=None)
    return SkillUse(need.id, need.words, max(_MONTHS, int(12 * (need.years or 0))), cv.now, post.where if post else "experiences[0]")


def _languages(scorer: Scorer, measured: Measured, job: JobFeatures) -> Iterator[Addition]:
    for fact in measured.spoken:
        if fact.value < MET and fact.asked:
            asked = next(one for one in job.languages if one.code == fact.id)
            spoken = Spoken(asked.code, asked.grade or _WORKING, asked.words)
            cv = msgspec.structs.replace(scorer.cv, languages=(*(one for one in scorer.cv.languages if one.code != fact.id), spoken))
            yield Addition(PartKind.LANGUAGES, fact.asked, scorer.summed(measured._replace(spoken=parts.languages(cv, job)))[0], cv)
