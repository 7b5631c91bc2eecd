"""Corrections of a Cv as typed input: the same names as the Cv itself, and what is left out stays as it is."""

from __future__ import annotations

import enum
import types
import typing
from dataclasses import fields
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type

from graph.schema.cv import NAMES
from workers import cv as flow
from workers.services.resume import READ_ONLY


class _Builder:
    def __init__(self) -> None:
        self.made: dict[type, Any] = {}

    def build(self, kind: type[flow.Node], path: str = "") -> Any:
        if kind not in self.made:
            hints = typing.get_type_hints(kind)
            inputs = [self._field(name, hint, path) for name, hint in hints.items() if path or flow.camel(name) not in READ_ONLY]
            meaning = f"Corrections of {path}." if path else "Corrections: what is left out stays, null empties, lists replace."
            self.made[kind] = create_type(f"{NAMES.get(kind, kind.__name__)}Input", inputs, is_input=True, description=meaning)
        return self.made[kind]

    def _field(self, name: str, hint: Any, parent: str) -> Any:
        path = f"{parent}.{flow.camel(name)}" if parent else flow.camel(name)
        made = strawberry.field(name=flow.camel(name), description=f"New value of {path}.", default=strawberry.UNSET)
        made.python_name, made.type_annotation = name, StrawberryAnnotation(self._type(hint, path) | None)
        return made

    def _type(self, hint: Any, path: str) -> Any:
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            return self._type(next(each for each in inner if each is not type(None)), path)
        if origin is tuple:
            return list.__class_getitem__(self._type(inner[0], path))
        return self.build(hint, path) if isinstance(hint, type) and issubclass(hint, flow.Node) else hint


CvInput = _Builder().build(flow.Cv)


def changes(given: Any) -> Any:
    """The input as the part of the tree it names."""
    if isinstance(given, list):
        return [changes(item) for item in given]
    if isinstance(given, enum.Enum):
        return given.value
    if not hasattr(given, "__strawberry_definition__"):
        return given
    present = {field.name: getattr(given, field.name) for field in fields(given)}
    return {flow.camel(name): changes(value) for name, value in present.items() if value is not strawberry.UNSET}
