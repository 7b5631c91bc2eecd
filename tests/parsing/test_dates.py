"""Dates and ranges as people print them; what is not printed stays absent."""

from __future__ import annotations

import pytest

from workers.cv import PartialDate
from workers.parsing.date_order import decided, ordered
from workers.parsing.dates import find_dates, find_ranges, first_date, is_ambiguous
from workers.parsing.durations import find_durations, union_months

RANGES = {
    "janv. 2020 – déc. 2021": ("2020-01", "2021-12", False),
    "Févr. 2019 - août 2020": ("2019-02", "2020-08", False),
    "03.2024 - 05.2025": ("2024-03", "2025-05", False),
    "09/17 - 03/20": ("2017-09", "2020-03", False),
    "09/2017 – 03/2020": ("2017-09", "2020-03", False),
    "2015-12-01 / 2016-02-01": ("2015-12-01", "2016-02-01", False),
    "de mars à juin 2019": ("2019-03", "2019-06", False),
    "décembre - février 2020": ("2019-12", "2020-02", False),
    "du 01/02/2019 au 31/03/2019": ("2019-02-01", "2019-03-31", False),
    "1er septembre 2019 – 31 août 2020": ("2019-09-01", "2020-08-31", False),
    "depuis 2019": ("2019", None, True),
    "Depuis mars 2019": ("2019-03", None, True),
    "since June 2018": ("2018-06", None, True),
    "2019 à ce jour": ("2019", None, True),
    "01/2020 - présent": ("2020-01", None, True),
    "sept. 2019 – aujourd’hui": ("2019-09", None, True),
    "2019, en cours": ("2019", None, True),
    "April 2018 to date": ("2018-04", None, True),
    "2019-Present": ("2019", None, True),
    "2018-2019": ("2018", "2019", False),
    "2018/19": ("2018", "2019", False),
    "2010/11": ("2010", "2011", False),
    "2001/2004": ("2001", "2004", False),
    "sept '18 – '20": ("2018-09", "2020", False),
    "Summer 2018 - Winter 2019": ("2018", "2019", False),
    "from 2010 to 2012": ("2010", "2012", False),
    "nov-2018 → fév-2020": ("2018-11", "2020-02", False),
    "2019 –": ("2019", None, False),
    "jusqu'en 2017": (None, "2017", False),
    "seit März 2019": ("2019-03", None, True),
    "März 2018 – heute": ("2018-03", None, True),
    "sept.18 - juin 20": ("2018-09", "2020-06", False),
    "Mar. 15 – Aug. 17": ("2015-03", "2017-08", False),
    "du 3 sept. 18 au 2 juin 20": ("2018-09-03", "2020-06-02", False),
    "2016-03-01/2018-05-31": ("2016-03-01", "2018-05-31", False),
    "2016-03/2018-05": ("2016-03", "2018-05", False),
}


@pytest.mark.parametrize("text", RANGES)
def test_a_range_is_read_as_printed_and_covers_its_characters(text: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end, found.current) == RANGES[text]
    assert text[found.begin : found.finish] == text


DATES = {
    "2015-12-01": "2015-12-01",
    "3 mars 2019": "2019-03-03",
    "March 3, 2019": "2019-03-03",
    "été 2015": "2015",
    "Promo 2014": "2014",
    "(2015)": "2015",
    "2011-12": "2011-12",
}


@pytest.mark.parametrize("text", DATES)
def test_a_single_date_is_no_range(text: str) -> None:
    assert not find_ranges(text)
    assert [found.date for found in find_dates(text)] == [DATES[text]]


@pytest.mark.parametrize(
    "text",
    ["06 12 34 56 78", "06.12.34.56.78", "+33 1 99 00 48 16", "1990 €", "24/7", "5 000 clients", "v10.2", "Score 10/20", "CACES 1-3-5"],
)
def test_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert not find_ranges(text)
    assert not find_dates(text)


def test_a_printed_length_belongs_to_the_range_it_follows() -> None:
    text = "Mars 2019 - aujourd'hui (2 ans et 3 mois)"
    assert find_ranges(text)[0].finish == len(text)
    assert [found.months for found in find_durations("2 ans 3 mois, 18 months")] == [27, 18]


LENGTHS = {"deux ans": 24, "eighteen months": 18, "deux ans et trois mois": 27, "zwei Jahre": 24, "dix-huit mois": 18, "tous les ans": None}


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_may_be_written_in_words(text: str) -> None:
    assert [found.months for found in find_durations(text)] == ([LENGTHS[text]] if LENGTHS[text] else [])
    if LENGTHS[text]:
        assert find_ranges(f"Mars 2018 - juin 2020 ({text})")[0].finish == len(f"Mars 2018 - juin 2020 ({text})")


def test_a_sentence_may_begin_with_a_length() -> None:
    assert find_ranges("oct. 2016 – présent Dix ans de métier")[0].finish == len("oct. 2016 – présent")
    assert find_ranges("2016 - 2018 2 ans, Lyon")[0].finish == len("2016 - 2018 2 ans")


LISTS = {
    "CACES 1-3-5 2019 - 2023": ("2019", "2023"),
    "CACES 1-3-5 mars 2019 - juin 2020": ("2019-03", "2020-06"),
    "Niveaux 1, 2, 3 mars 2019 - juin 2020": ("2019-03", "2020-06"),
    "2019 - 2023 CACES R489 1-3-5": ("2019", "2023"),
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_digits_beside_a_range_is_no_part_of_it(text: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end) == LISTS[text]
    assert not find_dates(text)


@pytest.mark.parametrize("text", ["mai 68 personnes", "Sept 18 - Oct 20, 2020", "from May 10 people"])
def test_two_digits_behind_a_month_are_a_year_only_in_a_range_or_alone(text: str) -> None:
    assert not find_ranges(text)


def test_a_start_in_the_future_is_no_post_that_goes_on() -> None:
    assert not find_ranges("à partir de septembre 2025")
    assert first_date("à partir de septembre 2025") == PartialDate("2025-09")


def test_day_and_month_that_could_be_swapped_are_told() -> None:
    assert is_ambiguous("03/04/2019")
    assert not is_ambiguous("23/04/2019")
    assert find_dates("04/23/2019")[0].date == "2019-04-23"


def test_months_of_overlapping_ranges_count_once() -> None:
    assert union_months([(0, 11), (6, 17), (24, 24)]) == 19
    assert union_months([]) == 0


ORDERS = {
    ("03/14/2019 and 02/03/2020", None): True,
    ("14/03/2019 and 02/03/2020", "US"): False,
    ("02/03/2020", "US"): True,
    ("02/03/2020", "FR"): False,
    ("02/03/2020", None): None,
    ("02/03/2020", "CA"): None,
}


@pytest.mark.parametrize(("text", "country"), ORDERS)
def test_a_number_above_twelve_tells_the_order_then_the_country(text: str, country: str | None) -> None:
    assert decided(text, country) is ORDERS[text, country]


def test_american_cvs_are_read_month_first() -> None:
    with ordered("Austin, TX", "US"):
        (found,) = find_ranges("02/03/2019 - 04/05/2020")
        assert (found.start, found.end) == ("2019-02-03", "2020-04-05")
    (found,) = find_ranges("02/03/2019 - 04/05/2020")
    assert (found.start, found.end) == ("2019-03-02", "2020-05-04")
