"""E-mail addresses that a narrow column broke over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workers.parsing.date_words import any_of
from workers.parsing.types import Found, Line, Word
from workers.resources.language import merged
from workers.resources.text import flat

# Endings of three letters and more whose beginning is an ending too: example.co over m.
_ENDINGS = frozenset("com org net info edu gov dev pro biz name email online site tech cloud paris".split())
_REST = re.compile(r"\.?[a-z]{1,6}(?:\.[a-z]{2,6})?", re.I)
_OPENING = re.compile(r"[a-z0-9][\w.+'-]*[._-]", re.I | re.A)


def broken(form: re.Pattern[str], line: Line, following: Line) -> Iterator[Found[str]]:
    """No half is an address by itself: `lea.martin@exam` over `ple.fr`."""
    last, first = line.words[-1].text, following.words[0].text
    if match := form.fullmatch(last + first):
        yield Found(match[0].lower(), 0.95, (*line.words[-1:], *following.words[:1]))


def completed(match: re.Match[str], line: Line, above: Line | None, below: Line | None) -> tuple[str, tuple[Word, ...]]:
    """The address with what the line above began or the line below ends, and the words of those lines."""
    begun, ended = _begun(match, line, above), _ended(match, line, below)
    text = re.sub(r"\s", "", match[0]).lower()
    return "".join(word.text.lower() for word in begun) + text + "".join(word.text.lower() for word in ended), (*begun, *ended)


def _begun(match: re.Match[str], line: Line, above: Line | None) -> tuple[Word, ...]:
    """`E-mail : marie-` over `claire.dupont@example.com`. Without its label such a word may end a link or a street."""
    if (
        above is None
        or not _label().search(flat(" ".join(word.text for word in above.words[:-1])))
        or match.start()
        or not _near(above, line)
    ):
        return ()
    word = above.words[-1]
    return (word,) if _OPENING.fullmatch(word.text) and word.text.islower() else ()


def _ended(match: re.Match[str], line: Line, below: Line | None) -> tuple[Word, ...]:
    """`...@example.co` over `m` or `.uk`, alone on its line."""
    if below is None or match.end() < len(line.text) or len(below.words) != 1 or not _near(line, below):
        return ()
    word, ending = below.words[0], match[0].rpartition(".")[2].lower()
    if not _REST.fullmatch(word.text) or not word.text.islower():
        return ()
    return (word,) if word.text.startswith(".") or ending + word.text in _ENDINGS else ()


def _near(above: Line, below: Line) -> bool:
    return above.page == below.page and above.block == below.block and below.box.top - above.box.bottom < below.size


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(merged('labels').get('email', ()))})\s*:?\s*$")
