"""Towns that prose names in one breath with those of hidden posts."""

from __future__ import annotations

import pytest

from workers.cv import Candidate, Cv, Experience
from workers.rendering import PRESETS
from workers.rendering.hidden import towns


def hidden(summary: str) -> list[str]:
    cv = Cv(candidate=Candidate(summary=summary), experiences=(Experience(city="Rennes"),))
    (secret,) = towns.worked(cv, PRESETS["blind"], "…")
    return [summary[begin:finish] for begin, finish in secret.spans(summary)]


def test_a_list_of_towns_is_one_breath() -> None:
    assert hidden("Clients à Fougères, Saint-Malo et Rennes, puis retour.") == ["Fougères, Saint-Malo et Rennes"]


@pytest.mark.parametrize("text", ["Aa Bb, " * 4000, "Aa-" * 9000, ("Aa-" * 50 + " Rennes ") * 100, "Rennes, " * 3000])
def test_long_lists_of_capitals_are_gone_through_once(text: str) -> None:
    assert bool(hidden(text)) == ("Rennes" in text)
