"""A contact sheet of all layouts × four CVs and of each layout in six dresses: `python -m workers.rendering.gallery FOLDER`.

The CVs are fictional and differ in what tries a layout: French, English, nearly empty, six pages with 30 skills and long words.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

from workers.cv import Cv, from_json
from workers.rendering.document import render
from workers.rendering.layout import layouts
from workers.rendering.png import preview
from workers.rendering.settings import ResumeSettings, changed

SAMPLES = Path(__file__).parent / "samples"
BRAND = {"agencyName": "Acme Recruiting", "agencyWebsite": "https://acme.example", "footerText": "Document confidentiel"}
WIDTH, GAP = 620, 12
# What else tries a layout: other faces, paper, people hidden, the ends of the ranges.
DRESSES: dict[str, dict[str, object]] = {
    "blind": {"privacy": "blind"},
    "letter": {"format": "LETTER", "fontStyle": "Georgia"},
    "arial": {"fontStyle": "Arial", "language": "en"},
    "times": {"fontStyle": "Times New Roman", "accentColour": "#7A1F1F"},
    "large": {"fontSize": 15, "lineHeight": 1.8, "marginTop": 40, "marginBottom": 40, "marginX": 35, "sectionSpacing": 30},
    "small": {"fontSize": 8, "lineHeight": 1, "marginTop": 6, "marginBottom": 8, "marginX": 6, "sectionSpacing": 0},
}


def samples() -> dict[str, Cv]:
    """The CVs of the gallery by name: en, fr, long, sparse."""
    return {path.stem: from_json(Cv, path.read_bytes()) for path in sorted(SAMPLES.glob("*.json"))}


def draw(folder: Path, templates: Path | None = None) -> list[Path]:
    """One sheet per layout and CV, all pages side by side, one per layout with its dresses, `index.png` with every first page."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn, firsts = [], []
    for layout in layouts(templates):
        for name, cv in samples().items():
            pages = _pages(cv, layout, templates)
            drawn.append(_save(_sheet(pages, len(pages)), folder / f"{layout}-{name}.png"))
            firsts.append(pages[0])
        dressed = [_pages(samples()["fr"], layout, templates, dress)[0] for dress in DRESSES.values()]
        drawn.append(_save(_sheet(dressed, len(dressed) // 2), folder / f"{layout}-dresses.png"))
    return [*drawn, _save(_sheet(firsts, len(samples())), folder / "index.png")]


def _pages(cv: Cv, layout: str, templates: Path | None, dress: Mapping[str, object] | None = None) -> list[Image.Image]:
    settings = changed(ResumeSettings(), {**BRAND, "layout": layout, **(dress or {})})
    photo, logo = (_picture("#8899aa", 260, 320), _picture("#cc3300", 420, 130)) if dress else (None, None)
    settings = changed(settings, {"logo": logo}) if logo else settings
    pngs = preview(render(cv, settings, photo=photo, templates=templates).pdf, dpi=96)
    images = (Image.open(io.BytesIO(png)).convert("RGB") for png in pngs)
    return [image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS) for image in images]


def _picture(colour: str, width: int, height: int) -> bytes:
    """What stands for a portrait or a logo: nobody's."""
    picture, data = Image.new("RGB", (width, height), colour), io.BytesIO()
    ImageDraw.Draw(picture).ellipse((width * 0.3, height * 0.15, width * 0.7, height * 0.6), fill="#eeddcc")
    picture.save(data, "PNG")
    return data.getvalue()


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
