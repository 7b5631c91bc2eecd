"""What a file is, told from its bytes. Names and content types are the sender's opinion and are not asked."""

from __future__ import annotations

import re
from enum import StrEnum

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read.archive import ENCRYPTED, Archive

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h1|style|span|article|section)\b",
    re.I | re.S,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4_096
_PDF_WITHIN = 1_024
_UTF16 = re.compile(rb"(?:[\t\n\r -~]\x00){4}|(?:\x00[\t\n\r -~]){4}")
_BROKEN_TEXT = 0.02


class Kind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    TEXT = "text"
    IMAGE = "image"


_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_REFUSED = (
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"8BPS", "a Photoshop file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"%!PS", "a PostScript file"),
    (b"\xdb\xa5-\x00", "a document of Word 2"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
)
_WANTED = "Send the CV as PDF, DOCX, DOC, ODT, RTF, HTML, TXT, PNG, JPEG or TIFF."


def kind(data: bytes) -> Kind:
    """Raises InvalidFile: FILE_EMPTY, FILE_UNSUPPORTED, and what `Archive` raises."""
    head = data[:_HEAD]
    bare = head.removeprefix(_BOMS[0]).lstrip()
    if not data.strip(b" \t\r\n\x00"):
        raise InvalidFile("The file is empty. Choose the file again and send it once more.", ErrorCode.FILE_EMPTY)
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(_IMAGES):
        return Kind.IMAGE
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _archived(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if bare.startswith(b"{\\rtf"):
        return Kind.RTF
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Kind.PDF
    for magic, name in _REFUSED:
        if head.startswith(magic):
            raise _unsupported(name)
    return _text(head, bare)


def _archived(data: bytes) -> Kind:
    archive = Archive(data)
    names = set(archive.names)
    if "word/document.xml" in names or any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return Kind.DOCX
    if "content.xml" in names:
        mime = archive.read("mimetype", 200)
        if not mime or b"opendocument.text" in mime:
            return Kind.ODT
        raise _unsupported("a spreadsheet, a drawing or slides")
    if "[Content_Types].xml" in names:
        raise _unsupported("a spreadsheet, slides or another office file without a text document")
    if archive.has_nested_archives:
        raise _unsupported("an archive of other files: unpack it and send the CV alone")
    raise _unsupported("a zip archive")


def _compound(data: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InvalidFile(ENCRYPTED, ErrorCode.FILE_ENCRYPTED)
    if "WordDocument".encode("utf-16-le") in data:
        return Kind.DOC
    raise _unsupported("an old office file that is no Word document")


def _text(head: bytes, bare: bytes) -> Kind:
    if _HTML.match(bare):
        return Kind.HTML
    if bare.startswith(b"<?xml") or bare.startswith(b"MIME-Version:"):
        raise _unsupported("an XML or web archive file")
    if head.startswith(_BOMS):
        return _html_or_text(head)
    if b"\x00" in head and not _UTF16.search(head[:200]):
        raise _unsupported("a binary file of a kind that is not read")
    broken = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b\x00" for byte in head)
    if broken > _BROKEN_TEXT * len(head):
        raise _unsupported("a binary file of a kind that is not read")
    return Kind.TEXT


def _html_or_text(head: bytes) -> Kind:
    return Kind.HTML if _HTML.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf")) else Kind.TEXT


def _unsupported(what: str) -> InvalidFile:
    return InvalidFile(f"The file is {what}. {_WANTED}", ErrorCode.FILE_UNSUPPORTED)
