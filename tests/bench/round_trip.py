"""Our own documents read by our own reader: which printed fields come back, and which do not.

    python -m tests.bench.round_trip [--people 40] [--layout modern] [--show 30] [--list]

People are made from word lists by a seeded draw, so that every run sees the same ones. A field counts when it is printed;
it is equal when letters and digits are (case of headings, kinds of dashes and spaces are the layout's).
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from workers import parsing
from workers.cv import (
    Address,
    Award,
    Candidate,
    Cefr,
    Certification,
    Cv,
    Education,
    Experience,
    Language,
    Links,
    PartialDate,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteering,
    to_tree,
)
from workers.rendering import ResumeSettings, layouts, render
from workers.resources.text import fold

WORDS = tomllib.loads((Path(__file__).parent / "round_trip.toml").read_text("utf-8"))
PRINTED = (
    "candidate", "experiences", "educations", "skills", "languages", "certifications", "interests", "projects", "awards",
    "volunteering", "publications", "references",
)  # fmt: skip
TODAY = dt.date(2026, 11, 23)


class Miss(NamedTuple):
    """A field that did not come back: where, what was printed, what was read."""

    case: str
    path: str
    wanted: str
    got: str


class Result(NamedTuple):
    wanted: int
    missed: list[Miss]

    @property
    def share(self) -> float:
        return 1 - len(self.missed) / self.wanted


def person(language: str, seed: int) -> Cv:
    """One invented CV in `FR` or `EN`."""
    draw, words = random.Random(f"{language}{seed}"), WORDS[language]
    first, last = draw.choice(words["first"]), draw.choice(words["last"])
    slug = re.sub(r"\W+", "-", fold(f"{first} {last}"))
    year = draw.randint(2016, 2021)
    return Cv(
        document_language=language,
        candidate=Candidate(
            first_name=first,
            last_name=last,
            headline=draw.choice(words["titles"]),
            summary=" ".join(draw.sample(words["sentences"], 2)),
            email=f"{slug.replace('-', '.')}@example.org",
            phone=f"{words['phone']}{draw.randint(100, 999)}",
            address=Address(
                street=draw.choice(words["streets"]), postal_code=draw.choice(words["postal"]), city=draw.choice(words["cities"])
            ),
            links=Links(linkedin=f"https://www.linkedin.com/in/{slug}", github=f"https://github.com/{slug}" if seed % 2 else None),
            **_civil(draw, words),
        ),
        experiences=tuple(_jobs(draw, words, year, draw.randint(2, 5))),
        educations=tuple(_courses(draw, words, year - 8, draw.randint(1, 3))),
        skills=tuple(Skill(name=name) for name in draw.sample(words["skills"], draw.randint(5, 12))),
        languages=tuple(
            Language(name=name, level=level, cefr=Cefr(level) if level in Cefr.__members__ else None)
            for name, level in zip(draw.sample(words["languages"], 3), draw.sample(words["levels"], 3), strict=True)
        ),
        certifications=tuple(
            Certification(
                name=name, issuer=draw.choice(words["issuers"]), date=PartialDate(f"{draw.randint(2015, 2025)}-0{draw.randint(1, 9)}")
            )
            for name in draw.sample(words["certifications"], draw.randint(0, 2))
        ),
        interests=tuple(draw.sample(words["interests"], draw.randint(0, 3))),
        projects=tuple(Project(name=name, description=text) for name, text in draw.sample(words["projects"], draw.randint(0, 2))),
        publications=tuple(Publication(title=title) for title in draw.sample(words["publications"], draw.choice([0, 0, 1, 2]))),
        awards=tuple(Award(title=title) for title in draw.sample(words["awards"], draw.choice([0, 0, 1, 2]))),
        volunteering=tuple(
            Volunteering(role=role, organization=name) for role, name in draw.sample(words["volunteering"], draw.choice([0, 0, 1]))
        ),
        references=tuple(
            Reference(name=name, contact=contact) for name, contact in draw.sample(words["references"], draw.choice([0, 0, 1, 2]))
        ),
    )


def _civil(draw: random.Random, words: dict[str, Any]) -> dict[str, Any]:
    """Civil status and wishes; half of the people say nothing."""
    if draw.random() < 0.5:
        return {}
    return {
        "date_of_birth": PartialDate(f"{draw.randint(1970, 2000)}-0{draw.randint(1, 9)}-{draw.randint(10, 28)}"),
        "nationality": draw.choice(words["nationalities"]),
        "driving_licences": ("B",),
        "availability": draw.choice(words["availabilities"]),
        "mobility": draw.choice(words["mobilities"]),
    }


def _jobs(draw: random.Random, words: dict[str, Any], year: int, count: int) -> Iterable[Experience]:
    end: PartialDate | None = None
    for title, company in zip(draw.sample(words["titles"], count), draw.sample(words["companies"], count), strict=True):
        start = PartialDate.of(year, draw.randint(1, 12))
        yield Experience(
            job_title=title,
            company=company,
            city=draw.choice(words["cities"]),
            start_date=start,
            end_date=end,
            current=end is None,
            description=draw.choice([None, draw.choice(words["sentences"])]),
            achievements=tuple(draw.sample(words["bullets"], draw.randint(1, 4))),
        )
        end = PartialDate.of(year - 1, draw.randint(1, 12)) if draw.random() < 0.7 else PartialDate.of(year, start.month)
        year -= draw.randint(2, 4)


def _courses(draw: random.Random, words: dict[str, Any], year: int, count: int) -> Iterable[Education]:
    for degree, school in zip(draw.sample(words["degrees"], count), draw.sample(words["schools"], count), strict=True):
        yield Education(
            degree=degree[0],
            field_of_study=degree[1],
            institution=school,
            start_date=PartialDate.of(year - 2, 9),
            end_date=PartialDate.of(year, 6),
            grade=draw.choice([None, None, draw.choice(words["grades"])]),
        )
        year -= 3


def leaves(cv: Cv) -> dict[str, str]:
    """Path and value of everything a layout prints."""
    tree = to_tree(cv)
    for job in tree["experiences"]:
        job["description"] = _without_bullets(job["description"], job["achievements"])
    found = dict(_leaves({name: tree[name] for name in PRINTED}, ""))
    return {path: value for path, value in found.items() if not path.endswith((".cefr", ".category"))}


def _without_bullets(description: str | None, achievements: list[str]) -> str:
    """A reader's description holds the bullet lines as well; what is printed above them is what is compared."""
    bullets = {fold(line) for line in achievements} | {""}
    return "\n".join(line for line in (description or "").split("\n") if fold(re.sub(r"^\W+", "", line)) not in bullets)


def _leaves(value: Any, path: str) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{index}]")
    elif value not in (None, "", False):
        yield path, str(value)


def alike(wanted: str, got: str) -> bool:
    return fold(re.sub(r"^https?://(www\.)?", "", wanted)).replace(" ", "") == fold(re.sub(r"^https?://(www\.)?", "", got)).replace(" ", "")


def round_trip(cv: Cv, layout: str, case: str) -> Result:
    pdf = render(cv, ResumeSettings(layout=layout)).pdf
    back = leaves(parsing.parse(pdf, "resume.pdf", today=TODAY))
    wanted = leaves(cv)
    misses = [Miss(case, path, value, back.get(path, "")) for path, value in wanted.items() if not alike(value, back.get(path, ""))]
    return Result(len(wanted), misses)


def run(people: int, names: Iterable[str]) -> dict[str, Result]:
    """One result per language and layout."""
    results = {}
    for language in WORDS:
        for layout in names:
            one = [round_trip(person(language, seed), layout, f"{language} {seed} {layout}") for seed in range(people)]
            results[f"{language} {layout}"] = Result(sum(r.wanted for r in one), [miss for r in one for miss in r.missed])
    return results


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, default=20)
    options.add_argument("--layout", action="append")
    options.add_argument("--show", type=int, default=20)
    options.add_argument("--list", action="store_true", help="every failure as tests/rendering/round_trip_failures.toml has it")
    chosen = options.parse_args()
    results = run(chosen.people, chosen.layout or layouts())
    for name, result in results.items():
        print(f"{name:20} {100 * result.share:6.2f} % of {result.wanted}")
    total = Result(sum(r.wanted for r in results.values()), [miss for r in results.values() for miss in r.missed])
    print(f"{'all':20} {100 * total.share:6.2f} % of {total.wanted}")
    if chosen.list:
        print(
            "\n".join(
                f"[[failures]]\ncase = {m.case!r}\npath = {m.path!r}\nwanted = {m.wanted!r}\nread = {m.got!r}\n" for m in total.missed
            )
        )
    kinds = Counter((miss.case.split()[-1], re.sub(r"\d+", "*", miss.path)) for miss in total.missed)
    for (layout, path), count in kinds.most_common(chosen.show):
        example = next(m for m in total.missed if m.case.endswith(layout) and re.sub(r"\d+", "*", m.path) == path)
        print(f"{count:4} {layout:11} {path:32} {example.wanted[:60]!r} -> {example.got[:60]!r}   ({example.case})")


if __name__ == "__main__":
    main()
