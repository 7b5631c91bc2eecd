"""How an account wants its CVs printed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tortoise.transactions import in_transaction

from db.base import owned
from db.connection import run
from db.environment import environment
from db.models import ResumeSettings
from workers import offload
from workers.errors import InvalidInput
from workers.rendering import ResumeSettings as Settings
from workers.rendering import changed, layouts, validated
from workers.rendering.labels import languages
from workers.rendering.logo import checked as redrawn
from workers.services import audit_event
from workers.services.caller import Caller, Scope

READ = "SELECT tree FROM resume_settings WHERE account_id = ? AND sandbox = ?"


async def row(caller: Caller) -> ResumeSettings:
    """The account's settings, those of the house where it never changed any."""
    kept, _ = await ResumeSettings.get_or_create(**owned(caller))
    return kept


def read(kept: ResumeSettings) -> Settings:
    return msgspec.json.decode(kept.tree, type=Settings)


async def current(caller: Caller) -> Settings:
    _, rows = await run(READ, caller.account_id, caller.sandbox)
    return msgspec.json.decode(rows[0]["tree"], type=Settings) if rows else Settings()


async def update(caller: Caller, changes: Mapping[str, Any]) -> ResumeSettings:
    """Replace some values, flat as REST names them or grouped; a wrong one raises InvalidInput naming field and range."""
    caller.demand(Scope.RENDER)
    prepared = await _with_logo(changes)
    async with in_transaction():
        kept = await row(caller)
        kept.tree = msgspec.json.encode(checked(read(kept), prepared)).decode()
        await kept.save()
        await audit_event.record(caller, "settings.update", kept.id)
    return kept


def checked(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """The settings with the changes, each in its range, the layout and the language known."""
    return validated(changed(settings, changes), layouts_known(), languages())


async def _with_logo(changes: Mapping[str, Any]) -> dict[str, Any]:
    grouped = changes.get("branding")
    if isinstance(grouped, Mapping) and grouped.get("logo"):
        return {**changes, "branding": {**grouped, "logo": await _logo(grouped["logo"])}}
    return {**changes, "logo": await _logo(changes["logo"])} if changes.get("logo") else dict(changes)


async def _logo(given: Any) -> str:
    """A picture in base64, checked and drawn anew in a child process: what else the file held is gone."""
    try:
        picture = base64.b64decode(given, validate=True)
    except (TypeError, ValueError) as error:
        raise InvalidInput("'logo' is not base64", field=("logo",)) from error
    return base64.b64encode(await offload.run(redrawn, picture, deadline=10.0)).decode()


def layouts_known() -> tuple[str, ...]:
    """The bundled layouts and the operator's own."""
    return layouts(_templates())


def _templates() -> Path | None:
    return Path(environment().templates) if environment().templates else None


def switches(settings: Settings) -> dict[str, bool]:
    """What is hidden, by the names of the contract (`hideName`)."""
    chosen: dict[str, bool] = msgspec.to_builtins(settings.privacy)
    return chosen
