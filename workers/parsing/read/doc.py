"""DOC (Word 97-2003) → Document, through catdoc: text in order, without sizes and positions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator

from workers.errors import ErrorCode, InvalidFile, Unavailable
from workers.parsing.read import galley
from workers.parsing.read.archive import ENCRYPTED
from workers.parsing.read.flow import Paragraph, Run
from workers.parsing.types import Document

_HEADER, _SECTOR = 512, 64
_MAGIC = b"\xec\xa5"
_FLAGS = 10
_IS_ENCRYPTED = 0x0100
_SECONDS = 6.0
_LINK = re.compile(r"""\s?HYPERLINK\s+(?:\\l\s+"[^"]*"|"([^"]*)")(?:\s*\\[a-z](?:\s+(?:"[^"]*"|_\w+))?)*\s?""")
_MOST_LINES = 6_000
_MOST_TEXT = 2_000_000
_FIELD_MARKS = str.maketrans({"\x07": "\t", "\x0b": "\n", "\x13": "", "\x14": "", "\x15": "", "\x1e": "-", "\x1f": ""})


def read(data: bytes) -> Document:
    """Raises Unavailable without catdoc, InvalidFile when the document is locked or catdoc finds no document."""
    if _is_encrypted(data):
        raise InvalidFile(ENCRYPTED, ErrorCode.FILE_ENCRYPTED)
    lines = _text(data).translate(_FIELD_MARKS).splitlines()[:_MOST_LINES]
    return galley.lay(tuple(Paragraph(tuple(_runs(line))) for line in lines))


def _runs(line: str) -> Iterator[Run]:
    """catdoc prints the instruction of a link before the words that it stands behind."""
    start, address = 0, ""
    for found in _LINK.finditer(line):
        yield Run(line[start : found.start()], uri=address)
        start, address = found.end(), found[1] or ""
    yield Run(line[start:], uri=address)


def _is_encrypted(data: bytes) -> bool:
    """The header of the text stream begins a sector, a small one in small files; MS-DOC 2.5.2 FibBase, bit fEncrypted."""
    for start in range(_HEADER, len(data) - _SECTOR, _SECTOR):
        if data[start : start + 2] == _MAGIC and data[start + 3] < 2:
            return bool(int.from_bytes(data[start + _FLAGS : start + _FLAGS + 2], "little") & _IS_ENCRYPTED)
    return False


def _text(data: bytes) -> str:
    program = shutil.which("catdoc")
    if program is None:
        raise Unavailable(
            "Old Word files (DOC) need the program catdoc, which is not installed here: install the package catdoc, or send DOCX or PDF."
        )
    memory = os.memfd_create("doc")
    try:
        with os.fdopen(os.dup(memory), "wb") as file:
            file.write(data)
        made = subprocess.run(
            [program, "-dutf-8", "-w", f"/proc/self/fd/{memory}"], pass_fds=(memory,), capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise InvalidFile("Reading the file took too long and was ended. Save it as DOCX or PDF.", ErrorCode.TIMED_OUT) from None
    finally:
        os.close(memory)
    if made.returncode < 0:
        raise InvalidFile("The file is damaged: its text cannot be taken out. Save it as DOCX or PDF.")
    return made.stdout[:_MOST_TEXT].decode("utf-8", "replace")
