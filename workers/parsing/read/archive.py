"""Zip containers (DOCX, ODT) opened with care: the directory is judged before anything is inflated, and the inflating is counted.

Declared sizes lie, so they only refuse early; what truly comes out of the inflater is what the limits hold against.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from workers.errors import ErrorCode, InvalidFile

ENTRIES = 3_000
DECLARED = 200 * 2**20
RATIO = 300
RATIO_FROM = 4 * 2**20
XML_PART = 16 * 2**20
INFLATED = 48 * 2**20
DEPTH = 200

_CHUNK = 2**16
_NESTED = (".zip", ".docx", ".odt", ".jar", ".7z", ".rar", ".gz", ".bz2", ".xz")

DAMAGED = "The file is damaged: its archive cannot be opened. Save it again in your word processor."
TOO_MUCH = "The file unpacks to far more than a CV needs and was not read. Export it as PDF and send that."
ENCRYPTED = "The file is protected by a password. Send it without protection."


class Archive:
    """A zip file in memory. Raises InvalidFile FILE_DAMAGED, FILE_ENCRYPTED or FILE_TOO_COMPLEX."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, OverflowError, UnicodeError) as error:
            raise InvalidFile(DAMAGED) from error
        self._entries = {entry.filename.replace("\\", "/"): entry for entry in self._zip.infolist()}
        self._inflated = 0
        self._judge()

    def _judge(self) -> None:
        entries = self._zip.infolist()
        declared = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if len(entries) > ENTRIES or declared > DECLARED or (declared > RATIO_FROM and declared > RATIO * max(packed, 1)):
            raise InvalidFile(TOO_MUCH, ErrorCode.FILE_TOO_COMPLEX)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    @property
    def has_nested_archives(self) -> bool:
        return any(name.lower().endswith(_NESTED) for name in self._entries)

    def read(self, name: str, limit: int = XML_PART) -> bytes:
        """The bytes of one entry, b'' when it is not there."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise InvalidFile(ENCRYPTED, ErrorCode.FILE_ENCRYPTED)
        made = bytearray()
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    made += chunk
                    self._count(len(chunk), len(made) > limit)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, RuntimeError, ValueError) as error:
            raise InvalidFile(DAMAGED) from error
        return bytes(made)

    def _count(self, size: int, is_over: bool) -> None:
        self._inflated += size
        if is_over or self._inflated > INFLATED:
            raise InvalidFile(TOO_MUCH, ErrorCode.FILE_TOO_COMPLEX)

    def xml(self, name: str) -> etree._Element | None:
        """The root of one XML entry, None when it is not there."""
        data = self.read(name)
        return xml(data) if data else None

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Relations of an Open XML part, of the package where `part` is '': id → (kind, target, is external)."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        made = {}
        for node in root.iter("{*}Relationship") if root is not None else ():
            target, is_external = node.get("Target", ""), node.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            made[node.get("Id", "")] = (node.get("Type", "").rsplit("/", 1)[-1], target, is_external)
        return made


def xml(data: bytes) -> etree._Element:
    """The root of an XML text. Nothing is fetched, no entity is expanded, deep trees are refused."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InvalidFile("The file is damaged: its text cannot be taken apart. Save it again in your word processor.") from error
    if root is None:
        raise InvalidFile("The file is damaged: its text cannot be taken apart. Save it again in your word processor.")
    return root
