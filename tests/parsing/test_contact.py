"""E-mail, telephone, links and address: the person's own, never somebody else's."""

from __future__ import annotations

import pytest

from tests.parsing.sheet import context, line, section
from workers.parsing.fields import address, contact, links
from workers.parsing.types import Link


@pytest.mark.parametrize(
    "printed",
    [
        "lea.martin@example.fr",
        "E-mail:lea.martin@example.fr",
        "\ue0be lea.martin@example.fr",
        "lea.martin @ example.fr",
        "lea.martin (at) example.fr",
        "Lea.Martin@Example.fr",
    ],
)
def test_an_address_is_read_however_it_is_written(printed: str) -> None:
    part = section("header", "Léa Martin", printed)
    assert contact.find([part], context(part))["email"].value == "lea.martin@example.fr"


def test_an_address_broken_by_a_narrow_column_is_closed() -> None:
    part = section("contact", "lea.martin@exam", "ple.fr", "0639981234")
    assert contact.find([part], context(part))["email"].value == "lea.martin@example.fr"


BROKEN = {
    ("lea.martin@example.co", "m"): "lea.martin@example.com",
    ("lea.martin@example.co", ".uk"): "lea.martin@example.co.uk",
    ("E-mail : marie-", "lea.martin@example.fr"): "marie-lea.martin@example.fr",
    ("lea-", "lea.martin@example.fr"): "lea.martin@example.fr",
    ("lea.martin@example.co", "Lyon"): "lea.martin@example.co",
    ("lea.martin@example.com", "lyon"): "lea.martin@example.com",
    ("Contact -", "lea.martin@example.fr"): "lea.martin@example.fr",
}


@pytest.mark.parametrize("lines", BROKEN)
def test_an_address_that_is_one_already_may_still_go_on(lines: tuple[str, str]) -> None:
    part = section("contact", *lines, "0639981234")
    found = contact.find([part], context(part))
    assert (found["email"].value, "alternate_emails" in found) == (BROKEN[lines], False)


NUMBERS = {
    "06 39 98 12 34": "+33639981234",
    "+33 (0)6 39 98 12 34": "+33639981234",
    "0033 6 39 98 12 34": "+33639981234",
    "Tél. : 01.99.00.12.34": "+33199001234",
    "+44 7700 900123": "+447700900123",
    "(555) 123-4567": "+15551234567",
    "+32 470 12 34 56": "+32470123456",
}


@pytest.mark.parametrize("printed", NUMBERS)
def test_numbers_come_in_e164(printed: str) -> None:
    part = section("header", "Léa Martin", printed)
    assert contact.find([part], context(part))["phone"].value == NUMBERS[printed]


def test_dates_and_referees_are_no_numbers_of_the_person() -> None:
    own = section("header", "Léa Martin", "2018 - 2019", "06 39 98 12 34 | 01 99 00 12 34")
    other = section("references", "Jean Durand", "jean@example.org", "06 39 98 55 55")
    found = contact.find([own, other], context(own, other))
    assert found["phone"].value == "+33639981234"
    assert found["alternate_phones"].value == ("+33199001234",)
    assert "email" not in found


def test_links_are_sorted_by_kind_and_technologies_are_none() -> None:
    part = section(
        "header",
        "linkedin.com/in/lea-martin-example",
        "github.com/leam",
        "www.lea.example.fr  lea@example.com",
        "ASP.NET Node.js Socket.io",
    )
    found = links.find([part], context(part))
    assert found["links.linkedin"].value == "https://linkedin.com/in/lea-martin-example"
    assert found["links.github"].value == "https://github.com/leam"
    assert found["links.website"].value == "https://www.lea.example.fr"
    assert "links.other" not in found


def test_a_link_behind_a_word_counts_in_the_header_only() -> None:
    head, job = section("header", "LinkedIn"), section("experience", "Employer", top=100)
    behind = tuple(
        Link(uri, 1, part.lines[0].box) for uri, part in (("https://linkedin.com/in/lea", head), ("https://employer.example.com", job))
    )
    found = links.find([head, job], context(head, job, links=behind))
    assert {name: value.value for name, value in found.items()} == {"links.linkedin": "https://linkedin.com/in/lea"}


def test_a_long_address_broken_at_a_hyphen_is_closed() -> None:
    part = section("contact", "www.linkedin.com/in/lea-", "martin-example")
    assert links.find([part], context(part))["links.linkedin"].value == "https://www.linkedin.com/in/lea-martin-example"


PLACES = {
    "12 rue des Lilas, 69003 Lyon": ("12 rue des Lilas", "69003", "Lyon", "FR"),
    "12 bis avenue de Paris - 78000 Versailles": ("12 bis avenue de Paris", "78000", "Versailles", "FR"),
    "14 Tannery Row, Leeds LS9 4ZZ, UK": ("14 Tannery Row", "LS9 4ZZ", "Leeds", "GB"),
    "1250-096 Lisboa": (None, "1250-096", "Lisboa", "PT"),
    "Boston, MA": (None, None, "Boston", "US"),
    "Bruxelles, Belgique": (None, None, "Bruxelles", "BE"),
    "CH-1003 Lausanne": (None, "1003", "Lausanne", "CH"),
    "44000 Saint-Imaginaire-sur-Erdre": (None, "44000", "Saint-Imaginaire-sur-Erdre", None),
    "Adresse : Nice": (None, None, "Nice", "FR"),
}


@pytest.mark.parametrize("printed", PLACES)
def test_an_address_is_taken_apart(printed: str) -> None:
    part = section("header", "Léa Martin", printed, "lea@example.com")
    found = address.find([part], context(part))
    got = tuple(
        found[f"address.{name}"].value if f"address.{name}" in found else None for name in ("street", "postal_code", "city", "country_code")
    )
    assert got == PLACES[printed]


def test_names_that_are_towns_are_no_address() -> None:
    part = section("header", "Paris Martin", "Développeur Tours et méthodes")
    assert "address.city" not in address.find([part], context(part))
    assert line("a b").text == "a b"


def test_a_site_that_ends_in_net_is_no_technology() -> None:
    assert [printed for printed, *_ in links.addresses("Portfolio: https://samuel.example.net | jean.example.net, ASP.NET, VB.net")] == [
        "https://samuel.example.net",
        "jean.example.net",
    ]


def test_a_country_behind_a_british_code_is_no_town() -> None:
    part = section("header", "Samuel Exemple", "14 Larkspur Terrace, Leeds LS6 3QT, United Kingdom")
    found = address.find([part], context(part))
    assert (found["address.city"].value, found["address.country"].value) == ("Leeds", "United Kingdom")
