"""The head of a CV: name, ways to reach the person, civil status and wishes, each as a labelled fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from workers.cv import Candidate
from workers.rendering.labels import Labels


class Fact(NamedTuple):
    """A labelled value of the head: an address, a number, a date of birth. `href` is set where it is a link."""

    kind: str
    label: str
    value: str
    href: str = ""


def full_name(candidate: Candidate) -> str:
    parts = (candidate.honorific, candidate.first_name, candidate.middle_name, candidate.last_name)
    return clean(" ".join(filter(None, parts)))


def clean(text: str | None) -> str:
    """One line of printable characters: no control signs, no halves of surrogates, no overrides of direction."""
    return " ".join(_UNPRINTABLE.sub(" ", text or "").split())


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\uffff]")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")


def contacts(candidate: Candidate, labels: Labels) -> Iterable[Fact]:
    address = candidate.address
    town = " ".join(filter(None, (address.postal_code, address.city)))
    yield from _fact("address", ", ".join(filter(None, (address.street, town, address.country))), labels)
    for phone in filter(None, (candidate.phone, *candidate.alternate_phones)):
        yield from _fact("phone", spaced_phone(phone), labels, "tel:" + re.sub(r"[^\d+]", "", phone))
    for email in filter(None, (candidate.email, *candidate.alternate_emails)):
        yield from _fact("email", email, labels, f"mailto:{clean(email)}")
    links = candidate.links
    named = (("linkedin", links.linkedin), ("github", links.github), ("website", links.website), *(("link", link) for link in links.other))
    for kind, link in named:
        yield from _fact(kind, shown_link(link), labels, safe_link(link))


def personal(candidate: Candidate, labels: Labels) -> Iterable[Fact]:
    born = candidate.date_of_birth
    yield from _fact("date_of_birth", labels.date(born, long=True) if born else None, labels)
    for kind in ("place_of_birth", "gender", "nationality", "marital_status"):
        yield from _fact(kind, getattr(candidate, kind), labels)
    yield from _fact("driving_licences", ", ".join(candidate.driving_licences), labels)
    yield from _fact("availability", candidate.availability, labels)
    yield from _fact("mobility", candidate.mobility, labels)
    contract = candidate.desired_contract_type
    yield from _fact("desired_contract_type", labels.get(f"contracts.{contract}", contract or ""), labels)
    yield from _fact("desired_salary", _salary(candidate, labels), labels)


def packed(facts: Iterable[Fact], most: float, beside: float, labelled: bool = False, pictured: bool = False) -> list[list[Fact]]:
    """Facts in lines of at most `most` characters, `beside` a portrait; dots part those of a line, none is left hanging at its end."""
    most = beside if pictured else most
    lines: list[list[Fact]] = []
    left = 0.0
    for fact in facts:
        long = len(fact.value) + len(_DOT) + (len(fact.label) + 3 if labelled else 0)
        if not lines or long > left:
            lines.append([])
            left = most + len(_DOT)
        lines[-1].append(fact)
        left -= long
    return lines


_DOT = " · "


def _fact(kind: str, value: str | None, labels: Labels, href: str = "") -> Iterable[Fact]:
    if value := clean(value):
        yield Fact(kind, labels[f"fields.{kind}"], value, href)


def _salary(candidate: Candidate, labels: Labels) -> str:
    wish = candidate.desired_salary
    amounts = [f"{amount:,.0f}".replace(",", "\u202f") for amount in (wish.min, wish.max) if amount]
    return " ".join(filter(None, (" – ".join(dict.fromkeys(amounts)), wish.currency, labels["per_year"]))) if amounts else ""


def spaced_phone(phone: str) -> str:
    """French numbers in pairs as their owners write them; others as they come."""
    pairs = re.fullmatch(r"\+33([1-9])(\d\d)(\d\d)(\d\d)(\d\d)", phone)
    return "+33 " + " ".join(pairs.groups()) if pairs else phone


def shown_link(link: str | None) -> str:
    return _SCHEME.sub("", clean(link)).rstrip("/")


def safe_link(link: str | None) -> str:
    """An address that a reader's click may open: the web only, never `javascript:` or `file:`."""
    address = clean(link)
    if not re.match(r"^[a-z][a-z0-9+.-]*:", address, re.IGNORECASE) or re.match(r"^[\w.-]+:\d+(/|$)", address):
        address = f"https://{address}"
    return address if re.match(r"^https?://[^\s/]+", address, re.IGNORECASE) else ""
