"""`cvgraph match`: one CV against one job ad, nothing kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import orjson

from graph.rest.cvreader.score_shapes import details
from workers import comparison, offload
from workers.matching import DEFAULT_STATISTICS, DEFAULT_WEIGHTS
from workers.services import job, resume

DEADLINE = 20.0


async def one(cv: Path, ad: Path, language: str | None) -> bytes:
    """Score, reasons and what would change it, as JSON; a file that cannot be read raises CvError."""
    try:
        today = dt.datetime.now(dt.UTC).date()
        made = await offload.run(comparison.cv_features, await resume.read(cv.read_bytes(), cv.name), today, deadline=DEADLINE)
        said = await job.read_file(ad.read_bytes(), ad.name)
        title = said.title or ad.stem
        _, asked = await offload.run(comparison.job_features, {"title": title}, said, deadline=DEADLINE)
        pair = ([asked.data], [made.data], [(0, 0)], language, DEFAULT_WEIGHTS, DEFAULT_STATISTICS)
        (judged,) = await offload.run(comparison.judged, *pair, deadline=DEADLINE)
    finally:
        offload.close()
    shown = {"job": title, "totalScore": judged.score.value, **details(judged)}
    return orjson.dumps(shown, option=orjson.OPT_INDENT_2)
