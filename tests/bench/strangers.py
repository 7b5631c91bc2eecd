"""A corpus of people of our own in layouts of others, in two halves: rules are made while looking at `look`; `check` says
whether they hold.

    $CVBENCH_DIR/venv/bin/python -m tests.bench.strangers look|check     makes $CVBENCH_DIR/strangers-look, -check
    python -m tests.bench.parsing --corpus $CVBENCH_DIR/strangers-check  scores the reader on it

`people/` says who, `layouts.toml` which npm themes. The half is the parity of a digest of the name: nobody chose it. Themes come from
npm by name and version; the benchmark folder's make_corpus.py (CVGRAPH_BENCH) renders, prints and says what each file shows.
French files get French headings, one habit a file; some files a type, colours and headings by chance.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import hashlib
import importlib.util
import json
import os
import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans Narrow", "Latin Modern Roman", "DejaVu Serif")
COLOURS = ("#1b4965", "#7a1f2b", "#2d5a27", "#444", "#000", "#5b3a86")


class Job(NamedTuple):
    person: str
    language: str
    theme: str
    kind: str
    varied: bool

    @property
    def name(self) -> str:
        return f"{self.person}__{self.layout}{'-varied' if self.varied else ''}"

    @property
    def layout(self) -> str:
        return self.theme.split("@")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=("look", "check"))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    maker = corpus_maker()
    out = Path(maker.WORK) / f"strangers-{options.half}"
    (out / "html").mkdir(parents=True, exist_ok=True)
    people = {f"{language}-{one['id']}": (language, resume(one, language)) for language, one in _people(options.half)}
    jobs = list(plan(people, _themes(options.half)))
    for theme in dict.fromkeys(job.theme for job in jobs):
        maker.theme_folder(theme)
    wanted = [job for job in jobs if options.only in job.theme]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        made = list(pool.map(lambda job: _made(maker, out, job, people[job.person][1]), wanted))
    if not options.only:
        (out / "index.json").write_text(json.dumps([one for one in made if one], indent=1))
    print(f"{sum(map(bool, made))} of {len(wanted)} files of {len(people)} people in {out}")


def corpus_maker() -> Any:
    bench = Path(os.environ.get("CVGRAPH_BENCH") or HERE.parents[2] / "shared/bench/parsing")
    spec = importlib.util.spec_from_file_location("make_corpus", bench / "make_corpus.py")
    if spec is None or spec.loader is None or not (bench / "make_corpus.py").is_file():
        sys.exit(f"There is no make_corpus.py in {bench}: name the benchmark folder in CVGRAPH_BENCH.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def half_of(name: str) -> str:
    return ("look", "check")[hashlib.sha256(name.encode()).digest()[0] % 2]


def _people(half: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for language in ("fr", "en"):
        for one in tomllib.loads((HERE / f"people/{language}.toml").read_text(encoding="utf-8"))["person"]:
            if half_of(one["id"]) == half:
                yield language, one


def _themes(half: str) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = layouts("themes")
    return {kind: [theme for theme in themes if half_of(theme.split("@")[0]) == half] for kind, themes in listed.items()}


def layouts(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((HERE / "layouts.toml").read_text(encoding="utf-8"))[name]
    return found


def plan(people: dict[str, Any], themes: dict[str, list[str]]) -> Iterator[Job]:
    """Three layouts of one column, three of two and one DOCX for each person, in turn; every third file varied by chance."""
    count = 0
    for place, (person, (language, _)) in enumerate(people.items()):
        for kind, many in (("one", 3), ("two", 3), ("docx", 1)):
            pool = themes["one" if kind == "docx" else kind]
            for step in range(min(many, len(pool))):
                yield Job(person, language, pool[(many * place + step) % len(pool)], kind, kind != "docx" and count % 3 == 2)
                count += 1


def resume(one: dict[str, Any], language: str) -> dict[str, Any]:
    """A person of the list as JSON Resume."""

    def rows(name: str, *fields: str) -> list[dict[str, Any]]:
        return [{key: value for key, value in zip(fields, row, strict=True) if value} for row in one.get(name, ())]

    place = {"city": one["city"], "postalCode": one["postal"], "region": one.get("region", "")}
    person = {key: one.get(key, "") for key in ("name", "label", "email", "phone", "url", "summary")}
    span = ("startDate", "endDate")
    return {
        "basics": {
            **person,
            "location": {**place, "address": "", "countryCode": one.get("country", "FR")},
            "profiles": rows("profiles", "network", "username", "url"),
        },
        "work": rows("work", "name", "position", "location", *span, "summary", "highlights"),
        "education": rows("education", "institution", "studyType", "area", *span),
        "skills": rows("skills", "name", "keywords"),
        "languages": rows("languages", "language", "fluency"),
        "interests": [{"name": name, "keywords": []} for name in one.get("interests", ())],
        "volunteer": rows("volunteer", "organization", "position", *span, "summary"),
        "publications": rows("publications", "name", "publisher", "releaseDate"),
        "certificates": rows("certificates", "name", "issuer", "date"),
        "awards": rows("awards", "title", "awarder", "date"),
        "projects": rows("projects", "name", "description", *span, "keywords"),
        "references": rows("references", "name", "reference"),
    }


def _made(maker: Any, out: Path, job: Job, document: dict[str, Any]) -> dict[str, str] | None:
    target = out / f"{job.name}{'.docx' if job.kind == 'docx' else '.pdf'}"
    page = out / "html" / f"{target.name}.html"
    about = {"file": target.name, "doc": job.person, "layout": job.layout, "kind": job.kind, "lang": job.language, "tier": "extra"}
    try:
        if not target.exists():
            maker.html_of(maker.normalise(document), "en", job.theme, str(page))
            page.write_text(dressed(page.read_text(encoding="utf-8"), job, maker), encoding="utf-8")
            (maker.docx_from_html if job.kind == "docx" else maker.pdf_from_html)(str(page), str(target))
        return with_truth(target, about, maker.truth_of(maker.normalise(document), maker.text_of(str(target))))
    except Exception as error:
        print(f"SKIPPED {job.name}: {str(error)[:200]}", file=sys.stderr)
        return None


def with_truth(target: Path, about: dict[str, str], truth: dict[str, Any]) -> dict[str, str]:
    """Write beside the file what a reader should find in it; a file that shows nothing of its person raises RuntimeError."""
    if not truth["name"] and not truth["experiences"]:
        raise RuntimeError("nothing of the person is visible in the file")
    Path(f"{target}.truth.json").write_text(json.dumps({**about, "truth": truth}, ensure_ascii=False, indent=1), encoding="utf-8")
    return about


def dressed(page: str, job: Job, maker: Any) -> str:
    """French words where the candidate is French, and a look by chance where the job asks for one."""
    chance = random.Random(job.name)
    if job.language == "fr":
        page = maker.to_french(_headed(page, chance))
    return page.replace("</head>", f"<style>{_look(chance)}</style></head>", 1) if job.varied else page


def _headed(page: str, chance: random.Random) -> str:
    """The headings of the theme in one of the words that French candidates use."""
    words = {english: chance.choice(french) for english, french in layouts("french").items()}

    def named(match: re.Match[str]) -> str:
        bare = match[2].strip().rstrip(":").lower()
        french = words.get(bare)
        return match[0] if french is None else match[1] + (french.upper() if match[2].strip().isupper() else french) + match[3]

    head, body, rest = page.partition("<body")
    return head + body + re.sub(r"(>\s*)([^<>]*[^<>\s])(\s*<)", named, rest)


def _look(chance: random.Random) -> str:
    heads = "h1,h2,h3,h4"
    rules = [
        f"body,body *:not(i){{font-family:'{chance.choice(FONTS)}'!important}}",
        f"@page{{margin:{chance.choice((8, 12, 16, 20))}mm}}",
        f"{heads}{{color:{chance.choice(COLOURS)}!important}}",
        f"body{{zoom:{chance.choice((0.85, 0.92, 1.0, 1.08))};line-height:{chance.choice((1.15, 1.35, 1.6))}!important}}",
    ]
    habits = (
        "h2,h3{text-transform:uppercase!important}",
        "h1,h2{letter-spacing:.18em!important}",
        f"{heads}{{font-weight:normal!important}}",
        "h2{text-align:center!important}",
        ".date,.dates,time{float:right!important}",
        ".date,.dates,time{font-style:italic!important;color:#777!important}",
    )
    return "".join(rules + chance.sample(habits, 2))


if __name__ == "__main__":
    main()
