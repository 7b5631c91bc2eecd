"""A correction of what was read: part of the tree, laid over the whole."""

from __future__ import annotations

from typing import Any

import msgspec

from workers import tree
from workers.cv import Cv, from_tree, to_tree
from workers.errors import InvalidInput
from workers.tree import ParserType


def corrected(before: Cv, wanted: dict[str, Any]) -> Cv:
    """`before` with the changes; unknown fields and wrong kinds raise InvalidInput naming the path."""
    old = to_tree(before)
    for path in _unknown(wanted, tree.shape(ParserType.PREMIUM), ()):
        raise InvalidInput(f"'{'.'.join(path)}' is no field of a resume", field=path)
    new = _merged(old, wanted)
    new["evidence"] = {path: seen for path, seen in old["evidence"].items() if _at(old, path) == _at(new, path)}
    try:
        return from_tree(Cv, new)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$.")
        place = place.rstrip("`")
        raise InvalidInput(f"{place or 'body'}: {message}", field=tuple(place.split("."))) from error


def _unknown(value: Any, shape: dict[str, Any], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    if isinstance(value, list):
        return [found for item in value for found in _unknown(item, shape, path)]
    if not isinstance(value, dict) or not shape:
        return []
    strange = [(*path, name) for name in value if name not in shape]
    return strange or [found for name, inner in value.items() for found in _unknown(inner, shape[name], (*path, name))]


def _merged(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{name: _merged(old.get(name), value) for name, value in new.items()}}
    return new


def _at(whole: Any, path: str) -> Any:
    for step in path.replace("[", ".").replace("]", "").split("."):
        try:
            whole = whole[int(step)] if isinstance(whole, list) else whole[step]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return whole
