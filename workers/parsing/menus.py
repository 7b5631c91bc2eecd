"""Web pages saved as documents begin with their menu: the headings of the CV one below another, with nothing of it between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workers.parsing.types import Line
from workers.resources.language import heading_kind
from workers.resources.text import squeeze

LEAST = 3
# What stands beside a heading of a page for those who want a link to it.
ANCHORS = ("#", "¶")
MARKS = " :·•|-–—_"


def without_menu(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` without runs of three headings and more that all come again elsewhere."""
    named = [squeeze(line.text.strip(MARKS)) if heading_kind(line.text.strip(MARKS)) else "" for line in lines]
    dropped = {index for run in _runs(named) if _comes_again(named, run) for index in run}
    return tuple(line for index, line in enumerate(lines) if index not in dropped and line.text.strip(MARKS) not in ANCHORS)


def _runs(named: Sequence[str]) -> Iterator[range]:
    """Longest runs of headings, at least LEAST of them."""
    begin = 0
    for index, name in enumerate([*named, ""]):
        if name:
            continue
        if index - begin >= LEAST:
            yield range(begin, index)
        begin = index + 1


def _comes_again(named: Sequence[str], run: range) -> bool:
    """A menu names no heading twice; what comes again behind it stands over its section."""
    menu = {named[index] for index in run}
    return len(menu) >= LEAST and menu <= {name for name in named[run.stop :] if name}
