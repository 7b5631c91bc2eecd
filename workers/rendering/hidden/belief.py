"""Convictions: religion, politics, unions, orientation. No switch names them: like health, they go with any of birth, gender,
nationality and marital status (article L1132-1 of the French Code du travail and the Equality Act 2010 list them side by side)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workers.rendering.hidden.oneself import is_all, is_of_oneself, stands_alone
from workers.rendering.hidden.secret import LEFT, RIGHT, Reach, Secret, pattern
from workers.rendering.letters import flat
from workers.rendering.traces import traces

_REST = r"[^,;.\n|]{0,40}"


def beliefs(hidden: str) -> Iterable[Secret]:
    """Of the person alone: `histoire des religions` and `négociation avec les syndicats` are work."""
    know = traces()
    belief, behind = know.any("beliefs"), know.any("belief_behind")
    yield Secret("belief", pattern(rf"{LEFT}{know.any('belief_labels')}\s*:\s*[^,;.\n|]{{2,40}}"), hidden, Reach.NAMES, stands_alone)
    yield Secret("belief", pattern(rf"{LEFT}{know.any('belief_leads')}{RIGHT}{_REST}"), hidden, guard=is_of_oneself)
    yield Secret("belief", pattern(rf"{LEFT}{belief}\s+{behind}{RIGHT}"), hidden, guard=is_of_oneself)
    yield Secret("belief", pattern(rf"{LEFT}{belief}{RIGHT}"), hidden, Reach.NAMES, is_all)


def is_worship(text: str | None) -> bool:
    """`Paroisse Saint-Luc`, `Catéchiste`: time given there tells the faith. Posts are no gift and stay."""
    return bool(re.search(rf"{LEFT}{traces().any('worship')}{RIGHT}", flat(text or "")))
