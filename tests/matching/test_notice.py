"""How soon somebody could start, where a CV says so in words."""

from __future__ import annotations

import pytest

from workers.resources.notice import notice_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Immédiate", 0),
        ("disponible immédiatement", 0),
        ("No notice", 0),
        ("3 mois", 90),
        ("préavis de trois mois", 90),
        ("2 weeks' notice", 14),
        ("one month", 30),
        ("10 jours", 10),
        ("septembre 2026", None),
        ("", None),
        (None, None),
    ],
)
def test_days(text: str | None, days: int | None) -> None:
    assert notice_days(text) == days
