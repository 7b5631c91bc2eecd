"""The pages a CV was read from, as pictures on which the boxes of evidence lie."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from db import files
from db.models import AuditEvent, Document
from tests.parsing.made import docx, p, page, pdf, picture
from tests.services.test_document import open_link
from tests.stage import CV, fresh_caller
from workers.errors import NotFound
from workers.services import document, resume, sheet
from workers.services.caller import Caller

LINES = ("Camille Exemple", "camille.exemple@example.com", "Compétences", "Python, Django")
FILES = {
    "cv.pdf": lambda: pdf(LINES),
    "cv.png": lambda: picture(page(LINES)),
    "cv.docx": lambda: docx("".join(map(p, LINES))),
    "cv.txt": lambda: CV,
}


@pytest.mark.parametrize("name", FILES)
async def test_evidence_lies_on_its_words(caller: Caller, name: str) -> None:
    """There is ink in the box of the e-mail address, or its very words stand there."""
    row = await resume.parse(caller, FILES[name](), name)
    read = resume.cv(row, caller)
    assert read
    seen, made = read.evidence["candidate.email"], await sheet.of_resume(caller, row.id)
    drawn = await open_link(document.url(made[seen.page - 1]))
    if made[0].media_type == "image/svg+xml":
        word = re.search(r'<text x="([\d.]+)"[^>]*>[^<]*@', drawn.decode())
        assert word and abs(float(word[1]) - seen.box[0]) < 2
        return
    image = Image.open(io.BytesIO(drawn)).convert("L")
    inside = image.crop(tuple(round(side * sheet.SCALE) for side in seen.box))  # type: ignore[arg-type]
    darkest, brightest = inside.getextrema()
    assert darkest < 128 < brightest


async def test_sheets_are_made_once_and_looked_at_on_record(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    first, again = [await sheet.of_resume(caller, row.id) for _ in range(2)]
    assert [page.id for page in first] == [page.id for page in again]
    assert await AuditEvent.filter(subject_id=row.id, action="resume.file").count() == 2


async def test_sheets_go_with_the_cv(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    made = await sheet.of_resume(caller, row.id)
    with pytest.raises(NotFound):
        await sheet.of_resume(await fresh_caller(), row.id)
    await resume.delete(caller, row.id)
    assert not await Document.filter(resume_id=row.id).exists()
    with pytest.raises(FileNotFoundError):
        await files.get(made[0].file, caller.sealer)


def test_a_drawn_page_is_plain_xml() -> None:
    """Signs that XML knows no way to write are left out."""
    from lxml import etree

    from workers.parsing.read.sheet import sheets

    (drawn,) = sheets(("Camille <Exemple> & Cie \x01\x0b camille@example.com\n" + "Compétences : Python, Django et SQL\n" * 9).encode())
    assert etree.fromstring(drawn.data).tag.endswith("svg")
