"""PDFs drawn line by line, so that glyphs and their order in the file are chosen: `python -m tests.golden.drawn`."""

from __future__ import annotations

import io
import random

from tests.golden.layouts import HEADINGS, HERE, dates
from tests.golden.people import TOBIAS, Person
from tests.golden.strangers import FLORIAN

Piece = tuple[float, float, str, str, float]
LEFT, RIGHT, TOP, STEP = 50.0, 390.0, 780.0, 15.0
CUT = (
    "Affréteur depuis neuf ans, de la planification des flottes à la négocia\u00ad",
    "tion tarifaire, certifié en sûreté portuaire, soucieux de fidélisation des clien-",
    "tèles profes\u00adsionnelles sur les lignes transmanche et méditerranéennes.",
)


def main_column(person: Person) -> list[tuple[str, str, float]]:
    """Lines of the wide column: text, font, size."""
    names = HEADINGS[person.language]
    found = [(names[1], "Helvetica-Bold", 13.0)]
    for post in person.posts:
        found += [(post.title, "Helvetica-Bold", 10.0), (f"{post.company}, {post.place}", "Helvetica", 10.0)]
        found += [(dates(post, person.language), "Helvetica", 10.0), *((f"• {point}", "Helvetica", 10.0) for point in post.points)]
    found.append((names[2], "Helvetica-Bold", 13.0))
    for study in person.studies:
        found += [
            (study.degree, "Helvetica-Bold", 10.0),
            (study.school, "Helvetica", 10.0),
            (dates(study, person.language), "Helvetica", 10.0),
        ]
    return found


def side_column(person: Person) -> list[tuple[str, str, float]]:
    names = HEADINGS[person.language]
    facts = [(text, "Helvetica", 10.0) for text in (person.phone, person.email, person.address)]
    skills = [(skill, "Helvetica", 10.0) for skill in person.skills]
    tongues = [(f"{name}: {level}", "Helvetica", 10.0) for name, level in person.tongues]
    heads = [(names[index], "Helvetica-Bold", 13.0) for index in (5, 3, 4)]
    return [heads[0], *facts, heads[1], *skills, heads[2], *tongues]


def placed(person: Person) -> list[Piece]:
    """Every line at its place, the order of drawing thrown about with a fixed seed, as design programs leave it."""
    found = [(LEFT, TOP, f"{person.given} {person.family}", "Helvetica-Bold", 22.0), (LEFT, TOP - 22, person.headline, "Helvetica", 12.0)]
    for left, column in ((LEFT, main_column(person)), (RIGHT, side_column(person))):
        down = TOP - 45
        for text, font, size in column:
            down -= STEP + (9 if size > 12 else 0)
            found.append((left, down, text, font, size))
    random.Random(7).shuffle(found)
    return found


def glued(person: Person) -> list[Piece]:
    """fi and fl as one glyph; words cut at line ends by hyphens and soft hyphens; a soft hyphen within a line."""
    names, tongues = HEADINGS[person.language], [f"{name} : {level}" for name, level in person.tongues]
    texts = [
        f"{person.given} {person.family}",
        person.headline,
        f"{person.address} | {person.phone}",
        person.email,
        names[0],
        *CUT,
        names[1],
    ]
    for post in person.posts:
        texts += [f"{post.title} chez {post.company}, {post.place}", dates(post, "fr"), *(f"• {point}" for point in post.points)]
    texts.append(names[2])
    for study in person.studies:
        texts += [study.degree, study.school, dates(study, "fr")]
    texts += [names[3], ", ".join(person.skills), names[4], *tongues]
    found, down = [], TOP
    for text in texts:
        head = text in names
        down -= STEP + (9 if head else 0)
        glyphs = text if "@" in text else text.replace("fi", "ﬁ").replace("fl", "ﬂ")
        found.append((LEFT, down, glyphs, "VeraBd" if head else "Vera", 22.0 if text is texts[0] else 13.0 if head else 10.0))
    return found


def draw(pieces: list[Piece]) -> bytes:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("Vera", "VeraBd"):
        registerFont(TTFont(name, f"{name}.ttf"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=1)
    for left, down, text, font, size in pieces:
        canvas.setFont(font, size)
        canvas.drawString(left, down, text)
    canvas.save()
    return made.getvalue()


CASES = {"en-shuffled": (placed, TOBIAS), "fr-ligatures": (glued, FLORIAN)}

if __name__ == "__main__":
    for case, (pieces, person) in CASES.items():
        (HERE / case).mkdir(exist_ok=True)
        (HERE / case / "input.pdf").write_bytes(draw(pieces(person)))
