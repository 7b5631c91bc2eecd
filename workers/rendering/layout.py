"""Layouts: a folder each, with `manifest.toml`, `layout.html` and `style.css`; an operator adds folders of his own.

Templates run in Jinja's immutable sandbox with escaping always on: what a CV says stays text, whatever it looks like.
"""

from __future__ import annotations

import base64
import math
import re
import tomllib
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from workers.errors import ErrorCode, InvalidInput
from workers.rendering.colours import ink, over
from workers.rendering.facts import packed, shown_link
from workers.rendering.labels import Labels
from workers.rendering.settings import BULLETS, FAMILIES, LETTERS, ResumeSettings
from workers.rendering.view import View

BUNDLED = Path(__file__).parent / "templates"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a layout says of itself. `aside` names the sections of its side column; `photo`: whether it has room for one."""

    name: str
    title: dict[str, str] = {}
    photo: bool = False
    aside: tuple[str, ...] = ()


def layouts(templates: Path | None = None) -> tuple[str, ...]:
    """The names of the layouts there are, those of the operator's folder included."""
    return tuple(sorted({path.parent.name for root in _roots(templates) for path in root.glob("*/manifest.toml")}))


def folder(name: str, templates: Path | None = None) -> Path:
    """Where a layout lives; an operator's layout stands before ours of the same name. Raises InvalidInput (OUT_OF_RANGE)."""
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
        for root in _roots(templates):
            if (root / name / "manifest.toml").is_file():
                return root / name
    known = ", ".join(layouts(templates))
    raise InvalidInput(f"layout is out of range: use one of {known}", ErrorCode.OUT_OF_RANGE, field=("layout",))


@cache
def manifest(name: str, templates: Path | None = None) -> Manifest:
    """A broken manifest raises msgspec.ValidationError: the operator sees which key is wrong."""
    return msgspec.convert(tomllib.loads((folder(name, templates) / "manifest.toml").read_text("utf-8")), Manifest)


def page(view: View, settings: ResumeSettings, labels: Labels, photo: bytes | None = None, templates: Path | None = None) -> str:
    """The HTML of a CV. `photo` is a JPEG or PNG that `picture` made."""
    shape = manifest(settings.layout, templates)
    template = _environment(templates).get_template(f"{settings.layout}/layout.html")
    html: str = template.render(
        view=view,
        layout=settings.layout,
        manifest=shape,
        page=msgspec.structs.replace(settings.page, margin_bottom=max(settings.page.margin_bottom, _foot(settings, bool(shape.aside)))),
        type=settings.type,
        brand=settings.branding,
        accent=settings.branding.accent_colour,
        ink=ink(settings.branding.accent_colour),
        over=over(settings.branding.accent_colour),
        family=FAMILIES[settings.type.font_style],
        hang=BULLETS[FAMILIES[settings.type.font_style]],
        width=_characters(settings) / _characters(ResumeSettings()),
        letter=ResumeSettings().type.font_size / settings.type.font_size,
        packed=partial(packed, most=_characters(settings), beside=_characters(settings, PORTRAIT)),
        website=shown_link(settings.branding.agency_website),
        labels={name: labels[name] for name in ("contact", "details", "colon", "photo", "logo")},
        logo=_data(settings.branding.logo),
        photo=_data(photo) if shape.photo else "",
    )
    return html


def _characters(settings: ResumeSettings, taken: float = 0) -> float:
    """How many characters of a head's small letters a line holds, less `taken` millimetres."""
    width = PAPER[settings.page.format] - 2 * settings.page.margin_x - taken
    return width / (LETTERS[FAMILIES[settings.type.font_style]] * MILLIMETRES * settings.type.font_size)


def _foot(settings: ResumeSettings, beside: bool) -> float:
    """Millimetres that the lines at the foot of a page need, fewer to the line beside a side column."""
    brand, page = settings.branding, settings.page
    width = 0.8 * (PAPER[page.format] - 2 * page.margin_x - (SIDE if beside else 0))
    letters = 0.92 * width / (LETTERS[FAMILIES[settings.type.font_style]] * MILLIMETRES * FOOT)
    written = " · ".join(filter(None, (brand.agency_name, shown_link(brand.agency_website), brand.footer_text)))
    lines = math.ceil(len(written) / letters)
    return lines * FOOT * 1.2 * MILLIMETRES + 1.6


# A side column with its gap in millimetres, and the small print at the foot in points.
SIDE, FOOT = 63.0, 7.5
# Millimetres: width of the papers, of a portrait with its gap, of a point.
PAPER, PORTRAIT, MILLIMETRES = {"A4": 210.0, "LETTER": 215.9}, 32.0, 25.4 / 72


def _roots(templates: Path | None) -> tuple[Path, ...]:
    return (templates, BUNDLED) if templates else (BUNDLED,)


@cache
def _environment(templates: Path | None) -> Any:
    loader = FileSystemLoader([str(root) for root in _roots(templates)])
    return ImmutableSandboxedEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False, cache_size=100)


def _data(picture: bytes | None) -> str:
    if not picture:
        return ""
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
