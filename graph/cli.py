"""`cvgraph`: serve · worker · parse · match · render · import · key · account · candidate · webhook · migrate · makemigration · schema."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from db.environment import environment
from graph.accounts import account, candidate
from graph.database import with_database
from graph.keys import key
from graph.webhook_listener import webhook
from workers.errors import CvError
from workers.rendering.privacy import PRESETS
from workers.tree import ParserType

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
      cvgraph import folder --account "My tool"   read and keep a folder of CVs
      cvgraph serve                           serve GraphQL and REST
    """


for command in (account, candidate, key, webhook):
    main.add_command(command)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on; PORT, or 8000, where absent.")
@click.option("--samples", is_flag=True, help="Make a sandbox key and load fictional CVs once; print how to try them.")
def serve(host: str, port: int | None, samples: bool) -> None:
    """Serve GraphQL at /graphql and the REST contracts, after bringing the database up to date.

    SIGTERM, or Ctrl-C once, takes no new request and lets those under way end, for 20 seconds at most; Ctrl-C again cuts them.
    Background work that has not ended by then is put back for whoever goes on.
    """
    import uvicorn

    from graph import log, sandbox
    from graph.app import build_app
    from graph.server import Server, demand_free
    from workers import telemetry

    if port:
        # Links that are sent to people lead to where we listen.
        os.environ["PORT"] = str(port)
        environment.cache_clear()
    log.configure(environment().log_level)
    telemetry.configure(environment().telemetry, "web")
    listening = environment().port
    demand_free(host, listening)

    async def prepare() -> None:
        click.echo(await sandbox.greeting(f"http://{host}:{listening}") if samples else f"CVGraph at http://{host}:{listening}")

    with_database(prepare)
    # News are a line each: packing one costs more than sending it.
    sockets: dict[str, Any] = {"ws": "websockets-sansio", "ws_per_message_deflate": False}
    app = build_app()
    # What has been made by now stays: walking through it for garbage holds up every client for a quarter of a second.
    gc.collect()
    gc.freeze()
    # The server hands SIGTERM on when it has closed its doors; what follows would not be done.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        config = uvicorn.Config(app, host=host, port=listening, log_config=None, access_log=False, timeout_graceful_shutdown=20, **sockets)
        server = Server(config)
        with suppress(KeyboardInterrupt):
            server.run()
        if not server.started:
            raise SystemExit(3)
    finally:
        telemetry.close()


@main.command()
def worker() -> None:
    """Do background work from the queue at REDIS_URL; run as many as you like, on as many machines.

    SIGTERM, or Ctrl-C, takes nothing new, lets what is under way end for 15 seconds at most, and puts the rest back for other workers.
    """
    from db.connection import connected
    from graph import log
    from workers import crew, offload, queue, telemetry

    if queue.is_embedded():
        raise click.ClickException("REDIS_URL is not set: the server does its own background work, a worker would have no queue")
    log.configure(environment().log_level)
    telemetry.configure(environment().telemetry, "worker")

    async def run() -> None:
        async with connected():
            try:
                await crew.work_until_stopped()
            finally:
                offload.close()
                telemetry.close()

    asyncio.run(run())


@main.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--type", "parser_type", type=click.Choice([kind.value for kind in ParserType]), default="PREMIUM", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--anonymise", type=click.Choice(tuple(PRESETS)), default="none", show_default=True)
def parse(path: Path, parser_type: str, form: str, anonymise: str) -> None:
    """Read the CV in PATH and print the tree that POST /api/v1/parser answers, anonymised where asked; nothing is kept.

    Where PATH is a folder, every file in it is read, on all cores, and one JSON line a file is printed:
    {"file": ..., "result": ...} or {"file": ..., "error": {"code": ..., "message": ...}}; what failed is told again at the end,
    on standard error.
    """
    from graph import reading

    if path.is_dir():
        asyncio.run(reading.folder(path, ParserType(parser_type), PRESETS[anonymise]))
        return
    sys.stdout.buffer.write(asyncio.run(reading.one(path, ParserType(parser_type), form, PRESETS[anonymise])) + b"\n")


@main.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--account", "named", required=True, help="Id or name of the account that keeps them; `cvgraph account list` shows all.")
@click.option("--sandbox", is_flag=True, help="Keep them in the account's sandbox.")
@click.option("--type", "parser_type", type=click.Choice([kind.value for kind in ParserType]), default="PREMIUM", show_default=True)
def import_folder(folder: Path, named: str, sandbox: bool, parser_type: str) -> None:
    """Read every CV in FOLDER, on all cores, and keep it. What the account has already is left alone.

    One JSON line a file: {"file": ..., "resumeId": ...}, {"file": ..., "isKnown": true}, or
    {"file": ..., "error": {"code": ..., "message": ...}}; progress and what failed on standard error.
    """
    from graph import importing

    with_database(lambda: importing.folder(folder, named, sandbox, ParserType(parser_type)))


@main.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; PATH with .pdf where absent.")
@click.option("--layout", default="modern", show_default=True, help="modern, classic, compact, two-column, europass, or your own.")
@click.option("--anonymise", type=click.Choice(tuple(PRESETS)), default="none", show_default=True)
@click.option("--language", help="Language of headings and dates (fr, en); the CV's own where absent.")
def render(path: Path, output: Path | None, layout: str, anonymise: str, language: str | None) -> None:
    """Read the CV in PATH and print it anew as PDF, anonymised where asked; nothing is kept."""
    from graph import printing

    out = output or path.with_suffix(".pdf")
    if out.exists() and out.samefile(path):
        raise click.ClickException(f"{out} is the CV itself; choose another file with --output")
    if not out.parent.is_dir():
        raise click.ClickException(f"there is no folder {out.parent}")
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


@main.command()
def migrate() -> None:
    """Bring the database to the newest form. `serve` does it by itself."""
    from db.migration import migrate as bring

    async def nothing_more() -> None:
        """Opening the database brings the index up to date too."""

    ran = asyncio.run(bring())
    with_database(nothing_more)
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


@main.group()
def taxonomy() -> None:
    """Skills and occupations beside the bundled ones."""


@taxonomy.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="Folder to write; CVGRAPH_TAXONOMY where absent.")
def taxonomy_import(sources: tuple[Path, ...], into: Path | None) -> None:
    """Read official tables that you downloaded: ESCO (skills_<xx>.csv, occupations_<xx>.csv, any language) or ROME.

    Set CVGRAPH_TAXONOMY to the folder written: every process that reads CVs and ads then uses the tables beside ours.
    """
    from workers.resources.taxonomy_import import import_tables

    folder = into or (Path(environment().taxonomy) if environment().taxonomy else None)
    if folder is None:
        raise click.ClickException("Name a folder with --into, or set CVGRAPH_TAXONOMY")
    for name, rows in import_tables(sources, folder).items():
        click.echo(f"{folder / name}: {rows} rows")
