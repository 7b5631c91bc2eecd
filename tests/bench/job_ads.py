"""The job-ad reader on the ads of the matching benchmark: title, must-have and nice-to-have skills (F1), years, study, languages, pay.

    python -m tests.bench.job_ads [--own PART] [--flat | --file txt|docx|pdf] [--show]     CVGRAPH_MATCHING names the benchmark folder

--own: ads of our own in the many manners of boards and of portals; no rule was made on those of `check`.
--flat joins every ad to one paragraph first, as scrapers do; --file reads it from a file of that kind, a page of the usual width.

Skills count as the same when they are one concept of the taxonomy, or when one's stems hold the other's.
"""

from __future__ import annotations

import argparse
import json
import os
import time
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.parsing import made
from workers.job_ad import JobAd
from workers.parsing.job_ad import read_file, read_text
from workers.resources import taxonomy
from workers.resources.text import fold

PARTS = ("train", "check", "board-train", "board-check", "trade-train", "trade-check", "prose-train", "walk-train", "walk-check")
FILES: dict[str, Callable[[str], bytes]] = {"txt": str.encode, "docx": made.docx_of, "pdf": made.pdf_of}
FLOORS = {"title": 0.92, "mustHave": 0.80, "niceToHave": 0.70, "minimumYears": 0.90, "educationLevel": 0.90, "languages": 0.92}


def folder() -> Path:
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("CVGRAPH_MATCHING") or root.parent / "shared/bench/matching")


def ads(path: Path) -> dict[str, dict[str, Any]]:
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.json"))}


def own(part: str) -> dict[str, dict[str, Any]]:
    """Ours, in the shape of the benchmark folder."""
    files = sorted((Path(__file__).parent / "judgements").glob("job_ads*.toml"))
    rows = [row for file in files for row in tomllib.loads(file.read_text("utf-8"))["ad"]]
    return {row["name"]: {"text": row["text"], "truth": _truth(row)} for row in rows if row["part"] == part}


def _truth(row: dict[str, Any]) -> dict[str, Any]:
    pay = row.get("salary")
    return {
        "title": row["title"],
        "mustHave": row["must"],
        "niceToHave": row["nice"],
        "minimumYears": row.get("years"),
        "educationLevel": row.get("study"),
        "languages": [{"code": code, "level": level or None} for code, level in row.get("languages", [])],
        "salary": {"min": pay[0], "max": pay[1], "currency": pay[2]} if pay else None,
        "contract": row.get("contract"),
    }


def figures(ad: JobAd, truth: dict[str, Any]) -> dict[str, tuple[float, float, float]]:
    """Field → (right, found, asked)."""
    languages = {(one.code, _grade(one.level)) for one in ad.languages if one.mandatory}
    wanted = {(one["code"], _grade(one["level"])) for one in truth["languages"]}
    salary = truth["salary"]
    right = (ad.salary.min, ad.salary.max, ad.salary.currency) == (
        (salary["min"], salary["max"], salary["currency"]) if salary else (None,) * 3
    )
    return {
        "title": (_overlap(ad.title or "", truth["title"]), 1, 1),
        "mustHave": _pairs([one.name for one in ad.must_have], truth["mustHave"]),
        "niceToHave": _pairs(
            [*(one.name for one in ad.nice_to_have), *(one.name for one in ad.languages if not one.mandatory)], truth["niceToHave"]
        ),
        "minimumYears": (float(ad.minimum_years == truth["minimumYears"]), 1, 1),
        "educationLevel": (float(ad.education_level == truth["educationLevel"]), 1, 1),
        "languages": (float(languages == wanted), 1, 1),
        "salary": (float(right), 1, 1),
        "contract": (float(ad.contract == truth["contract"]), 1, 1),
    }


def f1(rows: Iterable[tuple[float, float, float]]) -> float:
    right, found, asked = (sum(column) for column in zip(*rows, strict=True))
    return 2 * right / (found + asked) if found + asked else 1.0


def _grade(level: str | None) -> str | None:
    return fold(level) if level else None


def _overlap(found: str, truth: str) -> float:
    left, right = set(fold(found).split()), set(fold(truth).split())
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _pairs(found: Sequence[str], truth: Sequence[str]) -> tuple[float, float, float]:
    left, right = list(found), 0
    for name in truth:
        hit = next((one for one in left if _same(one, name)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right, len(found), len(truth)


def _same(one: str, other: str) -> bool:
    first, second = ({match.concept.id for match in taxonomy.find(text, in_list=True)} for text in (one, other))
    if first & second:
        return True
    left, right = ({word[:6] for word in fold(text).split() if len(word) > 2} or {fold(text)} for text in (one, other))
    return bool(left & right) and (left <= right or right <= left)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=folder() / "ads")
    for name in ("--show", "--flat"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--own", choices=PARTS)
    parser.add_argument("--file", choices=FILES)
    options = parser.parse_args()
    known = own(options.own) if options.own else ads(options.folder)
    if options.flat:
        known = {name: {**ad, "text": " ".join(ad["text"].split())} for name, ad in known.items()}
    for ad in known.values():
        read_text(ad["text"])
    begun = time.process_time()
    read = {name: _read(ad["text"], options.file) for name, ad in known.items()}
    spent = (time.process_time() - begun) / len(read)
    rows = {name: figures(read[name], ad["truth"]) for name, ad in known.items()}
    for name, row in rows.items() if options.show else ():
        _show(name, read[name], known[name]["truth"], row)
    for field in next(iter(rows.values())):
        print(f"{field:<16} {f1(row[field] for row in rows.values()):.3f}   floor {FLOORS.get(field, '-')}")
    print(f"{len(rows)} ads, {spent * 1000:.2f} ms of CPU each")


def _read(text: str, kind: str | None) -> JobAd:
    return read_file(FILES[kind](text), f"ad.{kind}") if kind else read_text(text)


def _show(name: str, ad: JobAd, truth: dict[str, Any], row: dict[str, tuple[float, float, float]]) -> None:
    wrong = [field for field, (right, found, asked) in row.items() if right < max(found, asked)]
    print(f"== {name}: {', '.join(wrong)}")
    found = {
        "title": ad.title, "mustHave": [one.name for one in ad.must_have], "niceToHave": [one.name for one in ad.nice_to_have],
        "minimumYears": ad.minimum_years, "educationLevel": ad.education_level, "salary": ad.salary, "contract": ad.contract,
        "languages": [(one.code, one.level, one.mandatory) for one in ad.languages],
    }  # fmt: skip
    for field in wrong:
        print(f"   {field}: {found[field]}\n      truth {truth[field]}")


if __name__ == "__main__":
    main()
