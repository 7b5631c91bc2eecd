"""The portal's scripts ask only what the schema answers, and say everything in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from graphql import parse, validate

from graph.schema import build
from graph.schema.cost import MAX_COST, cost
from graph.schema.limits import RULES

FOLDER = Path(__file__).parents[2] / "graph" / "portal" / "recruiter"
SCRIPTS = sorted(FOLDER.rglob("*.js"))
SCHEMA = build()._schema
TEXTS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((FOLDER / "texts").glob("*.json"))}
LONGEST = 150


def queries() -> dict[str, str]:
    """Name → query, with the parts that stand in several of them put in."""
    found = dict(re.findall(r"const (\w+) = gql`([^`]*)`", (FOLDER / "queries.js").read_text("utf-8")))
    whole = {name: re.sub(r"\$\{(\w+)\}", lambda part: found[part[1]], text) for name, text in found.items()}
    return {name: text for name, text in whole.items() if re.match(r"query|mutation", text)}


@pytest.mark.parametrize("name", queries())
def test_every_query_is_one_the_schema_answers(name: str) -> None:
    document = parse(queries()[name])
    assert validate(SCHEMA, document) == []
    assert validate(SCHEMA, document, RULES) == [] and cost(document, None, {}) <= MAX_COST


def test_every_query_is_asked() -> None:
    used = "\n".join(path.read_text("utf-8") for path in SCRIPTS if path.name != "queries.js")
    assert [name for name in queries() if not re.search(rf"\b{name}\b", used)] == []


def keys(texts: dict[str, Any], before: str = "") -> set[str]:
    return {
        key for name, value in texts.items() for key in (keys(value, f"{before}{name}.") if isinstance(value, dict) else {before + name})
    }


def test_languages_say_the_same() -> None:
    """The names of fields aside, which English says as the schema does."""
    said = {code: {key for key in keys(texts) if not key.startswith("cv.")} for code, texts in TEXTS.items()}
    assert said["en"] == said["fr"]


def test_what_is_said_is_written() -> None:
    asked = {path for script in SCRIPTS for path in re.findall(r'say\("([\w.]+)"', script.read_text("utf-8"))}
    assert asked and asked <= keys(TEXTS["fr"])


def test_scripts_make_no_markup_of_text() -> None:
    """What comes from a CV must never be read as HTML, nor leave for another place."""
    for script in SCRIPTS:
        text = script.read_text("utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|https?://(?!www\.w3\.org/2000/svg)[a-z]", text
        ), script.name
        assert len(text.splitlines()) <= LONGEST
