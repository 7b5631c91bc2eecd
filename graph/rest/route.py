"""How a REST endpoint is written: `async def name(request, caller) -> Response`, declared once with what OpenAPI says of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph import auth
from workers.errors import ErrorCode, InvalidFile, InvalidInput
from workers.services.caller import Caller

Endpoint = Callable[[Request, Caller], Awaitable[Response]]


class Operation(Route):
    """A route with its OpenAPI description."""

    def __init__(self, method: str, path: str, endpoint: Endpoint, **openapi: Any) -> None:
        async def known(request: Request) -> Response:
            request.state.caller = await auth.caller(request)
            return await endpoint(request, request.state.caller)

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
    """The JSON body; anything else raises InvalidInput."""
    try:
        return orjson.loads(await request.body())
    except orjson.JSONDecodeError as error:
        raise InvalidInput("The body is not JSON") from error


async def upload(request: Request) -> tuple[bytes, str, dict[str, str]]:
    """The multipart `file`, its name, and the other fields as text."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise InvalidFile("Send the file as multipart/form-data, in a part named 'file'", ErrorCode.FILE_MISSING, field=("file",))
    async with request.form(max_files=1, max_fields=20) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidFile("There is no part named 'file'", ErrorCode.FILE_MISSING, field=("file",))
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await file.read(), file.filename or "", fields
