"""Printed CVs: kept sealed, fetched by links that expire and can be revoked; previews made again only when they must."""

from __future__ import annotations

import base64
import datetime as dt
import io
import re
import uuid
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from PIL import Image

from db import files
from db.models import Document
from tests.stage import CV, fresh_caller
from workers.errors import ErrorCode, Forbidden, InvalidInput, NotFound
from workers.services import document, resume, settings
from workers.services.caller import Caller

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#336699"/></svg>'


def text_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()


async def open_link(link: str) -> bytes:
    parts = urlsplit(link)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return (await document.opened(uuid.UUID(parts.path.rsplit("/", 1)[1]), query["expires"], query["signature"]))[1]


async def test_a_cv_is_printed_behind_a_link(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    made = await document.publish(caller, row.id)
    pdf = await open_link(document.url(made))
    assert pdf.startswith(b"%PDF") and "Camille Exemple" in text_of(pdf) and "Atelier Fictif" in text_of(pdf)


async def test_a_blind_print_names_nobody(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    printed = await document.pdf(caller, row.id, {"privacy": "blind"})
    text = text_of(printed.pdf)
    assert not re.search("Camille|Exemple|camille|Atelier Fictif|6 39 98", text) and re.search(r"Candidat\w* [2-9A-Z]{4}", text)
    again = await document.pdf(caller, row.id, {"privacy": "blind"})
    assert re.search(r"Candidat\w* [2-9A-Z]{4}", text_of(again.pdf))[0] == re.search(r"Candidat\w* [2-9A-Z]{4}", text)[0]  # type: ignore[index]


async def test_links_are_for_one_document_and_one_time(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    one, two = [await document.publish(caller, row.id) for _ in range(2)]
    expires, signature = [parse_qs(urlsplit(document.url(one)).query)[name][0] for name in ("expires", "signature")]
    for identity, until, signed in (
        (two.id, expires, signature),
        (one.id, str(int(expires) + 60), signature),
        (one.id, expires, signature[:-2]),
        (one.id, "soon", signature),
    ):
        with pytest.raises(NotFound):
            await document.opened(identity, until, signed)


async def test_an_expired_link_stops(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    made = await document.publish(caller, row.id)
    made.expires_at = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
    with pytest.raises(NotFound):
        await open_link(document.url(made))


async def test_a_revoked_link_stops_and_its_file_goes(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    made = await document.publish(caller, row.id)
    await document.revoke(caller, made.id)
    with pytest.raises(NotFound):
        await open_link(document.url(made))
    assert made.file not in await files.names(str(caller.account_id))


async def test_a_repeated_task_makes_one_document(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    identity = uuid.uuid4()
    for is_first in (True, False):
        await document.publish_once(caller, row.id, identity, is_first)
    assert await Document.visible(caller).filter(kind="PDF").count() == 1


async def test_documents_go_with_their_cv(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    await document.publish(caller, row.id)
    await document.previews(caller, row.id)
    await resume.delete(caller, row.id)
    assert await files.names(str(caller.account_id)) == [] and not await Document.visible(caller).exists()


async def test_several_at_once(caller: Caller) -> None:
    rows = [await resume.parse(caller, CV, f"{number}.txt") for number in range(3)]
    printed = await document.publish_many(caller, [row.id for row in rows])
    assert [each.resume_id for each in printed] == [row.id for row in rows] and all(each.document for each in printed)


async def test_a_foreign_cv_refuses_all(caller: Caller) -> None:
    row = await resume.parse(caller, CV, "camille.txt")
    stranger = await fresh_caller()
    other = await resume.parse(stranger, CV, "camille.txt")
    with pytest.raises(Forbidden):
        await document.publish_many(caller, [row.id, other.id])
    with pytest.raises(InvalidInput):
        await document.publish_many(caller, [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"fontSize": 40}, "fontSize"),
        ({"marginX": -1}, "marginX"),
        ({"layout": "fancy"}, "layout"),
        ({"fontStyle": "Comic"}, "fontStyle"),
        ({"branding": {"accentColour": "red"}}, "accentColour"),
        ({"logo": "###"}, "logo"),
        ({"logo": base64.b64encode(b"GIF89a").decode()}, "logo"),
        ({"sections": {"language": "xx"}}, "language"),
        ({"preset": "secret"}, "privacy"),
        ({"shoeSize": 42}, "shoeSize"),
    ],
)
async def test_a_wrong_setting_is_named(caller: Caller, changes: dict[str, object], field: str) -> None:
    before = await settings.current(caller)
    with pytest.raises(InvalidInput) as refused:
        await settings.update(caller, changes)
    assert field in refused.value.field and field in refused.value.message
    assert refused.value.code in (ErrorCode.OUT_OF_RANGE, ErrorCode.INVALID_REQUEST)
    assert await settings.current(caller) == before


async def test_a_logo_is_drawn_anew(caller: Caller) -> None:
    kept = settings.read(await settings.update(caller, {"branding": {"logo": base64.b64encode(SVG).decode()}}))
    assert kept.branding.logo
    picture = Image.open(io.BytesIO(kept.branding.logo))
    assert picture.format == "PNG" and picture.getpixel((picture.width // 2, picture.height // 2))[:3] == (0x33, 0x66, 0x99)  # type: ignore[index]


async def test_previews_are_made_again_only_when_they_must(caller: Caller) -> None:
    first = await document.sample_previews(caller)
    assert [page.id for page in await document.sample_previews(caller)] == [page.id for page in first]
    await settings.update(caller, {"layout": "classic"})
    fresh = await document.sample_previews(caller)
    assert not {page.id for page in fresh} & {page.id for page in first}
    assert (await open_link(document.url(fresh[0]))).startswith(b"\x89PNG")
    with pytest.raises(NotFound):
        await open_link(document.url(first[0]))


async def test_settings_of_sandbox_and_real_are_two(caller: Caller) -> None:
    await settings.update(caller, {"layout": "compact"})
    assert (await settings.current(Caller(caller.account, sandbox=True))).layout == "modern"


async def test_a_photo_is_printed_unless_hidden(caller: Caller) -> None:
    from tests.parsing.test_portrait import page

    row = await resume.parse(caller, page(90, 110), "photo.pdf")
    assert (read := resume.cv(row, caller)) and read.candidate.has_photo
    shown, hidden = [await document.pdf(caller, row.id, {"privacy": {"hidePhoto": hide}}) for hide in (False, True)]
    assert _pictures(shown.pdf) == 1 and _pictures(hidden.pdf) == 0


def _pictures(pdf: bytes) -> int:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return len(list(opened[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
    finally:
        opened.close()


async def test_a_print_that_takes_too_long_says_so(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was read long ago: nobody is told to send another."""
    row = await resume.parse(caller, CV, "camille.txt")
    monkeypatch.setattr(document, "DEADLINE", 0.001)
    with pytest.raises(InvalidInput, match="Printing this CV took too long") as caught:
        await document.pdf(caller, row.id)
    assert caught.value.code is ErrorCode.TIMED_OUT
