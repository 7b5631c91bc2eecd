"""What the queue costs: empty tasks beside bare arq, and how soon subscribers hear.

    python -m tests.bench.queue --tasks 1000 --subscribers 200

Both throughputs are measured in one process on the same queue and database, one after the other. Needs a database and a
queue: DATABASE_URL and REDIS_URL, or the embedded ones in a folder of their own.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from typing import Any, cast

from arq.typing import WorkerCoroutine
from arq.worker import Worker, func


async def bare(count: int) -> float:
    """Empty jobs a second of arq alone, put and done."""
    from workers import queue

    pool, done, ended = await queue.pool(), 0, asyncio.Event()

    async def nothing(context: dict[str, Any], number: int) -> None:
        nonlocal done
        done += 1
        if done == count:
            ended.set()

    shape: dict[str, Any] = {"job_serializer": queue.pack, "job_deserializer": queue.unpack, "keep_result": 0, "poll_delay": 0.05}
    functions = [func(cast(WorkerCoroutine, nothing), name="nothing")]
    settings = queue.settings()
    worker = Worker(functions=functions, redis_settings=settings, queue_name="bare", max_jobs=50, handle_signals=False, **shape)
    began = time.perf_counter()
    for number in range(count):
        await pool.enqueue_job("nothing", number, _queue_name="bare")
    running = asyncio.create_task(worker.async_run())
    await ended.wait()
    seconds = time.perf_counter() - began
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await asyncio.gather(worker.close(), return_exceptions=True)
    return count / seconds


async def ours(count: int) -> float:
    """Empty tasks a second: rows written, rung for, claimed, done and ended."""
    from tests.stage import fresh_caller
    from workers import crew, queue, tasks
    from workers.services import task

    async def nothing(caller: Any, work: Any) -> None: ...

    tasks.WORK["nothing"] = tasks.Work(nothing)
    caller, working = await fresh_caller(), crew.Crew()
    began = time.perf_counter()
    working.start()
    for _ in range(count):
        work = await task.begin(caller, "nothing", None)
        await queue.put(work.id)
    while await task.visible(caller, kind="nothing").exclude(status="COMPLETED").exists():
        await asyncio.sleep(0.05)
    seconds = time.perf_counter() - began
    await working.stop()
    return count / seconds


async def hearing(count: int, events: int = 20) -> list[float]:
    """Milliseconds from a task's change to each of `count` ears on one process."""
    from graph.listening import hub
    from tests.stage import fresh_caller
    from workers import queue
    from workers.services import news, task

    caller, waits, told = await fresh_caller(), list[float](), 0.0
    news.speak_through(queue.publish)
    ready = asyncio.Semaphore(0)

    async def listen() -> None:
        with hub().listening(caller) as ear:
            ready.release()
            heard = 0
            while heard < events:
                if await ear.heard():
                    heard += 1
                    waits.append((time.perf_counter() - told) * 1000)

    ears = [asyncio.create_task(listen()) for _ in range(count)]
    for _ in range(count):
        await ready.acquire()
    await asyncio.sleep(1)
    work = await task.begin(caller, "nothing", None)
    for number in range(events):
        told = time.perf_counter()
        await task.Task.filter(id=work.id).update(done=number)
        await news.tell(caller.account_id, caller.sandbox, "task", work.id)
        await asyncio.sleep(0.3)
    await asyncio.gather(*ears)
    return waits


async def main(count: int, subscribers: int) -> None:
    from db.connection import connected, dialect
    from db.migration import migrate
    from workers import queue

    await migrate()
    async with connected(), queue.running():
        print(f"database {dialect()}, queue {'embedded' if queue.is_embedded() else 'REDIS_URL'}")
        alone, with_rows = await bare(count), await ours(count)
        print(f"empty jobs, bare arq  {alone:8.0f} a second")
        print(f"empty tasks, with row {with_rows:8.0f} a second  ({with_rows / alone:.2f} of bare arq)")
        waits = sorted(await hearing(subscribers))
        print(f"{subscribers} ears hear after {statistics.median(waits):.0f} ms (median), {waits[int(len(waits) * 0.99)]:.0f} ms (99 %)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=1000)
    parser.add_argument("--subscribers", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CVGRAPH_DATA"] = folder
        asyncio.run(main(given.tasks, given.subscribers))
