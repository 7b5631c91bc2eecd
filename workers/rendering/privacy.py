"""What a printed CV keeps to itself: one switch per kind of value, and three presets."""

from __future__ import annotations

import hashlib
import hmac

import msgspec

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Privacy(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """A switch that is on hides the field and every trace of its value in free text.

    What has no switch goes with its neighbours: health and disability with any of birth, gender, nationality and marital status,
    `jeune femme` with birth or gender, descent and region with nationality, referees and numbers of papers with everything but the photo.
    """

    hide_photo: bool = False
    hide_name: bool = False
    hide_email: bool = False
    hide_phone: bool = False
    hide_address: bool = False
    hide_links: bool = False
    hide_birth: bool = False
    hide_gender: bool = False
    hide_nationality: bool = False
    hide_marital_status: bool = False
    hide_employers: bool = False
    hide_schools: bool = False
    hide_dates: bool = False

    @property
    def is_open(self) -> bool:
        return self == Privacy()


PRESETS = {
    "none": Privacy(),
    "standard": Privacy(
        hide_photo=True,
        hide_name=True,
        hide_email=True,
        hide_phone=True,
        hide_address=True,
        hide_links=True,
        hide_birth=True,
        hide_marital_status=True,
    ),
    "blind": Privacy(**dict.fromkeys(Privacy.__struct_fields__, True)),
}


def code_name(stable_id: str, key: bytes, word: str) -> str:
    """`word` and four signs (`Candidat 7F3K`): the same for the same id and key, telling nothing of either."""
    digest = hmac.new(key, stable_id.encode(), hashlib.sha256).digest()
    return f"{word} {''.join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:4])}"
