"""A correction of what was read: part of the tree, laid over the whole."""

from __future__ import annotations

from typing import Any

import msgspec

from workers import tree
from workers.cv import Cv, from_tree, to_tree
from workers.errors import InvalidInput
from workers.services.job_fields import printable
from workers.tree import ParserType

LONGEST = {str: 20_000, list: 500}
LARGEST = 1_000_000_000


def corrected(before: Cv, wanted: dict[str, Any]) -> Cv:
    """`before` with the changes; unknown fields and wrong kinds raise InvalidInput naming the path."""
    old = to_tree(before)
    for path in _unknown(wanted, tree.shape(ParserType.PREMIUM), ()):
        raise InvalidInput(f"'{'.'.join(path)}' is no field of a resume", field=path)
    new = _merged(old, _clean(wanted))
    new["evidence"] = {path: seen for path, seen in old["evidence"].items() if _at(old, path) == _at(new, path)}
    try:
        return from_tree(Cv, new)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$.")
        place = place.rstrip("`")
        raise InvalidInput(f"{place or 'body'}: {message}", field=_steps(place)) from error


def _unknown(value: Any, shape: dict[str, Any], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    if isinstance(value, list):
        return [found for item in value for found in _unknown(item, shape, path)]
    if not isinstance(value, dict) or not shape:
        return []
    strange = [(*path, name) for name in value if name not in shape]
    return strange or [found for name, inner in value.items() for found in _unknown(inner, shape[name], (*path, name))]


def _clean(value: Any, path: str = "") -> Any:
    """The change without control characters. A text, list or number beyond what a CV can hold raises InvalidInput."""
    if isinstance(value, dict):
        return {name: _clean(inner, f"{path}.{name}" if path else name) for name, inner in value.items()}
    if isinstance(value, str | list) and len(value) > (limit := LONGEST[type(value)]):
        raise InvalidInput(f"{path} has more than {limit:,} {'characters' if isinstance(value, str) else 'entries'}", field=_steps(path))
    if isinstance(value, list):
        return [_clean(inner, f"{path}[{index}]") for index, inner in enumerate(value)]
    if isinstance(value, int | float) and not 0 <= value <= LARGEST:
        raise InvalidInput(f"{path} must be 0 to {LARGEST:,}", field=_steps(path))
    return printable(value) if isinstance(value, str) else value


def _merged(old: Any, new: Any) -> Any:
    # null takes away what stands there: all of an object, every entry of a list, a yes.
    if isinstance(old, dict):
        new = dict.fromkeys(old) if new is None else new
        return {**old, **{name: _merged(old.get(name), value) for name, value in new.items()}} if isinstance(new, dict) else new
    if new is None and isinstance(old, list | bool):
        return type(old)()
    return _present(new) if isinstance(new, list) else new


def _present(entry: Any) -> Any:
    """A new entry of a list without its nulls: what it does not say has the value of an entry that says nothing."""
    if isinstance(entry, list):
        return [_present(each) for each in entry]
    return {name: _present(each) for name, each in entry.items() if each is not None} if isinstance(entry, dict) else entry


def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))


def _at(whole: Any, path: str) -> Any:
    for step in path.replace("[", ".").replace("]", "").split("."):
        try:
            whole = whole[int(step)] if isinstance(whole, list) else whole[step]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return whole
