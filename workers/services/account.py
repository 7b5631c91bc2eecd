"""Accounts: made with a data key of their own, changed by their members, erased with all they hold."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tortoise.functions import Count
from tortoise.transactions import in_transaction

from db import files
from db.base import new_id
from db.models import Account, ApiKey, Corpus, Resume
from db.secrets import Unsealable, new_data_key
from workers.errors import Conflict, Forbidden, InvalidInput, NotFound
from workers.resources.plans import plans
from workers.services import api_key, audit_event, postings
from workers.services.caller import Caller, Scope, Tier
from workers.services.job_fields import printable

ADDRESS = re.compile(r"[^@\s\0-\x1f]+@[^@\s\0-\x1f]+\.[^@\s\0-\x1f]+")
SANDBOX = "sandbox"
SANDBOX_LIFE = dt.timedelta(days=30)
MOST_MEMBERS = 200
LONGEST_RETENTION = 3650


async def create(name: str, email: str | None = None, plan: str = "operator") -> Account:
    """A new account; its name must not be blank."""
    if not (name := printable(name).strip()):
        raise InvalidInput("An account needs a name", field=("name",))
    identity = new_id()
    _, wrapped = new_data_key(str(identity))
    return await Account.create(id=identity, name=name[:200], email=email, plan=_plan(plan), wrapped_key=wrapped)


async def demand_key() -> None:
    """Raise Conflict where what this database holds was sealed under another master key than ours."""
    first = await Account.all().order_by("id").first()
    try:
        _ = first and first.sealer
    except Unsealable as error:
        raise Conflict(
            "This database was sealed under another master key: set CVGRAPH_MASTER_KEY to that of its other servers and workers, "
            "or CVGRAPH_DATA to the folder that holds its master.key"
        ) from error


async def update(
    caller: Caller,
    *,
    name: str | None = None,
    email: str | None = None,
    members: Sequence[str] | None = None,
    retention_days: int | None = None,
) -> Account:
    """Change what is given and leave the rest. `members` are the e-mail addresses of the people behind the account."""
    caller.demand(Scope.ADMIN)
    if name is not None and not (name := printable(name).strip()):
        raise InvalidInput("An account needs a name", field=("input", "name"))
    if retention_days is not None and not 1 <= retention_days <= LONGEST_RETENTION:
        raise InvalidInput(f"retentionDays must be 1 to {LONGEST_RETENTION}", field=("input", "retentionDays"))
    _addresses(email, members)
    given = {"name": name and name[:200], "email": email, "members": members and list(members), "retention_days": retention_days}
    changes = {column: value for column, value in given.items() if value is not None}
    async with in_transaction():
        account = await Account.get(id=caller.account_id)
        await account.update_from_dict(changes).save(update_fields=list(changes) or ["name"])
        await audit_event.record(caller, "account.update", account.id)
    return account


def _addresses(email: str | None, members: Sequence[str] | None) -> None:
    if len(members or ()) > MOST_MEMBERS:
        raise InvalidInput(f"An account has at most {MOST_MEMBERS} members", field=("input", "members"))
    for field, given in (("email", [email] if email else []), ("members", members or [])):
        if any(len(each) > 320 or not ADDRESS.fullmatch(each) for each in given):
            raise InvalidInput("Give e-mail addresses, like name@example.org", field=("input", field))


async def set_plan(account: Account, plan: str) -> Account:
    """Put the account on a plan of plans.toml; what it used this month stays counted."""
    account.plan = _plan(plan)
    async with in_transaction():
        await account.save(update_fields=["plan"])
        await audit_event.record(Caller(account), "account.plan", account.id)
    return account


def _plan(name: str) -> str:
    if name not in plans():
        raise InvalidInput(f"There is no such plan; choose one of {', '.join(plans())}", field=("plan",))
    return name


async def open_sandbox() -> tuple[ApiKey, str]:
    """An account of its own with one sandbox key, for whoever asks. It ends after 30 days, and older ones go now."""
    await _sweep_sandboxes()
    return await api_key.create(
        await create("Sandbox", plan=SANDBOX),
        "Sandbox",
        tier=Tier.PREMIUM,
        sandbox=True,
        expires_at=dt.datetime.now(dt.UTC) + SANDBOX_LIFE,
    )


async def _sweep_sandboxes() -> None:
    ended = dt.datetime.now(dt.UTC) - SANDBOX_LIFE
    for account in await Account.filter(plan=SANDBOX, created_at__lt=ended).limit(10):
        await erase(account)


async def erase(account: Account) -> None:
    """The account with its key and every row and file it holds: whatever a backup keeps of it stays sealed for good."""
    kept = await files.names(str(account.id))
    async with in_transaction():
        for place in await Corpus.filter(account_id=account.id):
            await postings.drop(place)
        await account.delete()
    await files.forget(*kept)


async def delete(caller: Caller, name: str) -> UUID:
    """Erase the caller's own account; `name` repeats its name, so that nobody does it by mistake. Sandbox keys erase sandboxes alone."""
    caller.demand(Scope.ADMIN)
    if caller.sandbox and caller.account.plan != SANDBOX:
        raise Forbidden("A sandbox key cannot delete the account it belongs to")
    if name != caller.account.name:
        raise InvalidInput("Repeat the account's name, exactly as it is: everything it holds will be erased", field=("name",))
    await erase(caller.account)
    return caller.account_id


async def find(text: str) -> Account:
    """The account of that id or name. None raises NotFound, several of one name Conflict."""
    with contextlib.suppress(ValueError):
        if known := await Account.get_or_none(id=UUID(text)):
            return known
    found = await Account.filter(name=text).order_by("id").limit(2)
    if len(found) > 1:
        raise Conflict("Several accounts have this name: give the id of one; cvgraph account list shows them")
    if not found:
        raise NotFound("There is no such account; cvgraph account list shows all")
    return found[0]


async def counted() -> list[tuple[Account, int]]:
    """Every account, oldest first, with the number of CVs it keeps."""
    counts: list[dict[str, Any]] = await Resume.all().annotate(kept=Count("id")).group_by("account_id").values("account_id", "kept")
    kept = {row["account_id"]: row["kept"] for row in counts}
    return [(row, kept.get(row.id, 0)) for row in await Account.all().order_by("id")]


async def named(name: str) -> Account:
    """The account of that name, made if there is none: how the command line speaks of accounts."""
    return await Account.filter(name=name).order_by("id").first() or await create(name)
