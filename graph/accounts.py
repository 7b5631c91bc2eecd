"""`cvgraph account` and `cvgraph candidate`: what is kept of whom, changed, given away and erased."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import click

from graph.database import with_database

if TYPE_CHECKING:
    from db.models import Candidate
    from workers.services.caller import Caller


@click.group()
def account() -> None:
    """List accounts, put one on a plan, or erase one."""


@account.command("list")
def account_list() -> None:
    """List every account: id, plan, how many CVs, name."""
    from workers.services import account as accounts

    async def run() -> None:
        for row, kept in await accounts.counted():
            click.echo(f"{row.id}  {row.plan:10}  {kept:8,} CVs  {row.name}")

    with_database(run)


@account.command("plan")
@click.argument("named", metavar="ACCOUNT")
@click.argument("plan")
def account_plan(named: str, plan: str) -> None:
    """Put ACCOUNT (its id or name) on PLAN of plans.toml: what each month includes."""
    from workers.services import account as accounts

    async def run() -> None:
        changed = await accounts.set_plan(await accounts.find(named), plan)
        click.echo(f"{changed.name} is on the plan '{changed.plan}'")

    with_database(run)


@account.command("erase")
@click.argument("named", metavar="ACCOUNT")
@click.option("--yes", is_flag=True, help="Do not ask.")
def account_erase(named: str, yes: bool) -> None:
    """Erase ACCOUNT (its id or name): keys, candidates, CVs, files, index. Backups of it stay sealed for good."""
    from workers.services import account as accounts

    async def run() -> None:
        row = await accounts.find(named)
        if not yes:
            click.confirm(f"Erase {row.name} ({row.id}) and everything it holds?", abort=True)
        await accounts.erase(row)
        click.echo(f"{row.name} is erased")

    with_database(run)


@click.group()
def candidate() -> None:
    """Give a person all that is kept of them, or erase it."""


@candidate.command("export")
@click.argument("identity", metavar="ID", type=click.UUID)
def candidate_export(identity: UUID) -> None:
    """Print all that is kept of the person with this ID as JSON: link, consent, CVs with their scores, and who looked when."""
    from workers.services import profile

    async def run() -> None:
        caller, person = await _owner_of(identity)
        click.echo((await profile.exported(caller, person)).decode())

    with_database(run)


@candidate.command("erase")
@click.argument("identity", metavar="ID", type=click.UUID)
def candidate_erase(identity: UUID) -> None:
    """Erase the person with this ID with every CV and file; the account's webhooks are told of a link that ends."""
    from workers.services import candidate as candidates

    async def run() -> None:
        caller, person = await _owner_of(identity)
        await candidates.delete(caller, person.id)
        click.echo(f"{identity} is erased")

    with_database(run)


async def _owner_of(identity: UUID) -> tuple[Caller, Candidate]:
    from db.models import Candidate
    from workers.services.caller import Caller

    found = await Candidate.get_or_none(id=identity).select_related("account")
    if found is None:
        raise click.ClickException(f"There is no candidate {identity}")
    return Caller(found.account, found.sandbox), found
