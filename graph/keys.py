"""`cvgraph key`: make, list, rotate and stop API keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

import click

from graph.database import with_database

if TYPE_CHECKING:
    from workers.services.caller import Caller


@click.group()
def key() -> None:
    """Make, list and stop API keys."""


@key.command("create")
@click.option("--name", required=True, help="What to call the key; also the account, unless --account is given.")
@click.option("--account", help="Account the key belongs to; made where there is none of that name.")
@click.option("--tier", type=click.Choice(["basic", "standard", "premium"]), default="premium", show_default=True)
@click.option("--sandbox", "is_sandbox", is_flag=True, help="A key that sees the sandbox's data and nothing else.")
@click.option(
    "--scope", "scopes", multiple=True, help="What it may do: read, write, parse, match, render or admin; everything where absent."
)
@click.option("--expires", type=click.DateTime(), help="When it stops, UTC.")
def key_create(name: str, account: str | None, tier: str, is_sandbox: bool, scopes: tuple[str, ...], expires: dt.datetime | None) -> None:
    """Make a key and print it alone on standard output. It is shown this once."""
    from workers.services import account as accounts
    from workers.services import api_key
    from workers.services.caller import Scope, Tier

    async def run() -> None:
        owner = await accounts.named(account or name)
        _, secret = await api_key.create(
            owner, name, tier=Tier(tier), sandbox=is_sandbox, scopes=[Scope(scope) for scope in scopes], expires_at=expires
        )
        click.echo(secret)

    with_database(run)


@key.command("rotate")
@click.argument("identity", metavar="ID", type=click.UUID)
@click.option("--until", type=click.DateTime(), help="Keep the old key valid beside the new one until then, UTC.")
def key_rotate(identity: UUID, until: dt.datetime | None) -> None:
    """Make a key in place of the one with this ID and print it alone on standard output. The old one stops at once, or at --until."""
    from workers.services import api_key

    async def run() -> None:
        caller = await _owner_of(identity)
        _, secret = await api_key.rotate(caller, identity, valid_until=until)
        click.echo(secret)

    with_database(run)


@key.command("list")
def key_list() -> None:
    """List every key: id, prefix, tier, state, account and name."""
    from db.models import ApiKey
    from workers.services import api_key

    async def run() -> None:
        for each in await ApiKey.all().order_by("id").select_related("account"):
            state = "valid" if api_key.is_valid(each) else "revoked" if each.revoked_at else "expired"
            click.echo(f"{each.id}  {each.prefix:12}  {each.tier:8}  {state:8}  {each.account.name} / {each.name}")

    with_database(run)


@key.command("revoke")
@click.argument("identity", metavar="ID", type=click.UUID)
def key_revoke(identity: UUID) -> None:
    """Stop the key with this ID at once."""
    from workers.services import api_key

    async def run() -> None:
        stopped = await api_key.revoke(await _owner_of(identity), identity)
        click.echo(f"{stopped.prefix} is stopped")

    with_database(run)


async def _owner_of(identity: UUID) -> Caller:
    from db.models import ApiKey
    from workers.services.caller import Caller

    found = await ApiKey.get_or_none(id=identity).select_related("account")
    if found is None:
        raise click.ClickException(f"There is no key {identity}; see: cvgraph key list")
    return Caller(found.account, found.sandbox)
