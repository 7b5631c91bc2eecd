"""What `read` takes and refuses: told from the bytes, each refusal with a code of its own."""

from __future__ import annotations

import os
import zipfile

import pytest
from PIL import ImageFile

from tests.parsing.made import archive, docx, odt, p, page, pdf, picture, words
from workers.errors import CvError, ErrorCode, InvalidFile, TooLarge
from workers.parsing.read import read
from workers.parsing.read.sniff import Kind, kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RTF = rb"{\rtf1 Camille}"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf(("a",)), Kind.PDF),
        (b"\r\n junk before \n" + pdf(("a",)), Kind.PDF),
        (docx(p("a")), Kind.DOCX),
        (odt("<text:p>a</text:p>"), Kind.ODT),
        (RTF, Kind.RTF),
        (b"\xef\xbb\xbf" + RTF, Kind.RTF),
        (OLE + "WordDocument".encode("utf-16-le"), Kind.DOC),
        (b"<!DOCTYPE html><p>a", Kind.HTML),
        (b"  <!-- made by hand -->\n<HTML><body>a", Kind.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'><body>a", Kind.HTML),
        ("<html>a".encode("utf-16"), Kind.HTML),
        (b"Camille Exemple\nInfirmi\xe8re", Kind.TEXT),
        ("Camille".encode("utf-16"), Kind.TEXT),
        ("Camille".encode("utf-16-le"), Kind.TEXT),
        (b"1 < 2 and a<b", Kind.TEXT),
        (picture(page(("a",), dpi=20)), Kind.IMAGE),
        (picture(page(("a",), dpi=20), "JPEG"), Kind.IMAGE),
        (picture(page(("a",), dpi=20), "TIFF"), Kind.IMAGE),
    ],
)
def test_a_file_is_what_its_bytes_say(data: bytes, expected: Kind) -> None:
    assert kind(data) is expected


def test_names_are_the_senders_opinion() -> None:
    assert words(read(docx(p("Camille")), "cv.pdf")) == words(read(docx(p("Camille")), "cv.exe")) == "Camille"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ErrorCode.FILE_EMPTY),
        (b" \n\t\r\n", ErrorCode.FILE_EMPTY),
        (bytes(2000), ErrorCode.FILE_EMPTY),
        (b"\x7fELF" + bytes(99), ErrorCode.FILE_UNSUPPORTED),
        (b"MZ" + bytes(99), ErrorCode.FILE_UNSUPPORTED),
        (b"GIF89a" + bytes(99), ErrorCode.FILE_UNSUPPORTED),
        (bytes(range(256)) * 8, ErrorCode.FILE_UNSUPPORTED),
        (os.urandom(0) + b"\x01\x02\x03\x04\x05" * 500, ErrorCode.FILE_UNSUPPORTED),
        (b"<?xml version='1.0'?><invoice/>", ErrorCode.FILE_UNSUPPORTED),
        (archive({"notes.txt": "a"}), ErrorCode.FILE_UNSUPPORTED),
        (archive({"inner.zip": archive({"a": "b"})}), ErrorCode.FILE_UNSUPPORTED),
        (archive({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), ErrorCode.FILE_UNSUPPORTED),
        (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), ErrorCode.FILE_UNSUPPORTED),
        (OLE + "Workbook".encode("utf-16-le"), ErrorCode.FILE_UNSUPPORTED),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ErrorCode.FILE_ENCRYPTED),
        (pdf(("secret",), password="x"), ErrorCode.FILE_ENCRYPTED),
        (odt("<text:p>a</text:p>", manifest="<m><encryption-data/></m>"), ErrorCode.FILE_ENCRYPTED),
        (pdf(("Camille",))[:60], ErrorCode.FILE_DAMAGED),
        (b"%PDF-1.7\nnothing", ErrorCode.FILE_DAMAGED),
        (docx(p("Camille"))[:300], ErrorCode.FILE_DAMAGED),
        (archive({"word/document.xml": "no xml at all"}), ErrorCode.FILE_DAMAGED),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), ErrorCode.FILE_DAMAGED),
        (picture(page(("Camille",)))[:500], ErrorCode.FILE_DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), ErrorCode.FILE_DAMAGED),
        (docx(""), ErrorCode.NO_TEXT_EXTRACTED),
        (b"<html><body><script>x</script></body>", ErrorCode.NO_TEXT_EXTRACTED),
        (pdf(()), ErrorCode.NO_TEXT_EXTRACTED),
        (OLE + "WordDocument".encode("utf-16-le"), ErrorCode.NO_TEXT_EXTRACTED),
        (b"{\\rtf1" + b"{" * 5000 + b"a", ErrorCode.FILE_TOO_COMPLEX),
    ],
)
def test_every_refusal_has_its_code(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(CvError) as caught:
        read(data)
    assert caught.value.code is code
    assert caught.value.message.endswith(".")


def test_large_files_are_refused_at_the_door() -> None:
    with pytest.raises(TooLarge):
        read(b"a" * 101, most_bytes=100)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert words(read(pdf(("Camille Exemple",), owner="x"))) == "Camille Exemple"


def test_a_picture_renamed_pdf_is_read_as_a_picture() -> None:
    assert kind(picture(page(("Camille",), dpi=40), "JPEG")) is Kind.IMAGE


def test_a_bomb_is_refused_by_its_directory() -> None:
    """220 MB of blanks in 200 kB: refused before a byte is inflated."""
    with pytest.raises(InvalidFile) as caught:
        read(archive({"word/document.xml": b" " * (220 * 2**20)}))
    assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX


def test_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    """The directory claims a few bytes; what comes out is counted."""
    honest = archive({"word/document.xml": b" " * (60 * 2**20), "pad": os.urandom(400_000)})
    (entry,) = [each for each in zipfile.ZipFile(_file(honest)).infolist() if each.filename == "word/document.xml"]
    size = entry.file_size.to_bytes(4, "little")
    with pytest.raises(InvalidFile) as caught:
        read(honest.replace(size, (3_000_000).to_bytes(4, "little")))
    assert caught.value.code in (ErrorCode.FILE_TOO_COMPLEX, ErrorCode.FILE_DAMAGED)


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(InvalidFile) as caught:
        read(archive({f"word/document{number}.xml": "" for number in range(4000)}))
    assert caught.value.code is ErrorCode.FILE_TOO_COMPLEX


@pytest.mark.parametrize(
    "declaration", ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "expanded">', '<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;']
)
def test_xml_entities_are_neither_expanded_nor_fetched(declaration: str) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<!DOCTYPE d [{declaration}]><w:document {names}><w:body><w:p><w:r><w:t>a&x;b</w:t></w:r></w:p></w:body></w:document>"
    try:
        text = words(read(archive({"word/document.xml": xml})))
    except InvalidFile:
        return
    assert "root" not in text and "expanded" not in text


def test_billions_of_laughs_stay_small() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<!DOCTYPE d [{laughs}]><w:document {names}><w:body><w:p><w:r><w:t>a&l11;</w:t></w:r></w:p></w:body></w:document>"
    try:
        assert len(words(read(archive({"word/document.xml": xml})))) < 100
    except InvalidFile as error:
        assert error.code in (ErrorCode.FILE_DAMAGED, ErrorCode.NO_TEXT_EXTRACTED)


def _file(data: bytes) -> object:
    import io

    return io.BytesIO(data)


def test_a_process_that_also_prints_refuses_half_a_picture() -> None:
    """The PDF printer tells the imaging library to let truncated pictures pass; reading does not."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    with pytest.raises(CvError) as caught:
        read(picture(page(("Camille",)))[:500])
    assert caught.value.code is ErrorCode.FILE_DAMAGED
