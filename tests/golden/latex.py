"""What the LaTeX classes for CVs print, drawn by `python -m tests.golden.latex` into the case folders."""

from __future__ import annotations

from tests.golden.habits import CALENDAR, HOME, MAIL, PHONE, PLACE, styled
from tests.golden.layouts import Draw, bullets, dates, keep, right, section
from tests.golden.people import Person, Post, Study
from tests.golden.strangers import CLEMENCE, EDDA, ODILE

CLASSIC = """
table{table-layout:fixed}td{box-sizing:border-box}
h1{font-size:28pt;font-weight:normal;color:#555}h2{margin:0;color:#3873b3;font-weight:normal;font-size:14pt}td{padding:1.5pt 0}
.k{width:17.5%;text-align:right;padding-right:11pt}.k hr{border:0;border-top:4pt solid #3873b3;margin:6pt 0 0}
.f{float:right;text-align:right;font:italic 8pt 'DejaVu Sans';color:#555}.b{font-size:9pt;margin-left:8pt}.l{width:17.5%}"""
BANKING = """
h1,.t,.f{text-align:center}h1{font-size:30pt;font-weight:normal;color:#3873b3}.t,.f{font-style:italic;color:#555}
h2{color:#3873b3;font-weight:normal;font-size:14pt;border-bottom:.4pt solid #3873b3}"""
ALTACV = """
h2{text-transform:uppercase;color:#4b0082;border-bottom:1.5pt solid #4b0082}.o{color:#7a3fb0}.e{font-size:11.5pt}
small{font-size:7.5pt;color:#666}hr{border:0;border-top:.4pt dashed #999;margin:4pt 0}.q{font-style:italic;color:#4b0082}
.k{border:.5pt solid #888;border-radius:3pt;padding:1pt 4pt;display:inline-block;margin:2pt 0;white-space:nowrap}.x{float:right}"""
RATED = {"native": 5, "C1": 4, "B2": 3}


def hinted(hint: str, text: str) -> str:
    return f"<table><tr><td class=k>{hint}</td><td>{text}</td></tr></table>"


def titled(title: str) -> str:
    """A bar in the margin, the title beside it."""
    return hinted("<hr>", f"<h2>{title}</h2>")


def pairs(cells: list[tuple[str, str]]) -> str:
    """Label and value twice in a row, as the class sets computer skills."""
    rows = zip(cells[::2], cells[1::2], strict=True)
    told = ("".join(f"<td class=k>{label}</td><td>{value}</td>" for label, value in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in told)}</table>"


def classic(person: Person) -> str:
    """Dates, labels and names of languages right-aligned in a narrow margin, so that long dates break there; address at the right."""

    def entry(one: Post | Study, title: str, house: str, more: str = "") -> str:
        return hinted(dates(one, "fr"), f"<b>{title}</b>, <i>{house}</i>{more}.{bullets(one) if isinstance(one, Post) else ''}")

    street, town = person.address.split(", ")
    facts = f"{street}<br>{town}<br>{PHONE} {person.phone}<br>{MAIL} {person.email}"
    page = f"<div class=f>{facts}</div><h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p><br>"
    page += titled("Expériences") + "".join(entry(one, one.title, one.company, f", {one.place}") for one in person.posts)
    page += titled("Formation") + "".join(entry(one, one.degree, one.school) for one in person.studies)
    page += titled("Langues")
    for name, level in person.tongues:
        page += hinted(f"<b>{name}</b>", f"{level}<i style='float:right'>{'courant' if level == 'C1' else 'pratiqué'} au travail</i>")
    labels = ("métier", "progiciel", "entrepôt", "bureau")
    skills = pairs(list(zip(labels, person.skills[:4], strict=True))) + hinted("équipe", person.skills[4])
    return styled(CLASSIC, page + titled("Compétences") + skills)


def banking(person: Person) -> str:
    """Everything about the person centred; employer and place over title and dates, the second of each at the right edge."""

    def entry(one: Post | Study, house: str, place: str, title: str) -> str:
        below = bullets(one, "–") if isinstance(one, Post) else ""
        return right(f"<b>{house}</b>", f"<b>{place}</b>") + right(f"<i>{title}</i>", f"<i>{dates(one, 'en')}</i>") + below

    page = f"<h1>{person.given} <b>{person.family}</b></h1><p class=t>{person.headline}</p>"
    page += f"<p class=f>{HOME} {person.address} • {PHONE} {person.phone}</p><p class=f>{MAIL} {person.email}</p>"
    page += section("Experience", "".join(entry(one, one.company, one.place, one.title) for one in person.posts))
    page += section("Education", "".join(entry(one, one.school, "", one.degree) for one in person.studies))
    tools = f"<p><b>Trade:</b> {', '.join(person.skills[:2])}</p><p><b>Tools:</b> {', '.join(person.skills[2:])}</p>"
    page += section("Computer skills", tools)
    return styled(BANKING, page + section("Languages", "".join(f"<p><b>{name}:</b> {level}</p>" for name, level in person.tongues)))


def altacv(person: Person) -> str:
    """The narrow column at the right: a motto, tags, languages rated by filled circles, studies with their dates in small type."""

    def facts(one: Post | Study, place: str = "") -> str:
        return f"<p><small>{CALENDAR} {dates(one, 'en')} &emsp;&emsp; {f'{PLACE} {place}' if place else ''}</small></p>"

    def post(one: Post) -> str:
        return f"<p class=e>{one.title}</p><p class=o><b>{one.company}</b></p>{facts(one, one.place)}{bullets(one)}<hr>"

    def study(one: Study) -> str:
        return f"<p class=e>{one.degree}</p><p class=o><b>{one.school}</b></p>{facts(one)}"

    def rated(name: str, level: str) -> str:
        return f"<p><span class=x>{'●' * RATED[level]}{'○' * (5 - RATED[level])}</span>{name}</p>"

    name = f"<h1>{person.given} {person.family}</h1><p class=t>{person.headline}</p>"
    name += f"<p><small>{MAIL} {person.email} &emsp; {PHONE} {person.phone} &emsp; {HOME} {person.address}</small></p>"
    wide = section("Experience", "".join(map(post, person.posts)))
    narrow = section("My Life Philosophy", "<p class=q>“A stop that was planned is no stop.”</p>")
    narrow += section("Strengths", f"<p>{' '.join(f'<span class=k>{skill}</span>' for skill in person.skills)}</p>")
    narrow += section("Languages", "".join(rated(*tongue) for tongue in person.tongues))
    narrow += section("Education", "".join(map(study, person.studies)))
    columns = f"<div style='float:left;width:58%'>{wide}</div><div style='margin-left:63%'>{narrow}</div>"
    return styled(ALTACV, name + columns)


CASES: dict[str, tuple[Draw, Person]] = {
    "fr-moderncv-classic": (classic, ODILE),
    "en-moderncv-banking": (banking, EDDA),
    "en-altacv": (altacv, CLEMENCE),
}

if __name__ == "__main__":
    keep(CASES)
