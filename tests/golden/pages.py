"""Long and ruled documents, drawn by `python -m tests.golden.pages` into the case folders."""

from __future__ import annotations

from tests.golden.habits import GROUND, styled
from tests.golden.layouts import (
    Draw,
    body,
    bullets,
    dates,
    dates_right,
    keep,
    lists,
    numbers,
    post_right,
    right,
    section,
    study_right,
    top,
)
from tests.golden.people import Person, Post, Study
from tests.golden.strangers import GUILHEM, LEOPOLD, NADEGE, SOLVEIG, TIPHAINE

# What word processors print as a bullet of their symbol font, an arrow and a tick of the dingbats.
BULLET, ARROW, TICK = "\uf0b7", "\uf0d8", "\uf0fc"
RULED = "<style>.g td,.g th{border:.6pt solid #444;padding:3pt 4pt;font-size:9pt;text-align:left;vertical-align:top}</style>"
FURNITURE = """
@page{margin:26mm 17mm;@top-left{content:'%s — Curriculum Vitae';font-size:8pt}@top-right{content:'%s';font-size:8pt}
@bottom-left{content:'Confidential';font-size:8pt}@bottom-right{content:counter(page) ' | ' counter(pages);font-size:8pt}}
p{line-height:2.4}"""
PAUSE = "<div style='page-break-after:always;clear:both'></div>"
MISSIONS = (
    ("Banque Ardelle", "mars 2022 – à ce jour", "refonte de quarante tableaux de bord"),
    ("Assurances Mirvant", "janv. 2020 – févr. 2022", "reprise des données de sinistres"),
    ("Mairie de Cressy", "janv. 2018 – déc. 2019", "observatoire des subventions"),
)


def sidebar_over_pages(person: Person) -> str:
    """A coloured column at the right of three pages, its lists going on from one to the next; the posts go on at the left."""
    facts = "".join(f"<p>{fact}</p>" for fact in (person.phone, person.email, person.address))
    tongues = "".join(f"<p>{name} – {level}</p>" for name, level in person.tongues)
    skills = [f"<p>{skill}</p>" for skill in person.skills]
    sides = (
        section("Contact", facts) + section("Skills", "".join(skills[:3])),
        "".join(skills[3:]) + section("Languages", tongues),
        section("Interests", "<p>Rowing</p><p>Fell walking</p><p>Bee keeping</p>"),
    )
    post = post_right(person)
    mains = (
        f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p>"
        + section("Profile", f"<p>{person.summary}</p>")
        + section("Employment history", post(person.posts[0])),
        "".join(map(post, person.posts[1:])),
        section("Education", "".join(map(study_right(person), person.studies))),
    )
    ground = GROUND.format(width="72mm", colour="#f1d9b5").replace("left:-17mm", "right:-17mm")
    pages = (
        f"<div class=s style='float:right'>{side}</div><div style='margin-right:38%'>{main}</div>"
        for side, main in zip(sides, mains, strict=True)
    )
    return ground + PAUSE.join(pages)


def ruled(person: Person) -> str:
    """Posts and studies in tables with drawn rules and a row of column heads."""

    def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
        drawn = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        return f"<table class=g><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{drawn}</table>"

    posts = [(numbers(one), one.title, one.company, one.place, "; ".join(one.points)) for one in person.posts]
    studies = [(numbers(one), one.degree, one.school) for one in person.studies]
    page = RULED + top(person) + section("Expérience professionnelle", table(("Période", "Poste", "Employeur", "Ville", "Missions"), posts))
    page += section("Formation", table(("Période", "Diplôme", "Établissement"), studies))
    page += section("Langues", table(("Langue", "Niveau"), list(person.tongues)))
    return page + section("Compétences", table(("Métier", "Outils"), [(", ".join(person.skills[::4]), ", ".join(person.skills[1:4]))]))


def dated_clients(person: Person) -> str:
    """A consultant's employer with its dates, and under it each client with dates of its own."""

    def post(one: Post) -> str:
        head = right(f"<b>{one.title}</b>", dates(one, "fr")) + f"<p>{one.company}, {one.place}</p>"
        return head + ("".join(map(mission, MISSIONS)) if one is person.posts[0] else "") + bullets(one)

    def mission(told: tuple[str, str, str]) -> str:
        client, span, task = told
        return f"<p class=c style='margin-left:12pt'><i>Client : {client} ({span})</i></p><p class=b style='margin-left:22pt'>• {task}</p>"

    return top(person) + body(person, post, study_right(person)) + lists(person)


def furnished(person: Person) -> str:
    """A header with name and address and a footer with a notice and a bare page number, on every page."""
    return styled(FURNITURE % (f"{person.given} {person.family}", person.email), dates_right(person))


def symbols(person: Person) -> str:
    """Bullets, arrows and ticks of a symbol font, numbers in Roman before the headings."""

    def post(one: Post) -> str:
        head = f"<p class=e>{ARROW} <b>{one.title}</b>, {one.company}, {one.place}</p><p>{dates(one, 'fr')}</p>"
        return head + bullets(one, BULLET)

    def study(one: Study) -> str:
        return f"<p class=e>{ARROW} <b>{one.degree}</b></p><p>{one.school}</p><p>{dates(one, 'fr')}</p>"

    page = top(person) + body(person, post, study) + lists(person, mark=f"{TICK} ", skills=f"</p><p>{TICK} ")
    for number in ("I", "II", "III", "IV", "V"):
        page = page.replace("<h2>", f"<h3>{number} – ", 1).replace("</h2>", "</h3>", 1)
    return page


CASES: dict[str, tuple[Draw, Person]] = {
    "en-sidebar-over-pages": (sidebar_over_pages, SOLVEIG),
    "fr-ruled-tables": (ruled, TIPHAINE),
    "fr-clients-dated": (dated_clients, NADEGE),
    "en-header-and-footer": (furnished, LEOPOLD),
    "fr-symbols": (symbols, GUILHEM),
}

if __name__ == "__main__":
    keep(CASES)
