"""How a REST endpoint is written: `async def name(request, caller) -> Response`, declared once with what OpenAPI says of it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import orjson
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph import auth
from workers.errors import ErrorCode, InvalidFile, InvalidInput
from workers.services.caller import Caller, Scope

# The form of RFC 9562; Python's own reader also takes braces, a urn and hyphens anywhere.
USUAL = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
MOST_FILES, DEEPEST = 5, 40

Endpoint = Callable[[Request, Caller], Awaitable[Response]]


class Operation(Route):
    """A route with its OpenAPI description. What is read asks for `scope`; what is done asks for its own where it is done."""

    def __init__(self, method: str, path: str, endpoint: Endpoint, scope: Scope | None = Scope.READ, **openapi: Any) -> None:
        async def known(request: Request) -> Response:
            caller = request.state.caller = await auth.caller(request)
            if scope and method == "GET":
                caller.demand(scope)
            return await endpoint(request, caller)

        super().__init__(path, known, methods=[method], name=f"{method} {path}")
        self.method, self.openapi = method, openapi


class OpenOperation(Operation):
    """A route that asks for no key: `async def name(request) -> Response`."""

    def __init__(self, method: str, path: str, endpoint: Callable[[Request], Awaitable[Response]], **openapi: Any) -> None:
        Route.__init__(self, path, endpoint, methods=[method], name=f"{method} {path}")
        self.method, self.openapi = method, {"security": [], **openapi}


def json(value: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")


async def body(request: Request) -> Any:
    """The JSON body, with or without a byte order mark; anything else raises InvalidInput."""
    try:
        sent = orjson.loads((await request.body()).removeprefix(BOM_UTF8))
    except orjson.JSONDecodeError as error:
        raise InvalidInput("The body is not JSON in UTF-8") from error
    _measure(sent, DEEPEST)
    return sent


def _measure(value: Any, left: int) -> None:
    if left == 0:
        raise InvalidInput(f"The body is nested deeper than {DEEPEST} levels")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _measure(inner, left - 1)


def identity(given: Any, name: str) -> UUID:
    """The UUID of a path, a query or a body in its usual form; anything else raises InvalidInput naming it."""
    if not isinstance(given, str) or not USUAL.fullmatch(given):
        raise InvalidInput(f"'{name}' is no UUID", field=(name,))
    return UUID(given)


async def upload(request: Request) -> tuple[bytes, str, dict[str, str]]:
    """The multipart `file`, its name, and the other fields as text."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise InvalidFile("Send the file as multipart/form-data, in a part named 'file'", ErrorCode.FILE_MISSING, field=("file",))
    async with request.form(max_files=MOST_FILES, max_fields=20) as form:
        files = form.getlist("file")
        if len(files) > 1:
            raise InvalidInput(f"There are {len(files)} parts named 'file'; send one file a request", field=("file",))
        if not files or not isinstance(file := files[0], UploadFile):
            raise InvalidFile("There is no part named 'file' that holds a file", ErrorCode.FILE_MISSING, field=("file",))
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await file.read(), file.filename or "", fields
