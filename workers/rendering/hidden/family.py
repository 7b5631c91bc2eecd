"""With whom somebody lives: marital status, children, and relatives that are named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.rendering.hidden.oneself import is_of_oneself, stands_alone
from workers.rendering.hidden.secret import LEFT, RIGHT, Secret, pattern
from workers.rendering.letters import flat
from workers.rendering.traces import either, traces

_MINE = r"(?:mon|ma|mes|notre|nos|my|our)"


def marriages(hidden: str) -> Iterable[Secret]:
    know = traces()
    yield Secret("marital status", pattern(rf"{LEFT}{either(know.words['marital_before'])}\s*:?\s*[^,;.\n|]{{2,40}}"), hidden)
    children = either(know.words["children"])
    number = r"(?:\d|un|une|deux|trois|quatre|one|two|three|four|sans|no)"
    having = rf"(?:\s*,?\s*(?:with|avec|et|and)?\s*{number}\s+{children})?"
    relatives = know.any("family_words")
    yield Secret(
        "marital status", pattern(rf"{LEFT}{either(know.words['parents'])}\s+(?:{number}(?:\s+{children})?|{children}){RIGHT}"), hidden
    )
    yield Secret("marital status", pattern(rf"{LEFT}{relatives},?\s+[^\W\d_]+{RIGHT}"), hidden, guard=_is_called)
    yield Secret("marital status", pattern(rf"{LEFT}{relatives}{having}{RIGHT}"), hidden, guard=_is_own)
    yield Secret("marital status", pattern(rf"{LEFT}{_MINE}\s+{number}\s+{children}{RIGHT}"), hidden)
    alone = rf"{LEFT}{know.any('family_alone')}{RIGHT}(?!\s+{know.any('not_family')})[^,;.\n|•]{{0,40}}"
    yield Secret("marital status", pattern(alone), hidden, guard=_begins_line)
    settled = rf"(?<![\w'-]){either(know.words['marital'])}{having}(?![\w'-])"
    yield Secret("marital status", pattern(settled), hidden, guard=_is_settled)
    yield Secret("marital status", pattern(rf"{LEFT}{number}\s+{children}(?=\s*(?:$|[,;•|.)\n]))"), hidden, guard=stands_alone)
    yield Secret("marital status", pattern(rf"{LEFT}single(?=\s*(?:$|[,;•|.)\n]))"), hidden, guard=stands_alone)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """`Future maman`, `preacher and mother of twins`; not `gamme future maman`."""
    joined = re.search(r"(?:,|\b(?:and|et|une?|an?|the|la|le))\s*$", flat(text[: match.start()]))
    return bool(re.match(rf"(?:en|on)\s|{_MINE}\s", match[0])) or bool(joined) or is_of_oneself(text, match)


def _begins_line(text: str, match: re.Match[str]) -> bool:
    """`Congé maternité en 2015`; behind other words it is whom somebody stands in for."""
    before = text[: match.start()].rstrip(" •")
    return (not before or before.endswith("\n") or before[-1] in ".;") and text[match.start()].isupper()


def _is_called(text: str, match: re.Match[str]) -> bool:
    """`My husband Declan`: the name goes with him."""
    return text[match.start() : match.end()].split()[-1][0].isupper()


def _is_settled(text: str, match: re.Match[str]) -> bool:
    """`Married up sales and support`, `robe de mariée`, `prix Marie Heurtin`: nobody is married there."""
    written = text[match.start() : match.end()]
    if re.match(r"\s+(?:up|into|together)\b", text[match.end() :]) or _NOUN.search(flat(text[: match.start()])):
        return False
    return not re.fullmatch("Marie", written) or (stands_alone(text, match) and bool(_AFTER_STATUS.match(flat(text[match.end() :]))))


# An article or a preposition makes a noun of it: the bride, a divorcee's lawyer.
_NOUN = re.compile(rf"{LEFT}(?:de|du|des|la|les|une|un|the|a|for|pour)\s+(?:la\s+|future\s+)?$")
# The first name Marie is written like the status without its accent.
_AFTER_STATUS = re.compile(r"\s*(?:$|[,;•|.)/(\n]|avec|depuis|sans|\d|deux|trois|un\b)")
