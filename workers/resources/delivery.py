"""How deliveries are tried again, and what mails say: `delivery.toml`, `mails.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds everywhere; `kept` is bytes."""

    delays: tuple[int, ...]
    jitter: float
    longest_wait: int
    deadline: float
    kept: int
    patience: int
    gone: tuple[int, ...]


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mail in one language; `{…}` are filled in."""

    subject: str
    lines: tuple[str, ...]
    link: str = ""
    failed: str = ""
    reasons: dict[str, str] = {}


@cache
def rules() -> Rules:
    return msgspec.convert(_loaded("delivery.toml"), Rules, strict=False)


@cache
def mails() -> dict[str, dict[str, Mail]]:
    """Language → name → mail."""
    return msgspec.convert(_loaded("mails.toml"), dict[str, dict[str, Mail]])


def _loaded(name: str) -> dict[str, Any]:
    return tomllib.loads(files("workers.resources").joinpath(name).read_text())
