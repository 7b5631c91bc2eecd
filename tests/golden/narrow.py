"""Habits of narrow columns and of web pages printed as they are, drawn by `python -m tests.golden.narrow` into the case folders."""

from __future__ import annotations

from tests.golden.layouts import Draw, body, bullets, contact, dates, dates_right, keep, lists, post_right, section, study_right, top
from tests.golden.people import INES, TOBIAS, Person, Post, Study

TORN = "<style>.n td{font-size:12.5pt}.n .k{width:32%}.n .v{width:15%;font-size:9pt;text-align:right;line-height:1.5}</style>"
BANNER = "<style>.a td{font-size:8.5pt}.a h1{font-size:32pt;line-height:1.1}.a .v{width:34%}</style>"
BROKEN = "<style>.z{margin-top:6pt}.z td{font-size:9pt;padding:0;white-space:nowrap}.z .k{width:32pt;max-width:32pt;font-weight:bold}"
BROKEN += ".z .v{text-align:right}.z{table-layout:fixed}.z .v{width:40%}</style>"
MAUD = INES._replace(
    given="Maud",
    family="Esterelle",
    email="maud.esterelle@example.org",
    studies=(
        Study("Di-|plôme|uni-|versi-|taire: Soins palliatifs", "Université de Valbrune", "2020-10", "2021-06"),
        Study("Di-|plôme|d’État d’infirmier: Soins infirmiers", "IFSI des Trois-Sources", "2008-09", "2011-07"),
        Study("Certi-|ficat|(2 UE|vali-|dées): Gestion", "CFA du Vieux-Moulin", "2007-09", "2008-06"),
        Study("Bac: Sciences", "Lycée Hortense-Malvoisin", "2003-09", "2006-07"),
    ),
)
CENTRED = "<style>.g td{vertical-align:middle;padding:7pt 0}.g .m{width:26%}.g .m h2{margin:0}</style>"


def torn(person: Person) -> str:
    """Titles and dates in columns so narrow that both break over lines."""

    def post(one: Post) -> str:
        head = f"<td class=k><b>{one.title}</b></td><td></td><td class=v>{dates(one, person.language)}</td>"
        return f"<table class=n><tr>{head}</tr></table><p>{one.company}, {one.place}</p>{bullets(one)}"

    return TORN + top(person) + body(person, post, study_right(person)) + lists(person)


def banner(person: Person) -> str:
    """The name in large type over two lines, the address in small type beside both."""
    facts = "".join(f"<p>{fact}</p>" for fact in (person.address, person.phone, person.email))
    name = f"<h1>{person.given}<br>{person.family}</h1>"
    page = dates_right(person)
    rest = page[page.index("<p class=t>") :].replace(contact(person), "")
    return f"{BANNER}<table class=a><tr><td>{name}</td><td class=v>{facts}</td></tr></table>{rest}"


def dates_last(person: Person) -> str:
    """Diploma, school, and the years alone at the end."""

    def study(one: Study) -> str:
        return f"<p class=c><b>{one.degree}</b></p><p>{one.school}</p><p class=c>{one.start[:4]} – {one.end[:4]}</p>"

    return top(person) + body(person, post_right(person), study) + lists(person)


def centred(person: Person) -> str:
    """Headings in the margin, as high as the middle of their lists."""
    page = dates_right(person)
    start = page.index(lists(person))
    told = [f"{name} : {level}" for name, level in person.tongues]
    rows = (
        f"<tr><td class=m><h2>{title}</h2></td><td>{text}</td></tr>"
        for title, text in (
            ("Compétences", f"<p>{', '.join(person.skills[:2])}</p><p>{', '.join(person.skills[2:])}</p>"),
            ("Langues", f"<p>{told[0]}</p><p>{', '.join(told[1:])}</p>"),
        )
    )
    return f"{CENTRED}{page[:start]}<table class=g>{''.join(rows)}</table>"


def bands(person: Person) -> str:
    """Full lines for posts, and below them the studies and the languages side by side."""
    page = dates_right(person)
    split = page.index("<h2>Education")
    studies = section("Education", "".join(f"<p><b>{one.degree}</b></p><p>{one.school}</p><p>{one.end[:4]}</p>" for one in person.studies))
    tongues = section("Languages", "".join(f"<p>{name} : {level}</p>" for name, level in person.tongues))
    skills = section("Skills", f"<p>{', '.join(person.skills)}</p>")
    return f"{page[:split]}<table><tr><td style='width:55%'>{studies}</td><td>{tongues}</td></tr></table>{skills}"


def dated_lines(person: Person) -> str:
    """Headings in the margin, broken over two lines, beside lines that begin with their dates."""

    def line(one: Post | Study, head: str) -> str:
        return f"<p class=c>{dates(one, person.language)} : <b>{head}</b></p>"

    posts = "".join(line(one, f"{one.title}</b>, {one.company}<b>") + bullets(one) for one in person.posts)
    studies = "".join(line(one, f"{one.degree}</b>, {one.school}<b>") for one in person.studies)
    rows = (
        f"<tr><td style='width:17%'><h2 style='margin:0'>{title}</h2></td><td>{text}</td></tr>"
        for title, text in (("Work<br>Experience", posts), ("Education", studies))
    )
    return f"{top(person)}<table>{''.join(rows)}</table>{lists(person)}"


def degrees_in_margin(person: Person) -> str:
    """Degrees in a margin so narrow that their words break, the last one where nothing breaks it; one of them touches its school."""

    def study(one: Study) -> str:
        degree, _, field = one.degree.replace("|", "<br>").partition(": ")
        school = f"<td><b>{one.school}</b>, {field}</td><td class=v>{dates(one, person.language)}</td>"
        return f"<table class=z><tr><td class=k>{degree}</td>{school}</tr></table>"

    return BROKEN + top(person) + body(person, post_right(person), study) + lists(person)


CASES: dict[str, tuple[Draw, Person]] = {
    "fr-torn-columns": (torn, INES),
    "en-name-beside-address": (banner, TOBIAS),
    "en-dates-last": (dates_last, TOBIAS),
    "fr-headings-centred": (centred, INES),
    "en-bands": (bands, TOBIAS),
    "en-margin-dated-lines": (dated_lines, TOBIAS),
    "fr-degrees-in-margin": (degrees_in_margin, MAUD),
}

if __name__ == "__main__":
    keep(CASES)
