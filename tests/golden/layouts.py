"""The golden layouts: each habit of CVs in a page of its own, drawn by `python -m tests.golden.layouts` into the case folders.

The pages are kept in the repository, so that a reading changes only when the reader does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.golden.people import INES, TOBIAS, Person, Post, Study

HERE = Path(__file__).parent
MONTHS = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    "it": tuple("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()),
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "pt": tuple("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()),
}
NOW = {
    "fr": "aujourd'hui",
    "en": "Present",
    "de": "heute",
    "es": "actualidad",
    "it": "oggi",
    "nl": "heden",
    "pt": "atualmente",
}
HEADINGS = {
    "fr": ("Profil", "Expérience professionnelle", "Formation", "Compétences", "Langues", "Contact"),
    "en": ("Profile", "Work Experience", "Education", "Skills", "Languages", "Contact"),
    "de": ("Kurzprofil", "Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachkenntnisse", "Kontakt"),
    "es": ("Perfil profesional", "Experiencia laboral", "Formación académica", "Competencias", "Idiomas", "Contacto"),
    "it": ("Profilo professionale", "Esperienza professionale", "Istruzione e formazione", "Competenze", "Lingue", "Contatti"),
    "nl": ("Profiel", "Werkervaring", "Opleiding", "Vaardigheden", "Talen", "Contact"),
    "pt": ("Perfil profissional", "Experiência profissional", "Formação académica", "Competências", "Idiomas", "Contacto"),
}
Draw = Callable[[Person], str]


def month(date: str, language: str) -> str:
    return f"{MONTHS[language][int(date[5:7]) - 1]} {date[:4]}"


def dates(entry: Post | Study, language: str) -> str:
    return f"{month(entry.start, language)} – {month(entry.end, language) if entry.end else NOW[language]}"


def numbers(entry: Post | Study) -> str:
    return f"{entry.start[5:]}/{entry.start[:4]} - " + (f"{entry.end[5:]}/{entry.end[:4]}" if entry.end else "à ce jour")


def bullets(post: Post, mark: str = "•") -> str:
    return "".join(f"<p class=b>{mark} {point}</p>" for point in post.points)


def section(title: str, body: str) -> str:
    return f"<h2>{title}</h2>{body}"


def lists(person: Person, *, skills: str = ", ", mark: str = "") -> str:
    names = HEADINGS[person.language]
    tongues = "".join(f"<p>{mark}{name} : {level}</p>" for name, level in person.tongues)
    return section(names[3], f"<p>{mark}{skills.join(person.skills)}</p>") + section(names[4], tongues)


def contact(person: Person, glue: str = " | ") -> str:
    return f"<p>{glue.join((person.address, person.phone, person.email))}</p>"


def top(person: Person) -> str:
    return f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p>{contact(person)}"


def right(left: str, edge: str) -> str:
    return f"<div class=r><span>{edge}</span>{left}</div>"


def body(person: Person, post: Callable[[Post], str], study: Callable[[Study], str]) -> str:
    names = HEADINGS[person.language]
    posts = "".join(map(post, person.posts))
    studies = "".join(map(study, person.studies))
    return section(names[0], f"<p>{person.summary}</p>") + section(names[1], posts) + section(names[2], studies)


def study_right(person: Person) -> Callable[[Study], str]:
    return lambda study: right(f"<b>{study.degree}</b>", dates(study, person.language)) + f"<p>{study.school}</p>"


def post_right(person: Person) -> Callable[[Post], str]:
    return lambda post: right(f"<b>{post.title}</b>", dates(post, person.language)) + f"<p>{post.company}, {post.place}</p>" + bullets(post)


def dates_right(person: Person) -> str:
    return top(person) + body(person, post_right(person), study_right(person)) + lists(person)


def sidebar(person: Person, side: str, colour: str, *, name: str = "") -> str:
    names = HEADINGS[person.language]
    inside = section(names[5], contact(person, "<br>")) + lists(person, skills="<br>")
    heading = name or f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p>"
    main = body(person, post_right(person), study_right(person))
    inside, main = (heading + inside, main) if name else (inside, heading + main)
    return f"<div class=s style='float:{side};background:{colour}'>{inside}</div><div style='margin-{side}:36%'>{main}</div>"


def sidebar_left(person: Person) -> str:
    return sidebar(person, "left", "#dfe8ee")


def name_in_sidebar(person: Person) -> str:
    """The name on two lines, the family name in capitals, on dark ground at the right."""
    name = f"<h1>{person.given}<br>{person.family.upper()}</h1><p class=t>{person.headline}</p>"
    return f"<style>.s,.s *{{color:#fff}}</style>{sidebar(person, 'right', '#233240', name=name)}"


def letter_spaced(person: Person) -> str:
    return f"<style>h2{{text-transform:uppercase;letter-spacing:.45em;font-weight:normal}}</style>{dates_right(person)}"


def dates_in_margin(person: Person) -> str:
    def row(date: str, text: str) -> str:
        return f"<table><tr><td class=d>{date}</td><td>{text}</td></tr></table>"

    return (
        top(person)
        + body(
            person,
            lambda post: row(dates(post, person.language), f"<b>{post.title}</b><br>{post.company}, {post.place}{bullets(post)}"),
            lambda study: row(f"{study.start[:4]} – {study.end[:4]}", f"<b>{study.degree}</b>, {study.school}"),
        )
        + lists(person)
    )


def headings_in_margin(person: Person) -> str:
    parts = (body(person, post_right(person), study_right(person)) + lists(person)).split("<h2>")[1:]
    rows = [part.partition("</h2>") for part in parts]
    return top(person) + "".join(f"<table><tr><td class=m><h2>{head}</h2></td><td>{text}</td></tr></table>" for head, _, text in rows)


def one_company(person: Person) -> str:
    """Several posts in one company: its name once, above them."""
    first, second, third = person.posts
    posts = [first, second._replace(company=first.company, place=first.place), third]

    def drawn(post: Post) -> str:
        inside = post is posts[1]
        company = "" if inside else f"<p class=c><b>{post.company}</b> – {post.place}</p>"
        return company + right(f"<i>{post.title}</i>", dates(post, person.language)) + bullets(post)

    return top(person) + body(person._replace(posts=tuple(posts)), drawn, study_right(person)) + lists(person)


def joined_dates_below(person: Person) -> str:
    joined = "chez" if person.language == "fr" else "at"
    return (
        top(person)
        + body(
            person,
            lambda post: (
                f"<p class=e><b>{post.title} {joined} {post.company}</b></p><p>{dates(post, person.language)} | {post.place}</p>"
                + bullets(post)
            ),
            lambda study: f"<p class=e><b>{study.degree}</b></p><p>{study.school}</p><p>{dates(study, person.language)}</p>",
        )
        + lists(person)
    )


def one_line(person: Person) -> str:
    return (
        top(person)
        + body(
            person,
            lambda post: (
                f"<p class=e><b>{post.title}</b> – {post.company}, {post.place} ({dates(post, person.language)})</p>" + bullets(post, "-")
            ),
            lambda study: f"<p class=e>{study.end[:4]} : {study.degree}, {study.school}</p>",
        )
        + lists(person, mark="- ", skills="</p><p>- ")
    )


def dates_above(person: Person) -> str:
    return (
        top(person)
        + body(
            person,
            lambda post: (
                f"<p class=e>{dates(post, person.language)}</p><p><b>{post.company.upper()}</b>, {post.place}</p><p>{post.title}</p>"
                + bullets(post)
            ),
            lambda study: f"<p class=e>{dates(study, person.language)}</p><p><b>{study.school}</b></p><p>{study.degree}</p>",
        )
        + lists(person)
    )


def numbered_table(person: Person) -> str:
    """Numbered headings, numeric dates, skills in a grid, and the labels of a form before the contact."""
    page = (
        top(person)
        + body(
            person,
            lambda post: right(f"<b>{post.company}</b>", numbers(post)) + f"<p><i>{post.title}</i></p>" + bullets(post, "▪"),
            lambda study: right(f"<b>{study.school}</b>", numbers(study)) + f"<p>{study.degree}</p>",
        )
        + lists(person, skills="</p><p>")
    )
    for number in range(1, 6):
        page = page.replace("<h2>", f"<h3>{number}. ", 1).replace("</h2>", "</h3>", 1)
    return page


def running_heads(person: Person) -> str:
    """The name at the head of every page and its number at the foot."""
    rule = f"@top-right{{content:'{person.given} {person.family} - CV';font-size:8pt}}"
    rule += "@bottom-center{content:'Page ' counter(page) ' / ' counter(pages)}"
    return f"<style>@page{{{rule}}}p{{line-height:2.3}}</style>{dates_right(person)}"


CASES: dict[str, tuple[Draw, Person]] = {
    "fr-dates-right": (dates_right, INES),
    "fr-sidebar-left": (sidebar_left, INES),
    "fr-name-in-sidebar": (name_in_sidebar, INES),
    "fr-letter-spaced": (letter_spaced, INES),
    "fr-dates-in-margin": (dates_in_margin, INES),
    "fr-one-company": (one_company, INES),
    "fr-chez-dates-below": (joined_dates_below, INES),
    "fr-numbered": (numbered_table, INES),
    "en-headings-in-margin": (headings_in_margin, TOBIAS),
    "en-sidebar-right": (name_in_sidebar, TOBIAS),
    "en-at-dates-below": (joined_dates_below, TOBIAS),
    "en-one-line": (one_line, TOBIAS),
    "en-dates-above": (dates_above, TOBIAS),
    "en-running-heads": (running_heads, TOBIAS),
}
CSS = """
@page{size:A4;margin:17mm}body{font:10pt 'DejaVu Sans','Liberation Sans',sans-serif;color:#222;line-height:1.3}
h1{font-size:22pt;margin:0}h2,h3{font-size:12.5pt;margin:11pt 0 4pt;font-weight:bold}p{margin:1pt 0}.t{font-size:12pt}.e{margin-top:6pt}
.r{margin-top:6pt}.r span{float:right}.b{margin-left:10pt}.c{margin-top:7pt}
table{width:100%;border-collapse:collapse}td{vertical-align:top;padding:2pt 0}
.d{width:27%}.m{width:26%}.m h2{margin:0}
.s{width:31%;padding:10pt;box-sizing:border-box;min-height:250mm}.s h1{font-size:18pt}"""


def draw(layout: Draw, person: Person) -> bytes:
    """One page of HTML as PDF."""
    from weasyprint import HTML

    page = f"<html lang={person.language}><head><style>{CSS}</style></head><body>{layout(person)}</body></html>"
    made: bytes = HTML(string=page).write_pdf()
    return made


def keep(cases: dict[str, tuple[Draw, Person]]) -> None:
    for name, (layout, person) in cases.items():
        (HERE / name).mkdir(exist_ok=True)
        (HERE / name / "input.pdf").write_bytes(draw(layout, person))


if __name__ == "__main__":
    keep(CASES)
