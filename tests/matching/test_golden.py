"""Golden cases: a CV and an ad in, the whole score and its explanation out, number by number and word by word.

Each folder of `tests/golden/matching` holds `cv.txt`, `ad.txt` and `expected.json`. To write the answers anew after a change
that is meant: `python -m tests.matching.test_golden`.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from workers.matching import explain, features_of_cv, features_of_job, score
from workers.parsing import parse
from workers.parsing.job_ad import read_text

CASES = sorted(path for path in (Path(__file__).parents[1] / "golden/matching").iterdir() if path.is_dir())
TODAY = dt.date(2026, 11, 1)


def answer(case: Path) -> dict[str, Any]:
    cv = features_of_cv(parse((case / "cv.txt").read_bytes(), "cv.txt", today=TODAY), TODAY)
    job = features_of_job(read_text((case / "ad.txt").read_text("utf-8")))
    found = score(cv, job)
    said: dict[str, Any] = msgspec.json.decode(msgspec.json.encode({"score": found, "explanation": explain(found, cv, job, case.name[:2])}))
    return said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_score_and_explanation_are_those_of_the_golden_file(case: Path) -> None:
    assert answer(case) == json.loads((case / "expected.json").read_text("utf-8"))


def test_there_are_golden_cases_in_both_languages() -> None:
    assert {case.name[:2] for case in CASES} == {"en", "fr"}


if __name__ == "__main__":
    for folder in CASES:
        text = json.dumps(answer(folder), ensure_ascii=False, indent=1)
        (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
