"""Two golden DOCX files as word processors write them, packed by hand with nothing but text: `python -m tests.golden.word`."""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

from tests.golden.layouts import HEADINGS, dates
from tests.golden.people import INES, TOBIAS, Person

HERE = Path(__file__).parent
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def paragraph(text: str, *, size: int = 20, bold: bool = False) -> str:
    look = f"<w:rPr>{'<w:b/>' if bold else ''}<w:sz w:val='{size}'/></w:rPr>"
    runs = "<w:r><w:tab/></w:r>".join(f"<w:r>{look}<w:t xml:space='preserve'>{escape(part)}</w:t></w:r>" for part in text.split("\t"))
    return f"<w:p>{runs}</w:p>"


def table(rows: list[tuple[str, str]]) -> str:
    def cell(text: str, width: int) -> str:
        return f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{text}</w:tc>"

    drawn = "".join(f"<w:tr>{cell(left, 2400)}{cell(right, 7000)}</w:tr>" for left, right in rows)
    return f"<w:tbl><w:tblGrid><w:gridCol w:w='2400'/><w:gridCol w:w='7000'/></w:tblGrid>{drawn}</w:tbl>"


def plain(person: Person) -> str:
    """Headings in bold, every post in paragraphs, the dates behind a tab."""
    summary, work, school, skills, tongues, _ = HEADINGS[person.language]
    parts = [paragraph(f"{person.given} {person.family.upper()}", size=36, bold=True), paragraph(person.headline, size=24)]
    parts += [paragraph(person.address), paragraph(f"{person.phone} | {person.email}"), paragraph(summary, size=26, bold=True)]
    parts += [paragraph(person.summary), paragraph(work, size=26, bold=True)]
    for post in person.posts:
        parts += [paragraph(f"{post.title}\t{dates(post, person.language)}", bold=True), paragraph(f"{post.company}, {post.place}")]
        parts += [paragraph(f"• {point}") for point in post.points]
    parts.append(paragraph(school, size=26, bold=True))
    for study in person.studies:
        parts += [paragraph(f"{study.degree}\t{dates(study, person.language)}", bold=True), paragraph(study.school)]
    parts += [paragraph(skills, size=26, bold=True), paragraph(", ".join(person.skills)), paragraph(tongues, size=26, bold=True)]
    return "".join(parts) + "".join(paragraph(f"{name} : {level}") for name, level in person.tongues)


def tabular(person: Person) -> str:
    """A table with the dates in its first column, as old templates have it."""
    summary, work, school, skills, tongues, _ = HEADINGS[person.language]
    posts = [
        (
            paragraph(dates(post, person.language)),
            paragraph(post.title, bold=True) + paragraph(post.company) + "".join(paragraph(f"• {point}") for point in post.points),
        )
        for post in person.posts
    ]
    studies = [
        (paragraph(dates(study, person.language)), paragraph(study.degree, bold=True) + paragraph(study.school)) for study in person.studies
    ]
    parts = [paragraph(f"{person.given} {person.family}", size=36, bold=True), paragraph(person.headline, size=24)]
    parts += [paragraph(person.address), paragraph(f"{person.phone} | {person.email}"), paragraph(summary, size=26, bold=True)]
    parts += [paragraph(person.summary), paragraph(work, size=26, bold=True), table(posts), paragraph(school, size=26, bold=True)]
    parts += [table(studies), paragraph(skills, size=26, bold=True), paragraph(", ".join(person.skills))]
    parts.append(paragraph(tongues, size=26, bold=True))
    return "".join(parts) + "".join(paragraph(f"{name} ({level})") for name, level in person.tongues)


CASES = {"fr-word": (plain, INES), "en-word-table": (tabular, TOBIAS)}


def packed(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'),
        ):
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)
    return made.getvalue()


if __name__ == "__main__":
    for case, (layout, person) in CASES.items():
        (HERE / case).mkdir(exist_ok=True)
        (HERE / case / "input.docx").write_bytes(packed(layout(person)))
