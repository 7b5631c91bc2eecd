"""`/portal`: the recruiters' pages. Their scripts ask /graphql with the recruiter's key and have no other way to data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

FOLDER = Path(str(files("graph.portal").joinpath("recruiter")))
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


async def show(request: Request) -> Response:
    return Response(_page(), 200, HEADERS, "text/html")


async def root(request: Request) -> Response:
    return RedirectResponse("/portal", 307)


@cache
def _page() -> str:
    return (FOLDER / "index.html").read_text(encoding="utf-8")


ROUTES: list[BaseRoute] = [Route("/", root), Route("/portal", show), Mount("/portal/files", StaticFiles(directory=FOLDER))]
