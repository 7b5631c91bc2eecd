"""The form of a person's own page → a change of the tree."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData

from workers.services.tongue import graded

FIELDS = ("firstName", "lastName", "headline", "email", "phone", "summary")
Row = dict[str, Any]


def changes(form: FormData, tree: Row) -> Row:
    """What the form says. What stays keeps what was read about it; what was emptied goes."""
    known = {skill["name"]: skill for skill in tree["skills"]}
    names = list(dict.fromkeys(filter(None, (line.strip() for line in (_said(form, "skills") or "").splitlines()))))
    tongues = _corrected(form, tree["languages"], name="language", level="level")
    return {
        "candidate": {**{name: _said(form, name) for name in FIELDS}, "address": {"city": _said(form, "city")}},
        "skills": [known.get(name, {"name": name}) for name in names],
        "experiences": [_post(row, was) for row, was in _corrected(form, tree["experiences"], jobTitle="title", company="company")],
        "educations": [row for row, _ in _corrected(form, tree["educations"], degree="degree", institution="institution")],
        "languages": [_tongue(row, was) for row, was in tongues if row["name"]],
    }


def _said(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _corrected(form: FormData, rows: list[Row], **fields: str) -> list[tuple[Row, Row]]:
    """Each row as the form has it, beside what it was. `fields`: name in the tree → its name in the form."""
    found = []
    for index, row in enumerate(rows):
        names = {name: f"{field}-{index}" for name, field in fields.items()}
        said = {name: _said(form, field) for name, field in names.items()}
        if any(said.values()):
            found.append(({**row, **said}, row))
        elif not any(field in form for field in names.values()):
            found.append((row, row))
    return found


def _post(row: Row, was: Row) -> Row:
    return row if row["jobTitle"] == was["jobTitle"] else {**row, "normalizedJobTitle": None, "occupationCode": None}


def _tongue(row: Row, was: Row) -> Row:
    if (row["name"], row["level"]) == (was["name"], was["level"]):
        return row
    code, grade = graded(row["name"], row["level"])
    return {**row, "code": code, "cefr": grade and grade.value}
