"""The index agrees with the features, the short list with the whole, and a score with itself whoever else applies."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest
from tortoise.transactions import in_transaction

from db.base import new_id, owned
from db.models import Corpus, Features, Job, Posting, Resume, Score, TermCount
from db.models.corpus import PIECE_BITS, count_key, piece_key, posting_key, term_id
from tests.bench.retrieval import NOW, Lexicon
from tests.stage import CV
from workers import comparison
from workers.errors import InvalidInput
from workers.features import CvFeatures, Held, JobFeatures, from_msgpack, is_older, to_msgpack
from workers.matching import DEFAULT_STATISTICS, DEFAULT_WEIGHTS
from workers.matching.postings import unpacked
from workers.matching.types import Sought
from workers.services import candidate, features, job, match, resume, retrieval
from workers.services.caller import Caller
from workers.services.cut import BLUR, DEGREE, Cut


async def filled(caller: Caller, count: int, seed: int = 1, made: CvFeatures | None = None, **columns: Any) -> list[Resume]:
    lexicon = Lexicon(seed)
    rows = [Resume(id=new_id(), **owned(caller), status="PARSED", revision=1) for _ in range(count)]
    parts = [comparison.made_of_cv(made or lexicon.cv()) for _ in rows]
    parts = [msgspec.structs.replace(each, columns=each.columns | columns) for each in parts]
    async with in_transaction():
        await Resume.bulk_create(rows)
        changes = [
            features.Change(Features(**owned(caller), resume_id=row.id, revision=1), each) for row, each in zip(rows, parts, strict=True)
        ]
        await features.keep_many(caller, features.RESUMES, changes)
    return rows


async def asked_for(caller: Caller, seed: int = 1) -> Job:
    """A job of the trade that most resumes of the same seed have."""
    lexicon = Lexicon(seed)
    row = await Job.create(id=new_id(), **owned(caller), title="Poste", title_key="poste")
    async with in_transaction():
        await features.keep_job(caller, row, comparison.made_of_job(lexicon.job(lexicon.occupations[0])))
    return row


async def indexed(place: Corpus) -> set[int]:
    first, last = (piece_key(posting_key(number, 0, 0)) for number in (place.id, place.id + 1))
    rows = await Posting.filter(key__gte=first, key__lt=last)
    return {(row.key << PIECE_BITS) + offset for row in rows for offset in unpacked(bytes(row.numbers)).tolist()}


async def expected(place: Corpus) -> set[int]:
    keys = set[int]()
    for row in await Features.filter(corpus_id=place.id):
        made = comparison.remade(bytes(row.data), row.resume_id is not None)
        keys |= {posting_key(place.id, term, row.number) for term in features.indexed(row, made)}
    return keys


async def test_the_index_follows_every_change(caller: Caller) -> None:
    """Parsed, corrected, deleted, erased with its person: the index holds what the features say, and the counts too."""
    first = await resume.parse(caller, CV, "a.txt")
    await resume.parse(caller, CV.replace(b"camille.exemple", b"lou.fictif").replace(b"Camille Exemple", b"Lou Fictif"), "b.txt")
    place = await features.corpus(caller, features.RESUMES)
    assert await indexed(place) == await expected(place) != set()
    tree = resume.printed(first, caller)
    await resume.update(caller, first.id, {"skills": [*tree["skills"][:1], {"name": "Kafka"}]})
    assert await indexed(place) == await expected(place)
    docker = count_key(place.id, term_id("s:docker"))
    counted = (await TermCount.get(key=docker)).count
    await resume.delete(caller, first.id)
    assert await indexed(place) == await expected(place)
    assert (await TermCount.get(key=docker)).count <= counted
    for person in await candidate.visible(caller):
        await candidate.delete(caller, person.id)
    await place.refresh_from_db()
    assert (await indexed(place), place.size, round(place.length, 3)) == (set(), 0, 0)


async def test_the_short_list_holds_the_best_of_all(caller: Caller) -> None:
    """Of 600 resumes 200 are scored; the ten best of all are among them."""
    await filled(caller, 600)
    row = await asked_for(caller)
    ranked = await match.resumes_for(caller, row)
    assert len(ranked) == retrieval.SHORT
    data = {each.resume_id: bytes(each.data) for each in await Features.visible(caller).filter(resume_id__not_isnull=True)}
    own = bytes((await Features.get(job_id=row.id)).data)
    known = await match.background(await features.corpus(caller, features.RESUMES), [own])
    values = comparison.values(own, list(data.values()), True, DEFAULT_WEIGHTS, known)
    best = sorted(zip(values, data, strict=True), key=lambda pair: (-pair[0], pair[1]))[:10]
    assert best[-1][0] > 30
    assert [(each.value, each.id) for each in ranked[:10]] == best
    assert ranked == sorted(ranked, key=lambda each: each.place) == await match.resumes_for(caller, row)


async def test_a_trade_near_the_one_asked_for_is_on_the_short_list(caller: Caller) -> None:
    """No skill and no word in common, and numbers lower than those of 250 strangers."""
    near = msgspec.structs.replace(Lexicon(3).cv(), skills=(), posts=(Held("a", None, "2611", 60, NOW, "experiences[0]"),), title_words={})
    kin = await filled(caller, 3, made=near)
    await filled(caller, 250, made=msgspec.structs.replace(near, posts=(Held("b", None, "9112", 60, NOW, "experiences[0]"),)))
    row = await Job.create(id=new_id(), **owned(caller), title="Poste", title_key="poste")
    wanted = msgspec.structs.replace(Lexicon(3).job(), occupation=None, isco="2619")
    async with in_transaction():
        await features.keep_job(caller, row, comparison.made_of_job(wanted))
    assert {each.id for each in kin} <= {each.id for each in await match.resumes_for(caller, row)}


async def test_a_filter_reaches_beyond_the_short_list(caller: Caller) -> None:
    """Whoever passes the filter is scored, however little else the CV shares with the job."""
    await filled(caller, 300)
    rare = await filled(caller, 5, seed=4, country="NZ")
    await filled(caller, 100, seed=5)
    row = await asked_for(caller)
    assert {each.id for each in await match.resumes_for(caller, row, Cut(country="NZ"))} == {each.id for each in rare}


CUTS = [
    Cut(terms=("l:en",)),
    Cut(language="en", minimum_eqf=6),
    Cut(minimum_months=61, maximum_months=125),
    Cut(maximum_months=7),
    Cut(country="FR", latitude=45.76, longitude=4.84, radius=60.0),
    Cut(latitude=45.76, longitude=4.84, radius=430.0, minimum_months=36),
    Cut(within_days=20),
    Cut(terms=("l:en", "l:fr"), minimum_eqf=5, within_days=45, maximum_months=200),
    Cut(terms=("s:nobody-has-this",)),
]


@pytest.mark.parametrize("cut", CUTS, ids=str)
async def test_a_filter_is_the_same_in_the_index_and_row_by_row(caller: Caller, cut: Cut) -> None:
    """Whoever is found passes, and nobody who passes is left out: by the columns and terms of each, one by one."""
    for seed in range(4):
        await filled(caller, 100, seed=20 + seed, notice_days=(None, 0, 30, 90)[seed])
    place = await features.corpus(caller, features.RESUMES)
    wanted = set()
    for row in await Features.filter(corpus_id=place.id):
        made = comparison.remade(bytes(row.data), True)
        if set(cut.terms) <= set(made.terms) and passes(cut, row):
            wanted.add(row.resume_id)
    found = await retrieval.short_list(place, "resume_id", Sought(()), cut, most=1000)
    assert [each.subject_id for each in found] == sorted(wanted, key=str, reverse=True)
    first = await retrieval.short_list(place, "resume_id", Sought(()), cut, most=7)
    assert first == found[:7]


def passes(cut: Cut, row: Features) -> bool:
    """The columns of one row, compared one by one; what is not known does not pass."""
    equal = ((cut.country, row.country), (cut.language, row.language))
    least = ((cut.minimum_months, row.months), (cut.minimum_eqf, row.eqf))
    most = ((cut.maximum_months, row.months), (cut.within_days, row.notice_days))
    north, east = (row.latitude or 0.0) - (cut.latitude or 0.0), (row.longitude or 0.0) - (cut.longitude or 0.0)
    across = math.cos(math.radians(cut.latitude or 0.0))
    return (
        all(asked in (None, held) for asked, held in equal)
        and all(asked is None or (held is not None and held >= asked) for asked, held in least)
        and all(asked is None or (held is not None and held <= asked) for asked, held in most)
        and (cut.radius is None or math.hypot(north, east * across) * DEGREE <= cut.radius + BLUR)
    )


async def test_pages_of_a_filtered_list_are_parts_of_one_list(caller: Caller) -> None:
    await filled(caller, 450)
    row, cut = await asked_for(caller), Cut(terms=("l:en",), minimum_months=24)
    place = await features.corpus(caller, features.RESUMES)
    whole = await match.resumes_for(caller, row, cut)
    assert place.size > retrieval.SHORT >= len(whole) > 50
    assert await match.resumes_for(caller, row, cut) == whole
    assert [each.place for each in whole] == sorted(each.place for each in whole)


async def test_an_older_index_is_made_again(caller: Caller) -> None:
    await filled(caller, 30)
    place = await features.corpus(caller, features.RESUMES)
    before = await indexed(place)
    await Posting.all().delete()
    await Corpus.all().update(layout=0)
    assert await features.relay() >= 1
    assert await indexed(place) == before == await expected(place)
    assert await features.relay() == 0


async def _made_by_an_older_version() -> None:
    """Features as rules of another version would have left them: without skills, which changes score and index."""
    for row in await Features.all():
        if row.resume_id:
            old = msgspec.structs.replace(from_msgpack(CvFeatures, bytes(row.data)), skills=(), version=0)
        else:
            old = msgspec.structs.replace(from_msgpack(JobFeatures, bytes(row.data)), must_have=(), version=0)
        row.data = to_msgpack(old)
        await row.save()
    await Score.all().delete()


@pytest.mark.parametrize("way", ["resumes", "jobs", "explained", "compared"])
async def test_features_of_an_older_version_are_made_again_when_asked_for(caller: Caller, way: str) -> None:
    cv = await resume.parse(caller, CV, "a.txt")
    ad = await job.create(caller, {"title": "Développeur Python", "skills": ["Python", "Docker"]})

    async def asked() -> list[float]:
        if way == "explained":
            return [found.score.value for found in await match.explained(caller, [(ad.id, cv.id)]) if found]
        if way == "compared":
            return [(await match.compare(caller, cv, {"title": "Développeur Python", "skills": ["Python"]})).score.value]
        return [each.value for each in await (match.resumes_for(caller, ad) if way == "resumes" else match.jobs_for(caller, cv))]

    before = await asked()
    place = await features.corpus(caller, features.RESUMES)
    await _made_by_an_older_version()
    assert await asked() == before
    again = await Features.get(resume_id=cv.id)
    assert not is_older(bytes(again.data)) and again.revision == cv.revision
    assert await indexed(place) == await expected(place)


async def test_features_whose_cv_is_not_kept_are_taken_as_they_are(caller: Caller) -> None:
    await filled(caller, 3)
    row = await asked_for(caller)
    before = await match.resumes_for(caller, row)
    for each in await Features.filter(resume_id__not_isnull=True):
        each.data = to_msgpack(msgspec.structs.replace(from_msgpack(CvFeatures, bytes(each.data)), version=0))
        await each.save()
    await Score.all().delete()
    assert await match.resumes_for(caller, row) == before


async def test_who_else_applies_moves_no_score(caller: Caller) -> None:
    rows = await filled(caller, 70)
    row = await asked_for(caller)
    before = {each.id: each.value for each in await match.resumes_for(caller, row)}
    await filled(caller, 20, seed=9)
    after = {each.id: each.value for each in await match.resumes_for(caller, row)}
    assert set(before) == {each.id for each in rows} and {identity: after[identity] for identity in before} == before


async def test_what_is_usual_is_settled_at_each_doubling(caller: Caller) -> None:
    place = await features.corpus(caller, features.RESUMES)
    assert await match.background(place, []) is DEFAULT_STATISTICS
    for count, settled in ((63, 0), (1, 64), (63, 64), (1, 128)):
        await filled(caller, count)
        await place.refresh_from_db()
        assert place.settled_size == settled


async def test_scores_are_kept_and_made_once(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = await filled(caller, 30)
    row = await asked_for(caller)
    first = await match.resumes_for(caller, row)
    assert await Score.visible(caller).filter(job_id=row.id).count() == 30

    def refuse(*_: object) -> None:
        raise AssertionError("a kept score was made again")

    monkeypatch.setattr("workers.services.match._side_by_side", refuse)
    assert await match.resumes_for(caller, row) == first
    assert [each.value for each in await match.jobs_for(caller, rows[0])] == [each.value for each in first if each.id == rows[0].id]


async def test_a_closed_job_fits_nobody(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "a.txt")
    made = await job.create(caller, {"title": "Développeur Python", "skills": ["Python"]})
    assert [each.id for each in await match.jobs_for(caller, row)] == [made.id]
    await job.close(caller, made.id)
    assert await match.jobs_for(caller, row) == []
    assert [each.id for each in await match.resumes_for(caller, made)] == [row.id]


async def test_wrong_weights_are_told(caller: Caller) -> None:
    for given in ({"charm": 1.0}, {"must_have": -1.0}, {"must_have": float("nan")}, dict.fromkeys(DEFAULT_WEIGHTS.__struct_fields__, 0.0)):
        with pytest.raises(InvalidInput):
            await match.weigh(caller, given)
