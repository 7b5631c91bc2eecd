"""Resumes for a job through the store's own index, at scale.

    python -m tests.bench.retrieval --resumes 100000            on SQLite in a scratch folder
    DATABASE_URL=postgres://... python -m tests.bench.retrieval --resumes 1000000 --distinct 50000

A database that has some of the resumes already gets the rest. With `--distinct`, on PostgreSQL, that many are indexed by the product
and then copied inside the database under new ids and numbers: as many rows and as long lists as without, in a tenth of the time.

Features are synthetic and made so: every resume has an occupation (drawn by 1/rank over the lexicon's occupations), 6 to
24 skills, two thirds of them from the 60 skills that are nearest to the occupation in a fixed shuffle, a third from all
of the lexicon by 1/rank (so that a few stand in one resume of four and most in hardly any), one or two languages, 0 to
360 months, a town's square, and 60 to 160 words by 1/rank of 20,000. Jobs are made the same way: an occupation, five
must-haves and three nice-to-haves of its skills. The resumes themselves are rows without a Cv: matching reads features.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from itertools import accumulate, groupby
from pathlib import Path
from uuid import UUID

from tortoise.models import Model

from db.base import new_id, owned
from db.connection import connected, dialect, get_connection, in_transaction
from db.models import Account, Corpus, Features, Job, Posting, Resume
from db.models.corpus import PIECE_BITS, TERM_BITS, piece_key, posting_key
from workers import comparison, offload
from workers.features import CvFeatures, Held, JobFeatures, Need, SkillUse, Spoken, Square
from workers.matching.postings import unpacked
from workers.matching.statistics import DEFAULT_STATISTICS
from workers.resources.taxonomy import occupations, skills
from workers.services import account, features, match, postings, retrieval
from workers.services.caller import Caller
from workers.services.cut import Cut

TOWNS = [(48.5, 2.5), (45.5, 4.5), (43.5, 5.5), (50.5, 3.0), (47.0, -1.5), (44.5, -0.5), (51.5, 0.0), (53.5, -2.5)]
NOW = 2026 * 12 + 10
WORDS = [f"stem{number}" for number in range(20_000)]
BATCH = 1000
NAME, NEVER = "Bench Fictif", 10**9
GROWING = ("size", "last_number", "length", "settled_size", "settled_length")
NEEDED = ("number", "resume_id", "data")
CUTS = {
    "none": Cut(),
    "English": Cut(terms=("l:en",)),
    "5 to 10 years, EQF 6": Cut(minimum_months=60, maximum_months=120, minimum_eqf=6),
    "50 km around Lyon": Cut(latitude=45.76, longitude=4.84, radius=50.0),
    "600 km around Lyon": Cut(latitude=45.76, longitude=4.84, radius=600.0),
}


class Lexicon:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.skills = sorted(skills().concepts)
        self.occupations = sorted(occupations().concepts)
        self.random.shuffle(self.skills)
        self.random.shuffle(self.occupations)
        self.skill_weights = falling(len(self.skills))
        self.trade_weights = falling(len(self.occupations))
        self.word_weights = falling(len(WORDS))

    def occupation(self) -> str:
        return self.random.choices(self.occupations, cum_weights=self.trade_weights)[0]

    def near(self, occupation: str) -> list[str]:
        start = self.occupations.index(occupation) * 37 % len(self.skills)
        return [self.skills[(start + step) % len(self.skills)] for step in range(60)]

    def drawn(self, occupation: str, count: int) -> list[str]:
        own = self.random.sample(self.near(occupation), count - count // 3)
        return list(dict.fromkeys([*own, *self.random.choices(self.skills, cum_weights=self.skill_weights, k=count // 3)]))

    def words(self, count: int) -> dict[str, float]:
        return dict.fromkeys(self.random.choices(WORDS, cum_weights=self.word_weights, k=count), 1.0)

    def square(self) -> Square:
        return Square("FR", *self.random.choice(TOWNS))

    def cv(self) -> CvFeatures:
        draw, trade = self.random, self.occupation()
        held = self.drawn(trade, draw.randint(6, 24))
        months = draw.randint(0, 360)
        return CvFeatures(
            language=draw.choice(("fr", "fr", "en")),
            skills=tuple(SkillUse(name, name, draw.randint(1, 120), NOW - draw.randint(0, 60), "experiences[0]") for name in held),
            posts=(Held(trade, trade, occupations().concepts[trade].kind, months, NOW, "experiences[0]"),),
            months=months,
            eqf=draw.randint(3, 8),
            languages=(Spoken("fr", 7), *([Spoken("en", draw.randint(1, 6))] if draw.random() < 0.6 else [])),
            place=self.square(),
            words=self.words(draw.randint(60, 160)),
            title_words=self.words(3),
            now=NOW,
        )

    def job(self, trade: str | None = None) -> JobFeatures:
        trade = trade or self.occupation()
        asked = self.random.sample(self.near(trade), 8)
        return JobFeatures(
            language="fr",
            title=trade,
            occupation=trade,
            isco=occupations().concepts[trade].kind,
            must_have=tuple(Need(name, name) for name in asked[:5]),
            nice_to_have=tuple(Need(name, name) for name in asked[5:]),
            minimum_years=3,
            eqf=6,
            languages=(Spoken("fr", 6),),
            place=self.square(),
            words=self.words(100),
            title_words=self.words(3),
        )


def falling(count: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


async def spent() -> float:
    """Milliseconds of processor time so far: ours, our children's, and that of PostgreSQL's side of our connections."""
    own = os.getpid()
    children = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _parent(path) == own]
    servers: list[int] = []
    if dialect() == "postgres":
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        servers = [row["pid"] for row in (await get_connection("default").execute_query(asked))[1]]
    return sum(_nanoseconds(pid) for pid in {own, *children, *servers}) / 1e6


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError):
        return 0


def _nanoseconds(pid: int) -> int:
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    try:
        return sum(int(path.read_text().split()[0]) for path in threads)
    except OSError:
        return 0


async def multiply(place: Corpus, times: int) -> None:
    """Every resume of the corpus `times` times."""
    step, run = place.last_number, get_connection("default").execute_script
    for copy in range(1, times):
        moved = {"id": "gen_random_uuid()", "resume_id": "c.new", "number": f"r.number + {copy * step}"}
        await run(
            f"CREATE TABLE copied AS SELECT resume_id AS old, gen_random_uuid() AS new FROM features WHERE corpus_id = {place.id}"
            f" AND number <= {step}; {_copied(Resume, {'id': 'c.new'}, 'id')}; {_copied(Features, moved, 'resume_id')}; DROP TABLE copied;"
        )
    await run(f"UPDATE term_count SET count = count * {times}, settled = settled * {times} WHERE key >> {TERM_BITS} = {place.id};")
    await run(f"UPDATE corpus SET {', '.join(f'{name} = {name} * {times}' for name in GROWING)} WHERE id = {place.id};")
    await place.refresh_from_db()
    first, last = (piece_key(posting_key(number, 0, 0)) for number in (place.id, place.id + 1))
    rows = await Posting.filter(key__gte=first, key__lt=last).order_by("key").values_list("key", "numbers")
    for _, part in groupby(rows, lambda row: row[0] >> postings.PIECES):
        pieces = [(key << PIECE_BITS, unpacked(bytes(data)).astype(int)) for key, data in part]
        await postings.change((key + int(one) + copy * step for key, found in pieces for one in found for copy in range(1, times)), [])


def _copied(model: type[Model], moved: dict[str, str], joined: str) -> str:
    names = sorted(model._meta.fields_db_projection.values())
    chosen = ", ".join(moved.get(name, f"r.{name}") for name in names)
    table = model._meta.db_table
    return f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM {table} AS r JOIN copied AS c ON c.old = r.{joined}"


async def fill(caller: Caller, lexicon: Lexicon, count: int) -> float:
    """Seconds of processor time for indexing alone: the features are made beforehand, batch by batch."""
    total = 0.0
    for _ in range(0, count, BATCH):
        made = [comparison.made_of_cv(lexicon.cv()) for _ in range(BATCH)]
        rows = [Resume(id=new_id(), **owned(caller), status="PARSED", revision=1) for _ in made]
        async with in_transaction():
            await Resume.bulk_create(rows, batch_size=500)
        began = await spent()
        changes = [
            features.Change(Features(**owned(caller), resume_id=row.id, revision=1), each) for row, each in zip(rows, made, strict=True)
        ]
        async with in_transaction():
            await features.keep_many(caller, features.RESUMES, changes)
        total += await spent() - began
    return total / 1000


async def jobs(caller: Caller, lexicon: Lexicon, count: int) -> list[Job]:
    rows = []
    for number in range(count):
        made = comparison.made_of_job(lexicon.job())
        row = await Job.create(id=new_id(), **owned(caller), title=f"Job {number}", title_key=f"job {number}")
        await features.keep_many(caller, features.JOBS, [features.Change(Features(**owned(caller), job_id=row.id, revision=1), made)])
        rows.append(row)
    return rows


async def page(caller: Caller, job: Job, start: int) -> tuple[float, float]:
    """Milliseconds of one page of 50 with scores and explanations: on the clock, and of processor time."""
    cpu, began = await spent(), time.perf_counter()
    ranked = await match.resumes_for(caller, job)
    await match.explained(caller, [(job.id, each.id) for each in ranked[start:][:50]])
    clock = (time.perf_counter() - began) * 1000
    return clock, await spent() - cpu


async def measure(caller: Caller, asked: list[Job]) -> Iterator[str]:
    first = [await page(caller, job, 0) for job in asked]
    again = [await page(caller, job, 0) for job in asked]
    last = [await page(caller, job, 150) for job in asked]
    names = ("first page, nothing kept", "first page, scores kept", "last page")
    return (
        f"{name:26} median {statistics.median(clock):7.1f} ms, worst {max(clock):7.1f} ms on the clock;"
        f" median {statistics.median(cpu):7.1f} ms, worst {max(cpu):7.1f} ms of processor time"
        for name, (clock, cpu) in zip(names, (zip(*each, strict=True) for each in (map(list, (first, again, last)))), strict=True)
    )


async def recall(caller: Caller, asked: list[Job]) -> AsyncIterator[str]:
    """The best of all resumes, each of them scored, against the short list of the index."""
    shares = defaultdict[int, list[float]](list)
    for job in asked:
        found = {each.id for each in await match.resumes_for(caller, job)}
        best = [identity for _, identity in sorted(await everyone(caller, job), reverse=True)]
        for count in (10, 50, 200):
            shares[count].append(len(found.intersection(best[:count])) / count)
    for count, each in shares.items():
        yield f"of the best {count:3} of all {statistics.mean(each):6.1%} are on the short list, at worst {min(each):.0%}; {len(each)} jobs"


async def everyone(caller: Caller, job: Job) -> list[tuple[float, UUID]]:
    own, place = bytes((await Features.get(job_id=job.id)).data), await features.corpus(caller, features.RESUMES)
    known, scored, last = await match.background(place, [own]), list[tuple[float, UUID]](), 0
    while rows := await Features.filter(corpus_id=place.id, number__gt=last).order_by("number").limit(BATCH).values_list(*NEEDED):
        calls = [(own, [bytes(data) for _, _, data in part], True, match.usual(caller), known) for part in (rows[::2], rows[1::2])]
        values = await asyncio.gather(*(offload.run(comparison.values, *call, deadline=60.0) for call in calls))
        for part, made in zip((rows[::2], rows[1::2]), values, strict=True):
            scored += [(value, identity) for value, (_, identity, _) in zip(made, part, strict=True)]
        last = rows[-1][0]
    return scored


async def filtered(caller: Caller, asked: list[Job]) -> AsyncIterator[str]:
    """The short list alone, under filters."""
    place = await features.corpus(caller, features.RESUMES)
    for name, cut in CUTS.items():
        clocks, sizes = [], []
        for job in asked:
            sought = comparison.sought(bytes((await Features.get(job_id=job.id)).data), True, DEFAULT_STATISTICS)
            began = time.perf_counter()
            sizes.append(len(await retrieval.short_list(place, "resume_id", sought, cut)))
            clocks.append((time.perf_counter() - began) * 1000)
        yield f"short list, {name:24} median {statistics.median(clocks):7.1f} ms on the clock; {statistics.mean(sizes):.0f} found"


async def changed(caller: Caller, job: Job, lexicon: Lexicon) -> tuple[float, float]:
    """Milliseconds from a changed job to all its scores, on the clock and of processor time."""
    cpu, began = await spent(), time.perf_counter()
    await Job.filter(id=job.id).update(revision=2)
    job.revision = 2
    await features.keep_job(caller, job, comparison.made_of_job(lexicon.job()))
    await match.resumes_for(caller, job)
    clock = (time.perf_counter() - began) * 1000
    return clock, await spent() - cpu


async def filled(lexicon: Lexicon, count: int, distinct: int) -> Caller:
    caller = Caller(await Account.get_or_none(name=NAME) or await account.create(NAME))
    missing = min(count, distinct) - (await features.corpus(caller, features.RESUMES)).size
    if missing > 0:
        began = time.perf_counter()
        spent = await fill(caller, lexicon, missing)
        clock = time.perf_counter() - began
        print(f"indexed {missing:,} resumes: {missing / clock:,.0f} a second, {missing / spent:,.0f} of processor time", flush=True)
    place = await features.corpus(caller, features.RESUMES)
    if count // place.size > 1:
        await multiply(place, count // place.size)
        print(f"each stands {place.size // min(count, distinct)} times: {place.size:,}", flush=True)
    return caller


async def run(count: int, asked: int, distinct: int, whole: int) -> None:
    lexicon = Lexicon(7)
    async with connected():
        caller = await filled(lexicon, count, distinct)
        if "postgres" in os.environ.get("DATABASE_URL", ""):
            await get_connection("default").execute_script("VACUUM ANALYZE posting;")
            await get_connection("default").execute_script("VACUUM ANALYZE features;")
        rows = await jobs(caller, lexicon, asked)
        await offload.warm("workers.listing")
        await page(caller, rows[0], 0)
        for line in await measure(caller, rows[1:]):
            print(line)
        async for line in filtered(caller, rows[1:]):
            print(line, flush=True)
        async for line in recall(caller, rows[1 : 1 + whole]):
            print(line, flush=True)
        clock, cpu = await changed(caller, rows[1], lexicon)
        print(f"job changed, its scores fresh {clock:7.1f} ms on the clock, {cpu:7.1f} ms of processor time")
        print(f"memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    offload.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", type=int, default=100_000)
    parser.add_argument("--jobs", type=int, default=21)
    parser.add_argument("--recall", type=int, default=0, help="For how many jobs every resume is scored too")
    parser.add_argument("--distinct", type=int, default=NEVER)
    asked = parser.parse_args()
    from db.migration import migrate

    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("CVGRAPH_DATA", folder)
        asyncio.run(migrate())
        asyncio.run(run(asked.resumes, asked.jobs, asked.distinct, asked.recall))


if __name__ == "__main__":
    main()
