"""Settings: one frozen dataclass, every one of them in README."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from db.environment import Environment

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


@pytest.mark.parametrize("name", [setting.metadata["name"] for setting in fields(Environment)])
def test_readme_lists(name: str) -> None:
    assert f"`{name}`" in README.read_text()


def test_values_are_read() -> None:
    settings = Environment.read({"PORT": "9000", "CVGRAPH_DEVELOPMENT": "yes", "CVGRAPH_DATA": "elsewhere"})
    assert (settings.port, settings.development, settings.public) == (9000, True, "http://127.0.0.1:9000")
    assert settings.database.startswith("sqlite://") and settings.database.endswith("elsewhere/cvgraph.sqlite3")


@pytest.mark.parametrize(("name", "value"), [("PORT", "eighty"), ("CVGRAPH_DEVELOPMENT", "perhaps")])
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        Environment.read({name: value})


def test_the_composed_services_set_what_there_is() -> None:
    """A name that nobody reads would be a setting that does nothing."""
    set_there = set(re.findall(r"^    ([A-Z_]+):", (ROOT / "docker-compose.yml").read_text(), re.M))
    assert set_there and set_there <= {setting.metadata["name"] for setting in fields(Environment)}
