"""Ways to reach somebody: e-mail, phone, links and handles, the postal address; the person's own and anybody's."""

from __future__ import annotations

import re
from collections.abc import Iterable

import phonenumbers

from workers.cv import Cv
from workers.rendering.hidden.oneself import is_of_oneself
from workers.rendering.hidden.secret import LEFT, RIGHT, Reach, Secret, pattern, together, tokens
from workers.rendering.letters import flat
from workers.rendering.traces import NO_ADDRESSES, TOPS, either, traces

_AT = r"\s*(?:@|[\[({]\s*(?:at|arobase|chez|a)\s*[\])}])\s*"
_DOT = r"(?:\.|\s*[\[({]\s*(?:dot|point|\.)\s*[\])}]\s*)"
_SPELLED = r"[\s._-]*(?:dot|point)?[\s._-]*"
_EMAIL = rf"[\w.+%'-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+"
# Hosts that give everybody a page: the part behind the slash is the person.
_NETWORKS = (
    "linkedin", "github", "gitlab", "bitbucket", "twitter", "x", "facebook", "instagram", "behance", "dribbble", "medium",
    "youtube",     "tiktok", "xing", "viadeo", "malt", "kaggle", "orcid",
    "researchgate", "stackoverflow", "mastodon", "bsky", "t", "wa", "about", "doyoubuzz",
)  # fmt: skip
# Signs that people set between the groups of their number, so that no machine finds it.
_APART = r"[\s().,\u00a0/_~·|—–-]{0,3}"
_PHONE = r"(?<![\w.,/-])(?:\+|00|\(\+?)?\(?\d[\d\s().\u00a0/-]{6,20}\d(?![\w/]|[.,-]\d)"


def emails(cv: Cv, hidden: str) -> Iterable[Secret]:
    yield Secret("email", pattern(_EMAIL), hidden, Reach.TERMS)
    for email in filter(None, (cv.candidate.email, *cv.candidate.alternate_emails)):
        local, _, domain = flat(email).partition("@")
        spelled = together(tokens(local), _SPELLED) + r"\s+(?:at|arobase|chez)\s+" + together(tokens(domain), _SPELLED)
        yield Secret("email", pattern(LEFT + spelled + RIGHT), hidden, Reach.TERMS)
        if len(local) >= 6 and re.search(r"[\d._-]", local):
            yield Secret("email", pattern(LEFT + re.escape(local) + RIGHT), hidden, Reach.NAMES)


def links(cv: Cv, hidden: str) -> Iterable[Secret]:
    networks = rf"(?:[\w-]+\.)*(?:{'|'.join(_NETWORKS)})\.(?:{TOPS})/[^\s,;()<>]+"
    yield Secret("link", pattern(rf"(?:https?|ftp)://[^\s,;()<>]+|(?<!\w)www\.[^\s,;()<>]+|{LEFT}{networks}"), hidden, Reach.TERMS)
    yield Secret("link", pattern(rf"{LEFT}[\w-]+(?:\.[\w-]+)*\.(?:{TOPS})/[^\s,;()<>]*"), hidden, Reach.TERMS, _is_host)
    accounts = rf"{LEFT}live:[\w.]{{4,}}|@[\w.-]+@[\w-]+(?:\.[\w-]+)+|{LEFT}[\w.]{{2,32}}\#\d{{4}}{RIGHT}"
    yield Secret("link", pattern(accounts), hidden, Reach.NAMES)
    named = either(name for name in _NETWORKS if len(name) > 1)
    yield Secret(
        "link",
        pattern(
            rf"(?:{named}|insta|skype|telegram|discord|slack|wechat|weixin|viber)\s*:\s*@?[\w.-]{{3,}}"
            rf"|{LEFT}(?:kakaotalk|kakao|line|signal)\s+id\s*:?\s*[\w.-]{{3,}}|(?<=[:(\s])@[\w.]+(?=\s*\((?:{named})\))"
        ),
        hidden,
    )
    for address in _own_links(cv):
        host, _, path = re.sub(r"^(?:https?://)?(?:www\.)?", "", flat(address)).rstrip("/").partition("/")
        if not any(host.split(".")[-2:][0] == network for network in _NETWORKS):
            yield Secret("link", pattern(LEFT + re.escape(host) + rf"(?:/[^\s,;()<>]*)?{RIGHT}"), hidden, Reach.TERMS)
        handle = path.split("?")[0].split("/")[-1].lstrip("@")
        if len(handle) >= 5 and re.search(r"[\d._-]|^[a-z]{6,}$", handle):
            # A skill that is the very word stays; one that holds it (`Git (github: jdupont)`) does not.
            is_skill = any(flat(skill.name) == handle for skill in cv.skills)
            reach = Reach.NAMES if is_skill else Reach.TERMS
            yield Secret("link", pattern(rf"@?{LEFT}{re.escape(handle)}{RIGHT}"), hidden, reach, spares=is_skill)


def _own_links(cv: Cv) -> list[str]:
    own = cv.candidate.links
    return [link for link in (own.linkedin, own.github, own.website, *own.other) if link]


def _is_host(text: str, match: re.Match[str]) -> bool:
    return not match[0].startswith(NO_ADDRESSES)


def phones(cv: Cv, hidden: str) -> Iterable[Secret]:
    own = [
        digits[-9:]
        for number in (cv.candidate.phone, *cv.candidate.alternate_phones)
        if number and len(digits := re.sub(r"\D", "", number)) >= 7
    ]
    region = (cv.candidate.address.country_code or (cv.document_language or "FR").replace("EN", "GB")).upper()[:2]

    def is_phone(text: str, match: re.Match[str]) -> bool:
        digits = re.sub(r"\D", "", match[0])
        if any(number in digits for number in own):
            return True
        return 7 <= len(digits) <= 15 and (_is_labelled(text, match) or _is_dialled(match[0], digits, region))

    yield Secret("phone", pattern(_PHONE), hidden, Reach.TERMS, is_phone)
    for number in own:
        # Who copies a number by hand or hides it from machines writes O for 0 and l for 1.
        copied = _APART.join({"0": "[0o]", "1": "[1il]"}.get(digit, digit) for digit in number)
        prefix = rf"(?:(?<!\d)\+?\(?\d{{1,3}}\)?{_APART}|(?<![^\W_])o{_APART}){{0,2}}"
        yield Secret("phone", pattern(prefix + copied), hidden, Reach.TERMS)
    numbers = traces().any("numbers")
    yield Secret("phone", pattern(rf"{LEFT}{numbers}(?:[\s,.-]+{numbers}){{4,}}{RIGHT}"), hidden, guard=_is_said)


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Numbers said digit by digit or pair by pair begin with a nought or a plus, or hold one: years and sums do not."""
    return bool(re.search(rf"{LEFT}(?:zero|oh|double|plus){RIGHT}", match[0]))


def _is_labelled(text: str, match: re.Match[str]) -> bool:
    labels = [word for word in traces().words["phone_labels"] if len(word) > 2]
    return bool(re.search(rf"{LEFT}{either(labels)}\s*[.:)]?\s*$", flat(text[max(0, match.start() - 24) : match.start()])))


def _is_dialled(written: str, digits: str, region: str) -> bool:
    """An international number, a national one in the groups of its country, or one that phonenumbers calls valid."""
    if re.match(r"\(?(?:\+|00)[1-9]", written):
        return len(digits) >= 9
    if re.fullmatch(r"0[1-9]([\s.\u00a0-]?\d\d){4}|0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}|0\d{9,10}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}", written):
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, region)) and bool(re.search(r"^0|\(", written))
    except phonenumbers.NumberParseException:
        return False


def addresses(cv: Cv, hidden: str) -> Iterable[Secret]:
    own = cv.candidate.address
    street, city = tokens(own.street), tokens(own.city)
    if len(street) >= 2:
        yield Secret("address", pattern(LEFT + together(street, r"[\s,.'-]{1,3}") + RIGHT), hidden, Reach.TERMS)
    yield from _street_alone(own.street, hidden)
    if own.postal_code and len(code := tokens(own.postal_code)) and len("".join(code)) >= 4:
        tail = rf"(?:\s+{together(city)})?" if city else ""
        digits = re.sub(r"^(\d\d)(\d{3})$", r"\1\\s?\2", together(code, r"\s?"))
        yield Secret("address", pattern(LEFT + digits + tail + RIGHT), hidden, Reach.NAMES)
        if len(code) > 1 and len(code[0]) >= 3 and not code[0].isdigit():
            yield Secret("address", pattern(LEFT + re.escape(code[0]) + RIGHT), hidden, Reach.NAMES)
    if city:
        yield Secret("address", pattern(rf"{LEFT}{together(city)}\s*\(\s*\d{{2,5}}\s*\)"), hidden, Reach.NAMES)
        yield Secret("address", pattern(rf"{LEFT}(?:[a-z]{{1,2}}-)?\d{{4,5}}\s+{together(city)}{RIGHT}"), hidden, Reach.NAMES)
        yield Secret("address", pattern(rf"{LEFT}{either(traces().words['residence'])}\s+(?:a\s+|in\s+)?{together(city)}{RIGHT}"), hidden)
    streets = either(traces().words["streets"])
    yield Secret(
        "address",
        pattern(rf"{LEFT}\d{{1,4}}\s*(?:bis|ter|quater|[a-d])?,?\s+{streets}\s+[^,;.\n()]{{2,40}}(?:,?\s*\d{{5}}\s+[a-z-]+)?"),
        hidden,
        guard=_named,
    )
    yield Secret("address", pattern(rf"{LEFT}\d{{1,4}}[a-z]?,?\s+(?:[a-z'-]+\s+){{1,3}}{streets}{RIGHT}"), hidden, guard=_all_named)
    yield Secret("address", pattern(rf"{LEFT}[a-z]{{1,2}}\d[a-z\d]?\s\d[a-z]{{2}}{RIGHT}"), hidden, guard=_is_upper)
    yield Secret("address", pattern(_POSITION), hidden, Reach.NAMES)
    yield from _helped_places(hidden)


# Four digits behind the point tell a house from its neighbour; degrees, minutes and seconds do too.
_POSITION = (
    r"(?:gps\s*:?\s*)?(?<![\d.])-?\d{1,2}[.,]\d{4,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{4,}(?![\d.])|"
    r"\d{1,2}°\s?\d{1,2}['′]\s?\d{1,2}(?:[.,]\d+)?(?:[\"″]|'')\s?[nsewo](?:[\s,]+\d{1,3}°\s?\d{1,2}['′]\s?\d{1,2}(?:[.,]\d+)?(?:[\"″]|'')\s?[nsewo])?"
)


def _helped_places(hidden: str) -> Iterable[Secret]:
    """`Habitant un quartier prioritaire (QPV)`; not `médiation en quartier prioritaire`."""
    know = traces()
    place = know.any("helped_places")
    lives = rf"{LEFT}{know.any('helped_leads')}\s+(?:[a-z']+\s+){{0,2}}{place}{RIGHT}(?:\s*\(\s*{place}\s*\))?"
    yield Secret("address", pattern(lives), hidden, guard=is_of_oneself)
    yield Secret("address", pattern(LEFT + know.any("helped") + RIGHT), hidden, guard=is_of_oneself)


def _street_alone(street: str | None, hidden: str) -> Iterable[Secret]:
    """`rue des Glycines`, `r. Glycines`, `résidence Les Glycines`: the street without its number; and doors: `Flat 2/1`, `appt 12`."""
    kinds = {flat(word).rstrip(".") for word in traces().words["streets"]}
    called = [word for word in tokens(street) if word not in kinds and not re.fullmatch(r"\d+[a-z]?|bis|ter|quater|d[eu]s?|les?|la", word)]
    if called and len("".join(called)) >= 5:
        name, between = together(called, r"[\s,.'-]{1,3}"), r"[\s,.']+(?:(?:de la|des?|du|les?|la|l)[\s']+)?"
        streets = traces().any("streets")
        yield Secret(
            "address",
            pattern(rf"{LEFT}(?:(?:\d{{1,4}}\s*(?:bis|ter|quater)?\s*,?\s*)?{streets}{between}{name}|{name}\s+{streets}){RIGHT}"),
            hidden,
            Reach.NAMES,
        )
    doors = rf"{LEFT}{traces().any('dwellings')}\s*(?:n°\s*)?\d{{1,4}}(?:/\d{{1,3}})?[a-z]?{RIGHT}"
    yield Secret("address", pattern(doors), hidden)


def _named(text: str, match: re.Match[str]) -> bool:
    """Streets bear names: `12 rue des Lilas`, but `12 cours de cuisine`."""
    words = text[match.start() : match.end()].split()[1:5]
    # `395, route to Santa Cruz`: English goes on where a French street would have its name.
    goes_on = rf"{traces().any('streets')}\s+(?:to|from|for|with|and|on|in|vers|pour|entre)\s"
    return any(word[0].isupper() for word in words[1:]) and not re.search(goes_on, match[0])


def _all_named(text: str, match: re.Match[str]) -> bool:
    words = [word for word in text[match.start() : match.end()].split()[1:] if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_upper(text: str, match: re.Match[str]) -> bool:
    return text[match.start() : match.end()].isupper()
