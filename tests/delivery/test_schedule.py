"""When it is tried again."""

from __future__ import annotations

import datetime as dt

import pytest

from workers.delivery import schedule
from workers.resources.delivery import rules

NOW = dt.datetime(2026, 5, 14, 10, tzinfo=dt.UTC)
HOURS = [5 / 60, 0.5, 2, 5, 10, 14, 20, 24]


def test_the_schedule_is_the_contract() -> None:
    for attempts, hours in enumerate(HOURS, 1):
        waits = [schedule.wait(attempts) or 0 for _ in range(200)]
        assert 0.9 * hours * 3600 <= min(waits) < max(waits) <= 1.1 * hours * 3600
    assert schedule.wait(9) is None and sum(rules().delays) > 3 * 86400


def test_retry_after_is_never_undercut_nor_endless() -> None:
    assert schedule.wait(1, 7200) == 7200
    assert (schedule.wait(1, 10) or 0) >= 270
    assert schedule.wait(1, 10**9) == rules().longest_wait


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120), ("Thu, 14 May 2026 10:05:00 GMT", 300), ("Thu, 14 May 2026 09:00:00 GMT", 0), ("soon", None), ("", None), (None, None)],
)
def test_retry_after_is_a_number_or_a_date(text: str | None, seconds: float | None) -> None:
    assert schedule.retry_after(text, NOW) == seconds


def test_five_days_are_our_patience() -> None:
    assert not schedule.is_given_up(None, NOW)
    assert not schedule.is_given_up(NOW - dt.timedelta(days=4, hours=23), NOW)
    assert schedule.is_given_up(NOW - dt.timedelta(days=5), NOW)
