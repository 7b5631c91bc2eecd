"""An address that stands beside a phone number on one line, as the British print it."""

from __future__ import annotations

import datetime as dt

from workers.parsing import parse

CV = b"""Imogen Example
Registered Nurse (Adult), Band 6
14 Tannery Row, LS99 4ZZ Leeds | 07700 900142 | imogen@example.org

EXPERIENCE

Staff Nurse, Fictional Hospital, Leeds
Sep 2019 - Present
- Triage
"""


def test_a_phone_is_no_postal_code_and_a_grade_no_house() -> None:
    """The first group of a phone number has five digits; the number that ends one line does not begin the next."""
    address = parse(CV, "cv.txt", dt.date(2026, 11, 1)).candidate.address
    assert (address.street, address.postal_code, address.city) == ("14 Tannery Row", "LS99 4ZZ", "Leeds")
