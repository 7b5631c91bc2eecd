"""What a printed CV keeps to itself: one switch per kind of value, and three presets."""

from __future__ import annotations

import hashlib
import hmac

import msgspec

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Privacy(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """A switch that is on hides the field and every trace of its value in free text.

    What has no switch goes with its neighbours. Health, disability and convictions (religion, politics, unions, orientation, and time
    given to a place of worship) go with any of birth, gender, nationality and marital status; `jeune femme` and military service with
    birth or gender; descent, region, papers of residence and mother tongues with nationality (`Langue maternelle` is shown as C2,
    `Langue familiale` as no level); town and country of a post with the employer, those of a course with the school; referees and
    numbers of papers and registers with everything but the photo. The address alone hides no town of a post: work is not home.
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
    def hides_traits(self) -> bool:
        """What somebody is, by any switch: then health and convictions go too."""
        return self.hide_birth or self.hide_gender or self.hide_nationality or self.hide_marital_status

    @property
    def is_open(self) -> bool:
        return self == Privacy()


# What each switch hides in the document and in every free text of it, in the words of the API's documentation.
HIDES = {
    "hide_photo": "The portrait.",
    "hide_name": "Names in every form, a father's name with them; a code name stands there instead.",
    "hide_email": "E-mail addresses, anybody's.",
    "hide_phone": "Telephone numbers, anybody's.",
    "hide_address": "Street, postcode and town of the person, coordinates and words on living there. Towns of posts and courses stay.",
    "hide_links": "Addresses on the web, handles and accounts.",
    "hide_birth": "Date and place of birth, ages, generations, military service; with health and convictions.",
    "hide_gender": "Titles and pronouns, military service; with health and convictions. French endings stay as they are.",
    "hide_nationality": "Nationality, descent, papers of residence; a mother tongue is shown as C2, a language of the family without "
    "a level; with health and convictions.",
    "hide_marital_status": "Marital status, children and relatives; with health and convictions.",
    "hide_employers": "Employers, with town and country of their posts.",
    "hide_schools": "Schools, with town and country of their courses.",
    "hide_dates": "Dates; how long each post lasted stays.",
}
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
