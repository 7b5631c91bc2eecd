"""Keys: what a caller shows us, what seals columns and files, and how a sealed value is found again.

A 256-bit secret is kept as SHA-256 alone. Each account has a data key that the master key wraps; erasing it makes the
account's backups unreadable. A blind index is an HMAC under a key derived from the data key: equal values meet, nobody
reads them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from db.environment import environment

NONCE = 12
FORM = b"\x01"


class Unsealable(Exception):
    """The value was sealed under another key, or was changed since."""


@dataclass(frozen=True)
class Sealer:
    """Seals bytes with AES-256-GCM under one key. `context` binds a value to its place: moved elsewhere, it does not open."""

    key: bytes

    def seal(self, plain: bytes, context: str) -> bytes:
        nonce = os.urandom(NONCE)
        return FORM + nonce + AESGCM(self.key).encrypt(nonce, plain, context.encode())

    def open(self, sealed: bytes, context: str) -> bytes:
        try:
            return AESGCM(self.key).decrypt(sealed[1 : NONCE + 1], sealed[NONCE + 1 :], context.encode())
        except InvalidTag as error:
            raise Unsealable("this value was sealed under another key, or was changed since") from error

    def blind(self, kind: str, value: str) -> str:
        index_key = HKDFExpand(SHA256(), 32, b"blind index").derive(self.key)
        return hmac.new(index_key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()[:40]


@cache
def master() -> Sealer:
    """The master key: CVGRAPH_MASTER_KEY, or one made once beside the embedded database (mode 600)."""
    settings = environment()
    text = settings.master_key or _kept(settings.data / "master.key")
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise ValueError("CVGRAPH_MASTER_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32")
    return Sealer(key)


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(base64.b64encode(os.urandom(32)).decode())
    return path.read_text().strip()


def new_data_key(account: str) -> tuple[Sealer, bytes]:
    """A fresh account key and its wrapped form."""
    key = os.urandom(32)
    return Sealer(key), master().seal(key, f"account:{account}")


@cache
def data_key(account: str, wrapped: bytes) -> Sealer:
    return Sealer(master().open(wrapped, f"account:{account}"))


def new_secret(sandbox: bool) -> str:
    """An API key as its owner sees it once: `SBX_` or `CVG_`, then 256 random bits."""
    return ("SBX_" if sandbox else "CVG_") + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def is_same(first: str, second: str) -> bool:
    return hmac.compare_digest(first.encode(), second.encode())


def sign(purpose: str, text: str) -> str:
    """A short signature of our own links: nobody else can make one, and one purpose's does not serve another."""
    key = HKDFExpand(SHA256(), 32, f"sign {purpose}".encode()).derive(master().key)
    return base64.urlsafe_b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()[:24]).decode()
