"""The whole Cv as GraphQL types, made from the flow's own tree and the declared meaning of its 96 fields.

Every part also answers `extracted`: which of its values were read where, and how sure the reader was.
"""

from __future__ import annotations

import enum
import types
import typing
from functools import partial
from typing import Any, NamedTuple

import strawberry
from graphql import GraphQLError
from strawberry.parent import StrawberryParent
from strawberry.tools import create_type

from workers import cv as flow
from workers import tree


def _partial_date(given: Any) -> flow.PartialDate:
    try:
        return flow.PartialDate(given)
    except (AttributeError, ValueError) as error:
        raise GraphQLError(f"{str(given)[:20]!r} is not a partial date: use YYYY, YYYY-MM or YYYY-MM-DD") from error


PartialDate = strawberry.scalar(
    name="PartialDate",
    description="A date as far as it was printed: 2019, 2019-03 or 2019-03-01.",
    serialize=str,
    parse_value=_partial_date,
)
SCALARS: dict[Any, Any] = {flow.PartialDate: PartialDate}
NAMES = {flow.Candidate: "CvCandidate", flow.Profile: "CvProfile"}
PARENT: Any = typing.Annotated[Any, StrawberryParent()]
LEFT_OUT = {"evidence", "resume_id", "warnings"}


@strawberry.type(description="A place on a page, in points from the top left corner.")
class Box:
    x0: float = strawberry.field(description="Left.")
    top: float = strawberry.field(description="Top.")
    x1: float = strawberry.field(description="Right.")
    bottom: float = strawberry.field(description="Bottom.")


@strawberry.type(description="Where a value was printed.")
class Evidence:
    page: int = strawberry.field(description="Page, from 1.")
    box: Box = strawberry.field(description="The words' box on that page.")
    text: str = strawberry.field(description="The words as printed.")


@strawberry.type(description="One value of a part, with what it was read from.")
class ExtractedValue:
    field: str = strawberry.field(description="Name of the field in this part (`jobTitle`).")
    confidence: float = strawberry.field(description="0 to 1: how often such a value is right.")
    evidence: Evidence = strawberry.field(description="Where it was printed.")


@strawberry.type(description="Something a recruiter should know about the file.")
class ParseWarning:
    code: str = strawberry.field(description="HIDDEN_TEXT, PROMPT_INJECTION, NOT_A_CV, NOT_ALL_IMPORTED, ...")
    page: int | None = strawberry.field(description="Page, from 1, where it has a place.")
    box: Box | None = strawberry.field(description="Its place on that page.")


class Part(NamedTuple):
    """A node of the tree, and its path, under which the evidence is kept."""

    value: Any
    path: str
    evidence: dict[str, flow.Evidence]


def _box(places: tuple[float, float, float, float]) -> Box:
    x0, top, x1, bottom = places
    return Box(x0=x0, top=top, x1=x1, bottom=bottom)


def warning(found: flow.Warning) -> ParseWarning:
    return ParseWarning(code=found.code, page=found.page, box=_box(found.box) if found.box else None)


def extracted(root: strawberry.Parent[Any], fields: list[str] | None = None) -> list[ExtractedValue]:
    prefix = f"{root.path}." if root.path else ""
    inside = {path.removeprefix(prefix): seen for path, seen in root.evidence.items() if path.startswith(prefix)}
    direct = {name: seen for name, seen in inside.items() if "." not in name and (not fields or name.partition("[")[0] in fields)}
    return [_shown(name, seen) for name, seen in direct.items()]


def _shown(name: str, seen: flow.Evidence) -> ExtractedValue:
    return ExtractedValue(field=name, confidence=seen.confidence, evidence=Evidence(page=seen.page, box=_box(seen.box), text=seen.text))


def _resolve(root: Part, name: str, camel: str) -> Any:
    value, path = getattr(root.value, name), f"{root.path}.{camel}" if root.path else camel
    if isinstance(value, flow.Node):
        return Part(value, path, root.evidence)
    if isinstance(value, tuple) and value and isinstance(value[0], flow.Node):
        return [Part(item, f"{path}[{number}]", root.evidence) for number, item in enumerate(value)]
    return list(value) if isinstance(value, tuple) else value


class _Builder:
    """Walks the tree once, types in, GraphQL types out."""

    def __init__(self) -> None:
        self.meanings = {field.path.replace("[]", ""): field.meaning for field in tree.declared()}
        self.made: dict[type, Any] = {}

    def build(self, kind: type[flow.Node], path: str = "") -> Any:
        if kind not in self.made:
            hints = typing.get_type_hints(kind)
            fields = [self._field(name, hint, path) for name, hint in hints.items() if name not in LEFT_OUT]
            described = f"Part of a CV: {path}." if path else "One document read: all that a CV prints."
            self.made[kind] = create_type(NAMES.get(kind, kind.__name__), [*fields, self._extracted()], description=described)
        return self.made[kind]

    def _field(self, name: str, hint: Any, parent: str) -> Any:
        camel = flow.camel(name)
        path = f"{parent}.{camel}" if parent else camel
        resolver = partial(_resolve, name=name, camel=camel)

        def resolve(root: Any) -> Any:
            return resolver(root)

        resolve.__name__ = name
        resolve.__annotations__ = {"root": PARENT, "return": self._type(hint, path)}
        return strawberry.field(resolver=resolve, name=camel, description=self.meanings.get(path) or f"{camel} as printed.")

    def _extracted(self) -> Any:
        meaning = "Values of this part with confidence and place; values the reader derived, or a person corrected, have none."
        return strawberry.field(resolver=extracted, description=meaning)

    def _type(self, hint: Any, path: str) -> Any:
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            return self._type(next(each for each in inner if each is not type(None)), path) | None
        if origin is tuple:
            return list.__class_getitem__(self._type(inner[0], path))
        if isinstance(hint, type) and issubclass(hint, flow.Node):
            return self.build(hint, path)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return strawberry.enum(hint, description=f"Values of {path}.")
        return hint


Cv = _Builder().build(flow.Cv)


def whole(read: flow.Cv) -> Any:
    """What resolvers of `Cv` walk."""
    return Part(read, "", read.evidence)


__all__ = ["SCALARS", "Box", "Cv", "Evidence", "ExtractedValue", "ParseWarning", "warning", "whole"]
