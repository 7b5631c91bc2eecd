"""The index agrees with the features, the short list with the whole, and a score with itself whoever else applies."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from tortoise.transactions import in_transaction

from db.base import new_id, owned
from db.models import Corpus, Features, Job, Posting, Resume, Score, TermCount
from db.models.corpus import PIECE_BITS, count_key, piece_key, posting_key, term_id
from tests.bench.retrieval import Lexicon
from tests.stage import CV
from workers import comparison
from workers.errors import InvalidInput
from workers.matching import DEFAULT_STATISTICS, DEFAULT_WEIGHTS
from workers.matching.postings import unpacked
from workers.services import candidate, features, job, match, resume, retrieval
from workers.services.caller import Caller
from workers.services.cut import Cut


async def filled(caller: Caller, count: int, seed: int = 1, **columns: Any) -> list[Resume]:
    lexicon = Lexicon(seed)
    rows = [Resume(id=new_id(), **owned(caller), status="PARSED", revision=1) for _ in range(count)]
    made = [comparison.made_of_cv(lexicon.cv()) for _ in rows]
    made = [msgspec.structs.replace(each, columns=each.columns | columns) for each in made]
    async with in_transaction():
        await Resume.bulk_create(rows)
        changes = [
            features.Change(Features(**owned(caller), resume_id=row.id, revision=1), each) for row, each in zip(rows, made, strict=True)
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


async def test_a_filter_reaches_beyond_the_short_list(caller: Caller) -> None:
    """Whoever passes the filter is scored, however little else the CV shares with the job."""
    await filled(caller, 300)
    rare = await filled(caller, 5, seed=4, country="NZ")
    await filled(caller, 100, seed=5)
    row = await asked_for(caller)
    assert {each.id for each in await match.resumes_for(caller, row, Cut(country="NZ"))} == {each.id for each in rare}


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
