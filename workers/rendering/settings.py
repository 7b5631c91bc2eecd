"""How an account wants its CVs printed: page, type, branding, sections, privacy, each with units and ranges.

Names are those of contract row 17; `changed` takes them flat (`{"fontSize": 11, "privacy": {"hideName": true}}`) or
grouped (`{"type": {"fontSize": 11}}`), `flat` gives the flat form back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec

from workers.errors import ErrorCode, InvalidInput
from workers.rendering.privacy import PRESETS, Privacy

FAMILIES = {
    "Calibri": "Carlito",
    "Arial": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Times": "Liberation Serif",
    "Georgia": "Gelasio",
    "Carlito": "Carlito",
    "Liberation Sans": "Liberation Sans",
    "Liberation Serif": "Liberation Serif",
    "Gelasio": "Gelasio",
}
# Advance of a bullet and a space, in em: list lines hang by it.
BULLETS = {"Carlito": 0.724, "Liberation Sans": 0.628, "Liberation Serif": 0.6, "Gelasio": 0.634}
# Advance of a letter in the small print of a head, on the average of addresses, in em of the body.
LETTERS = {"Carlito": 0.44, "Liberation Sans": 0.475, "Liberation Serif": 0.43, "Gelasio": 0.48}
SECTIONS = (
    "summary", "experience", "education", "skills", "languages", "certifications",
    "projects", "publications", "awards", "volunteering", "references", "interests",
)  # fmt: skip


class PageFormat(StrEnum):
    A4 = "A4"
    LETTER = "LETTER"


class Group(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Common form of the groups."""


class Page(Group, frozen=True):
    """Margins in millimetres."""

    format: PageFormat = PageFormat.A4
    margin_top: float = 18
    margin_bottom: float = 16
    margin_x: float = 18


class Type(Group, frozen=True):
    """Font family as offices call it, size in points, line height as a multiple, space between sections in points."""

    font_style: str = "Calibri"
    font_size: float = 10.5
    line_height: float = 1.35
    section_spacing: float = 10


class Branding(Group, frozen=True):
    """`logo` holds a PNG that `logo.checked` made; `accent_colour` is `#RRGGBB`."""

    agency_name: str = ""
    agency_website: str = ""
    accent_colour: str = "#1F4E79"
    logo: bytes | None = None
    footer_text: str = ""


class Sections(Group, frozen=True):
    """`order` also chooses: what it does not name is not printed. `language` of the labels, None: the CV's own."""

    language: str | None = None
    order: tuple[str, ...] = SECTIONS
    max_positions: int | None = None


class ResumeSettings(Group, frozen=True):
    """All of it. A value made by hand must pass `validated` before it is used."""

    layout: str = "modern"
    page: Page = Page()
    type: Type = Type()
    branding: Branding = Branding()
    sections: Sections = Sections()
    privacy: Privacy = Privacy()


class Range(NamedTuple):
    """What a number may be, ends included."""

    low: float
    high: float
    unit: str


RANGES = {
    "marginTop": Range(5, 60, "mm"),
    "marginBottom": Range(5, 60, "mm"),
    "marginX": Range(5, 60, "mm"),
    "fontSize": Range(7, 16, "pt"),
    "lineHeight": Range(1, 2.5, "times the font size"),
    "sectionSpacing": Range(0, 40, "pt"),
    "maxPositions": Range(1, 100, "positions"),
}
LENGTHS = {"agencyName": 120, "agencyWebsite": 200, "footerText": 200}
GROUPS = ("page", "type", "branding", "sections")


def validated(settings: ResumeSettings, layouts: tuple[str, ...] = (), languages: tuple[str, ...] = ()) -> ResumeSettings:
    """The settings themselves when every value may be printed. Raises InvalidInput with code OUT_OF_RANGE, which names the
    field and what it may be. `layouts` and `languages` are the known ones; left empty they are not checked."""
    for name, value in _leaves(settings):
        _in_range(name, value)
    _one_of("fontStyle", settings.type.font_style, tuple(FAMILIES))
    if layouts:
        _one_of("layout", settings.layout, layouts)
    if languages and settings.sections.language:
        _one_of("language", settings.sections.language, languages)
    for section in settings.sections.order:
        _one_of("order", section, SECTIONS)
    if len(set(settings.sections.order)) < len(settings.sections.order):
        raise _refused("order", "name every section once")
    return settings


def changed(settings: ResumeSettings, changes: Mapping[str, Any]) -> ResumeSettings:
    """The settings with some values replaced. Unknown names and values of the wrong kind raise InvalidInput."""
    tree = msgspec.to_builtins(settings)
    for name, value in changes.items():
        _put(tree, name, value)
    try:
        return msgspec.convert(tree, ResumeSettings)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `$.")
        path = tuple(place.rstrip("`").split("."))
        raise InvalidInput(f"{path[-1] or 'settings'}: {what}", field=path) from None


def flat(settings: ResumeSettings) -> dict[str, Any]:
    """Every value but layout and privacy under its own name, as REST prints `settings`."""
    tree = msgspec.to_builtins(settings)
    return {name: value for group in GROUPS for name, value in tree[group].items()}


def fingerprint(settings: ResumeSettings) -> str:
    """Equal for settings that print the same: previews are made again only when it changes."""
    return hashlib.sha256(msgspec.json.encode(settings)).hexdigest()[:16]


def _leaves(settings: ResumeSettings) -> list[tuple[str, Any]]:
    return list(flat(settings).items())


def _in_range(name: str, value: Any) -> None:
    if name in RANGES and value is not None:
        low, high, unit = RANGES[name]
        if not low <= value <= high:
            raise _refused(name, f"use {low:g} to {high:g} {unit}")
    if name in LENGTHS and len(value) > LENGTHS[name]:
        raise _refused(name, f"use at most {LENGTHS[name]} characters")
    if name == "accentColour" and not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise _refused(name, "use #RRGGBB")
    if name == "agencyWebsite" and value and not re.fullmatch(r"(https?://)?[\w.-]+\.\w{2,}(:\d+)?(/\S*)?", value):
        raise _refused(name, "use a web address such as https://agency.example")


def _one_of(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise _refused(name, f"use one of {', '.join(known)}")


def _refused(name: str, remedy: str) -> InvalidInput:
    return InvalidInput(f"{name} is out of range: {remedy}", ErrorCode.OUT_OF_RANGE, field=(name,))


def _put(tree: dict[str, Any], name: str, value: Any) -> None:
    if name == "preset" or (name == "privacy" and isinstance(value, str)):
        _one_of("privacy", str(value), tuple(PRESETS))
        tree["privacy"] = msgspec.to_builtins(PRESETS[str(value)])
    elif name in (*GROUPS, "privacy") and isinstance(value, Mapping):
        tree[name] = {**tree[name], **value}
    elif group := next((group for group in GROUPS if name in tree[group]), None):
        tree[group][name] = value
    elif name == "layout":
        tree[name] = value
    elif name in (*GROUPS, "privacy"):
        raise InvalidInput(f"{name} must be an object", field=(name,))
    else:
        raise InvalidInput(f"There is no setting '{name[:40]}'", field=(name[:40],))
