"""Values found → Cv, each with the place where it was printed under its path in the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from workers.cv import Evidence, Node
from workers.parsing.lines import box_of
from workers.parsing.types import Found

Parts = Mapping[str, Found[Any]]
N = TypeVar("N", bound=Node)
LONGEST_EVIDENCE = 400


def node(kind: type[N], parts: Parts, path: str, evidence: dict[str, Evidence]) -> N:
    """One node of the tree from its parts; a dotted name (`address.city`) fills a node inside it."""
    own = {name: found.value for name, found in parts.items() if "." not in name}
    inner: dict[str, dict[str, Found[Any]]] = {}
    for name, found in parts.items():
        head, dot, rest = name.partition(".")
        if dot:
            inner.setdefault(head, {})[rest] = found
        else:
            record(evidence, f"{path}.{_camel(name)}", found)
    for name, found_inside in inner.items():
        own[name] = node(type(getattr(kind(), name)), found_inside, f"{path}.{_camel(name)}", evidence)
    return kind(**own)


def nodes(kind: type[N], found: Sequence[Parts], path: str, evidence: dict[str, Evidence]) -> tuple[N, ...]:
    return tuple(node(kind, parts, f"{path}[{index}]", evidence) for index, parts in enumerate(found))


def record(evidence: dict[str, Evidence], path: str, found: Found[Any]) -> None:
    """Keep page, box, words and confidence; words on a later page than the first are left out of the box."""
    if not found.words:
        return
    words = [word for word in found.words if word.page == found.words[0].page]
    text = " ".join([word.text for word in found.words])[:LONGEST_EVIDENCE]
    box = box_of(words)
    evidence[path] = Evidence(
        page=words[0].page, box=(box.x0, box.top, box.x1, box.bottom), text=text, confidence=round(found.confidence, 3)
    )


@cache
def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)
