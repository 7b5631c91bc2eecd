"""What a client may say of a job, checked once for every door: a REST body, a GraphQL input, a row of a feed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from workers.errors import InvalidInput, TooLarge
from workers.services.job_status import JobStatus

LONGEST = {"title": 300, "reference": 200, "company": 300, "country": 100, "city": 200, "contract": 40, "skills": 200}
TEXTS = ("description", "profile", "experience", "education")
LONGEST_TEXT = 200_000
MOST_SKILLS = 200
NAMES = (*LONGEST, *TEXTS, "status")


def compared(given: Any) -> dict[str, Any]:
    """The fields of a job that is compared and not kept: a title, or a text or skills that say what is asked for."""
    kept = checked(given, whole=False, titled=False)
    if not any(kept.get(name) for name in ("title", "description", "profile", "skills")):
        raise InvalidInput("A job needs a title, or a description, a profile or skills", field=("title",))
    text = kept.get("description") or ", ".join(kept.get("skills") or ())
    return kept | {"title": kept.get("title") or "", "description": text}


def checked(given: Any, *, whole: bool, titled: bool = True) -> dict[str, Any]:
    """The known fields of `given`, cleaned; others are left alone, as older clients send more than we keep.

    `whole` demands a title; a part (an update) may leave it out but not empty it, unless the job need not be `titled`. What is wrong
    raises InvalidInput
    naming the field, a text beyond 200,000 characters TooLarge.
    """
    if not isinstance(given, Mapping):
        raise InvalidInput("The body must be an object with the fields of a job: title, reference, description, ...")
    kept = {name: _value(name, given[name]) for name in NAMES if name in given}
    if titled and (whole or "title" in kept) and not kept.get("title"):
        raise InvalidInput("A job needs a title", field=("title",))
    if kept.get("status", "") is None:
        del kept["status"]
    return kept


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "skills":
        return skills(value)
    if not isinstance(value, str):
        raise InvalidInput(f"'{name}' must be a string", field=(name,))
    return status(value) if name == "status" else text(name, value)


def text(name: str, value: str) -> str | None:
    """The value without control characters and blanks around it; None where nothing is left."""
    longest = LONGEST.get(name, LONGEST_TEXT)
    if len(value) > longest:
        kind = InvalidInput if name in LONGEST else TooLarge
        raise kind(f"'{name}' has more than {longest:,} characters", field=(name,))
    kept = printable(value).strip()
    return (kept if name in TEXTS else " ".join(kept.split())) or None


def printable(value: str) -> str:
    """The value without control characters: no column keeps them, no page prints them."""
    return value if value.isprintable() else "".join(letter for letter in value if letter >= " " or letter in "\n\t")


def status(value: str) -> str:
    try:
        return JobStatus(value.strip().upper()).value
    except ValueError as error:
        raise InvalidInput("'status' must be ACTIVE, CLOSED or DRAFT", field=("status",)) from error


def skills(value: Any) -> list[str]:
    """Names of skills, from an array or from a string that holds a JSON array."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value.strip() else []
        except (ValueError, RecursionError) as error:
            raise InvalidInput(
                """'skills' is not JSON; send an array of strings, or such an array as text: ["Java"]""", field=("skills",)
            ) from error
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise InvalidInput("'skills' must be an array of strings, or such an array as text", field=("skills",))
    if len(value) > MOST_SKILLS:
        raise InvalidInput(f"'skills' has more than {MOST_SKILLS} names", field=("skills",))
    names = [text("skills", name) for name in value]
    return list(dict.fromkeys(name for name in names if name))
