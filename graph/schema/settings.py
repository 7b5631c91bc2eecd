"""How an account prints CVs: types and inputs made from the settings themselves, with their units and ranges."""

from __future__ import annotations

import enum
import typing
from dataclasses import fields
from typing import Any

import msgspec
import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type

from db import models
from graph.schema.context import Info
from graph.schema.document import Document
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.cv import camel
from workers.rendering.privacy import HIDES, PRESETS, Privacy
from workers.rendering.settings import FAMILIES, RANGES, SECTIONS, Branding, Page, PageFormat, Sections, Type
from workers.services import document, settings

strawberry.enum(PageFormat, description="Paper.")
GROUPS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "page": (Page, "PageSettings"),
    "type": (Type, "TypeSettings"),
    "branding": (Branding, "BrandingSettings"),
    "sections": (Sections, "SectionSettings"),
    "privacy": (Privacy, "PrivacySettings"),
}
MEANINGS = {
    "format": "Paper.",
    "fontStyle": f"Family, as offices call it: {', '.join(FAMILIES)}.",
    "agencyName": "Printed in the margin.",
    "agencyWebsite": "Printed under the agency's name.",
    "accentColour": "#RRGGBB.",
    "logo": "PNG or SVG in base64; checked and drawn anew.",
    "footerText": "Printed at the foot of each page.",
    "language": "Language of headings and dates (fr, en); null: the CV's own.",
    "order": f"Which sections are printed, and in which order: {', '.join(SECTIONS)}.",
    "maxPositions": "How many positions are printed at most, 1 to 100; null: all.",
    **{camel(name): f"Hidden when true, free text included: {meaning}" for name, meaning in HIDES.items()},
}


def _meaning(name: str) -> str:
    if name in RANGES and name not in MEANINGS:
        low, high, unit = RANGES[name]
        return f"{low:g} to {high:g} {unit}."
    return MEANINGS[name]


def _plain(hint: Any) -> Any:
    if typing.get_origin(hint) is tuple:
        return list[str]
    inner = [each for each in typing.get_args(hint) if each is not type(None)]
    if inner:
        return _plain(inner[0]) | None
    return str if hint is bytes else hint


def _group(struct: type[msgspec.Struct], name: str, is_input: bool) -> Any:
    made = []
    for each, hint in typing.get_type_hints(struct).items():
        kind = _plain(hint)
        options = {"default": strawberry.UNSET} if is_input else {}
        field: Any = strawberry.field(description=_meaning(camel(each)), **options)
        field.python_name, field.type_annotation = each, StrawberryAnnotation(kind | None if is_input else kind)
        made.append(field)
    meaning = "What is left out stays as it is." if is_input else "A group of settings."
    return create_type(f"{name}Input" if is_input else name, made, is_input=is_input, description=meaning)


SHOWN = {name: _group(struct, title, False) for name, (struct, title) in GROUPS.items()}
GIVEN = {name: _group(struct, title, True) for name, (struct, title) in GROUPS.items()}
if typing.TYPE_CHECKING:
    PageShown: typing.TypeAlias = Any
    TypeShown: typing.TypeAlias = Any
    BrandingShown: typing.TypeAlias = Any
    SectionsShown: typing.TypeAlias = Any
    PrivacyShown: typing.TypeAlias = Any
    PageGiven: typing.TypeAlias = Any
    TypeGiven: typing.TypeAlias = Any
    BrandingGiven: typing.TypeAlias = Any
    SectionsGiven: typing.TypeAlias = Any
    PrivacyGiven: typing.TypeAlias = Any
    PrivacyPreset: typing.TypeAlias = Any
else:
    PageShown, TypeShown, BrandingShown, SectionsShown, PrivacyShown = SHOWN.values()
    PageGiven, TypeGiven, BrandingGiven, SectionsGiven, PrivacyGiven = GIVEN.values()
    PrivacyPreset = strawberry.enum(
        enum.Enum("PrivacyPreset", {name.upper(): name for name in PRESETS}), description="Sets of privacy switches."
    )


@strawberry.type(description="How the account prints CVs.")
class ResumeSettings(Node):
    layout: str = strawberry.field(description="Name of the layout.")
    page: PageShown = strawberry.field(description="Paper and margins.")
    type: TypeShown = strawberry.field(description="Letters and lines.")
    branding: BrandingShown = strawberry.field(description="The agency's own.")
    sections: SectionsShown = strawberry.field(description="What is printed, in which language and order.")
    privacy: PrivacyShown = strawberry.field(description="What is kept out of the print.")

    @classmethod
    def show(cls, row: models.ResumeSettings) -> ResumeSettings:
        kept = settings.read(row)
        groups = {name: _shown(name, getattr(kept, name)) for name in GROUPS}
        return cls(id=strawberry.ID(str(row.id)), created_at=row.created_at, layout=kept.layout, **groups)

    @strawberry.field(description="A fictional CV in these settings, one PNG a page.")
    async def previews(self, info: Info) -> list[Document]:
        return [Document.show(page) for page in await document.sample_previews(info.context.caller)]

    @strawberry.field(description="Layouts to choose from.")
    def layouts(self) -> list[str]:
        return list(settings.layouts_known())


def _shown(name: str, group: msgspec.Struct) -> Any:
    tree = msgspec.to_builtins(group)
    values = {each: tree[camel(each)] for each in group.__struct_fields__}
    if "format" in values:
        values["format"] = PageFormat(values["format"])
    return SHOWN[name](**{each: list(value) if isinstance(value, tuple) else value for each, value in values.items()})


Nodes.register(models.ResumeSettings, ResumeSettings.show)


@strawberry.input(description="Settings to change: what is left out stays as it is.")
class ResumeSettingsInput:
    layout: str | None = strawberry.field(default=strawberry.UNSET, description="Name of the layout.")
    page: PageGiven | None = strawberry.field(default=strawberry.UNSET, description="Paper and margins.")
    type: TypeGiven | None = strawberry.field(default=strawberry.UNSET, description="Letters and lines.")
    branding: BrandingGiven | None = strawberry.field(default=strawberry.UNSET, description="The agency's own.")
    sections: SectionsGiven | None = strawberry.field(default=strawberry.UNSET, description="What is printed, and how.")
    preset: PrivacyPreset | None = strawberry.field(
        default=strawberry.UNSET, description="All privacy switches at once; `privacy` then adds to it."
    )
    privacy: PrivacyGiven | None = strawberry.field(default=strawberry.UNSET, description="What is kept out of the print.")


def changes(given: Any) -> dict[str, Any]:
    """The input as the settings it names, in the order of the fields: a preset first, single switches after it."""
    if given is None:
        return {}
    present = {field.name: getattr(given, field.name) for field in fields(given)}
    return {camel(name): _value(value) for name, value in present.items() if value is not strawberry.UNSET and value is not None}


def hiding(preset: PrivacyPreset | None, privacy: PrivacyGiven | None) -> dict[str, Any]:
    """The switches of a preset and single ones after it, as the settings name them."""
    return changes(ResumeSettingsInput(preset=preset, privacy=privacy))


def _value(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if not hasattr(value, "__strawberry_definition__"):
        return value
    present = {field.name: getattr(value, field.name) for field in fields(value)}
    return {camel(name): _value(each) for name, each in present.items() if each is not strawberry.UNSET}


@strawberry.type(description="The settings after the change.")
class ResumeSettingsUpdatePayload:
    resume_settings: ResumeSettings | None = strawberry.field(default=None, description="The settings.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The CV printed.")
class ResumeRenderPayload:
    document: Document | None = strawberry.field(default=None, description="The PDF, behind a signed link.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def resume_settings(info: Info) -> ResumeSettings:
    return ResumeSettings.show(await settings.row(info.context.caller))


@payload(ResumeSettingsUpdatePayload)
async def resume_settings_update(info: Info, input: ResumeSettingsInput) -> ResumeSettingsUpdatePayload:
    row = await settings.update(info.context.caller, changes(input))
    return ResumeSettingsUpdatePayload(resume_settings=ResumeSettings.show(row))


@payload(ResumeRenderPayload)
async def resume_render(info: Info, id: strawberry.ID, settings: ResumeSettingsInput | None = None) -> ResumeRenderPayload:
    row = await document.publish(info.context.caller, uuid_of(id), changes(settings))
    return ResumeRenderPayload(document=Document.show(row))
