"""Habits of well-known makers of CVs, and of writers, drawn by `python -m tests.golden.habits` into the case folders."""

from __future__ import annotations

import unicodedata

from tests.golden.layouts import (
    Draw,
    body,
    bullets,
    dates,
    dates_right,
    keep,
    lists,
    month,
    post_right,
    right,
    section,
    study_right,
    top,
)
from tests.golden.people import Person, Post, Study
from tests.golden.strangers import ANNEKE, ANNIKA, CLEMENT, CLIENTS, JEAN, MAELLE, ROWAN, SAMIR, SIBYLLE

# Icon fonts keep their pictures where no letter has its place.
PHONE, MAIL, HOME, CALENDAR, PLACE, STAR = "\uf400", "\uf401", "\uf402", "\uf403", "\uf404", "\uf405"
GROUND = "<div style='position:fixed;z-index:-1;left:-17mm;top:-17mm;width:{width};height:300mm;background:{colour}'></div>"
EUROPASS = """
.l,h4{width:32%;font-size:9pt;text-align:right;padding-right:10pt;color:#1a56a0}h4{margin:8pt 0;box-sizing:border-box;font-weight:normal}
.g{table-layout:fixed}.g td{font-size:7pt;border:.3pt solid #999}p{line-height:1.7}"""
LINKEDIN = """
@page{@bottom-center{content:'Page ' counter(page) ' of ' counter(pages)}}
p{line-height:2.1}.s{width:36%;min-height:0}.s,.s *{color:#fff}.w{font-size:7pt;white-space:nowrap}"""
ALTACV = """
h2{text-transform:uppercase;border-bottom:1.2pt solid #8f0d0d;color:#8f0d0d}.o{color:#8f0d0d}hr{border:0;border-top:.4pt dashed #999}
.k{border:.5pt solid #888;border-radius:3pt;padding:1pt 4pt;display:inline-block;margin:2pt 0;white-space:nowrap}"""
CANVA = "h2{font-size:11pt}.s h1{font-size:13pt}.s,.s *{color:#fff}"


def styled(look: str, page: str) -> str:
    return f"<style>{look}</style>{page}"


def margin_row(label: str, text: str) -> str:
    return f"<table><tr><td class=l>{label}</td><td>{text}</td></tr></table>"


def grid_of_levels(tongues: tuple[tuple[str, str], ...]) -> str:
    heads = "<tr><td></td><td colspan=2>UNDERSTANDING</td><td colspan=2>SPEAKING</td><td>WRITING</td></tr><tr><td></td>"
    heads += "<td>Listening</td><td>Reading</td><td>Spoken interaction</td><td>Spoken production</td><td></td></tr>"
    levels = "".join(f"<tr><td>{name}</td>{f'<td>{level}</td>' * 5}</tr>" for name, level in tongues)
    return (
        f"<table class=g>{heads}{levels}</table><small>Levels: A1/A2: Basic user - B1/B2: Independent user - C1/C2 Proficient user</small>"
    )


def europass(person: Person) -> str:
    """Labels and dates right-aligned in a left margin, a grid of levels, a line at the foot of the page."""

    def entry(one: Post | Study, head: str, text: str) -> str:
        return margin_row(dates(one, "en"), f"<b>{head}</b><br>{text}")

    (mother, _), *others = person.tongues
    page = margin_row("PERSONAL INFORMATION", f"<h1>{person.given} {person.family}</h1>")
    page += margin_row("", f"<p>{HOME} {person.address}</p><p>{PHONE} {person.phone}</p><p>{MAIL} {person.email}</p>")
    page += margin_row("POSITION", f"<b>{person.headline}</b>") + "<h4>WORK EXPERIENCE</h4>"
    page += "".join(entry(one, one.title, f"{one.company}, {one.place}{bullets(one)}") for one in person.posts)
    page += "<h4>EDUCATION AND TRAINING</h4>" + "".join(entry(one, one.degree, one.school) for one in person.studies)
    page += "<h4>LANGUAGE SKILLS</h4>" + margin_row("", f"Mother tongue(s): {mother}")
    page += margin_row("", f"Other language(s):{grid_of_levels(tuple(others))}")
    page += "<h4>JOB-RELATED SKILLS</h4>" + margin_row("", "<br>".join(f"▪ {skill}" for skill in person.skills))
    foot = f"@page{{@bottom-left{{content:'Curriculum Vitae  {person.given} {person.family}'}}"
    foot += "@bottom-right{content:'Page ' counter(page) ' / ' counter(pages)}}"
    return styled(foot + EUROPASS, page)


def lasted(post: Post) -> str:
    """`Apr 2016 - May 2020 (4 years 2 months)`."""
    last = post.end or "2026-11"
    months = (int(last[:4]) - int(post.start[:4])) * 12 + int(last[5:]) - int(post.start[5:]) + 1
    years = f"{months // 12} year{'s' if months >= 24 else ''}"
    return f"{month(post.start, 'en')} - {month(post.end, 'en') if post.end else 'Present'} ({years} {months % 12} months)"


def linkedin(person: Person) -> str:
    """What the network's export prints: sidebar on dark ground, employer first, the length of every stay, `Page 1 of 2`."""

    def stay(post: Post) -> str:
        facts = f"<p>{post.title}</p><p><small>{lasted(post)}</small></p><p><small>{post.place}, United Kingdom</small></p>"
        return f"<p class=c><b>{post.company}</b></p>{facts}{bullets(post, '-')}"

    def school(study: Study) -> str:
        return f"<p class=c><b>{study.school}</b></p><p>{study.degree} · ({study.start[:4]} - {study.end[:4]})</p>"

    link = f"www.linkedin.com/in/{person.email.split('@')[0].replace('.', '-')}"
    facts = f"<p>{person.phone} (Mobile)</p><p class=w>{link}</p><p>(LinkedIn)</p><p>{person.email}</p>"
    inside = section("Contact", facts) + section("Top Skills", "".join(f"<p>{skill}</p>" for skill in person.skills))
    inside += section("Languages", "".join(f"<p>{name} ({level})</p>" for name, level in person.tongues))
    main = f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p><p>{person.address}, United Kingdom</p>"
    main += section("Summary", f"<p>{person.summary}</p>") + section("Experience", "".join(map(stay, person.posts)))
    main += section("Education", "".join(map(school, person.studies)))
    ground = GROUND.format(width="82mm", colour="#293e49")
    return styled(LINKEDIN, f"{ground}<div class=s style='float:left'>{inside}</div><div style='margin-left:41%'>{main}</div>")


def altacv(person: Person) -> str:
    """Two columns as LaTeX sets them: posts wide at the left, the rest narrow at the right, icons before every fact."""

    def post(one: Post) -> str:
        facts = f"<p>{CALENDAR} {dates(one, 'fr')} &emsp; {PLACE} {one.place}</p>"
        return f"<p class=e><b>{one.title}</b></p><p class=o><b>{one.company}</b></p>{facts}{bullets(one)}<hr>"

    def study(one: Study) -> str:
        return f"<p class=e><b>{one.degree}</b></p><p>{one.school}</p><p>{CALENDAR} {dates(one, 'fr')}</p>"

    wide = section("Parcours", "".join(map(post, person.posts)))
    tags = "".join(f"<span class=k>{skill}</span> " for skill in person.skills)
    narrow = section("Atouts", f"<p>{tags}</p>") + section("Langues", "".join(f"<p>{name} : {level}</p>" for name, level in person.tongues))
    narrow += section("Diplômes", "".join(map(study, person.studies)))
    name = f"<h1>{person.given} {person.family.upper()}</h1><p class=t>{person.headline}</p>"
    facts = f"<p>{HOME} {person.address}</p><p>{MAIL} {person.email} &emsp; {PHONE} {person.phone}</p>"
    columns = f"<div style='float:left;width:56%'>{wide}</div><div style='margin-left:61%'>{narrow}</div>"
    return styled(ALTACV, name + facts + columns)


def canva_side(person: Person) -> tuple[str, str]:
    name = f"<h1>{person.given}<br>{person.family.upper()}</h1><p class=t>{person.headline}</p>"
    facts = f"<p>{PHONE} {person.phone}</p><p>{MAIL} {person.email}</p><p>{HOME} {person.address}</p>"
    strengths = section(f"{STAR} ATOUTS", "".join(f"<p>{skill}</p>" for skill in person.skills))
    tongues = section(f"{STAR} LANGUES", "".join(f"<p>{name} - {level}</p>" for name, level in person.tongues))
    interests = section(f"{STAR} CENTRES D'INTÉRÊT", "<p>Aviron</p><p>Photographie</p><p>Randonnée</p>")
    return name + section(f"{PHONE} COORDONNÉES", facts) + strengths, tongues + interests


def canva_main(person: Person) -> tuple[str, str]:
    def post(one: Post) -> str:
        return f"<p class=e><b>{one.title}</b></p><p>{one.company} | {one.place}</p><p>{dates(one, 'fr')}</p>{bullets(one)}"

    def study(one: Study) -> str:
        return f"<p class=e><b>{one.degree}</b></p><p>{one.school}</p><p>{one.start[:4]} - {one.end[:4]}</p>"

    start = section(f"{HOME} QUI SUIS-JE ?", f"<p>{person.summary}</p>")
    start += section(f"{CALENDAR} PARCOURS PROFESSIONNEL", "".join(map(post, person.posts[:2])))
    rest = "".join(map(post, person.posts[2:])) + section(f"{STAR} DIPLÔMES", "".join(map(study, person.studies)))
    return start, rest + section(f"{STAR} BÉNÉVOLAT", "<p>Trésorière chez Les Avirons du Quai-Vert</p>")


def canva(person: Person) -> str:
    """A coloured sidebar over two pages, the name in it on two lines, an icon in front of every heading and fact."""
    sides = zip(canva_side(person), canva_main(person), strict=True)
    pages = (f"<div class=s style='float:left'>{left}</div><div style='margin-left:38%'>{main}</div>" for left, main in sides)
    ground = GROUND.format(width="78mm", colour="#7a3b5e")
    return styled(CANVA, ground + "<div style='page-break-after:always;clear:both'></div>".join(pages))


def clients(person: Person) -> str:
    """A consultant's employer once, and under it the clients, each with what was done there."""

    def mission(client: tuple[str, str]) -> str:
        return f"<p class=b>• Client {client[0]} : {client[1]}</p>"

    def post(one: Post) -> str:
        head = right(f"<b>{one.title}</b>", dates(one, "fr")) + f"<p>{one.company}, {one.place}</p>"
        return head + ("".join(map(mission, CLIENTS)) if one is person.posts[0] else "") + bullets(one)

    return top(person) + body(person, post, study_right(person)) + lists(person)


def described(person: Person) -> str:
    """`Title @ Company`, and under it what the company does, in italics."""
    makes = (
        "Maker of corrugated boxes, 400 people, turnover £60m",
        "Family-owned dairy with three sites in the West",
        "Pump works founded in 1931",
    )
    told = dict(zip(person.posts, makes, strict=True))

    def post(one: Post) -> str:
        return right(f"<b>{one.title} @ {one.company}</b>", dates(one, "en")) + f"<p><i>{told[one]}</i></p>" + bullets(one)

    return top(person) + body(person, post, study_right(person)) + lists(person)


def without_accents(person: Person) -> str:
    """An old keyboard: capitals and small letters without any accent, the family name in capitals behind its particle."""
    page = dates_right(person).replace(person.family, person.family.upper())
    for old, new in (
        ("Expérience professionnelle", "EXPERIENCES PROFESSIONNELLES"),
        ("Compétences", "COMPETENCES CLES"),
        ("Formation", "FORMATION ET DIPLOMES"),
    ):
        page = page.replace(f"<h2>{old}", f"<h2>{new}")
    page += section("CENTRES D'INTERET", "<p>Escalade, lecture, echecs</p>")
    return "".join(letter for letter in unicodedata.normalize("NFD", page) if not unicodedata.combining(letter))


def german(person: Person) -> str:
    facts = ("Geburtsdatum: 12.04.1993", "Staatsangehörigkeit: deutsch", "Familienstand: verheiratet", "Führerschein: Klasse B")
    own = top(person) + section("Persönliche Daten", "".join(f"<p>{fact}</p>" for fact in facts))
    career = body(person, post_right(person), study_right(person)) + lists(person)
    return own + career + section("Interessen", "<p>Rudern, Chorgesang</p>")


CASES: dict[str, tuple[Draw, Person]] = {
    "en-europass": (europass, ANNEKE),
    "en-linkedin": (linkedin, SAMIR),
    "en-company-described": (described, ROWAN),
    "fr-altacv": (altacv, JEAN),
    "fr-canva": (canva, MAELLE),
    "fr-clients": (clients, SIBYLLE),
    "fr-without-accents": (without_accents, CLEMENT),
    "de-dates-right": (german, ANNIKA),
}

if __name__ == "__main__":
    keep(CASES)
