"""The table of printed dates: every French and English way that candidates write a stay, a day or a length, and what it says."""

from __future__ import annotations

import pytest

from workers.parsing.date_order import ordered
from workers.parsing.dates import find_dates, find_ranges
from workers.parsing.durations import find_durations

# What is printed: start, end, whether it goes on. A year stays a year: no month is pretended.
STAYS: dict[str, tuple[str | None, str | None, bool]] = {
    # French
    "depuis mars 2019": ("2019-03", None, True),
    "Depuis le 15 mars 2019": ("2019-03-15", None, True),
    "Depuis 03/2019": ("2019-03", None, True),
    "depuis l'été 2017": ("2017", None, True),
    "depuis la rentrée 2018": ("2018", None, True),
    "En poste depuis avril 2020": ("2020-04", None, True),
    "janvier 2018 à décembre 2020": ("2018-01", "2020-12", False),
    "de janvier 2018 à décembre 2020": ("2018-01", "2020-12", False),
    "De janv. 2018 à déc. 2020": ("2018-01", "2020-12", False),
    "du 1er janvier 2018 au 31 décembre 2020": ("2018-01-01", "2020-12-31", False),
    "du 01/01/2018 au 31/12/2020": ("2018-01-01", "2020-12-31", False),
    "du 01.01.2018 au 31.12.2020": ("2018-01-01", "2020-12-31", False),
    "01/2018 au 12/2020": ("2018-01", "2020-12", False),
    "entre 2012 et 2015": ("2012", "2015", False),
    "entre mars 2012 et juin 2015": ("2012-03", "2015-06", False),
    "mars à juin 2019": ("2019-03", "2019-06", False),
    "mars-juin 2019": ("2019-03", "2019-06", False),
    "Mars – Juin 2019": ("2019-03", "2019-06", False),
    "avril/mai 2016": ("2016-04", "2016-05", False),
    "nov. 2019 - févr. 2020": ("2019-11", "2020-02", False),
    "Nov 2019 - Fev 2020": ("2019-11", "2020-02", False),
    "novembre à février 2020": ("2019-11", "2020-02", False),
    "AOUT 2015 - SEPTEMBRE 2017": ("2015-08", "2017-09", False),
    "Août 2015 → Sept 2017": ("2015-08", "2017-09", False),
    "août 2015 > sept. 2017": ("2015-08", "2017-09", False),
    "juil. 2014 / sept. 2014": ("2014-07", "2014-09", False),
    "Juillet 2014 | Août 2016": ("2014-07", "2016-08", False),
    "janvier 2020 jusqu'à mars 2021": ("2020-01", "2021-03", False),
    "janvier 2020 jusqu'en mars 2021": ("2020-01", "2021-03", False),
    "Jusqu'en mars 2017": (None, "2017-03", False),
    "janvier 2020 à aujourd'hui": ("2020-01", None, True),
    "janvier 2020 - Aujourd’hui": ("2020-01", None, True),
    "janvier 2020 à ce jour": ("2020-01", None, True),
    "janvier 2020 - Ce jour": ("2020-01", None, True),
    "janvier 2020 – présent": ("2020-01", None, True),
    "janvier 2020 - PRESENT": ("2020-01", None, True),
    "Janvier 2020 à présent": ("2020-01", None, True),
    "janvier 2020 (en cours)": ("2020-01", None, True),
    "2020 - en cours": ("2020", None, True),
    "2020, en cours": ("2020", None, True),
    "2020 : en cours": ("2020", None, True),
    "01/2020 – actuel": ("2020-01", None, True),
    "2020 - actuellement": ("2020", None, True),
    "2020 - maintenant": ("2020", None, True),
    "2016 à nos jours": ("2016", None, True),
    "2016 jusqu'à aujourd'hui": ("2016", None, True),
    "2016 - poste actuel": ("2016", None, True),
    "2018–2019": ("2018", "2019", False),
    "2018 / 2019": ("2018", "2019", False),
    "2018/2019": ("2018", "2019", False),
    "2018-19": ("2018", "2019", False),
    "2018 à 2019": ("2018", "2019", False),
    "2018 au 2019": ("2018", "2019", False),
    "2018 — 2019": ("2018", "2019", False),
    "2018 > 2019": ("2018", "2019", False),
    "2018 ~ 2019": ("2018", "2019", False),
    "de 2018 à 2019": ("2018", "2019", False),
    "année scolaire 2018-2019": ("2018", "2019", False),
    "Année universitaire 2018/2019": ("2018", "2019", False),
    "Promotion 2016-2019": ("2016", "2019", False),
    "03.2016 - 05.2018": ("2016-03", "2018-05", False),
    "03/16 – 05/18": ("2016-03", "2018-05", False),
    "3/2016-5/2018": ("2016-03", "2018-05", False),
    "03-2016 à 05-2018": ("2016-03", "2018-05", False),
    "2016.03 - 2018.05": ("2016-03", "2018-05", False),
    "2016-03 – 2018-05": ("2016-03", "2018-05", False),
    "2016/03 - 2018/05": ("2016-03", "2018-05", False),
    "2016-03-01 - 2018-05-31": ("2016-03-01", "2018-05-31", False),
    "mars 2016 – 2018": ("2016-03", "2018", False),
    "2016 – mai 2018": ("2016", "2018-05", False),
    "été 2017 - hiver 2018": ("2017", "2018", False),
    "début 2017 – fin 2018": ("2017", "2018", False),
    "mi-2017 à fin 2018": ("2017", "2018", False),
    "du 3 au 28 février 2020": ("2020-02-03", "2020-02-28", False),
    "du 3 février au 28 mars 2020": ("2020-02-03", "2020-03-28", False),
    "3 février 2020 – 28 mars 2020": ("2020-02-03", "2020-03-28", False),
    "Sept. '18 – Juin '20": ("2018-09", "2020-06", False),
    "Mars 2019 - aujourd'hui (2 ans et 3 mois)": ("2019-03", None, True),
    "Mars 2019 – mai 2021 · 2 ans 3 mois": ("2019-03", "2021-05", False),
    # English
    "since March 2019": ("2019-03", None, True),
    "Since Fall 2018": ("2018", None, True),
    "Since 2018": ("2018", None, True),
    "since 03/2019": ("2019-03", None, True),
    "March 2019 onwards": ("2019-03", None, True),
    "January 2018 to December 2020": ("2018-01", "2020-12", False),
    "from January 2018 to December 2020": ("2018-01", "2020-12", False),
    "From Jan 2018 until Dec 2020": ("2018-01", "2020-12", False),
    "between 2012 and 2015": ("2012", "2015", False),
    "Jan 2018 through Dec 2020": ("2018-01", "2020-12", False),
    "Jan 2018 till Dec 2020": ("2018-01", "2020-12", False),
    "Jan. 2018 – Dec. 2020": ("2018-01", "2020-12", False),
    "JAN 2018—DEC 2020": ("2018-01", "2020-12", False),
    "Jan, 2018 - Dec, 2020": ("2018-01", "2020-12", False),
    "Sept 2018 - June 2020": ("2018-09", "2020-06", False),
    "Sep-18 to Jun-20": ("2018-09", "2020-06", False),
    "Sep '18 – Jun '20": ("2018-09", "2020-06", False),
    "Sept ’18 – June ’20": ("2018-09", "2020-06", False),
    "March - June 2019": ("2019-03", "2019-06", False),
    "Nov to Feb 2020": ("2019-11", "2020-02", False),
    "1 January 2018 - 31 December 2020": ("2018-01-01", "2020-12-31", False),
    "1st January 2018 to 31st December 2020": ("2018-01-01", "2020-12-31", False),
    "January 1, 2018 - December 31, 2020": ("2018-01-01", "2020-12-31", False),
    "Jan 1st, 2018 - Dec 31st, 2020": ("2018-01-01", "2020-12-31", False),
    "2018 to present": ("2018", None, True),
    "2018 – Present": ("2018", None, True),
    "2018–present day": ("2018", None, True),
    "2018 - Current": ("2018", None, True),
    "2018 - now": ("2018", None, True),
    "2018 - ongoing": ("2018", None, True),
    "2018 - to date": ("2018", None, True),
    "2018 to date": ("2018", None, True),
    "2018 - Today": ("2018", None, True),
    "June 2018 (ongoing)": ("2018-06", None, True),
    "June 2018, ongoing": ("2018-06", None, True),
    "until 2017": (None, "2017", False),
    "Until March 2017": (None, "2017-03", False),
    "2010 until 2017": ("2010", "2017", False),
    "Spring 2017 – Fall 2018": ("2017", "2018", False),
    "Summer 2017 to Winter 2018": ("2017", "2018", False),
    "early 2017 - late 2018": ("2017", "2018", False),
    "mid-2017 to late 2018": ("2017", "2018", False),
    "Q3 2021 - Q1 2023": ("2021", "2023", False),
    "Academic year 2018/19": ("2018", "2019", False),
    "Class of 2012 - 2016": ("2012", "2016", False),
    "2012 - 2016 (expected)": ("2012", "2016", False),
    "06/2018 - 08/2020 (2 years 3 months)": ("2018-06", "2020-08", False),
    "June 2018 – August 2020 · 2 yrs 3 mos": ("2018-06", "2020-08", False),
}
DAYS = {
    "Q3 2021": "2021",
    "T3 2021": "2021",
    "été 2017": "2017",
    "Printemps 2015": "2015",
    "Fall 2018": "2018",
    "Summer 2019": "2019",
    "Promotion 2014": "2014",
    "Class of 2014": "2014",
    "juin 2014": "2014-06",
    "juin '14": "2014-06",
    "06/2014": "2014-06",
    "06.2014": "2014-06",
    "2014-06": "2014-06",
    "14 juin 2014": "2014-06-14",
    "1er juin 2014": "2014-06-01",
    "14/06/2014": "2014-06-14",
    "14.06.2014": "2014-06-14",
    "14-06-2014": "2014-06-14",
    "14/06/14": "2014-06-14",
    "June 14, 2014": "2014-06-14",
    "June 14th, 2014": "2014-06-14",
    "14th June 2014": "2014-06-14",
    "14th of June 2014": "2014-06-14",
    "Jun. 14, 2014": "2014-06-14",
    "2014": "2014",
    "'14": "2014",
    "’19": "2019",
}
NO_DATES = (
    "TJM 450 €",
    "450 €/jour",
    "day rate £450",
    "£350 - £450 per day",
    "450-500 € par jour",
    "38 000 - 42 000 €",
    "35-40 K€",
    "40k-45k",
    "Salaire 2000 - 2500 € net",
    "24/7",
    "24h/24",
    "7j/7",
    "3x8",
    "5-10 personnes",
    "team of 10-15",
    "16/20 au bac",
    "2:1",
    "ISO 9001",
    "ISO 27001:2013 niveau",
    "RJ45",
    "CACES 1-3-5",
    "R489 1A 3 5",
    "06 12 34 56 78",
    "+44 7700 900142",
    "01.42.60.12.34",
    "75002 Paris",
    "v3.11",
    "Python 3.11",
    "Windows 10/11",
    "100 %",
    "98.5 %",
    "40 h/semaine",
    "10-12 projets",
    "Bac+5",
    "Bac +2/3",
    "A1/A2",
    "B1-B2",
    "page 1/2",
    "1 / 2",
    "10 000 références",
    "ISO 14001:2015",
)
LENGTHS = {
    "3 ans et 2 mois": 38,
    "3 ans 2 mois": 38,
    "2 ans": 24,
    "1 an": 12,
    "6 mois": 6,
    "18 mois": 18,
    "3 years 2 months": 38,
    "3 years and 2 months": 38,
    "3 yrs 2 mos": 38,
    "1 year": 12,
    "6 months": 6,
    "10+ years": 120,
}


@pytest.mark.parametrize("text", STAYS)
def test_a_stay_is_read_as_printed(text: str) -> None:
    (found,) = find_ranges(text)
    assert (found.start, found.end, found.current) == STAYS[text]


@pytest.mark.parametrize("text", DAYS)
def test_a_date_is_read_as_printed_and_is_no_stay(text: str) -> None:
    assert [found.date for found in find_dates(text)] == [DAYS[text]]
    assert not find_ranges(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_rates_counts_and_numbers_are_no_dates(text: str) -> None:
    assert not find_ranges(text)
    assert not find_dates(text)


@pytest.mark.parametrize("text", LENGTHS)
def test_a_printed_length_is_counted_in_months(text: str) -> None:
    assert [found.months for found in find_durations(text)] == [LENGTHS[text]]
    assert not find_ranges(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("06/03/2019 - 08/09/2020", "2019-06-03", "2020-08-09"), ("9/1/2019 to 12/31/2020", "2019-09-01", "2020-12-31")],
)
def test_americans_print_the_month_first(text: str, start: str, end: str) -> None:
    with ordered("Austin, TX 78701", "US"):
        assert [(found.start, found.end) for found in find_ranges(text)] == [(start, end)]


@pytest.mark.parametrize("text", ["2020 - 2018", "12/2020 - 01/2018", "décembre 2020 – janvier 2018"])
def test_ends_printed_the_wrong_way_round_never_give_a_stay_of_negative_length(text: str) -> None:
    for found in find_ranges(text):
        assert found.start is None or found.end is None or found.start <= found.end
