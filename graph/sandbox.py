"""What `make run` greets with: a sandbox key, fictional CVs and jobs loaded once, and a curl line that works when pasted."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from db.environment import environment
from db.models import ApiKey, Job
from db.secrets import digest
from workers import comparison, offload
from workers.services import account, api_key, job, resume
from workers.services.caller import Caller
from workers.services.job_status import JobSource

NAME = "Sandbox"


async def greeting(address: str) -> str:
    """Addresses, the key and the first request to try."""
    secret = await _secret()
    await _load(await api_key.authenticate(secret))
    sample = samples()[0]
    return f"""
CVGraph is at {address}

  Portal    {address}/portal  (sign in with the key)
  GraphQL   {address}/graphql  (open it in a browser)
  REST      {address}/openapi.json
  Key       {secret}

Try it:

  curl -s {address}/api/v1/parser -H "Authorization: ApiKey {secret}" -F "file=@{sample}" -F parserType=PREMIUM

Who fits a job, and how well:

  curl -s {address}/api/scores/resumes-for-job/{ads()[0].stem} -H "Authorization: ApiKey {secret}"
"""


def samples() -> list[Path]:
    """The fictional CVs that come with the product."""
    return sorted(Path(str(files("workers.resources").joinpath("samples"))).glob("*.*"))


def ads() -> list[Path]:
    """The fictional job ads; each is loaded as a job whose reference is the file's name."""
    return sorted(Path(str(files("workers.resources").joinpath("samples", "jobs"))).glob("*.txt"))


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
    """What was never loaded for this account. A start may be interrupted anywhere, and what somebody deleted stays away."""
    loaded, all_of_them = _loaded(caller), [(_keep_cv, path) for path in samples()] + [(_keep_ad, path) for path in ads()]
    missing = [(keep, path) for keep, path in all_of_them if path.name not in loaded]
    for keep, path in missing:
        await keep(caller, path)
        _remember(caller, path)
    if missing:
        offload.close()


async def _keep_cv(caller: Caller, path: Path) -> None:
    data = path.read_bytes()
    if not await resume.is_known(caller, resume.digest(caller, data)):
        await resume.parse(caller, data, path.name)


async def _keep_ad(caller: Caller, path: Path) -> None:
    if not await Job.visible(caller).filter(reference=path.stem).exists():
        text = path.read_text("utf-8")
        said = comparison.job_values(await job.read(text))
        await job.create(caller, {**said, "description": text, "reference": path.stem}, JobSource.FILE)


def _loaded(caller: Caller) -> set[str]:
    lines = _list().read_text().splitlines() if _list().exists() else []
    return {name for line in lines for account_id, _, name in [line.partition(" ")] if account_id == str(caller.account_id)}


def _remember(caller: Caller, path: Path) -> None:
    with _list().open("a") as file:
        file.write(f"{caller.account_id} {path.name}\n")


def _list() -> Path:
    return environment().data / "sandbox.samples"
