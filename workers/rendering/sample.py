"""The fictional CVs that previews and the gallery show, and printing as a child process does it."""

from __future__ import annotations

from pathlib import Path

from workers.cv import Cv, from_json, to_json
from workers.rendering.document import RenderedPdf, render
from workers.rendering.settings import ResumeSettings

FOLDER = Path(__file__).parent / "samples"


def sample(language: str | None) -> Cv:
    """The sample in this language, in English where there is none."""
    path = FOLDER / f"{(language or 'en').lower()}.json"
    return from_json(Cv, (path if path.is_file() else FOLDER / "en.json").read_bytes())


def print_cv(cv: bytes, settings: ResumeSettings, key: bytes, templates: str, photo: bytes | None = None) -> RenderedPdf:
    """`render` with values that travel to a child process: the Cv as JSON; an empty `templates` means the bundled layouts alone."""
    return render(from_json(Cv, cv), settings, photo=photo, key=key, templates=Path(templates) if templates else None)


def warm_up() -> None:
    """Prints once, so that no CV waits for fonts, style sheets and the printer's own imports."""
    print_cv(to_json(sample(None)), ResumeSettings(), b"", "")
