"""The laws of offload: a result or a clear error, in time, within memory, whatever the child does."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workers.child import plain_environment
from workers.errors import CvError, ErrorCode, InvalidFile, Unavailable
from workers.offload import Pool
from workers.process import Child
from workers.turns import line_up


def double(number: int) -> int:
    return 2 * number


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def spin() -> None:
    while True:
        pass


def fill(megabytes: int) -> int:
    return len(bytearray(megabytes * 2**20))


HOARD: list[bytearray] = []


def hoard(megabytes: int) -> None:
    HOARD.append(bytearray(b"x") * (megabytes * 2**20))


def translate() -> None:
    try:
        fill(600)
    except MemoryError as error:
        raise ValueError("no glyphs") from error


def give_up() -> None:
    raise SystemError("returned NULL without setting an exception")


def choke() -> None:
    held = []
    with contextlib.suppress(MemoryError):
        while True:
            held.append(bytearray(2**23))
    raise ValueError("no glyphs", held)


def die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def refuse() -> None:
    raise InvalidFile("Locked.", ErrorCode.FILE_ENCRYPTED, field=("file",))


def stumble(secret: str) -> None:
    raise ValueError(secret)


def recurse(depth: int = 0) -> int:
    return recurse(depth + 1)


def talk() -> str:
    print("to nobody")
    sys.stdout.flush()
    return "said"


def meet(folder: str) -> int:
    """Ends only when two processes are in it at once."""
    (Path(folder) / str(os.getpid())).touch()
    while len(list(Path(folder).iterdir())) < 2:
        time.sleep(0.01)
    return os.getpid()


def process() -> int:
    return os.getpid()


def large(size: int) -> bytes:
    return b"x" * size


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(1, memory=256 * 2**20, uses=50)
    yield made
    made.close()


async def test_a_function_gives_its_result(pool: Pool) -> None:
    assert await pool.run(double, 21) == 42


def test_code_without_a_loop_may_call(pool: Pool) -> None:
    assert pool.call(double, 4) == 8


async def test_the_child_stays_warm(pool: Pool) -> None:
    assert await pool.run(process) == await pool.run(process) != os.getpid()


async def test_a_busy_child_is_ended_at_the_deadline(pool: Pool) -> None:
    began = time.monotonic()
    with pytest.raises(InvalidFile) as caught:
        await pool.run(spin, deadline=0.5)
    assert caught.value.code is ErrorCode.TIMED_OUT
    assert time.monotonic() - began < 5


async def test_the_next_job_after_a_killed_child_succeeds(pool: Pool) -> None:
    with pytest.raises(InvalidFile):
        await pool.run(sleep, 30, deadline=0.3)
    assert await pool.run(double, 1) == 2


async def test_too_much_memory_is_refused_and_the_child_lives_on(pool: Pool) -> None:
    before = await pool.run(process)
    with pytest.raises(InvalidFile) as caught:
        await pool.run(fill, 600)
    assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX
    assert await pool.run(process) == before
    assert await pool.run(fill, 100) == 100 * 2**20


async def test_what_a_document_leaves_behind_is_not_the_next_ones_burden(pool: Pool) -> None:
    first = await pool.run(process)
    await pool.run(hoard, 150)
    assert await pool.run(process) != first
    assert await pool.run(fill, 150) == 150 * 2**20


async def test_memory_that_ran_out_under_another_name_is_too_complex(pool: Pool) -> None:
    for disguise in (translate, choke, give_up):
        with pytest.raises(InvalidFile) as caught:
            await pool.run(disguise)
        assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX


async def test_endless_recursion_is_too_complex(pool: Pool) -> None:
    with pytest.raises(InvalidFile) as caught:
        await pool.run(recurse)
    assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX


async def test_a_child_that_crashes_is_a_damaged_file(pool: Pool) -> None:
    with pytest.raises(InvalidFile) as caught:
        await pool.run(die)
    assert caught.value.code is ErrorCode.FILE_DAMAGED
    assert await pool.run(double, 3) == 6


async def test_errors_for_people_come_back_whole(pool: Pool) -> None:
    with pytest.raises(InvalidFile) as caught:
        await pool.run(refuse)
    assert (caught.value.code, caught.value.message, caught.value.field) == (ErrorCode.FILE_ENCRYPTED, "Locked.", ("file",))


async def test_a_bug_is_internal_and_its_message_stays_in_the_child(pool: Pool, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(CvError) as caught:
        await pool.run(stumble, "Camille Exemple")
    assert caught.value.code is ErrorCode.INTERNAL
    assert "Camille" not in str(caught.value) + caplog.text
    assert "ValueError" in caplog.text


async def test_what_a_function_prints_does_not_disturb_its_answer(pool: Pool) -> None:
    assert await pool.run(talk) == "said"


async def test_large_arguments_and_results_pass(pool: Pool) -> None:
    assert len(await pool.run(large, 20 * 2**20)) == 20 * 2**20


async def test_a_child_that_does_not_get_ready_is_no_documents_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(1)
    monkeypatch.setattr("workers.process.START", 0.01)
    try:
        with pytest.raises(Unavailable):
            await pool.run(double, 1)
        monkeypatch.undo()
        assert await pool.run(double, 1) == 2
    finally:
        pool.close()


def surroundings() -> dict[str, str]:
    return dict(os.environ)


async def test_secrets_stay_with_the_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CVGRAPH_MASTER_KEY", "secret")
    monkeypatch.setenv("DATABASE_URL", "postgres://")
    pool = Pool(1)
    try:
        known = await pool.run(surroundings)
    finally:
        pool.close()
    assert "CVGRAPH_MASTER_KEY" not in known and "DATABASE_URL" not in known
    assert known["PATH"] == os.environ["PATH"]


class Slow(Pool):
    """A pool whose next child is ready when the test says so."""

    def __init__(self, uses: int) -> None:
        super().__init__(1, uses=uses)
        self.may_start = threading.Event()

    def _born(self) -> Child:
        self.may_start.wait(30)
        return super()._born()


async def test_a_child_is_replaced_after_its_uses_and_nobody_waits_for_the_next() -> None:
    pool = Slow(uses=2)
    try:
        old = [await pool.run(process) for _ in range(5)]
        pool.may_start.set()
        new = old[0]
        async with asyncio.timeout(30):
            while new == old[0]:
                new = await pool.run(process)
    finally:
        pool.close()
    assert len(set(old)) == 1 and _gone(old[0]) and _gone(new)


async def test_the_next_child_knows_what_the_one_before_knew() -> None:
    pool = Pool(1, uses=2)
    try:
        await pool.run(double, 1)
        await pool.run(plain_environment)
        heir = pool._born()
    finally:
        pool.close()
    assert heir.knows(double.__module__, plain_environment.__module__)
    heir.end()


async def test_no_job_waits_for_what_children_learn() -> None:
    pool = Slow(uses=50)
    try:
        old = await pool.run(process)
        lesson = asyncio.create_task(pool.learn("wave"))
        await asyncio.sleep(0)
        assert await pool.run(process) == old
        pool.may_start.set()
        await asyncio.wait_for(lesson, 30)
        new = await pool.run(process)
        assert new != old and _gone(old)
        assert [child.knows("wave") for child in pool._idle] == [True]
    finally:
        pool.close()
    assert _gone(new)


async def test_a_child_at_work_makes_way_when_it_has_answered() -> None:
    pool = Pool(1)
    try:
        old = await pool.run(process)
        busy = asyncio.create_task(pool.run(sleep, 1.0, deadline=30))
        await asyncio.sleep(0.1)
        await pool.learn("wave")
        await busy
        assert await pool.run(process) != old
    finally:
        pool.close()


async def test_children_of_an_unused_pool_begin_with_what_they_are_to_know() -> None:
    pool = Pool(2)
    try:
        await pool.learn("wave")
        assert pool.peak == 0 and not pool._idle
        await pool.run(process)
        assert [child.knows("wave") for child in pool._idle] == [True]
    finally:
        pool.close()


async def test_whoever_asks_once_does_not_wait_behind_a_crowd(pool: Pool) -> None:
    ended: list[str] = []

    async def ask(line: str) -> None:
        line_up(line)
        await pool.run(double, 1)
        ended.append(line)

    crowd = [asyncio.create_task(ask("many")) for _ in range(50)]
    await asyncio.sleep(0)
    await asyncio.create_task(ask("one"))
    assert ended.index("one") <= 3
    await asyncio.gather(*crowd)


async def test_children_work_side_by_side(tmp_path: Path) -> None:
    pool = Pool(2)
    try:
        await pool.warm("json")
        first, second = await asyncio.gather(pool.run(meet, str(tmp_path)), pool.run(meet, str(tmp_path)))
    finally:
        pool.close()
    assert first != second


def test_children_die_with_their_parent() -> None:
    """kill -9 of the server leaves no process behind, even in the middle of a job."""
    script = (
        "import sys, threading; sys.path[:0] = sys.argv[1:]\n"
        "from workers.offload import Pool; from tests.parsing.test_offload import process, sleep\n"
        "pool = Pool(1); print(pool.call(process), flush=True); pool.call(sleep, 60, deadline=60)"
    )
    root = str(Path(__file__).parents[2])
    parent = subprocess.Popen([sys.executable, "-c", script, root], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.3)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert _gone(child)


def _gone(pid: int) -> bool:
    for _ in range(50):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                if stat.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False
