"""Ads that come with the question: read once, and remembered for their account alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from workers import listing
from workers.comparison import read_profile
from workers.job_ad import JobAd
from workers.listing import Listing, Manner, listings
from workers.parsing import job_ad

CV, _ = read_profile({"skills": ["Python", "Kafka"], "positions": ["Data engineer"], "languages": ["English"]}, dt.date(2026, 1, 1))
ADS = [
    Listing("Data engineer", "You know Python and Kafka. Spark is a plus.", "3 years of experience"),
    Listing("Plombier", "Maîtrise de la soudure. CAP exigé.", ("Permis B",)),
]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the ads that were read, in order."""
    titles, plain = list[str](), job_ad.read_texts

    def reading(ads: Iterable[job_ad.Written], *, shown: bool = True) -> list[JobAd]:
        given = list(ads)
        titles.extend(ad.title or "" for ad in given)
        return plain(given, shown=shown)

    monkeypatch.setattr(job_ad, "read_texts", reading)
    monkeypatch.setattr(listing, "_memory", listing.Memory())
    return titles


@pytest.mark.parametrize("explain", [False, True])
def test_an_ad_asked_about_again_is_not_read_again(read: list[str], explain: bool) -> None:
    manner = Manner(explain=explain, owner="one")
    first = listings(CV, ADS, manner)
    assert listings(CV, [*reversed(ADS)], manner) == [*reversed(first)]
    assert read == ["Data engineer", "Plombier"]


def test_every_word_of_an_ad_counts(read: list[str]) -> None:
    changed = ADS[0]._replace(requirements="Fluent Spanish and Rust")
    first, second = listings(CV, [ADS[0], changed], Manner(owner="one"))
    assert first.score.value != second.score.value
    assert len(read) == 2


def test_accounts_do_not_share_what_is_remembered(read: list[str]) -> None:
    assert listings(CV, ADS, Manner(owner="one")) == listings(CV, ADS, Manner(owner="another"))
    assert len(read) == 4


def test_the_ad_asked_about_longest_ago_is_forgotten(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_MOST", 2)
    for number in (0, 1, 0):
        listings(CV, [ADS[number]], Manner(owner="one"))
    listings(CV, [Listing("Nurse", "Ward work.")], Manner(owner="one"))
    listings(CV, [ADS[0]], Manner(owner="one"))
    assert read == ["Data engineer", "Plombier", "Nurse"]
    listings(CV, [ADS[1]], Manner(owner="one"))
    assert read[3:] == ["Plombier"]
