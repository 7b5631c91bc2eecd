"""`cvgraph`: serve · worker · parse · match · key · webhook · migrate · makemigration · schema."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from db.environment import environment
from graph.webhook_listener import webhook
from workers.errors import CvError
from workers.tree import ParserType

if TYPE_CHECKING:
    from workers.services.caller import Caller

FORMATS = ("json", "xml", "jsonresume")


class Manual(click.Group):
    """Errors a person can mend are one line on standard error and a non-zero exit."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CvError as error:
            raise click.ClickException(f"{error.message} [{error.code}]") from error
        except (ValueError, OSError) as error:
            raise click.ClickException(str(error).splitlines()[0]) from error


@click.group(cls=Manual, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="cvgraph")
def main() -> None:
    """CVGraph reads CVs and job ads, matches them with a score that explains itself, and prints CVs.

    Settings come from environment variables; README lists them all. Data is kept under CVGRAPH_DATA (default .data),
    in SQLite unless DATABASE_URL names a PostgreSQL.

    \b
    First steps:
      cvgraph parse cv.pdf                    print what a CV says, keep nothing
      cvgraph match cv.pdf job.txt            say how well it fits a job, and why
      cvgraph key create --name "My tool"     make a key for the API
      cvgraph serve                           serve GraphQL and REST
    """


main.add_command(webhook)


def with_database(command: Callable[[], Coroutine[Any, Any, None]]) -> None:
    from db.connection import connected
    from db.migration import migrate

    async def run() -> None:
        await migrate()
        async with connected():
            await command()

    asyncio.run(run())


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on; PORT, or 8000, where absent.")
@click.option("--samples", is_flag=True, help="Make a sandbox key and load fictional CVs once; print how to try them.")
def serve(host: str, port: int | None, samples: bool) -> None:
    """Serve GraphQL at /graphql and the REST contracts, after bringing the database up to date."""
    import uvicorn

    from graph import log, sandbox
    from graph.app import build_app

    log.configure(environment().log_level)
    listening = port or environment().port

    async def prepare() -> None:
        click.echo(await sandbox.greeting(f"http://{host}:{listening}") if samples else f"CVGraph at http://{host}:{listening}")

    with_database(prepare)
    uvicorn.run(
        build_app(), host=host, port=listening, log_config=None, access_log=False, ws="websockets-sansio", timeout_graceful_shutdown=20
    )


@main.command()
def worker() -> None:
    """Do background work from the queue at REDIS_URL; run as many as you like, on as many machines."""
    from db.connection import connected
    from graph import log
    from workers import crew, offload, queue

    if queue.is_embedded():
        raise click.ClickException("REDIS_URL is not set: the server does its own background work, a worker would have no queue")
    log.configure(environment().log_level)

    async def run() -> None:
        async with connected():
            try:
                await crew.work_until_stopped()
            finally:
                offload.close()

    asyncio.run(run())


@main.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--type", "parser_type", type=click.Choice([kind.value for kind in ParserType]), default="PREMIUM", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
def parse(path: Path, parser_type: str, form: str) -> None:
    """Read the CV in PATH and print the tree that POST /api/v1/parser answers; nothing is kept.

    Where PATH is a folder, every file in it is read, on all cores, and one JSON line a file is printed:
    {"file": ..., "result": ...} or {"file": ..., "error": {"code": ..., "message": ...}}.
    """
    from graph import reading

    if path.is_dir():
        asyncio.run(reading.folder(path, ParserType(parser_type)))
        return
    sys.stdout.buffer.write(asyncio.run(reading.one(path, ParserType(parser_type), form)) + b"\n")


@main.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; PATH with .pdf where absent.")
@click.option("--layout", default="modern", show_default=True, help="modern, classic, compact, two-column, europass, or your own.")
@click.option("--anonymise", type=click.Choice(["none", "standard", "blind"]), default="none", show_default=True)
@click.option("--language", help="Language of headings and dates (fr, en); the CV's own where absent.")
def render(path: Path, output: Path | None, layout: str, anonymise: str, language: str | None) -> None:
    """Read the CV in PATH and print it anew as PDF, anonymised where asked; nothing is kept."""
    from graph import printing

    out = output or path.with_suffix(".pdf")
    if out.exists() and out.samefile(path):
        raise click.ClickException(f"{out} is the CV itself; choose another file with --output")
    pages = asyncio.run(printing.one(path, out, layout, anonymise, language))
    click.echo(f"{out}: {pages} page{'s' if pages > 1 else ''}")


@main.command()
@click.argument("cv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("job", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", help="Language of the sentences: fr or en; that of the job where absent.")
def match(cv: Path, job: Path, language: str | None) -> None:
    """Score the CV in file CV against the job ad in file JOB and say why; nothing is kept."""
    from graph import comparing

    sys.stdout.buffer.write(asyncio.run(comparing.one(cv, job, language)) + b"\n")


@main.group()
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


@main.command()
@click.argument("account")
@click.argument("name")
def plan(account: str, name: str) -> None:
    """Put ACCOUNT on the plan NAME of plans.toml: what each month includes."""
    from workers.services import account as accounts

    async def run() -> None:
        changed = await accounts.set_plan(await accounts.named(account), name)
        click.echo(f"{changed.name} is on the plan '{changed.plan}'")

    with_database(run)


@main.command()
def migrate() -> None:
    """Bring the database to the newest form. `serve` does it by itself."""
    from db.migration import migrate as bring

    ran = asyncio.run(bring())
    click.echo("\n".join(ran) or "The database is up to date")


@main.command()
@click.argument("name")
def makemigration(name: str) -> None:
    """Write a migration NAME for what changed in the models, for SQLite and PostgreSQL."""
    from db.migration import make

    written = make(name)
    click.echo(str(written) if written else "No model changed")


@main.command()
def schema() -> None:
    """Print the GraphQL schema: what schema.graphql must hold."""
    from graph.schema import build

    click.echo(build().as_str())
