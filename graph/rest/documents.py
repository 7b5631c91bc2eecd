"""`/documents/{id}`: what a signed link opens, without a key."""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workers.errors import NotFound
from workers.services import document


async def fetch(request: Request) -> Response:
    try:
        identity = UUID(request.path_params["document_id"])
    except ValueError as error:
        raise NotFound("This link is wrong, has expired or was revoked") from error
    query = request.query_params
    row, data = await document.opened(identity, query.get("expires", ""), query.get("signature", ""))
    ending = {"application/pdf": "pdf", "image/svg+xml": "svg"}.get(row.media_type, "png")
    name = f"resume_{row.resume_id}.{ending}" if row.kind == document.PDF else f"page_{row.page}.{ending}"
    headers = {
        "Content-Disposition": f'{"attachment" if row.kind == document.PDF else "inline"}; filename="{name}"',
        "Cache-Control": "private, max-age=3600",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(data, 200, headers, row.media_type)


ROUTES = [Route("/documents/{document_id}", fetch)]
