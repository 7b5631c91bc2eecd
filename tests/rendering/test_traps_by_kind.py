"""Every giveaway in the files `traps_by_*.toml` is gone from the document, and what only looks like one is not."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from workers.cv import Cv, from_tree
from workers.rendering import PRESETS, Privacy, ResumeSettings, layouts, render
from workers.rendering.png import contents


def planted(name: str) -> list[dict[str, Any]]:
    """The traps of one file, each with the person of all changed by its own."""
    data = tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))
    return [{**trap, "person": {**data["person"], **trap.get("person", {})}} for trap in data["traps"]]


TRAPS = [*planted("traps_by_kind.toml"), *planted("traps_by_trade.toml"), *planted("traps_by_life.toml")]
LIVES = planted("traps_by_life.toml")
SHOWN = {"hide_employers": False, "hide_schools": False, "hide_dates": False}


def trapped(trap: dict[str, Any]) -> Cv:
    """The person of all, changed by the trap, with one post that tells the trap's lines."""
    tree = {"resumeId": "019aa000-0000-7000-8000-000000000001", "documentLanguage": "FR", **trap.get("cv", {})}
    tree["documentLanguage"] = trap.get("language", "FR")
    tree["candidate"] = {**trap["person"], **tree.get("candidate", {})}
    post = {"jobTitle": "Responsable", "achievements": trap["text"]} if "text" in trap else {"jobTitle": "Responsable"}
    tree["experiences"] = [*tree.get("experiences", []), post]
    return from_tree(Cv, tree)


def privacy(trap: dict[str, Any]) -> Privacy:
    if "privacy" in trap:
        return Privacy(**{snake(name): on for name, on in trap["privacy"].items()})
    return Privacy(**{name: SHOWN.get(name, True) for name in Privacy.__struct_fields__})


def snake(name: str) -> str:
    return "".join("_" + char.lower() if char.isupper() else char for char in name)


def read(pdf: bytes) -> str:
    """All that the document says, lines joined, letters composed and small."""
    seen = contents(pdf)
    words = "\n".join([*seen.pages, *seen.metadata.values(), *seen.addresses])
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["name"] for trap in TRAPS])
def test_each_kind_of_giveaway(trap: dict[str, Any]) -> None:
    settings = ResumeSettings(layout=layouts()[len(trap["name"]) % len(layouts())], privacy=privacy(trap))
    text = read(render(trapped(trap), settings, key=b"key").pdf)
    assert [value for value in [*trap["gone"], *trap.get("blind", [])] if value.casefold() in text] == []
    assert [value for value in trap["kept"] if value.casefold() not in text] == []


@pytest.mark.parametrize("preset", ["standard", "blind"])
@pytest.mark.parametrize("trap", LIVES, ids=[trap["name"] for trap in LIVES])
def test_each_preset_hides_what_it_says(trap: dict[str, Any], preset: str) -> None:
    settings = ResumeSettings(layout=layouts()[len(trap["name"] + preset) % len(layouts())], privacy=PRESETS[preset])
    text = read(render(trapped(trap), settings, key=b"key").pdf)
    hidden = trap["gone"] if preset == "standard" else [*trap["gone"], *trap.get("blind", []), *trap.get("nowhere", [])]
    assert [value for value in hidden if value.casefold() in text] == []
    assert [value for value in trap["kept"] if value.casefold() not in text] == []
