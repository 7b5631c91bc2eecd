"""A zip of CVs → the files in it. Folders, hidden files and what a Mac adds are left out."""

from __future__ import annotations

from pathlib import PurePosixPath

from workers.errors import ErrorCode, InvalidFile
from workers.parsing.read.archive import Archive

SKIPPED = ("__MACOSX", "Thumbs.db", "desktop.ini")


def unpack(data: bytes, most: int, limit: int) -> list[tuple[str, bytes]]:
    """Names and bytes, in the order of the archive. Raises InvalidFile: no archive, a bomb, nothing in it, over `most` files."""
    archive = Archive(data)
    names = [name for name in archive.names if _is_file(name)]
    if not names:
        raise InvalidFile("There is no file in the archive", ErrorCode.FILE_EMPTY, field=("file",))
    if len(names) > most:
        raise InvalidFile(
            f"The archive holds {len(names)} files; send at most {most} at a time", ErrorCode.FILE_TOO_COMPLEX, field=("file",)
        )
    return [(PurePosixPath(name).name, archive.read(name, limit)) for name in names]


def _is_file(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not name.endswith("/") and not any(part.startswith(".") or part in SKIPPED for part in parts)
