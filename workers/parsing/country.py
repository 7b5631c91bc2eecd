"""Text → the country a person's numbers and address belong to: printed prefixes, country names, forms of postal codes."""

from __future__ import annotations

import re

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from workers.resources.places import country_code, town

_PREFIX = re.compile(r"(?<![\w+])(?<!\d[\s.-])(?:\+|00)\s?\(?(\d{1,3})\)?[\s.\-(]*\d")
_UK_CODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")
_CODE_AND_TOWN = re.compile(r"(?:^|[^\d+])((?:[FBDL]|CH)-)?(\d{4,5})\s+([^\W\d_][\w'’ -]{2,40})")
_STATE_AND_ZIP = re.compile(r",\s[A-Z]{2}\s\d{5}(?:-\d{4})?\b")
_FRENCH_NUMBER = re.compile(r"(?<!\d)0[1-9](?:[\s.-]?\d\d){4}(?!\d)")
_UK_NUMBER = re.compile(r"(?<!\d)0(?:7\d{3}|1\d{3}|2\d)[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)")
_US_NUMBER = re.compile(r"(?<!\d)\(?[2-9]\d\d\)?[\s.-][2-9]\d\d[\s.-]\d{4}(?!\d)")
_SIGNS = ((_FRENCH_NUMBER, "FR"), (_UK_CODE, "GB"), (_STATE_AND_ZIP, "US"), (_UK_NUMBER, "GB"), (_US_NUMBER, "US"))
_HOME = {"fr": "FR", "de": "DE", "es": "ES", "it": "IT", "nl": "NL", "pt": "PT"}
_LETTERS = {"F-": "FR", "B-": "BE", "D-": "DE", "L-": "LU", "CH-": "CH"}


def country_of(text: str, language: str) -> str | None:
    """ISO 3166-1 alpha-2, or None for a language of many countries without a sign of one."""
    return _printed_prefix(text) or _address_form(text) or _number_form(text) or _named(text) or _HOME.get(language)


def _printed_prefix(text: str) -> str | None:
    for match in _PREFIX.finditer(text):
        for length in (2, 3, 1):
            regions = COUNTRY_CODE_TO_REGION_CODE.get(int(match[1][:length])) if len(match[1]) >= length else None
            if regions:
                return regions[0]
    return None


def _address_form(text: str) -> str | None:
    for match in _CODE_AND_TOWN.finditer(text):
        if match[1]:
            return _LETTERS[match[1]]
        words = match[3].split()
        for count in range(min(len(words), 5), 0, -1):
            place = town(" ".join(words[:count]).strip(" -,"), _HOME_OF_CODE[len(match[2])])
            if place and place.country in _CODE_LENGTH[len(match[2])]:
                return place.country
    return None


_CODE_LENGTH = {5: ("FR", "DE", "ES", "IT", "RE", "GP", "MQ", "GF", "MC", "MA"), 4: ("BE", "CH", "LU", "AT")}
_HOME_OF_CODE = {5: "FR", 4: "BE"}


def _number_form(text: str) -> str | None:
    return next((country for sign, country in _SIGNS if sign.search(text)), None)


def _named(text: str) -> str | None:
    head = (part for line in text.split("\n")[:15] for part in re.split(r"[,|•·()-]", line))
    return next((code for part in head if 1 < len(part.strip()) < 30 and (code := country_code(part.strip()))), None)
