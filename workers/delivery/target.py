"""May we call this address? Names are resolved here, every address is checked, and the checked address is the one connected to.

A name that resolves to a public address now and to a private one a moment later therefore gains nothing. Redirects are
not followed, proxies of the environment are not used, and what is read is counted after decompression.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from workers.errors import ErrorCode, InvalidInput, Unavailable
from workers.resources.networks import refused

PUBLIC_IPV6 = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
CONNECT = 5.0
AGENT = "CVGraph/1"


@dataclass(frozen=True)
class Fetched:
    """`media_type` is lower case and without parameters; `is_cut` says that there was more than the limit allowed to keep.

    `is_inside` says that it came from a network that is not public, other than this machine itself.
    """

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str]
    is_cut: bool = False
    is_inside: bool = False


@dataclass(frozen=True)
class Target:
    """A checked address: where to connect, and under which name."""

    url: httpx.URL
    addresses: tuple[str, ...]


async def check(url: str, *, private: bool = False) -> Target:
    """The target, or InvalidInput (ADDRESS_REFUSED) saying why it must not be called.

    `private` (CVGRAPH_ALLOW_PRIVATE_TARGETS, development only) lets plain http and addresses of any network pass.
    """
    parsed = _parsed(url, private)
    addresses = await _resolved(parsed.host, parsed.port or (443 if parsed.scheme == "https" else 80))
    for address in addresses:
        if not private and (reason := refusal(address)):
            raise _refused(f"This address leads into a network that is not public ({reason})")
    return Target(parsed, addresses)


async def fetch(
    url: str, *, limit: int, deadline: float = 10.0, accept: str = "*/*", headers: Mapping[str, str] | None = None, private: bool = False
) -> Fetched:
    """GET `url`. `limit` counts bytes after decompression, `deadline` seconds for all of it.

    A refused address raises InvalidInput (ADDRESS_REFUSED), more than `limit` bytes InvalidInput (PAYLOAD_TOO_LARGE),
    a server that cannot be reached or is too slow Unavailable. Any status is an answer, a redirect too.
    """
    answer = await request("GET", url, headers={"Accept": accept, **(headers or {})}, limit=limit, deadline=deadline, private=private)
    if answer.is_cut:
        raise InvalidInput(f"The address answers with more than {limit:,} bytes", ErrorCode.PAYLOAD_TOO_LARGE, field=("url",))
    return answer


async def request(
    method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", limit: int, deadline: float, private: bool = False
) -> Fetched:
    """One request to a checked address; the answer's body is cut at `limit` bytes."""
    try:
        async with asyncio.timeout(deadline):
            found = await check(url, private=private)
            async with _opened(method, found, headers, body) as response:
                return replace(await _read(response, limit), is_inside=any(map(_is_inside, found.addresses)))
    except TimeoutError as error:
        raise Unavailable(f"The address did not answer to the end within {deadline:g} s") from error
    except (httpx.RequestError, zlib.error) as error:
        raise Unavailable(f"The address cannot be reached: {_said(error)}") from error


def refusal(text: str) -> str | None:
    """Why this IP address must not be called; None where it may. IPv4 inside IPv6 is judged as IPv4."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return refusal(str(inner))
        if address not in PUBLIC_IPV6:
            return "not public"
    return next((purpose for network, purpose in refused() if address in network), None)


def _is_inside(text: str) -> bool:
    return refusal(text) is not None and not ip_address(text.partition("%")[0]).is_loopback


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _parsed(url: str, private: bool) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError) as error:
        raise _refused("This is no URL") from error
    if parsed.scheme != "https" and not (private and parsed.scheme == "http"):
        raise _refused("Only https addresses are called")
    if parsed.userinfo or not parsed.host:
        raise _refused("The address must have a host, and neither user nor password")
    if parsed.port not in (None, 443) and not private and not 1024 <= parsed.port <= 65535:
        raise _refused("Only port 443 and ports from 1024 are called")
    return parsed


async def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _refused("The host's name is not known") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _refused(message: str) -> InvalidInput:
    return InvalidInput(message, ErrorCode.ADDRESS_REFUSED, field=("url",))


@asynccontextmanager
async def _opened(method: str, found: Target, headers: Mapping[str, str], body: bytes) -> AsyncIterator[httpx.Response]:
    # Connections are not kept: a pool finds them by address, and one address may answer under many names.
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(verify=_tls(), trust_env=False, follow_redirects=False, limits=limits, timeout=None) as client:
        response = await _first(client, method, found, headers, body)
        try:
            yield response
        finally:
            await response.aclose()


async def _first(client: httpx.AsyncClient, method: str, found: Target, headers: Mapping[str, str], body: bytes) -> httpx.Response:
    failure: httpx.TransportError | None = None
    for address in found.addresses:
        own = {"Host": found.url.netloc.decode(), "User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        extensions = {"sni_hostname": found.url.host, "timeout": {"connect": CONNECT}}
        sent = client.build_request(method, found.url.copy_with(host=address), headers=own, content=body, extensions=extensions)
        try:
            return await client.send(sent, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
    raise failure or httpx.ConnectError("no address")


async def _read(response: httpx.Response, limit: int) -> Fetched:
    opened, kept = _decoder(response.headers.get("content-encoding", "")), bytearray()
    async for chunk in response.aiter_raw():
        kept += opened.decompress(chunk, limit + 1 - len(kept)) if opened else chunk
        if len(kept) > limit:
            break
    if opened and not opened.eof and len(kept) <= limit:
        raise httpx.DecodingError("its answer breaks off")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Fetched(response.status_code, media_type, bytes(kept[:limit]), dict(response.headers), len(kept) > limit)


def _decoder(encoding: str) -> zlib._Decompress | None:
    if encoding.strip().lower() in ("", "identity"):
        return None
    if encoding.strip().lower() in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(wbits=47)
    raise httpx.DecodingError("its answer is in an encoding that was not asked for")


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _said(error: Exception) -> str:
    # What was said instead of HTTP stays unsaid: it may come from a machine that is nobody's to read through us.
    if isinstance(error, httpx.RemoteProtocolError):
        return "it closed the connection without an answer" if "disconnected" in str(error) else "what it answers is no HTTP"
    return (str(error).splitlines() or [""])[0][:200] or type(error).__name__
