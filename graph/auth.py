"""Headers or connection_init → the secret of an API key → Caller."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from starlette.requests import HTTPConnection

from workers.errors import InvalidInput, Unauthenticated
from workers.services import api_key
from workers.services.caller import Caller

SCHEMES = ("apikey", "bearer")
HEADERS = ("x-jobzen-key", "x-jobzen.io-key", "x-api-key")


async def caller(connection: HTTPConnection) -> Caller:
    """Whoever sends this request; no key, a wrong, revoked or expired one raises Unauthenticated."""
    return await api_key.authenticate(secret_of(connection.headers), getattr(connection.state, "request_id", None))


def secret_of(headers: Mapping[str, str]) -> str:
    """The one key of the request: the same in several headers is fine, two different ones are refused, in one header sent twice too."""
    sent = [(name, value) for name, value in headers.items() if value]
    given = {value.strip() for name, value in sent if name in HEADERS}
    given |= {_after_scheme(value) for name, value in sent if name == "authorization"}
    if len(given) > 1:
        raise InvalidInput("The request carries two different keys; send one")
    return next(iter(given), "") or _missing()


def secret_of_connection(params: Mapping[str, Any]) -> str:
    """The key in a `connection_init` payload, under the name of any header above."""
    return secret_of({name.lower(): value for name, value in params.items() if isinstance(value, str)})


def digest_of(secret: str) -> str:
    """A name to count a key by that tells nothing of it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _after_scheme(value: str) -> str:
    scheme, _, secret = value.strip().partition(" ")
    return secret.strip() if scheme.lower() in SCHEMES else _missing()


def _missing() -> str:
    raise Unauthenticated("Invalid Api Key")
