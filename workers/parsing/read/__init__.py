"""bytes → Document: what the file is, told from its bytes; then the reader of that kind."""

from __future__ import annotations

from collections.abc import Callable

from workers.errors import CvError, ErrorCode, InvalidFile, TooLarge
from workers.parsing.read import doc, docx, html, odt, rtf, scan, text
from workers.parsing.read.sniff import Kind, kind
from workers.parsing.types import Document

MOST_BYTES = 10 * 2**20
# Twenty full pages hold some 15,000 words, and the longest word a person writes is an address of the web.
MOST_WORDS = 30_000
LONGEST_WORD = 200

_READERS: dict[Kind, Callable[[bytes], Document]] = {
    Kind.PDF: scan.read_pdf,
    Kind.DOCX: scan.with_pictures(docx.read, "word/media/"),
    Kind.DOC: doc.read,
    Kind.ODT: scan.with_pictures(odt.read, "Pictures/"),
    Kind.RTF: rtf.read,
    Kind.HTML: html.read,
    Kind.IMAGE: scan.read_image,
    Kind.TEXT: text.read,
}


def read(data: bytes, file_name: str = "", *, most_bytes: int = MOST_BYTES) -> Document:
    """The words of a CV file with their places. `file_name` is for the caller's log alone: the bytes say what the file is.

    Raises InvalidFile (FILE_EMPTY, FILE_ENCRYPTED, FILE_DAMAGED, FILE_UNSUPPORTED, FILE_TOO_COMPLEX, NO_TEXT_EXTRACTED),
    TooLarge beyond `most_bytes`, Unavailable where recognition or catdoc would be needed and is not installed.

    Strangers' files belong in a child of `workers.offload`, never here alone: pdfium unfolds forms that hold forms without any bound, and
    a ring of two, one kilobyte long, takes all the memory there is.
    """
    if len(data) > most_bytes:
        raise TooLarge(f"The file has more than {most_bytes // 2**20} MB. Send a smaller one, for instance a PDF without photos.")
    found = kind(data)
    try:
        document = _READERS[found](data)
    except CvError:
        raise
    except (RecursionError, MemoryError):
        raise InvalidFile(
            "The file is nested or packed beyond what a CV needs. Export it as PDF and send that.", ErrorCode.FILE_TOO_COMPLEX
        ) from None
    except Exception as error:
        raise InvalidFile(f"The file is damaged and cannot be read as {found.name}. Export it again.") from error
    document = _limited(document)
    if not document.words:
        raise InvalidFile("No text was found in the file. Send the CV as a file with text in it.", ErrorCode.NO_TEXT_EXTRACTED)
    return document


def _limited(document: Document) -> Document:
    """Only as much as people write: later steps may then look at every word with care."""
    words = document.words
    if len(words) > MOST_WORDS:
        document = document._replace(page_count=max(document.page_count, len(document.pages) + 1))
    if len(words) > MOST_WORDS or any(len(word.text) > LONGEST_WORD for word in words):
        document = document._replace(words=tuple(word._replace(text=word.text[:LONGEST_WORD]) for word in words[:MOST_WORDS]))
    return document
