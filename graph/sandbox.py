"""What `make run` greets with: a sandbox key, fictional CVs loaded once, and a curl line that works when pasted."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from db.environment import environment
from db.models import ApiKey, Resume
from db.secrets import digest
from workers import offload
from workers.services import account, api_key, resume
from workers.services.caller import Caller

NAME = "Sandbox"


async def greeting(address: str) -> str:
    """Addresses, the key and the first request to try."""
    secret = await _secret()
    caller = await api_key.authenticate(secret)
    if not await Resume.visible(caller).exists():
        await _load(caller)
    sample = samples()[0]
    return f"""
CVGraph is at {address}

  GraphQL   {address}/graphql  (open it in a browser)
  REST      {address}/openapi.json
  Key       {secret}

Try it:

  curl -s {address}/api/v1/parser -H "Authorization: ApiKey {secret}" -F "file=@{sample}" -F parserType=PREMIUM
"""


def samples() -> list[Path]:
    """The fictional CVs that come with the product."""
    return sorted(Path(str(files("workers.resources").joinpath("samples"))).glob("*.*"))


def kept_secret() -> str | None:
    """The sandbox's key, where this server made one. The database has its digest alone; a restart greets with the same."""
    return _place().read_text().strip() or None if _place().exists() else None


def _place() -> Path:
    return environment().data / "sandbox.key"


async def _secret() -> str:
    path, kept = _place(), kept_secret()
    if kept and await ApiKey.exists(digest=digest(kept), revoked_at=None):
        return kept
    _, secret = await api_key.create(await account.named(NAME), NAME, sandbox=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secret)
    return secret


async def _load(caller: Caller) -> None:
    for path in samples():
        await resume.parse(caller, path.read_bytes(), path.name)
    offload.close()
