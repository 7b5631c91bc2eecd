"""The text of the samples as printed, kept under `tests/golden/rendering`; --update-golden writes it anew for a reader to judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.rendering import PRESETS, ResumeSettings, layouts, render
from workers.rendering.gallery import samples
from workers.rendering.png import contents

FOLDER = Path(__file__).parent.parent / "golden" / "rendering"
CASES = [(layout, name, "none") for layout in layouts() for name in ("fr", "en", "sparse")] + [
    ("modern", name, "blind") for name in ("fr", "en", "long")
]


@pytest.mark.parametrize(("layout", "name", "preset"), CASES)
def test_samples_print_as_they_did(layout: str, name: str, preset: str, update_golden: bool) -> None:
    settings = ResumeSettings(layout=layout, privacy=PRESETS[preset])
    pages = contents(render(samples()[name], settings, key=b"golden").pdf).pages
    text = "\n\f\n".join("\n".join(line.rstrip() for line in page.splitlines()) for page in pages) + "\n"
    kept = FOLDER / f"{name}-{layout}-{preset}.txt"
    if update_golden:
        kept.write_text(text, "utf-8")
    assert text == kept.read_text("utf-8")
