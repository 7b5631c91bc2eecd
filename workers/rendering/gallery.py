"""A contact sheet of all layouts × four CVs, for the eye: `python -m workers.rendering.gallery FOLDER`.

The CVs are fictional and differ in what tries a layout: French, English, nearly empty, six pages with 30 skills and long words.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from workers.cv import Cv, from_json
from workers.rendering.document import render
from workers.rendering.layout import layouts
from workers.rendering.png import preview
from workers.rendering.settings import ResumeSettings, changed

SAMPLES = Path(__file__).parent / "samples"
BRAND = {"agencyName": "Acme Recruiting", "agencyWebsite": "https://acme.example", "footerText": "Document confidentiel"}
WIDTH, GAP = 620, 12


def samples() -> dict[str, Cv]:
    """The CVs of the gallery by name: en, fr, long, sparse."""
    return {path.stem: from_json(Cv, path.read_bytes()) for path in sorted(SAMPLES.glob("*.json"))}


def draw(folder: Path, templates: Path | None = None) -> list[Path]:
    """One sheet per layout and CV, all pages side by side, and `index.png` with every first page."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn, firsts = [], []
    for layout in layouts(templates):
        for name, cv in samples().items():
            pages = _pages(cv, layout, templates)
            drawn.append(_save(_sheet(pages, len(pages)), folder / f"{layout}-{name}.png"))
            firsts.append(pages[0])
    return [*drawn, _save(_sheet(firsts, len(samples())), folder / "index.png")]


def _pages(cv: Cv, layout: str, templates: Path | None) -> list[Image.Image]:
    settings = changed(ResumeSettings(), {**BRAND, "layout": layout})
    pngs = preview(render(cv, settings, templates=templates).pdf, dpi=96)
    images = (Image.open(io.BytesIO(png)).convert("RGB") for png in pngs)
    return [image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS) for image in images]


def _sheet(pages: list[Image.Image], columns: int) -> Image.Image:
    height = max(page.height for page in pages)
    rows = -(-len(pages) // columns)
    sheet = Image.new("RGB", (columns * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), "#8a8a8a")
    for number, page in enumerate(pages):
        sheet.paste(page, (GAP + number % columns * (WIDTH + GAP), GAP + number // columns * (height + GAP)))
    return sheet


def _save(sheet: Image.Image, path: Path) -> Path:
    sheet.save(path)
    return path


if __name__ == "__main__":
    for path in draw(Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")):
        print(path)
