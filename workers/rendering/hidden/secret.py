"""One pattern, what stands in its place, and how far into a CV it reaches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from workers.rendering.letters import LETTERS, either_way, flat

# Letters and digits on neither side; an underscore parts words in file names. A class of ranges would take 3 ms to compile, each time.
LEFT, RIGHT = r"(?<![^\W_])", r"(?![^\W_])"


class Reach(IntEnum):
    """Which texts a pattern is applied to: terms are skills and languages, names are titles and organisations, prose the rest."""

    TERMS = 0
    NAMES = 1
    PROSE = 2


Guard = Callable[[str, re.Match[str]], bool]


def always(text: str, match: re.Match[str]) -> bool:
    return True


class Secret(NamedTuple):
    """`pattern` runs over flat text, `guard` sees the text as written; `spares` skills that look the same."""

    kind: str
    pattern: re.Pattern[str]
    replacement: str
    reach: Reach = Reach.PROSE
    guard: Guard = always
    spares: bool = False

    def spans(self, text: str, spared: re.Pattern[str] | None = None) -> list[tuple[int, int]]:
        """Where the secret stands in a text as written."""
        plain = flat(text)
        found = [match for match in self.pattern.finditer(plain) if match.end() > match.start() and self.guard(text, match)]
        if not (found and self.spares and spared):
            return [match.span() for match in found]
        islands = [match.span() for match in spared.finditer(plain)]
        return [match.span() for match in found if not any(low <= match.start() and match.end() <= high for low, high in islands)]

    def out_of(self, text: str, spared: re.Pattern[str] | None = None) -> str:
        """The text without the secret."""
        for start, end in reversed(self.spans(text, spared)):
            blank = len(text[start:end]) - len(text[start:end].rstrip(" ")) if self.replacement else 0
            text = text[:start] + self.replacement + text[end - blank :]
        return text


def pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.MULTILINE)


def tokens(name: str | None) -> list[str]:
    """The flat words of a name: `Anne-Laure` is two."""
    return [token for token in re.split(rf"[^{LETTERS}]+", flat(name or "")) if token]


def together(words: Iterable[str], gap: str = r"[\s\-_.·,']{0,3}") -> str:
    return gap.join(either_way(re.escape(word)) for word in words)
