"""CVs in manners seen in the world but made here: page layouts of HTML and CSS times habits drawn by the file's name, in two halves.

    $CVBENCH_DIR/venv/bin/python -m tests.bench.manners look|check     makes $CVBENCH_DIR/manners-look, -check
    python -m tests.bench.parsing --corpus $CVBENCH_DIR/manners-check  scores the reader on it

As in `strangers`, `look` may be opened while rules are made and `check` says whether they hold. People are dealt by the parity of a
digest and so are the habits, since they are drawn by the name of the file; every page layout is in both halves. What is printed of
the dates is known here, so the truth guesses nothing.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import random
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from tests.bench.strangers import HERE, _people, corpus_maker, half_of, resume, with_truth
from tests.bench.word_forms import Habits

PER_PERSON = 5
FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Liberation Sans Narrow")
GROUNDS = ("#1f3a4d", "#e9eef2", "#5d2e46", "#f3efe6", "#2e4d3a")
ICONS = ("", "✉ ☎ ⌂ ⚑", "", "labels")
WORDS = {
    "fr": {"email": "E-mail", "phone": "Téléphone", "city": "Adresse", "links": "Site", "contact": "Contact", "tasks": "Missions :"},
    "en": {"email": "Email", "phone": "Phone", "city": "Address", "links": "Web", "contact": "Contact", "tasks": "Responsibilities:"},
}
STYLE = """
@page{margin:0;size:A4} *{box-sizing:border-box} body{margin:0;font:SIZEpt/1.35 'FONT'}
h1{font-size:22pt;margin:0} h2{font-size:1.25em;margin:14pt 0 5pt;HEADING} ul{margin:2pt 0 4pt;padding-left:14pt}
.ground{background:GROUND;color:INSIDE;-webkit-print-color-adjust:exact} .row{display:flex;justify-content:space-between;gap:8pt}
.entry{margin-bottom:8pt;break-inside:avoid} .b{font-weight:bold} .i{font-style:italic} .cap{text-transform:uppercase}
.chip{display:inline-block;border:1px solid #999;border-radius:8px;padding:1px 7px;margin:2px}
.bar{height:4pt;background:#bbb;margin:1pt 0 5pt} .dates{white-space:nowrap} .right{text-align:right}
.three{display:grid;grid-template-columns:1fr 1fr 1fr;column-gap:12pt} .two{display:grid;grid-template-columns:1fr 1fr;column-gap:12pt}
.contact{margin:3pt 0;overflow-wrap:anywhere}
"""


def tag(kind: str, text: str, name: str = "div") -> str:
    """`text` is HTML already."""
    return f'<{name} class="{kind}">{text}</{name}>' if text else ""


class Page:
    """One person's parts as HTML, each told in the habits of one file."""

    def __init__(self, document: dict[str, Any], language: str, name: str) -> None:
        self.cv, self.language, self.words = document, language, WORDS[language]
        self.habits, self.chance = Habits(name, language), random.Random(f"{name} page")
        self.entry = self.chance.choice(list(ENTRIES))
        self.listed = self.chance.choice(("ul", "chips", "commas", "lines", "bars", "groups", "grid"))
        self.spoken = self.chance.choice(("dash", "apart", "stacked", "dots", "brackets"))
        self.icons = self.chance.choice(ICONS)
        self.font, self.ground = self.chance.choice(FONTS), self.chance.choice(GROUNDS)
        self.heading = self.chance.sample(HEADS, 2)
        self.size = self.chance.choice((9.0, 10.0, 11.0))

    def style(self) -> str:
        dark = self.ground[1] in "0123456"
        inside = "#fff" if dark else "#222"
        drawn = STYLE.replace("SIZE", str(self.size)).replace("FONT", self.font).replace("HEADING", self.heading[0])
        return drawn.replace("GROUND", self.ground).replace("INSIDE", inside)

    def name(self) -> str:
        return tag("", escape(self.cv["basics"]["name"]), "h1") + tag("label", escape(self.cv["basics"]["label"]))

    def contact(self, glue: str = "") -> str:
        basics = self.cv["basics"]
        city = " ".join(filter(None, (basics["location"].get("postalCode"), basics["location"].get("city"))))
        links = [basics["url"], *(profile["url"] for profile in basics["profiles"])]
        told = [("email", basics["email"]), ("phone", basics["phone"]), ("city", city), *(("links", link) for link in links)]
        icons = dict(zip(("email", "phone", "city", "links"), self.icons.split(), strict=False)) if len(self.icons) > 6 else {}
        said = []
        for kind, value in told:
            if value:
                label = f"{self.words[kind]} : " if self.icons == "labels" else f"{icons[kind]} " if icons else ""
                said.append(escape(label + value))
        return glue.join(said) if glue else "".join(tag("contact", one) for one in said)

    def headed(self, part: str, body: str) -> str:
        return f"<section><h2>{escape(self.habits.heading(part))}</h2>{body}</section>" if body else ""

    def summary(self) -> str:
        return self.headed("summary", tag("", escape(self.cv["basics"].get("summary") or ""), "p"))

    def work(self) -> str:
        return self.headed("work", self._entries("work", "position", "name", "location"))

    def education(self) -> str:
        return self.headed("education", self._entries("education", "studyType", "institution", ""))

    def _entries(self, part: str, first: str, second: str, place: str) -> str:
        return "".join(ENTRIES[self.entry](*map(escape, self._told(one, first, second, place)), self.body(one)) for one in self.cv[part])

    def _told(self, one: dict[str, Any], first: str, second: str, place: str) -> tuple[str, str, str, str]:
        title = one.get(first) or ""
        if first == "studyType" and one.get("area"):
            title = f"{title} {one['area']}".strip()
        return title, one.get(second) or "", self.habits.span(one)[0], (one.get(place) or "") if place else ""

    def body(self, one: dict[str, Any]) -> str:
        points = "".join(f"<li>{escape(point)}</li>" for point in one.get("highlights") or ())
        tasks = self.words["tasks"] if points and self.habits.labelled else ""
        return tag("", escape(one.get("summary") or "")) + tag("i", tasks) + (f"<ul>{points}</ul>" if points else "")

    def skills(self) -> str:
        groups = [(group.get("name") or "", group.get("keywords") or []) for group in self.cv["skills"]]
        return self.headed("skills", "".join(SKILLS[self.listed](name, list(map(escape, words or [name]))) for name, words in groups))

    def languages(self) -> str:
        return self.headed("languages", "".join(_spoken(self.spoken, one["language"], one["fluency"]) for one in self.cv["languages"]))

    def certificates(self) -> str:
        lines = (f"{one['name']} – {one.get('issuer') or ''} ({one.get('date') or ''})" for one in self.cv["certificates"])
        return self.headed("certificates", "".join(tag("contact", escape(line)) for line in lines))

    def interests(self) -> str:
        return self.headed("interests", ", ".join(escape(one["name"]) for one in self.cv["interests"]))

    def reach(self) -> str:
        title = self.words["contact"]
        return f"<section><h2>{title.upper() if self.habits.loud else title}</h2>{self.contact()}</section>"


HEADS = (
    "letter-spacing:.2em;text-transform:uppercase",
    "border-bottom:1px solid currentColor",
    "text-transform:uppercase;font-size:1.05em",
    "font-weight:normal;font-size:1.5em",
    "background:#8883;padding:2pt 4pt",
    "text-align:center;letter-spacing:.1em",
    "color:#8a4b08",
)


def _lines(*parts: str) -> str:
    return "".join(tag("", part) for part in parts)


def _commas(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _bars(*parts: str) -> str:
    return " | ".join(part for part in parts if part)


Entry = Callable[[str, str, str, str, str], str]
# title, employer, dates, place, what was done (HTML)
ENTRIES: dict[str, Entry] = {
    "title, employer, dates": lambda t, e, d, p, b: tag("entry", tag("b", t) + _lines(_commas(e, p), tag("i", d, "span")) + b),
    "employer and dates, title": lambda t, e, d, p, b: tag(
        "entry", tag("row", tag("b", e, "span") + tag("dates", d, "span")) + tag("i", _commas(t, p)) + b
    ),
    "dates, title, employer": lambda t, e, d, p, b: tag("entry", _lines(d) + tag("b", t) + _lines(_commas(e, p)) + b),
    "one line": lambda t, e, d, p, b: tag("entry", tag("b", f"{_bars(t, e)} ({d})" if d else _bars(t, e)) + b),
    "dates at the right": lambda t, e, d, p, b: tag(
        "entry", tag("row", tag("", f"<b>{t}</b>, {e}" if t else e, "span") + tag("dates", d, "span")) + tag("i", p) + b
    ),
    "both at the right": lambda t, e, d, p, b: tag(
        "entry",
        tag("row", tag("b", e, "span") + tag("dates", p, "span")) + tag("row", tag("i", t, "span") + tag("dates", d, "span")) + b,
    ),
    "margin": lambda t, e, d, p, b: (
        f'<div class="entry" style="display:grid;grid-template-columns:68pt 1fr;gap:8pt"><div>{d}</div>'
        f"<div>{tag('b', t)}{tag('i', _commas(e, p))}{b}</div></div>"
    ),
    "right, own line": lambda t, e, d, p, b: tag("entry", tag("b", t) + tag("", e) + tag("right", _bars(d, p)) + b),
    "caps employer": lambda t, e, d, p, b: tag(
        "entry", tag("cap b", e) + tag("row", tag("", t, "span") + tag("dates i", d, "span")) + tag("", p) + b
    ),
    "dates and place over": lambda t, e, d, p, b: tag(
        "entry",
        tag("", f"<span class='cap'>{d}</span> – {p}" if d and p else d or p)
        + tag("b", f"{t} <span style='font-weight:normal'>{e}</span>")
        + b,
    ),
    "cells": lambda t, e, d, p, b: (
        '<table style="width:100%;border-collapse:collapse;break-inside:avoid"><tr>'
        f'<td style="width:22%;border:1px solid #999;padding:3pt;vertical-align:top">{d}</td>'
        f'<td style="border:1px solid #999;padding:3pt">{tag("b", t)}{tag("", _commas(e, p))}{b}</td></tr></table>'
    ),
    "timeline": lambda t, e, d, p, b: (
        '<div style="border-left:2px solid #888;padding-left:10pt;margin-left:4pt;position:relative" class="entry">'
        f'<div style="position:absolute;left:-4.5pt;top:3pt;width:7pt;height:7pt;border-radius:4pt;background:#555"></div>'
        f"{tag('b', t)}{tag('row', tag('', e, 'span') + tag('i dates', d, 'span'))}{tag('', p)}{b}</div>"
    ),
}

SKILLS: dict[str, Callable[[str, list[str]], str]] = {
    "ul": lambda name, words: tag("b", name if words != [name] else "") + "<ul>" + "".join(f"<li>{word}</li>" for word in words) + "</ul>",
    "chips": lambda name, words: "<div>" + "".join(tag("chip", word, "span") for word in words) + "</div>",
    "commas": lambda name, words: tag("contact", (f"<b>{name}</b> : " if name and words != [name] else "") + ", ".join(words)),
    "lines": lambda name, words: "".join(tag("", word) for word in words),
    "bars": lambda name, words: "".join(tag("", word) + '<div class="bar ground"></div>' for word in words),
    "groups": lambda name, words: tag("b", name if words != [name] else "") + tag("contact", " • ".join(words)),
    "grid": lambda name, words: tag("two", "".join(tag("", word) for word in words)),
}


def _spoken(how: str, language: str, level: str) -> str:
    language, level = escape(language), escape(level)
    return {
        "dash": tag("contact", f"{language} – {level}" if level else language),
        "apart": tag("row", tag("", language, "span") + tag("", level, "span")),
        "stacked": tag("b", language) + tag("", level),
        "dots": tag("row", tag("", language, "span") + "<span>●●●○○</span>"),
        "brackets": tag("contact", f"{language} ({level})" if level else language),
    }[how]


def _columns(left: str, right: str, share: str, ground: str) -> str:
    """`ground`: which side is painted."""
    sides = "".join(
        f'<div class="{"ground" if ground == side else ""}" style="padding:18pt 14pt;min-width:0">{text}</div>'
        for side, text in (("left", left), ("right", right))
    )
    return f'<div style="display:grid;grid-template-columns:{share};min-height:100vh">{sides}</div>'


def _under(head: str, left: str, right: str, share: str) -> str:
    return (
        f'<div style="padding:16pt 24pt">{head}<div style="display:grid;grid-template-columns:{share};column-gap:20pt">'
        f'<div style="min-width:0">{left}</div><div style="min-width:0">{right}</div></div></div>'
    )


def _whole(text: str) -> str:
    return f'<div style="padding:28pt 36pt">{text}</div>'


def _label_column(page: Page) -> str:
    sections = [page.summary(), page.work(), page.education(), page.skills(), page.languages(), page.certificates(), page.interests()]
    style = (
        "<style>section{display:grid;grid-template-columns:110pt 1fr;column-gap:14pt;border-top:1px solid #ccc}"
        "section>h2{grid-column:1;grid-row:1/9;text-align:right;margin-top:2pt}section>*{grid-column:2;min-width:0}</style>"
    )
    return _whole(style + page.name() + page.contact(" · ") + "".join(sections))


def _boxes(page: Page) -> str:
    """Text boxes set where they look well, in another order than they are read."""
    left = page.reach() + page.skills() + page.languages() + page.interests()
    right = page.work() + page.education() + page.certificates()

    def box(style: str, text: str) -> str:
        return f'<div style="position:absolute;{style}">{text}</div>'

    return (
        box("left:210pt;top:120pt;width:355pt", page.summary() + right)
        + box("left:24pt;top:120pt;width:160pt", left)
        + box("left:24pt;top:24pt;width:540pt;height:80pt;padding:14pt", page.name())
    )


def _cards(page: Page) -> str:
    style = (
        "<style>.entry,table{border:1px solid #ddd;padding:6pt}"
        ".cards>section{display:grid;grid-template-columns:1fr 1fr;gap:8pt}.cards h2{grid-column:1/3}</style>"
    )
    cards = f'<div class="cards">{page.work()}{page.education()}</div>'
    return _whole(
        style + page.name() + page.contact(" | ") + page.summary() + cards + page.skills() + page.languages() + page.certificates()
    )


def _three_below(page: Page) -> str:
    below = (
        f'<div class="three"><div>{page.education()}</div><div>{page.skills()}</div><div>{page.languages()}{page.interests()}</div></div>'
    )
    return _whole(
        f'<div style="text-align:center">{page.name()}{page.contact(" | ")}</div>{page.summary()}{page.work()}{page.certificates()}{below}'
    )


def _three_skills(page: Page) -> str:
    style = "<style>.many ul,.many .two{display:grid;grid-template-columns:1fr 1fr 1fr;list-style-position:inside}</style>"
    many = f'<div class="many">{page.skills()}</div>'
    return _whole(
        f'{style}<div class="row"><div>{page.name()}</div><div class="right">{page.contact()}</div></div>'
        f"{page.summary()}{many}{page.work()}{page.education()}{page.languages()}{page.interests()}"
    )


def _facing(page: Page) -> str:
    """Europe's form: labelled contact, headings over a line, dates in brackets over the post."""
    style = "<style>h2{border-bottom:2px solid #0e4194;color:#0e4194;text-transform:uppercase;font-weight:bold}</style>"
    return _whole(
        style
        + page.name()
        + page.contact(" &nbsp;|&nbsp; ")
        + page.summary()
        + page.work()
        + page.education()
        + page.languages()
        + page.skills()
    )


LAYOUTS: dict[str, tuple[str, Callable[[Page], str]]] = {
    "ground-left": (
        "two",
        lambda page: _columns(
            page.reach() + page.skills() + page.languages() + page.interests(),
            page.name() + page.summary() + page.work() + page.education() + page.certificates(),
            "34% 1fr",
            "left",
        ),
    ),
    "ground-right": (
        "two",
        lambda page: _columns(
            page.name() + page.summary() + page.work() + page.education(),
            page.reach() + page.languages() + page.skills() + page.certificates() + page.interests(),
            "1fr 31%",
            "right",
        ),
    ),
    "plain-left": (
        "two",
        lambda page: _columns(
            page.name() + page.contact() + page.education() + page.skills() + page.languages(),
            page.summary() + page.work() + page.certificates() + page.interests(),
            "36% 1fr",
            "",
        ),
    ),
    "banner": (
        "two",
        lambda page: (
            f'<div class="ground" style="padding:18pt 24pt">{page.name()}{page.contact("  •  ")}</div>'
            + _under("", page.work() + page.certificates(), page.summary() + page.education() + page.skills() + page.languages(), "62% 1fr")
        ),
    ),
    "profile-above": (
        "two",
        lambda page: _under(
            page.name() + page.contact(" | ") + page.summary(),
            page.skills() + page.languages() + page.certificates() + page.interests(),
            page.work() + page.education(),
            "30% 1fr",
        ),
    ),
    "halves": (
        "two",
        lambda page: _under(
            page.name() + page.contact(" – ") + page.summary(),
            page.work(),
            page.education() + page.skills() + page.languages() + page.interests(),
            "1fr 1fr",
        ),
    ),
    "network": (
        "two",
        lambda page: _columns(
            page.reach() + page.skills() + page.languages() + page.certificates(),
            page.name()
            + tag("", escape(page.cv["basics"]["location"].get("city") or ""))
            + page.summary()
            + page.work()
            + page.education(),
            "29% 1fr",
            "left",
        ),
    ),
    "labels": ("one", _label_column),
    "boxes": ("two", _boxes),
    "cards": ("two", _cards),
    "three-below": ("two", _three_below),
    "three-skills": ("one", _three_skills),
    "facing": ("one", _facing),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=("look", "check"))
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    maker = corpus_maker()
    out = Path(maker.WORK) / f"manners-{options.half}"
    (out / "html").mkdir(parents=True, exist_ok=True)
    plan = list(_plan(options.half))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        made = [one for one in pool.map(lambda job: _made(maker, out, *job), plan) if one]
    (out / "index.json").write_text(json.dumps(made, indent=1))
    print(f"{len(made)} of {len(plan)} files in {out}")


def _plan(half: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Layouts in turn, five for each person."""
    further = tomllib.loads((HERE / "people/further.toml").read_text(encoding="utf-8"))["person"]
    people = [*_people(half), *((one["language"], one) for one in further if half_of(one["id"]) == half)]
    names = list(LAYOUTS)
    for place, (language, one) in enumerate(people):
        for step in range(PER_PERSON):
            yield f"{language}-{one['id']}", language, names[(PER_PERSON * place + step) % len(names)], resume(one, language)


def _made(maker: Any, out: Path, person: str, language: str, layout: str, document: dict[str, Any]) -> dict[str, str] | None:
    target = out / f"{person}__{layout}.pdf"
    kind, drawn = LAYOUTS[layout]
    cv = maker.normalise(document)
    page = Page(cv, language, target.name)
    try:
        if not target.exists():
            source = out / "html" / f"{target.name}.html"
            source.write_text(
                f"<!doctype html><meta charset=utf-8><style>{page.style()}</style><body>{drawn(page)}</body>", encoding="utf-8"
            )
            maker.pdf_from_html(str(source), str(target))
        truth = maker.truth_of(cv, maker.text_of(str(target)))
        for part, entries in (("work", "experiences"), ("education", "educations")):
            _date(truth[entries], [page.habits.span(entry)[1:] for entry in cv[part]])
        about = {"file": target.name, "doc": person, "layout": layout, "kind": kind, "lang": language, "tier": "extra"}
        return with_truth(target, about, truth)
    except Exception as error:
        print(f"SKIPPED {target.name}: {str(error)[:200]}", file=sys.stderr)
        return None


def _date(entries: Sequence[dict[str, Any]], dates: Sequence[tuple[str | None, str | None]]) -> None:
    if len(entries) == len(dates):
        for entry, (start, end) in zip(entries, dates, strict=True):
            entry.update(start=start, end=end)


if __name__ == "__main__":
    main()
