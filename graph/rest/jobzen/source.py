"""What the JobZen endpoints have in common: the body, its CV, the options, the clock."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from graph.rest.route import body
from workers.errors import InvalidInput
from workers.resources.coaching_rules import spoken
from workers.services import cv_source
from workers.services.caller import Caller
from workers.services.cv_source import Source


@dataclass
class Call:
    """One request: its body, and when it began."""

    body: dict[str, Any]
    began: float = field(default_factory=time.perf_counter)

    @property
    def options(self) -> dict[str, Any]:
        given = self.body.get("options")
        if given is None:
            return {}
        if not isinstance(given, dict):
            raise InvalidInput("'options' must be an object", field=("options",))
        return given

    def switch(self, name: str, default: bool) -> bool:
        value = self.options.get(name)
        if value is not None and not isinstance(value, bool):
            raise InvalidInput(f"'options.{name}' must be true or false", field=("options", name))
        return default if value is None else value

    @property
    def language(self) -> str | None:
        """`options.language`; None: the language of each job."""
        value = self.options.get("language")
        if value is None:
            return None
        if not isinstance(value, str) or value.strip().lower()[:2] not in spoken():
            raise InvalidInput(f"'options.language' must be one of {', '.join(spoken())}", field=("options", "language"))
        return value.strip().lower()[:2]

    async def source(self, caller: Caller, *, echoed: bool = False) -> Source:
        return await cv_source.resolve(caller, self.body, echoed=echoed)

    def usage(self, tokens: int) -> dict[str, int]:
        """`tokens`: words read from the CV in this call, never an invented figure."""
        return {"tokens": tokens, "latency_ms": round((time.perf_counter() - self.began) * 1000)}


async def call(request: Request) -> Call:
    """The body as an object; anything else raises InvalidInput."""
    began = time.perf_counter()
    sent = await body(request)
    if not isinstance(sent, dict):
        raise InvalidInput("The body must be a JSON object")
    return Call(sent, began)
