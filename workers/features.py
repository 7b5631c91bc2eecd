"""What matching sees of a CV and of a job ad: the only input of the score.

Blind by construction: there is no field for a name, gender, age, nationality, photo, address or family status, and the words kept are
those of work, study and skills. `place` is a coarse square of the map that filters use; the score never reads it.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

VERSION = 4  # raised where the same CV or ad gives other features: kept ones of an older version are made again when asked for
F = TypeVar("F", bound="Features")


class Part(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """Common form of the parts: arrays in JSON and msgpack, so that a thousand of them stay small."""


class SkillUse(Part, frozen=True):
    """`id` of the taxonomy, or `=` and the folded words where the taxonomy has none. `months` of practice, `last` month of use as
    year * 12 + month - 1; `where` is the path in the Cv (`experiences[1]`, `skills[3]`), `also` the other paths; `words` as printed."""

    id: str
    words: str
    months: int | None = None
    last: int | None = None
    where: str = ""
    also: tuple[str, ...] = ()


class Held(Part, frozen=True):
    """A post held: `occupation` of the taxonomy and its ISCO-08 code where the title is known; months, last month, path."""

    title: str
    occupation: str | None = None
    isco: str | None = None
    months: int | None = None
    last: int | None = None
    where: str = ""


class Spoken(Part, frozen=True):
    """`grade` 1-7 for A1-C2 and native, None where no level is printed."""

    code: str
    grade: int | None = None
    words: str = ""


class Square(Part, frozen=True):
    """Degrees rounded to half a degree (about 50 km) and the country: a region, never an address."""

    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Passage(Part, frozen=True):
    """Hashes of word sequences of one part of the CV: they tell whether an ad was pasted there, and nothing else."""

    where: str
    prints: tuple[int, ...] = ()


class Need(Part, frozen=True):
    """A skill asked for: `id` as in SkillUse, `years` where the ad asks for some, `group` joins alternatives. `firm` is False for
    what only the duties name."""

    id: str
    words: str
    years: float | None = None
    group: int | None = None
    firm: bool = True


class Features(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Common form: a compact JSON object. `version` is that of the rules by which kept features were made."""

    version: int = 0


class CvFeatures(Features, frozen=True):
    """`months` of work in all; `last` month worked; `eqf` of the highest diploma; `words` are stems → weight, `title_words` those of
    headline and job titles, `fields` and `trades` those they speak of; `flags` say that a wall of keywords was left out; `now` is the month
    of reading."""

    language: str = "en"
    skills: tuple[SkillUse, ...] = ()
    posts: tuple[Held, ...] = ()
    months: int | None = None
    eqf: int | None = None
    study: str | None = None
    studying: bool = False
    languages: tuple[Spoken, ...] = ()
    place: Square = Square()
    wishes: tuple[str, ...] = ()
    seniority: str | None = None
    words: dict[str, float] = {}
    title_words: dict[str, float] = {}
    fields: dict[str, float] = {}
    trades: dict[str, float] = {}
    passages: tuple[Passage, ...] = ()
    flags: tuple[str, ...] = ()
    now: int = 0


class JobFeatures(Features, frozen=True):
    """`studies` is the least EQF asked for; `grade` of a language as in Spoken; `remote`: FULL, PARTIAL, NONE or None."""

    language: str = "en"
    title: str = ""
    occupation: str | None = None
    isco: str | None = None
    must_have: tuple[Need, ...] = ()
    nice_to_have: tuple[Need, ...] = ()
    minimum_years: float | None = None
    maximum_years: float | None = None
    eqf: int | None = None
    study: str | None = None
    languages: tuple[Spoken, ...] = ()
    place: Square = Square()
    remote: str | None = None
    contract: str | None = None
    seniority: str | None = None
    words: dict[str, float] = {}
    title_words: dict[str, float] = {}
    fields: dict[str, float] = {}
    trades: dict[str, float] = {}
    prints: tuple[int, ...] = ()
    confidence: float = 1.0


def to_json(features: Features) -> bytes:
    return msgspec.json.encode(features)


def from_json(kind: type[F], data: bytes) -> F:
    return msgspec.json.decode(data, type=kind)


def to_msgpack(features: Features) -> bytes:
    return msgspec.msgpack.encode(features)


def is_older(data: bytes) -> bool:
    """Whether packed features were made by the rules of an older version."""
    return msgspec.msgpack.decode(data, type=Features).version < VERSION


def from_msgpack(kind: type[F], data: bytes) -> F:
    return msgspec.msgpack.decode(data, type=kind)
