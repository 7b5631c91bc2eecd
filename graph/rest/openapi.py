"""`/openapi.json`: made from the routes themselves and from the declared 96 fields."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from starlette.routing import BaseRoute

from graph.rest import resume_schema
from graph.rest.route import Operation
from workers.errors import ErrorCode

ID = {"type": "string", "format": "uuid"}
PATH = {
    "resumeId": ID,
    "jobId": ID,
    "jobReference": {"type": "string", "minLength": 1, "maxLength": 200},
    "ref": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^/]+$"},
}
# What any call with a key may meet: two keys that differ, a scope, a rate, a fault of ours, a database that is away.
ALWAYS = (400, 401, 403, 429, 500, 503)
REASONS = {
    400: "The request is wrong; the message says where",
    401: "No key, or one that is unknown, revoked or expired",
    403: "Not yours, or not in this key's tier",
    404: "There is none, or it is another account's",
    409: "In conflict with what was sent before",
    413: "Larger than the limit",
    422: "The CV cannot be read",
    429: "Too many requests, or no credit left",
    500: "Something went wrong on our side",
    503: "Something we need does not answer; nothing was changed, try again",
}


def document(routes: Iterable[BaseRoute], server: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for route in routes:
        if isinstance(route, Operation):
            paths.setdefault(re.sub(r"{(\w+)(:\w+)?}", lambda name: f"{{{_camel(name[1])}}}", route.path), {})[route.method.lower()] = (
                _operation(route)
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "CVGraph", "version": "1", "description": "CVs and jobs: read, matched, printed. GraphQL is at /graphql."},
        "servers": [{"url": server}],
        "security": [{"apiKey": []}, {"bearer": []}, {"jobzen": []}],
        "paths": paths,
        "components": {"securitySchemes": SECURITY, "schemas": schemas()},
    }


NUMBER = {"schema": {"type": "integer"}}
HEADERS = {
    "X-Request-Id": {"schema": {"type": "string"}, "description": "names the call in our logs; one that is sent is kept"},
    **dict.fromkeys(("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"), NUMBER),
}
IDEMPOTENCY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "description": "The same key and body within 24 hours gives the first answer again; another body is refused with 409",
}
SECURITY = {
    "apiKey": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "ApiKey <key>"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "jobzen": {"type": "apiKey", "in": "header", "name": "X-JobZen-Key"},
}


def _operation(route: Operation) -> dict[str, Any]:
    told = route.openapi
    responses = {str(status): _response(schema, told) for status, schema in told["answers"].items()}
    error = {"application/json": {"schema": {"$ref": f"#/components/schemas/{told.get('error', 'Error')}"}}}
    refused = {str(status): {"description": REASONS[status], "content": error} for status in _errors(route)}
    responses = {status: {**each, "headers": HEADERS} for status, each in {**responses, **refused}.items()}
    described: dict[str, Any] = {"summary": told["summary"], "operationId": _name(route), "responses": responses}
    if "security" in told:
        described["security"] = told["security"]
    if parameters := _parameters(route):
        described["parameters"] = parameters
    if content := _content(told):
        described["requestBody"] = {"required": True, "content": content}
    return described


def _errors(route: Operation) -> list[int]:
    told, is_write = route.openapi, route.method != "GET"
    return sorted({*told.get("errors", ()), *ALWAYS, *((409, 413) if is_write else ())})


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _name(route: Operation) -> str:
    words = re.findall(r"[a-zA-Z0-9]+", route.path)
    return route.method.lower() + "".join(word.capitalize() for word in words)


def _parameters(route: Operation) -> list[dict[str, Any]]:
    names = [_camel(name) for name in sorted(route.param_convertors)]
    path = [{"name": name, "in": "path", "required": True, "schema": PATH[name]} for name in names]
    query = [{"name": name, "in": "query", "schema": schema} for name, schema in route.openapi.get("query", {}).items()]
    keeps = route.method != "GET" and route.openapi.get("error") != "JobZenError"
    return [*path, *query, *([IDEMPOTENCY] if keeps else [])]


def _content(told: dict[str, Any]) -> dict[str, Any]:
    if "multipart" in told:
        return {"multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": _parts(told["multipart"])}}}
    if "body" in told:
        return {"application/json": {"schema": _reference(told["body"])}}
    return {}


def _parts(parts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {"type": "string", "enum": kind} if isinstance(kind, list) else {"type": "string", "format": kind}
        for name, kind in parts.items()
    }


def _response(schema: Any, told: dict[str, Any]) -> dict[str, Any]:
    if schema is None:
        return {"description": "Done"}
    kinds = told.get("produces", ("application/json",))
    return {"description": "Done", "content": {kind: {"schema": _reference(schema)} for kind in kinds}}


def _reference(schema: Any) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{schema}"} if isinstance(schema, str) else schema


@cache
def schemas() -> dict[str, Any]:
    error = {name: {"type": "string"} for name in ("timestamp", "error", "message", "path")}
    codes = {"type": "string", "enum": [code.value for code in ErrorCode]}
    said = {
        "code": {"type": "string"},
        "message": {"type": "string"},
        "request_id": {"type": ["string", "null"]},
        "details": {"type": "object"},
    }
    return {
        "Resume": resume_schema.answered(),
        "ResumeChanges": resume_schema.correction(),
        "JobZenError": {"type": "object", "required": ["error"], "properties": {"error": {"type": "object", "properties": said}}},
        "Error": {
            "type": "object",
            "required": ["timestamp", "status", "error", "message", "path", "code"],
            "properties": error | {"status": {"type": "integer"}, "code": codes, "requestId": {"type": ["string", "null"]}},
        },
    }
