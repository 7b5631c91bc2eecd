"""Spans for OpenTelemetry, where the operator names a collector; nothing of it is imported otherwise.

A span is named after a route or a kind of task and holds a method, a status, an outcome: never an address with its
query, an account, or a word of a CV.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar

SERVICE = "cvgraph"


class Span:
    """What is told at the end of a span; the same where nobody listens."""

    def __init__(self, span: Any = None) -> None:
        self._span = span

    def tell(self, name: str, **attributes: str | int) -> None:
        if self._span is not None:
            self._span.update_name(name)
            self._span.set_attributes({key.replace("__", "."): value for key, value in attributes.items()})


class _Open:
    provider: ClassVar[Any] = None


def configure(collector: str, role: str) -> None:
    """Send spans to `collector`, an OTLP address over HTTP (`http://host:4318`); an empty one leaves everything off."""
    if not collector:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    _Open.provider = TracerProvider(resource=Resource.create({"service.name": SERVICE, "service.role": role}))
    _Open.provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{collector.rstrip('/')}/v1/traces")))


def close() -> None:
    """Send what is left."""
    if _Open.provider is not None:
        provider, _Open.provider = _Open.provider, None
        provider.shutdown()


@contextmanager
def span(name: str, headers: Mapping[str, str] | None = None) -> Iterator[Span]:
    """A span around the block; `headers` of a request may name the trace it belongs to (W3C `traceparent`)."""
    if _Open.provider is None:
        yield Span()
        return
    from opentelemetry.propagate import extract

    # The words of an exception may quote what it choked on.
    silent = {"record_exception": False, "set_status_on_exception": False}
    with _Open.provider.get_tracer(SERVICE).start_as_current_span(name, context=extract(headers or {}), **silent) as opened:
        yield Span(opened)
