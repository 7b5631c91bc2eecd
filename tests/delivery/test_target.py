"""Addresses that must not be called are not called, whatever they are called by."""

from __future__ import annotations

import asyncio
import gzip
import socket
from typing import Any

import pytest

from tests.delivery.receiver import receiver, said
from workers.delivery import target
from workers.errors import CvError, ErrorCode, InvalidInput, Unavailable

REFUSED = """
127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200
192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1
2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2002:7f00:1:: 2002:a00:1::1 3fff::1 5f00::1
fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
""".split()
ALLOWED = (
    "8.8.8.8 93.184.215.14 172.15.0.1 172.32.0.1 100.63.0.1 2606:4700::1111 2a00:1450:4007::200e ::ffff:8.8.8.8 64:ff9b::808:808".split()
)


@pytest.mark.parametrize("address", REFUSED)
def test_special_addresses_are_refused(address: str) -> None:
    assert target.refusal(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_public_addresses_may_be_called(address: str) -> None:
    assert target.refusal(address) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https://user:password@example.com/",
        "https://example.com:22/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://localhost/",
        "https://nowhere.invalid/",
        "https:///path",
        "example.com",
        "",
        "https://exa mple.com/",
    ],
)
async def test_a_refused_address_is_named_so(url: str) -> None:
    with pytest.raises(InvalidInput) as error:
        await target.fetch(url, limit=1000, deadline=5)
    assert error.value.code is ErrorCode.ADDRESS_REFUSED and error.value.field == ("url",)


async def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both(self: Any, *args: Any, **kwargs: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(asyncio.get_running_loop().__class__, "getaddrinfo", both)
    with pytest.raises(InvalidInput, match="private"):
        await target.check("https://example.com/")


async def test_the_checked_address_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is asked for once: what it says a moment later changes nothing."""
    asked: list[str] = []
    async with receiver(lambda heard: said(200, b"[]")) as server:

        async def first(self: Any, host: str, *args: Any, **kwargs: Any) -> list[Any]:
            asked.append(host)
            address = "127.0.0.1" if len(asked) == 1 or host == "127.0.0.1" else "203.0.113.9"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port))]

        monkeypatch.setattr(asyncio.get_running_loop().__class__, "getaddrinfo", first)
        await target.fetch(f"http://feed.example.com:{server.port}/", limit=10, deadline=5, private=True)
    assert asked.count("feed.example.com") == 1 and server.heard[0].headers["host"] == f"feed.example.com:{server.port}"


async def test_an_answer_is_read_whole() -> None:
    async with receiver(
        lambda heard: said(200, gzip.compress(b'[{"a": 1}]'), Content_Encoding="gzip", Content_Type="Application/JSON; x=y")
    ) as r:
        got = await target.fetch(r.url, limit=1000, deadline=5, accept="application/json", private=True)
    assert (got.status, got.media_type, got.body) == (200, "application/json", b'[{"a": 1}]')
    assert r.heard[0].headers["accept"] == "application/json"


@pytest.mark.parametrize("packed", [True, False])
async def test_a_large_answer_is_cut_after_decompression(packed: bool) -> None:
    body = b"x" * 5_000_000
    answer = said(200, gzip.compress(body), Content_Encoding="gzip") if packed else said(200, body)
    async with receiver(lambda heard: answer) as r:
        with pytest.raises(InvalidInput) as error:
            await target.fetch(r.url, limit=1_000, deadline=5, private=True)
    assert error.value.code is ErrorCode.PAYLOAD_TOO_LARGE


async def test_a_redirect_is_an_answer_and_not_followed() -> None:
    async with receiver(lambda heard: said(302, Location="http://127.0.0.1:1/")) as r:
        assert (await target.fetch(r.url, limit=10, deadline=5, private=True)).status == 302
    assert len(r.heard) == 1


@pytest.mark.parametrize(
    "answer", [None, b"", b"nonsense\r\n\r\n", said(200, b"x", Content_Encoding="br"), said(200, b"x", Content_Encoding="gzip")]
)
async def test_a_server_that_misbehaves_is_unavailable(answer: bytes | None) -> None:
    async with receiver(lambda heard: answer) as r:
        with pytest.raises(Unavailable):
            await target.fetch(r.url, limit=10, deadline=0.3, private=True)


async def test_nobody_there_is_unavailable() -> None:
    with pytest.raises(CvError, match="cannot be reached"):
        await target.fetch("http://127.0.0.1:9/", limit=10, deadline=5, private=True)
