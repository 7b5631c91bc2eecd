"""Does a confidence mean what it says? Values read from the benchmark's files, by band of confidence: how many were right.

    python -m tests.bench.calibration [--corpus DIR] [--bench DIR] [--wrong FIELD]

A value is right when the corpus's own scoring calls it so (score.py's comparisons); values that the corpus neither asks for nor
holds against a reader are left out. The rule: in the band from 0.9 on, at least 95 of 100 are right.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bench.parsing import TODAY
from workers.cv import Cv, to_json
from workers.errors import CvError
from workers.parsing import parse

BANDS = (0.9, 0.8, 0.7, 0.5, 0.0)
Judged = tuple[str, str, bool, str]


def main() -> None:
    options = _options()
    score = _module(options.bench / "score.py")
    counts: dict[str, dict[float, list[int]]] = defaultdict(lambda: {band: [0, 0] for band in BANDS})
    for path in sorted(path for path in options.corpus.iterdir() if path.suffix in (".pdf", ".docx")):
        truth = json.loads(Path(f"{path}.truth.json").read_text(encoding="utf-8"))["truth"]
        try:
            cv = parse(path.read_bytes(), path.name, today=TODAY)
        except CvError:
            continue
        for field, place, right, value in _judged(cv, truth, score):
            if place not in cv.evidence:
                continue
            confidence = cv.evidence[place].confidence
            cell = counts[field][next(band for band in BANDS if confidence >= band)]
            cell[0] += right
            cell[1] += 1
            if field == options.wrong and not right and confidence >= BANDS[0]:
                print(path.name, place, f"{confidence:.2f}", value)
    _print(counts)


def _print(counts: dict[str, dict[float, list[int]]]) -> None:
    print(f"{'right of read':22s}" + "".join(f"{f'from {band}':>18s}" for band in BANDS))
    total = {band: [sum(row[band][place] for row in counts.values()) for place in (0, 1)] for band in BANDS}
    for field, row in [*sorted(counts.items()), ("all", total)]:
        cells = (f"{right}/{read} {100 * right / read:.1f} %" if read else "-" for right, read in row.values())
        print(f"{field:22s}" + "".join(f"{cell:>18s}" for cell in cells))


def _judged(cv: Cv, truth: dict[str, Any], score: ModuleType) -> Iterator[Judged]:
    """Field, path of the evidence, whether it is right, the value."""
    yield from _person(cv, truth, score)
    for index, skill in enumerate(cv.skills):
        keys, wanted = score.skill_set([skill.name]).keys(), score.skill_set(truth["skills"])
        if truth["skills"] and not keys <= score.skill_set(truth["skills_optional"]).keys() - wanted.keys():
            yield "skill", f"skills[{index}].name", keys <= wanted.keys(), skill.name
    tongues = {score.lang_code(name) for name in truth["languages"]}
    for index, tongue in enumerate(cv.languages if tongues else ()):
        yield "language", f"languages[{index}].name", score.lang_code(tongue.name) in tongues, tongue.name
    yield from _entries(cv, truth, score, "experiences", {"jobTitle": ("title",), "company": ("company",)})
    yield from _entries(cv, truth, score, "educations", {"institution": ("institution",), "degree": ("degree", "area")})


def _person(cv: Cv, truth: dict[str, Any], score: ModuleType) -> Iterator[Judged]:
    person = cv.candidate
    name = " ".join(filter(None, (person.first_name, person.last_name)))
    if truth["name"] and name:
        yield "name", "candidate.lastName", score.same_name(name, truth["name"]), name
    for field, value, wanted, same in (
        ("email", person.email, truth["email"], lambda one, other: one.lower() == other.lower()),
        ("phone", person.phone, truth["phone"], score.same_phone),
        ("address.city", person.address.city, truth["city"], lambda one, other: score.same_city(other, one)),
    ):
        if value and wanted:
            yield field, f"candidate.{field}", same(value, wanted), value
    known = truth["links"] + truth["links_optional"]
    for field in ("linkedin", "github", "website"):
        if (link := getattr(person.links, field)) and truth["links"]:
            right = any(score.same_link(link, one) or score.same_link(link.rsplit("/", 1)[-1], one) for one in known)
            yield "link", f"candidate.links.{field}", right, link


def _entries(cv: Cv, truth: dict[str, Any], score: ModuleType, kind: str, fields: dict[str, tuple[str, ...]]) -> Iterator[Judged]:
    """Each value against the entry of the truth it is most like; entries of other parts are left out."""
    read = [dict(entry) for entry in score.canonical(json.loads(to_json(cv)))[kind]]
    optional = truth[f"{kind}_optional"]
    for index, entry in enumerate(read):
        likeness = [(_alike(entry, one, score), place) for place, one in enumerate(truth[kind])]
        points, best = max(likeness, default=(0.0, 0))
        if not truth[kind] or (points < 0.6 and any(score.sim(value, one) >= 0.85 for value in entry.values() for one in optional)):
            continue
        wanted = truth[kind][best]
        for path, names in fields.items():
            text = " ".join(filter(None, (wanted.get(name) for name in names)))
            got = " ".join(filter(None, (entry.get(name) for name in names)))
            if text and got:
                right = max(score.sim(got, one) for one in (text, *(wanted.get(name) or "" for name in names))) >= score.MATCH
                yield f"{kind[:-1]} {path}", f"{kind}[{index}].{path}", right, got
        for side in ("start", "end"):
            if wanted.get(side) and entry.get(side):
                right = score.same_date(entry[side], wanted[side], True)
                yield f"{kind[:-1]} dates", f"{kind}[{index}].{side}Date", right, entry[side]


def _alike(entry: dict[str, str], wanted: dict[str, str], score: ModuleType) -> float:
    keys = [key for key in ("company", "title", "institution", "degree", "area") if wanted.get(key)]
    texts = sum(score.sim(entry.get(key) or "", wanted[key]) for key in keys) / max(1, len(keys))
    dates = sum(score.same_date(entry.get(side), wanted.get(side), True) for side in ("start", "end"))
    return float(texts + 0.25 * dates)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.is_file():
        sys.exit(f"{path} is not there: --bench names the folder of the benchmark.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _options() -> argparse.Namespace:
    work = Path(os.environ.get("CVBENCH_DIR") or Path(tempfile.gettempdir()) / "cvbench")
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("CVGRAPH_BENCH") or root.parent / "shared/bench/parsing"))
    parser.add_argument("--corpus", type=Path, default=work / "corpus")
    parser.add_argument("--wrong", help="print the wrong values of this field in the highest band")
    return parser.parse_args()


if __name__ == "__main__":
    main()
