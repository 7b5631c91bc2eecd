"""`cvgraph render`: read a CV and print it anew, keeping nothing."""

from __future__ import annotations

from pathlib import Path

from db.environment import environment
from workers import offload
from workers.cv import to_json
from workers.rendering import ResumeSettings, changed, layouts, print_cv, validated
from workers.rendering.labels import languages
from workers.services import resume

DEADLINE = 60.0


async def one(path: Path, out: Path, layout: str, anonymise: str, language: str | None) -> int:
    """Write the PDF, in whole or not at all; answers its number of pages. `anonymise` is none, standard or blind."""
    templates = Path(environment().templates) if environment().templates else None
    wanted = {"layout": layout, "preset": anonymise, "sections": {"language": language}}
    settings = validated(changed(ResumeSettings(), wanted), layouts(templates), languages())
    try:
        cv = await resume.read(path.read_bytes(), path.name)
        # Nothing is stored, so nothing but the file's own words can name the candidate for good.
        key = (cv.raw_text or "").encode()
        printed = await offload.run(print_cv, to_json(cv), settings, key, environment().templates, deadline=DEADLINE)
    finally:
        offload.close()
    partial = out.with_name(f".{out.name}.part")
    partial.write_bytes(printed.pdf)
    partial.replace(out)
    return printed.pages
