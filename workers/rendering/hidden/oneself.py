"""Of whom a line speaks: of the person, who writes without a subject or says I, or of those he worked for."""

from __future__ import annotations

import re

from workers.rendering.hidden.secret import LEFT
from workers.rendering.letters import flat
from workers.rendering.traces import traces


def stands_alone(text: str, match: re.Match[str]) -> bool:
    """At the head of a line or behind a sign: nothing before it says whose it is."""
    before = text[: match.start()].rstrip()
    return not before or before[-1] in ",;•|.(:]"


def is_of_oneself(text: str, match: re.Match[str]) -> bool:
    """`Breton d'origine`, `je suis diabétique`; not `suivi de patients diabétiques`, not `produits d'origine bretonne`."""
    before = flat(text[: match.start()])
    return stands_alone(text, match) or before.endswith("\n") or bool(re.search(rf"{LEFT}{traces().any('oneself')}\s+$", before))


def is_all(text: str, match: re.Match[str]) -> bool:
    """It is the whole of an item: signs on both sides."""
    after = text[match.end() :].lstrip(" ")
    return stands_alone(text, match) and (not after or after[0] in ",;•|.)\n")
