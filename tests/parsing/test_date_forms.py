"""Every form of month and year, joined by every sign and word, in every month: the range is read as printed, whole."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from workers.parsing.dates import find_dates, find_ranges
from workers.parsing.durations import union_months

FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FRENCH_SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
ENGLISH = "January February March April May June July August September October November December".split()
PLAIN = str.maketrans("éû", "eu")

FORMS: dict[str, Callable[[int, int], str]] = {
    "janvier 2020": lambda year, month: f"{FRENCH[month - 1]} {year}",
    "JANVIER 2020": lambda year, month: f"{FRENCH[month - 1].upper()} {year}",
    "fevrier 2020": lambda year, month: f"{FRENCH[month - 1].translate(PLAIN)} {year}",
    "janv. 2020": lambda year, month: f"{FRENCH_SHORT[month - 1]} {year}",
    "janv '20": lambda year, month: f"{FRENCH_SHORT[month - 1].rstrip('.')} '{year % 100}",
    "01/2020": lambda year, month: f"{month:02d}/{year}",
    "1/2020": lambda year, month: f"{month}/{year}",
    "01.2020": lambda year, month: f"{month:02d}.{year}",
    "01/20": lambda year, month: f"{month:02d}/{year % 100}",
    "2020-01": lambda year, month: f"{year}-{month:02d}",
    "2020/01": lambda year, month: f"{year}/{month:02d}",
    "January 2020": lambda year, month: f"{ENGLISH[month - 1]} {year}",
    "Jan 2020": lambda year, month: f"{ENGLISH[month - 1][:3]} {year}",
    "Jan. 2020": lambda year, month: f"{ENGLISH[month - 1][:3]}. {year}",
    "January, 2020": lambda year, month: f"{ENGLISH[month - 1]}, {year}",
    "Jan-20": lambda year, month: f"{ENGLISH[month - 1][:3]}-{year % 100}",
}
JOINTS = (" - ", " – ", "–", " — ", " à ", " au ", " to ", " / ", " → ", " > ", " jusqu'à ", " until ", " through ")
OPEN = ("aujourd'hui", "aujourd’hui", "à ce jour", "présent", "en cours", "actuel", "actuellement", "present", "now", "today", "Current")


@pytest.mark.parametrize(("form", "joint"), [*product(FORMS, JOINTS)])
def test_two_ends_are_one_range(form: str, joint: str) -> None:
    for month in range(1, 13):
        text = FORMS[form](2017, month) + joint + FORMS[form](2019, month % 12 + 1)
        (found,) = find_ranges(text)
        assert (found.start, found.end, found.current) == (f"2017-{month:02d}", f"2019-{month % 12 + 1:02d}", False), text
        assert (found.begin, found.finish) == (0, len(text)), text


@pytest.mark.parametrize(("form", "word"), [*product(FORMS, OPEN)])
def test_an_open_end_is_the_present(form: str, word: str) -> None:
    for month in range(1, 13):
        text = f"{FORMS[form](2018, month)} - {word}"
        (found,) = find_ranges(text)
        assert (found.start, found.end, found.current) == (f"2018-{month:02d}", None, True), text


@pytest.mark.parametrize("form", [form for form in FORMS if not form.endswith("20") or "2020" in form])
def test_a_lone_date_pretends_no_day(form: str) -> None:
    for month in range(1, 13):
        assert [found.date for found in find_dates(FORMS[form](2016, month))] == [f"2016-{month:02d}"]


RANGES = {
    "du 12 au 30 juin 2020": ("2020-06-12", "2020-06-30"),
    "12-30 juin 2020": ("2020-06-12", "2020-06-30"),
    "07-08/2019": ("2019-07", "2019-08"),
    "juillet/août 2019": ("2019-07", "2019-08"),
    "Sep-Dec 2018": ("2018-09", "2018-12"),
    "Année scolaire 2018-2019": ("2018", "2019"),
    "2018–19": ("2018", "2019"),
    "début 2020 - fin 2021": ("2020", "2021"),
    "2019 - ...": ("2019", None),
}


@pytest.mark.parametrize("text", RANGES)
def test_ends_may_share_their_month_or_year(text: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end) == RANGES[text]


def test_the_union_of_ranges_is_never_more_than_their_sum_nor_less_than_the_longest() -> None:
    for first, length, gap, other in product(range(3), range(1, 30, 7), range(-20, 20, 5), range(1, 30, 6)):
        spans = [(100 + first, 99 + first + length), (100 + first + length + gap, 99 + first + length + gap + other)]
        assert max(length, other) <= union_months(spans) <= length + other
        assert union_months(spans) == union_months(spans[::-1]) == len({month for begin, end in spans for month in range(begin, end + 1)})
