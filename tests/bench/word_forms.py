"""CVs as word processors hold them: a JSON Resume document → the bytes of a DOCX, and what it shows of the dates.

Six ways to lay a page out (`FORMS`), times habits drawn by the file's name: how dates are written, in which order a post is told,
what stands over a part, bullets typed or numbered. Nothing but text and the parts that Word writes.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

Shown = tuple[str, str | None, str | None]
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OPEN = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SHORT = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(),
}
RANGES = {
    "fr": (
        ("{}", " – ", "{} à ce jour"),
        ("de {}", " à ", "depuis {}"),
        ("{}", " à ", "{} à aujourd'hui"),
        ("{}", "-", "{} - en cours"),
        ("{}", " > ", "Depuis {}"),
        ("Du {}", " au ", "Depuis {}"),
    ),
    "en": (
        ("{}", " – ", "{} – Present"),
        ("{}", " to ", "{} to date"),
        ("{}", "–", "Since {}"),
        ("{}", " - ", "{} - current"),
        ("From {}", " to ", "From {} to present"),
        ("{}", " / ", "{} / ongoing"),
    ),
}
HEADINGS = {
    "fr": {
        "summary": ("Profil", "Objectif", "Présentation"),
        "work": ("Expériences professionnelles", "Parcours professionnel", "Expérience"),
        "education": ("Formation", "Diplômes et formations", "Études"),
        "skills": ("Compétences", "Savoir-faire", "Compétences clés"),
        "languages": ("Langues", "Langues étrangères"),
        "certificates": ("Certifications", "Habilitations et certificats", "Formations complémentaires"),
        "interests": ("Centres d'intérêt", "Loisirs", "Divers"),
    },
    "en": {
        "summary": ("Profile", "Summary", "Personal Statement"),
        "work": ("Work Experience", "Employment History", "Professional Experience"),
        "education": ("Education", "Education & Qualifications", "Academic Background"),
        "skills": ("Skills", "Key Skills", "Core Competencies"),
        "languages": ("Languages", "Language Skills"),
        "certificates": ("Certifications", "Licences & Certificates", "Professional Training"),
        "interests": ("Interests", "Hobbies and Interests"),
    },
}
FORMS = ("paragraphs", "tabs", "header", "sidebar", "boxes", "columns", "dates-table", "grid")


class Habits:
    """What one candidate does alike all over the file."""

    def __init__(self, name: str, language: str) -> None:
        chance = random.Random(name)
        self.language = language
        self.font = chance.choice(("Calibri", "Arial", "Times New Roman", "Cambria", "Century Gothic"))
        self.colour = chance.choice(("000000", "1F3864", "7F7F7F", "2E74B5", "833C0B"))
        self.months = chance.choice(("long", "short", "slash", "dot", "year"))
        self.range = chance.choice(RANGES[language])
        self.post = chance.choice(("title-first", "employer-first", "one-line", "dates-above", "at", "bars"))
        self.grouped = chance.random() < 0.5
        self.bullet = chance.choice(("•", "-", "numbered", "numbered", "►"))
        self.heads = {part: chance.choice(words) for part, words in HEADINGS[language].items()}
        self.loud = chance.random() < 0.5
        self.labelled = chance.random() < 0.4
        self.listed = chance.choice(("commas", "bullets", "groups"))
        self.order = chance.sample(("education", "skills", "languages", "certificates"), 4)
        self.family_loud = chance.random() < 0.3

    def heading(self, part: str) -> str:
        return self.heads[part].upper() if self.loud else self.heads[part]

    def moment(self, date: str) -> tuple[str, str]:
        """As printed, and as much of it as is printed."""
        year, _, month = date.partition("-")
        if not month or self.months == "year":
            return year, year
        number = int(month[:2])
        words = {
            "long": f"{MONTHS[self.language][number - 1]} {year}",
            "short": f"{SHORT[self.language][number - 1]} {year}",
            "slash": f"{number:02d}/{year}",
            "dot": f"{number:02d}.{year}",
        }
        return words[self.months], f"{year}-{number:02d}"

    def span(self, entry: dict[str, Any]) -> Shown:
        """A moment printed alone is the beginning of a post, and the end of a study."""
        begin, end = entry.get("startDate"), entry.get("endDate")
        if not begin:
            return ("", None, None)
        first, start = self.moment(begin)
        if not end:
            return _capital(self.range[2].format(first)), start, "present"
        last, finish = self.moment(end)
        if first == last:
            return (first, None, finish) if "studyType" in entry else (first, start, None)
        return _capital(self.range[0].format(first) + self.range[1] + last), start, finish


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shown_dates(document: dict[str, Any], habits: Habits) -> dict[str, list[tuple[str | None, str | None]]]:
    return {part: [habits.span(entry)[1:] for entry in document[part]] for part in ("work", "education")}


def run(text: str, *, bold: bool = False, italic: bool = False, size: int = 20, colour: str = "") -> str:
    painted = f"<w:color w:val='{colour}'/>" if colour else ""
    look = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{painted}<w:sz w:val='{size}'/>"
    parts = (f"<w:t xml:space='preserve'>{escape(part)}</w:t>" for part in text.split("\t"))
    return f"<w:r><w:rPr>{look}</w:rPr>{'<w:tab/>'.join(parts)}</w:r>"


def paragraph(*runs: str, align: str = "", tab: int = 0, ruled: bool = False, numbered: bool = False, section: str = "") -> str:
    about = [
        "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>" if numbered else "",
        "<w:pBdr><w:bottom w:val='single' w:sz='6' w:space='1' w:color='808080'/></w:pBdr>" if ruled else "",
        f"<w:tabs><w:tab w:val='right' w:pos='{tab}'/></w:tabs>" if tab else "",
        f"<w:jc w:val='{align}'/>" if align else "",
        section,
    ]
    return f"<w:p><w:pPr>{''.join(about)}</w:pPr>{''.join(runs)}</w:p>"


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, ruled: bool = False) -> str:
    edges = "top left bottom right insideH insideV".split()
    rules = "".join(f"<w:{edge} w:val='single' w:sz='4' w:color='A0A0A0'/>" for edge in edges) if ruled else ""
    grid = "".join(f"<w:gridCol w:w='{width}'/>" for width in widths)
    drawn = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{cell or '<w:p/>'}</w:tc>"
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    about = f"<w:tblW w:w='{sum(widths)}' w:type='dxa'/><w:tblBorders>{rules}</w:tblBorders>"
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>"


def box(content: str, *, left: int, top: int, width: int, height: int) -> str:
    """A text box as Word writes it: the drawing, and the same words once more for older readers. Millimetres."""
    emu = 36000
    shape = (
        f"<wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='1' behindDoc='0' "
        f"locked='0' layoutInCell='1' allowOverlap='1'>"
        f"<wp:simplePos x='0' y='0'/><wp:positionH relativeFrom='page'><wp:posOffset>{left * emu}</wp:posOffset></wp:positionH>"
        f"<wp:positionV relativeFrom='page'><wp:posOffset>{top * emu}</wp:posOffset>"
        f"</wp:positionV><wp:extent cx='{width * emu}' cy='{height * emu}'/>"
        f"<wp:wrapSquare wrapText='bothSides'/><wp:docPr id='{left + top + 1}' name='Text Box'/><a:graphic>"
        f"<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
        f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr>"
        f"<a:xfrm><a:off x='0' y='0'/><a:ext cx='{width * emu}' cy='{height * emu}'/>"
        f"</a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    older = f"<w:pict><v:shape style='position:absolute'><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    newer = f"<mc:Choice Requires='wps'><w:drawing>{shape}</w:drawing></mc:Choice>"
    return f"<w:r><mc:AlternateContent>{newer}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"


TABS = {"sidebar": 6200, "columns": 4600, "boxes": 6600, "grid": 7000}


class Writer:
    def __init__(self, document: dict[str, Any], habits: Habits, form: str) -> None:
        self.tab = TABS.get(form, 9000)
        self.document = document
        self.habits = habits
        self.basics = document["basics"]

    def heading(self, part: str) -> str:
        return paragraph(run(self.habits.heading(part), bold=True, size=26, colour=self.habits.colour), ruled=True)

    def name(self, *, align: str = "") -> str:
        said = self.basics["name"]
        if self.habits.family_loud and said.count(" ") == 1 and "," not in said:
            said = f"{said.split()[0]} {said.split()[1].upper()}"
        parts = [paragraph(run(said, bold=True, size=40, colour=self.habits.colour), align=align)]
        if self.basics.get("label"):
            parts.append(paragraph(run(self.basics["label"], size=26), align=align))
        return "".join(parts)

    def contact_items(self) -> list[str]:
        place = self.basics["location"]
        town = " ".join(part for part in (place.get("postalCode"), place.get("city")) if part)
        if self.habits.language == "en":
            town = ", ".join(part for part in (place.get("city"), place.get("region") or place.get("postalCode")) if part)
        labels = {"fr": ("Adresse : ", "Tél. : ", "E-mail : ", "Site : "), "en": ("Address: ", "Phone: ", "Email: ", "Web: ")}
        values = [town, self.basics.get("phone", ""), self.basics.get("email", ""), self.basics.get("url", "")]
        said = zip(labels[self.habits.language], values, strict=True)
        links = [profile["url"] for profile in self.basics["profiles"] if profile.get("url")]
        return [(label if self.habits.labelled else "") + value for label, value in said if value] + links

    def contact_lines(self, *, align: str = "") -> str:
        return "".join(paragraph(run(item), align=align) for item in self.contact_items())

    def contact_line(self, *, align: str = "") -> str:
        return paragraph(run("  |  ".join(self.contact_items())), align=align)

    def points(self, entry: dict[str, Any]) -> str:
        about = paragraph(run(entry["summary"])) if entry.get("summary") else ""
        return about + "".join(self.point(point) for point in entry["highlights"])

    def point(self, text: str) -> str:
        numbered = self.habits.bullet == "numbered"
        return paragraph(run(text if numbered else f"{self.habits.bullet} {text}"), numbered=numbered)

    def post(self, work: dict[str, Any], *, dated: bool = True) -> str:
        dates = self.habits.span(work)[0] if dated else ""
        title, employer, place = work["position"], work["name"], work.get("location", "")
        at = {"fr": " chez ", "en": " at "}[self.habits.language]
        where = f"{employer}, {place}" if place else employer
        line: dict[str, Callable[[], str]] = {
            "title-first": lambda: paragraph(run(_tabbed(title, dates), bold=True), tab=self.tab) + paragraph(run(where, italic=True)),
            "employer-first": lambda: paragraph(run(_tabbed(where, dates), bold=True), tab=self.tab) + paragraph(run(title, italic=True)),
            "one-line": lambda: paragraph(
                run(f"{dates} : " if dates else "", bold=True), run(title, bold=True), run(f" – {employer}{f' ({place})' if place else ''}")
            ),
            "dates-above": lambda: (
                (paragraph(run(dates, italic=True)) if dates else "")
                + paragraph(run(employer.upper(), bold=True), run(f" – {place}" if place else ""))
                + paragraph(run(title, bold=True))
            ),
            "at": lambda: (
                paragraph(run(title + at + employer, bold=True)) + (paragraph(run(dates, italic=True, colour="7F7F7F")) if dates else "")
            ),
            "bars": lambda: paragraph(run(" | ".join(part for part in (title, employer, place, dates) if part), bold=True)),
        }
        return line[self.habits.post]() + self.points(work)

    def posts(self) -> str:
        if not self.habits.grouped or self.habits.post not in ("title-first", "employer-first"):
            return "".join(map(self.post, self.document["work"]))
        out, last = [], None
        for work in self.document["work"]:
            if work["name"] != last:
                out.append(paragraph(run(work["name"], bold=True, size=22), run(f", {work['location']}" if work.get("location") else "")))
            out.append(paragraph(run(_tabbed(work["position"], self.habits.span(work)[0]), italic=True), tab=self.tab) + self.points(work))
            last = work["name"]
        return "".join(out)

    def study(self, study: dict[str, Any], *, dated: bool = True) -> str:
        dates = self.habits.span(study)[0] if dated else ""
        degree = " ".join(part for part in (study["studyType"], study["area"]) if part)
        school = study.get("institution", "")
        if self.habits.post in ("one-line", "bars"):
            return paragraph(run(f"{dates} : " if dates else ""), run(degree, bold=True), run(f" – {school}" if school else ""))
        return paragraph(run(_tabbed(degree, dates), bold=True), tab=self.tab) + (paragraph(run(school)) if school else "")

    def skills(self) -> str:
        groups = self.document["skills"]
        words = [word for group in groups for word in group["keywords"] or [group["name"]]]
        if self.habits.listed == "bullets":
            return "".join(map(self.point, words))
        if self.habits.listed == "groups" and all(group["name"] for group in groups):
            colon = {"fr": " : ", "en": ": "}[self.habits.language]
            return "".join(paragraph(run(group["name"] + colon, bold=True), run(", ".join(group["keywords"]))) for group in groups)
        return paragraph(run(", ".join(words)))

    def part(self, name: str) -> str:
        entries = self.document[name]
        colon = {"fr": " : ", "en": ": "}[self.habits.language]
        body: dict[str, Callable[[], str]] = {
            "work": self.posts,
            "education": lambda: "".join(map(self.study, entries)),
            "skills": self.skills,
            "languages": lambda: "".join(
                paragraph(run(entry["language"] + (colon + entry["fluency"] if entry.get("fluency") else ""))) for entry in entries
            ),
            "certificates": lambda: "".join(self.point(self.certificate(entry)) for entry in entries),
            "interests": lambda: paragraph(run(", ".join(entry["name"] for entry in entries))),
        }
        return self.heading(name) + body[name]() if entries else ""

    def certificate(self, entry: dict[str, Any]) -> str:
        date = self.habits.moment(entry["date"])[0] if entry.get("date") else ""
        return ", ".join(part for part in (entry["name"], entry.get("issuer", ""), date) if part)

    def summary(self) -> str:
        return self.heading("summary") + paragraph(run(self.basics["summary"])) if self.basics.get("summary") else ""

    def rest(self) -> str:
        return "".join(map(self.part, ("work", *self.habits.order, "interests")))

    def main(self) -> str:
        return self.summary() + "".join(map(self.part, ("work", "education", "certificates")))

    def beside(self) -> str:
        return "".join(map(self.part, ("skills", "languages", "interests")))

    def dated_table(self, part: str) -> str:
        tell = self.post if part == "work" else self.study
        rows = [
            (paragraph(run(self.habits.span(entry)[0], bold=True)), tell(entry, dated=False))  # type: ignore[operator]
            for entry in self.document[part]
        ]
        return table(rows, (2300, 7000))


def _tabbed(text: str, dates: str) -> str:
    return f"{text}\t{dates}" if dates else text


def docx(document: dict[str, Any], form: str, habits: Habits) -> bytes:
    """The file in one of FORMS. `document` is JSON Resume as make_corpus.py normalises it."""
    writer = Writer(document, habits, form)
    body, header, footer = {
        "paragraphs": lambda: (writer.name() + writer.contact_lines() + writer.summary() + writer.rest(), "", ""),
        "tabs": lambda: (writer.name(align="center") + writer.contact_line(align="center") + writer.summary() + writer.rest(), "", ""),
        "header": lambda: (writer.summary() + writer.rest(), writer.name() + writer.contact_line(), writer.contact_line(align="center")),
        "sidebar": lambda: (
            table([(writer.name() + writer.contact_lines() + writer.beside(), writer.main())], (3200, 6600)),
            "",
            paragraph(run("1 / 1"), align="right"),
        ),
        "boxes": lambda: (
            paragraph(
                box(writer.name(), left=75, top=12, width=120, height=26),
                box(writer.contact_lines() + writer.beside(), left=10, top=12, width=58, height=200),
            )
            + writer.main(),
            "",
            "",
        ),
        "columns": lambda: (
            writer.name(align="center")
            + writer.contact_line(align="center")
            + paragraph(section=_section(1))
            + writer.beside()
            + paragraph("<w:r><w:br w:type='column'/></w:r>")
            + writer.main(),
            "",
            "",
        ),
        "dates-table": lambda: (
            table([(writer.name() + writer.contact_lines(), "")], (6300, 3000))
            + writer.summary()
            + writer.heading("work")
            + writer.dated_table("work")
            + writer.heading("education")
            + writer.dated_table("education")
            + "".join(map(writer.part, ("skills", "languages", "certificates", "interests"))),
            "",
            "",
        ),
        "grid": lambda: (writer.name() + writer.contact_line() + _grid(writer), "", ""),
    }[form]()
    columns = 2 if form == "columns" else 1
    page = (_reference("header", header) + _reference("footer", footer), "left" if form == "boxes" else "")
    final = _section(columns, page[0], margin=4000 if page[1] else 1000)
    return _packed(body + final, header, footer, habits.font)


def _grid(writer: Writer) -> str:
    """A ruled table: the heading in the first cell of each row, what belongs to it in the second."""

    def told(part: str) -> str:
        return re.sub(r"^<w:p>.*?</w:p>", "", writer.part(part), count=1)

    rows = [
        (paragraph(run(writer.habits.heading(part), bold=True)), told(part))
        for part in ("work", "education", "skills", "languages", "certificates", "interests")
        if writer.document[part]
    ]
    return writer.summary() + table(rows, (2100, 7400), ruled=True)


def _section(columns: int, references: str = "", margin: int = 1000) -> str:
    return (
        f"<w:sectPr>{references}<w:type w:val='continuous'/><w:pgSz w:w='11906' w:h='16838'/>"
        f"<w:pgMar w:top='1000' w:right='1000' w:bottom='1000' w:left='{margin}' w:header='500' w:footer='500'/>"
        f"<w:cols w:num='{columns}' w:space='400'/></w:sectPr>"
    )


def _reference(kind: str, content: str) -> str:
    return f"<w:{kind}Reference w:type='default' r:id='{kind}'/>" if content else ""


def _packed(body: str, header: str, footer: str, font: str) -> bytes:
    parts = {"header": header, "footer": footer}
    held = {kind: content for kind, content in parts.items() if content}
    relations = (
        "".join(
            f'<Relationship Id="{kind}" Type="{OPEN}/officeDocument/2006/relationships/{kind}" Target="{kind}1.xml"/>'
            for kind in ("styles", "numbering", *held)
        )
        .replace("styles1.xml", "styles.xml")
        .replace("numbering1.xml", "numbering.xml")
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            *((f"{kind}1", kind) for kind in held),
        )
    )
    styles = (
        f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/><w:sz w:val='20'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style></w:styles>"
    )
    numbering = (
        f"<w:numbering {SPACES}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/>"
        "<w:pPr><w:ind w:left='400' w:hanging='200'/></w:pPr></w:lvl>"
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{OPEN}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{OPEN}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{OPEN}/officeDocument/2006/relationships/officeDocument" '
        f'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{OPEN}/package/2006/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles,
        "word/numbering.xml": numbering,
        **{
            f"word/{kind}1.xml": f"<w:{tag} {SPACES}>{content}</w:{tag}>"
            for kind, content in held.items()
            for tag in ({"header": "hdr", "footer": "ftr"}[kind],)
        },
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return out.getvalue()
