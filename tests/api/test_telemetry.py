"""Spans reach the operator's collector: named after routes, joined to the caller's trace, with no word of a CV."""

from __future__ import annotations

import asyncio

import httpx
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.delivery.receiver import receiver
from tests.stage import CV
from workers import telemetry

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


async def test_spans_arrive_at_the_collector(client: httpx.AsyncClient) -> None:
    async with receiver(lambda heard: ANSWER) as collector:
        telemetry.configure(f"http://127.0.0.1:{collector.port}", "web")
        made = await client.post(
            "/api/v1/parser?from=camille", files={"file": ("camille.txt", CV)}, headers={"traceparent": f"00-{TRACE}-00f067aa0ba902b7-01"}
        )
        assert made.status_code == 200
        await asyncio.to_thread(telemetry.close)
    assert {heard.path for heard in collector.heard} == {"/v1/traces"}
    sent = ExportTraceServiceRequest.FromString(collector.heard[0].body)
    (span,) = sent.resource_spans[0].scope_spans[0].spans
    assert (span.name, span.trace_id.hex()) == ("POST /api/v1/parser", TRACE)
    told = {each.key: each.value.string_value or each.value.int_value for each in span.attributes}
    assert told == {"http.request.method": "POST", "http.route": "/api/v1/parser", "http.response.status_code": 200}
    assert b"amille" not in collector.heard[0].body


async def test_without_a_collector_nothing_is_made(client: httpx.AsyncClient) -> None:
    telemetry.configure("", "web")
    with telemetry.span("anything") as span:
        span.tell("anything", task__attempt=1)
        assert telemetry._Open.provider is None
    assert (await client.get("/healthz")).status_code == 200
