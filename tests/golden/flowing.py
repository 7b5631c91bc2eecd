"""Files that flow: text in several encodings, a web page, and what an office suite writes.

`python -m tests.golden.flowing` writes them; ODT, RTF and DOC are converted by LibreOffice from the packed DOCX.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.golden.layouts import CSS, HEADINGS, HERE, dates, dates_right
from tests.golden.people import Person
from tests.golden.strangers import AURELE, BRUNEHILDE, CORENTIN, DELPHINE, ETHELRED, FERGUS
from tests.golden.word import packed, plain, tabular


def text(person: Person) -> str:
    """Headings in capitals between white lines, dates behind a bar, hyphens for bullets."""
    summary, work, school, skills, tongues, _ = HEADINGS[person.language]
    lines = [f"{person.given} {person.family.upper()}", person.headline, person.address, f"{person.phone} - {person.email}"]
    lines += ["", summary.upper(), person.summary, "", work.upper()]
    for post in person.posts:
        lines += [
            f"{post.title}, {post.company}, {post.place} | {dates(post, person.language)}",
            *(f"- {point}" for point in post.points),
            "",
        ]
    lines.append(school.upper())
    lines += [f"{study.degree}, {study.school} | {dates(study, person.language)}" for study in person.studies]
    lines += ["", skills.upper(), ", ".join(person.skills), "", tongues.upper()]
    return "\r\n".join([*lines, *(f"{name} : {level}" for name, level in person.tongues), ""])


def with_mark(person: Person) -> bytes:
    """UTF-8 as Windows writes it: a mark of the byte order in front."""
    return text(person).encode("utf-8-sig")


def in_western(person: Person) -> bytes:
    """The code page of Western Windows, with its dashes and curved apostrophes."""
    return text(person).replace("'", "’").encode("cp1252")


def page(person: Person) -> bytes:
    head = f"<meta charset=utf-8><title>CV</title><style>{CSS}</style>"
    return f"<!doctype html><html lang={person.language}><head>{head}</head><body>{dates_right(person)}</body></html>".encode()


def converted(layout: Callable[[Person], str], kind: str) -> Callable[[Person], bytes]:
    def written(person: Person) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "cv.docx"
            source.write_bytes(packed(layout(person)))
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", folder]
            subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
            return source.with_suffix(f".{kind}").read_bytes()

    return written


FILES: dict[str, tuple[str, Callable[[Person], bytes], Person]] = {
    "fr-text-marked": ("txt", with_mark, AURELE),
    "fr-text-western": ("txt", in_western, BRUNEHILDE),
    "en-web-page": ("html", page, ETHELRED),
    "fr-odt": ("odt", converted(plain, "odt"), CORENTIN),
    "en-rtf-table": ("rtf", converted(tabular, "rtf"), FERGUS),
    "fr-doc": ("doc", converted(plain, "doc"), DELPHINE),
}
CASES = {case: (write, person) for case, (_, write, person) in FILES.items()}

if __name__ == "__main__":
    for case, (ending, write, person) in FILES.items():
        (HERE / case).mkdir(exist_ok=True)
        (HERE / case / f"input.{ending}").write_bytes(write(person))
