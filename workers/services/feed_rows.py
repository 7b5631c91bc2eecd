"""What a feed answers → the rows to take, and what is wrong with the others, each under its number."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from db.environment import environment
from workers.delivery import target
from workers.errors import CvError, ErrorCode, InvalidInput
from workers.services import task
from workers.services.job_fields import checked

LIMIT = 20_000_000
DEADLINE = 30.0
MOST_ROWS = 10_000
FIELDS = ("title", "reference", "description", "company", "country", "city", "profile", "experience", "education", "skills", "contract")
# What a transaction keeps and a child reads at once.
ROWS, LETTERS = 50, 200_000

Row = dict[str, Any]


async def fetched(url: str) -> list[Any]:
    """The rows that the address answers with, unchecked. Whatever else it does raises CvError saying what is wrong with it.

    The address is the account's own: the account can mend it, so that a failure is none of ours.
    """
    private = environment().allow_private_targets
    try:
        answer = await target.fetch(url, limit=LIMIT, deadline=DEADLINE, accept="application/json", private=private)
    except CvError as error:
        advice = "; list fewer jobs or shorter texts, or register several feeds" if error.code is ErrorCode.PAYLOAD_TOO_LARGE else ""
        raise InvalidInput(error.message + advice, error.code, field=("url",)) from error
    if answer.status != 200:
        raise InvalidInput(f"The feed answers with status {answer.status}{_advice(answer.status)}", ErrorCode.UNAVAILABLE, field=("url",))
    rows = _decoded(answer)
    if not isinstance(rows, list):
        raise InvalidInput("The feed must answer with an array of jobs: [{title, reference, description, ...}]", field=("url",))
    if len(rows) > MOST_ROWS:
        raise InvalidInput(f"The feed has {len(rows):,} rows, more than {MOST_ROWS:,}; register several feeds", field=("url",))
    return rows


def _advice(status: int) -> str:
    if 300 <= status < 400:
        return "; redirects are not followed: register the address that it leads to"
    if status in (401, 403):
        return "; it must be readable without a login"
    return "; it must answer 200"


def _decoded(answer: target.Fetched) -> Any:
    try:
        return msgspec.json.decode(answer.body.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InvalidInput(f"The feed is not UTF-8 from byte {error.start} on; JSON must be", field=("url",)) from error
    except (msgspec.DecodeError, RecursionError) as error:
        kind = f" (it says it is {answer.media_type[:60]})" if "json" not in answer.media_type and answer.media_type.isprintable() else ""
        raise InvalidInput(f"The feed does not answer with JSON{kind}: {str(error)[:200]}", field=("url",)) from error


def read(rows: Sequence[Any]) -> tuple[dict[int, Row], list[Row]]:
    """The good rows by their number, and what is wrong with the others."""
    good: dict[int, Row] = {}
    errors, seen = [], set[str]()
    for number, row in enumerate(rows):
        try:
            values = _checked(row)
            if values["reference"] in seen:
                raise InvalidInput("This reference stands in an earlier row too; the first is taken", field=("reference",))
            seen.add(values["reference"])
            good[number] = values
        except CvError as error:
            errors.append(wrong(number, row, error))
    return good, errors


def wrong(number: int, row: Any, error: CvError) -> Row:
    """What is told of a row: its number, counted from 0, and its reference where it has one, for whoever has to find it."""
    told, reference = task.described(error), row.get("reference") if isinstance(row, Mapping) else None
    name = f"Row {number} ({reference[:60]})" if isinstance(reference, str) and reference.strip() else f"Row {number}"
    return {**told, "message": f"{name}: {told['message']}", "field": [str(number), *told["field"]]}


def _checked(row: Any) -> Row:
    if not isinstance(row, Mapping):
        raise InvalidInput("A row must be an object with title and reference")
    values = checked({name: row[name] for name in FIELDS if name in row}, whole=True)
    if not values.get("reference"):
        raise InvalidInput("A row needs a reference, by which it is found again", field=("reference",))
    return values


def batches(good: Mapping[int, Row]) -> Iterator[dict[int, Row]]:
    """The rows in parts that a child reads in a few seconds, however long their texts."""
    part, letters = dict[int, Row](), 0
    for number, values in good.items():
        size = sum(len(value) for value in values.values() if isinstance(value, str))
        if part and (len(part) == ROWS or letters + size > LETTERS):
            yield part
            part, letters = {}, 0
        part[number], letters = values, letters + size
    if part:
        yield part
