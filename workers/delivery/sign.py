"""Headers that prove a body is ours: the contract's hex HMAC, and the three of the Standard Webhooks specification."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence

PREFIX = "whsec_"
TOLERANCE = 300


def new_secret() -> str:
    """`whsec_` and 32 random bytes in base64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def headers(identity: str, timestamp: int, body: bytes, secrets_now: Sequence[str]) -> dict[str, str]:
    """Signature headers. Of several secrets the first is the newest; the standard's header carries one signature for each.

    `X-Webhook-Signature` is hex HMAC-SHA256 of `<timestamp>.<raw body>` under the secret as it was shown, and holds the
    newest alone; during a rotation `X-Webhook-Signature-Previous` holds the older one.
    """
    made = {
        "X-Webhook-Timestamp": str(timestamp),
        "X-Webhook-Signature": contract(timestamp, body, secrets_now[0]),
        "webhook-id": identity,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(standard(identity, timestamp, body, secret) for secret in secrets_now),
    }
    if len(secrets_now) > 1:
        made["X-Webhook-Signature-Previous"] = contract(timestamp, body, secrets_now[1])
    return made


def contract(timestamp: int, body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()


def standard(identity: str, timestamp: int, body: bytes, secret: str) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = hmac.new(key, f"{identity}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


def faults(sent: Mapping[str, str], body: bytes, secret: str, now: float) -> list[str]:
    """What is wrong with a request that claims to be ours: what a receiver checks. Header names in lower case."""
    try:
        timestamp = int(sent.get("x-webhook-timestamp", ""))
        expected = standard(sent.get("webhook-id", ""), timestamp, body, secret)
    except (ValueError, binascii.Error):
        return ["there is no timestamp, or the secret is not one of ours"]
    wrong = []
    if abs(now - timestamp) > TOLERANCE:
        wrong.append(f"the timestamp is more than {TOLERANCE} s away: a replay?")
    given = (sent.get("x-webhook-signature", ""), sent.get("x-webhook-signature-previous", ""))
    if not any([hmac.compare_digest(each.encode(), contract(timestamp, body, secret).encode()) for each in given]):
        wrong.append("X-Webhook-Signature does not match")
    if not any([hmac.compare_digest(each.encode(), expected.encode()) for each in sent.get("webhook-signature", "").split(" ")]):
        wrong.append("webhook-signature does not match")
    return wrong
