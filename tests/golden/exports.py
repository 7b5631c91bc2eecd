"""What forms and networks export in French and in their newer looks, drawn by `python -m tests.golden.exports` into the case folders."""

from __future__ import annotations

from itertools import groupby

from tests.golden.habits import EUROPASS, GROUND, HOME, LINKEDIN, MAIL, PHONE, margin_row, styled
from tests.golden.layouts import Draw, bullets, dates, keep, numbers, section
from tests.golden.people import Person, Post, Study
from tests.golden.strangers import ADELE, ANDREA, BASTIEN

LONG_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
EUROPASS_FOOT = """
@page{@bottom-left{content:'© Union européenne, 2002-2018 | europass.cedefop.europa.eu';font-size:7pt}
@bottom-right{content:'Page ' counter(page) ' / ' counter(pages);font-size:7pt}}"""
NEWER = """
h2{font-size:11pt;text-transform:uppercase;color:#0e47cb;border-bottom:.8pt solid #0e47cb}h1{font-size:18pt}.d{color:#555;width:auto}
.g{table-layout:fixed}.g td{font-size:7.5pt}"""


def long(date: str) -> str:
    return f"{LONG_MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def length(start: str, end: str | None) -> str:
    last = end or "2026-11"
    months = (int(last[:4]) - int(start[:4])) * 12 + int(last[5:]) - int(start[5:]) + 1
    parts = [f"{months // 12} an{'s' if months >= 24 else ''}"] if months >= 12 else []
    return " ".join([*parts, f"{months % 12} mois"] if months % 12 else parts)


def stays(posts: list[Post]) -> str:
    """One employer: its name, how long in all where there were several posts, and each post under it."""

    def stay(post: Post) -> str:
        told = f"{long(post.start)} - {long(post.end) if post.end else 'Present'} ({length(post.start, post.end)})"
        facts = f"<p>{post.title}</p><p><small>{told}</small></p><p><small>{post.place}, Bourgogne-Franche-Comté, France</small></p>"
        return facts + bullets(post, "-")

    total = f"<p><small>{length(posts[-1].start, posts[0].end)}</small></p>" if len(posts) > 1 else ""
    return f"<p class=c><b>{posts[0].company}</b></p>{total}" + "".join(map(stay, posts))


def linkedin(person: Person) -> str:
    """The network's export for a French account: `Present` stays English, several posts stand under one employer."""

    def school(study: Study) -> str:
        years = f"({long(study.start)} - {long(study.end)})"
        return f"<p class=c><b>{study.school}</b></p><p>{study.degree} · {years}</p>"

    link = f"www.linkedin.com/in/{person.email.split('@')[0].replace('.', '-')}"
    facts = f"<p>{person.phone} (Mobile)</p><p>{person.email}</p><p class=w>{link}</p><p>(LinkedIn)</p>"
    inside = section("Coordonnées", facts) + section("Principales compétences", "".join(f"<p>{skill}</p>" for skill in person.skills))
    inside += section("Languages", "".join(f"<p>{name} ({level})</p>" for name, level in person.tongues))
    main = f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p><p>{person.address}</p>"
    main += section("Résumé", f"<p>{person.summary}</p>")
    main += section("Expérience", "".join(stays(list(posts)) for _, posts in groupby(person.posts, lambda post: post.company)))
    main += section("Formation", "".join(map(school, person.studies)))
    ground = GROUND.format(width="82mm", colour="#293e49")
    page = LINKEDIN.replace("' of '", "' sur '")
    return styled(page, f"{ground}<div class=s style='float:left'>{inside}</div><div style='margin-left:41%'>{main}</div>")


def europass(person: Person) -> str:
    """The form of the Union in French: labels in the margin, headings in capitals there, a grid of levels for the other languages."""

    def entry(one: Post | Study, head: str, text: str) -> str:
        return margin_row(dates(one, "fr"), f"<b>{head}</b><br>{text}")

    mother = [name for name, level in person.tongues if "maternelle" in level]
    page = margin_row("INFORMATIONS PERSONNELLES", f"<h1>{person.given} {person.family}</h1>")
    page += margin_row("", f"<p>{HOME} {person.address}</p><p>{PHONE} {person.phone}</p><p>{MAIL} {person.email}</p>")
    page += margin_row("EMPLOI RECHERCHÉ", f"<b>{person.headline}</b>") + "<h4>EXPÉRIENCE PROFESSIONNELLE</h4>"
    page += "".join(entry(one, one.title, f"{one.company}, {one.place}{bullets(one)}") for one in person.posts)
    page += "<h4>ÉDUCATION ET FORMATION</h4>" + "".join(entry(one, one.degree, one.school) for one in person.studies)
    page += "<h4>COMPÉTENCES PERSONNELLES</h4>" + margin_row("Langue(s) maternelle(s)", ", ".join(mother))
    page += margin_row("Autre(s) langue(s)", levels([tongue for tongue in person.tongues if tongue[0] not in mother]))
    page += margin_row("Compétences liées à l'emploi", "<br>".join(f"▪ {skill}" for skill in person.skills))
    return styled(EUROPASS_FOOT + EUROPASS, page)


def levels(tongues: list[tuple[str, str]]) -> str:
    heads = (
        "<tr><td></td><td colspan=2>COMPRENDRE</td><td colspan=2>PARLER</td><td>ÉCRIRE</td></tr><tr><td></td><td>Écouter</td><td>Lire</td>"
    )
    heads += "<td>Prendre part à une conversation</td><td>S'exprimer oralement en continu</td><td></td></tr>"
    rows = "".join(f"<tr><td>{name}</td>{f'<td>{level}</td>' * 5}</tr>" for name, level in tongues)
    foot = "<small>Niveaux: A1/A2: utilisateur élémentaire - B1/B2: utilisateur indépendant - C1/C2: utilisateur expérimenté</small>"
    return f"<table class=g>{heads}{rows}</table>{foot}"


def newer(person: Person) -> str:
    """The Union's form since 2020: dates in brackets over a title in bold, employer and place after it, the grid in capitals."""

    def entry(one: Post | Study, title: str, house: str) -> str:
        span = f"[ {numbers(one).replace('à ce jour', 'Current')} ]".replace(" - ", " – ")
        body = bullets(one) if isinstance(one, Post) else ""
        return f"<p class=e>{span}&ensp;<b>{title}</b></p><p><i>{house}</i></p>{body}"

    (mother, _), *others = person.tongues
    page = f"<h1>{person.given} {person.family}</h1><p><b>Phone:</b> ({person.phone[:3]}) {person.phone[4:]} (Mobile)</p>"
    page += f"<p><b>Email address:</b> {person.email}</p><p><b>Address:</b> {person.address} (Home)</p>"
    page += section("About me", f"<p>{person.summary}</p>")
    page += section("Work experience", "".join(entry(one, one.title, f"{one.company}</i> – {one.place}<i>") for one in person.posts))
    page += section("Education and training", "".join(entry(one, one.degree, one.school) for one in person.studies))
    grid = "<tr><td></td><td colspan=2>UNDERSTANDING</td><td colspan=2>SPEAKING</td><td>WRITING</td></tr>"
    grid += "<tr><td></td><td>Listening</td><td>Reading</td><td>Spoken production</td><td>Spoken interaction</td><td></td></tr>"
    grid += "".join(f"<tr><td><b>{name.upper()}</b></td>{f'<td>{level}</td>' * 5}</tr>" for name, level in others)
    tongues = f"<p>Mother tongue(s): <b>{mother.upper()}</b></p><p>Other language(s):</p><table class=g>{grid}</table>"
    page += section("Language skills", tongues)
    return styled(NEWER, page + section("Skills", f"<p>{' | '.join(person.skills)}</p>"))


CASES: dict[str, tuple[Draw, Person]] = {
    "fr-linkedin": (linkedin, BASTIEN),
    "fr-europass": (europass, ADELE),
    "en-europass-newer": (newer, ANDREA),
}

if __name__ == "__main__":
    keep(CASES)
