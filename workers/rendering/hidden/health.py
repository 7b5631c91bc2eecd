"""Health and disability. No switch names them: they are what somebody lives with, like age and family, and go with any of these."""

from __future__ import annotations

from collections.abc import Iterable

from workers.rendering.hidden.oneself import is_all, is_of_oneself, stands_alone
from workers.rendering.hidden.secret import LEFT, RIGHT, Reach, Secret, pattern
from workers.rendering.traces import either, traces

_SMALL = r"(?:(?:un|une|de|de la|du|d'|d'un|d'une|a|an|the|with|tres|partially|severely|legerement|partiellement)\s+)*"


def health(hidden: str) -> Iterable[Secret]:
    """Of the person alone: a nurse's patients and a social worker's files stay."""
    know = traces()
    facts, ill = know.any("health"), know.any("conditions")
    yield Secret("health", pattern(rf"{LEFT}{facts}{RIGHT}(?:\s+[^,;.\n|]{{1,40}})?"), hidden)
    months = either(form for forms in know.months.values() for form in forms)
    expecting = rf"{LEFT}(?:{know.any('numbers')}\s+)?{know.any('pregnant')}\s+(?:\d|{know.any('numbers')}|{months})"
    yield Secret("health", pattern(rf"{expecting}(?:\s+(?:mois|semaines))?{RIGHT}"), hidden, guard=is_of_oneself)
    labelled = rf"{LEFT}{know.any('health_labels')}\s*(?::\s*[^,;.\n|]{{1,40}}|\s(?:ab|a|b|o)\s?[+-])"
    yield Secret("health", pattern(labelled), hidden, Reach.NAMES, stands_alone)
    since = r"(?:\s+(?:depuis|since|in)\s+\d{4})?"
    led = rf"{LEFT}{know.any('health_leads')}\s+{_SMALL}{ill}{RIGHT}{since}"
    yield Secret("health", pattern(led), hidden, guard=is_of_oneself)
    said = rf"{LEFT}{know.any('oneself')}\s+{_SMALL}{ill}{RIGHT}{since}"
    yield Secret("health", pattern(said), hidden)
    alone = rf"{LEFT}{know.any('health_alone')}{RIGHT}{since}"
    yield Secret("health", pattern(alone), hidden, Reach.NAMES, is_all)
