"""A body is ours if its signature says so, under either of two schemes, for five minutes."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest

from workers.delivery import sign

BODY, NOW = b'{"id": "a", "name": "\xc3\xa9"}', 1_750_000_000


def sent(*secrets: str) -> dict[str, str]:
    return {name.lower(): value for name, value in sign.headers("delivery-1", NOW, BODY, secrets).items()}


def test_the_contract_is_hex_over_timestamp_and_raw_body() -> None:
    secret = sign.new_secret()
    expected = hmac.new(secret.encode(), b"1750000000." + BODY, hashlib.sha256).hexdigest()
    assert sent(secret)["x-webhook-signature"] == expected and sent(secret)["x-webhook-timestamp"] == "1750000000"


def test_the_standard_is_base64_over_id_timestamp_and_body() -> None:
    """Test vector of the Standard Webhooks specification's libraries."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    made = sign.standard("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}', secret)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_is_256_random_bits() -> None:
    secrets = {sign.new_secret() for _ in range(50)}
    assert len(secrets) == 50 and {len(base64.b64decode(each.removeprefix("whsec_"))) for each in secrets} == {32}


def test_both_secrets_of_a_rotation_verify() -> None:
    new, old = sign.new_secret(), sign.new_secret()
    assert sign.faults(sent(new, old), BODY, new, NOW) == sign.faults(sent(new, old), BODY, old, NOW) == []


@pytest.mark.parametrize(
    ("change", "body", "now"),
    [
        ({}, BODY + b" ", NOW),
        ({}, BODY, NOW + 301),
        ({}, BODY, NOW - 301),
        ({"x-webhook-timestamp": "1750000001"}, BODY, NOW),
        ({"x-webhook-signature": "0" * 64}, BODY, NOW),
        ({"webhook-id": "delivery-2"}, BODY, NOW),
        ({"x-webhook-timestamp": ""}, BODY, NOW),
    ],
)
def test_whatever_was_changed_is_noticed(change: dict[str, str], body: bytes, now: int) -> None:
    secret = sign.new_secret()
    assert sign.faults(sent(secret) | change, body, secret, now)


def test_another_secret_does_not_verify() -> None:
    assert len(sign.faults(sent(sign.new_secret()), BODY, sign.new_secret(), NOW)) == 2
