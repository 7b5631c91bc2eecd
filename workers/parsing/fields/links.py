"""Addresses on the web: the person's own, printed or behind a word; never the domain of an e-mail nor a skill like ASP.NET."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from workers.parsing.context import Context
from workers.parsing.fields.contact import OWN, overlaps, own_lines, together
from workers.parsing.spans import words_at
from workers.parsing.types import Found, Line, Section, Word
from workers.resources.language import merged
from workers.resources.text import fold

_TOP = "|".join(
    "com fr org net io dev me eu co uk be ch de es it nl pt ca us info app tech design art page site online blog cv pro xyz "
    "ai in works studio paris bzh alsace gg tv name edu lu at ie pl se no dk fi ma tn sn ci cloud codes engineer agency photo "
    "photography portfolio link bio ly".split()
)
_DOMAIN = rf"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:{_TOP})(?:\.[a-z]{{2}})?"
_URL = re.compile(rf"(?<![\w@./-])(?:(?:https?://|www\.)[^\s<>|,;•·]+|{_DOMAIN}(?![\w@.-]*@)(?![\w-])(?:/[^\s<>|,;•·]*)?)", re.I)
_PLAIN = re.compile(r"https?:|www\.|linkedin\.|github\.", re.I)
# The networks' own exports name the network behind the address.
_NETWORK = re.compile(r"\s*\((?:linkedin|github|portfolio)\)$", re.I)
_TAIL = ".,;:)]}>'\"·•|"
_TECHNOLOGY = re.compile(r"^[\w-]*\.net$|^(?:socket|ionic|draw|booking|monday|clickup)\.(?:io|com)$", re.I)
_PROFILE = {"linkedin": re.compile(r"linkedin\.[a-z]{2,3}(?:\.[a-z]{2})?/", re.I), "github": re.compile(r"github\.(?:com|io)(?:/|$)", re.I)}
_SITES = re.compile(
    r"(?:twitter|x|facebook|instagram|medium|stackoverflow|gitlab|bitbucket|behance|dribbble|youtube|vimeo|soundcloud|orcid|researchgate|kaggle|codepen|pinterest|"
    r"tiktok|t|wa|linktr|malt|xing|viadeo|doyoubuzz|scholar\.google|google|leetcode|hackerrank|npmjs|dev|mastodon|keybase|goodreads|wikipedia|credly|coursera|udemy|calendly)"
    r"\.[a-z.]{2,8}(?:/|$)",
    re.I,
)


def find(sections: Sequence[Section], context: Context) -> dict[str, Found[Any]]:
    """Full addresses with a scheme: `links.linkedin`, `links.github`, `links.website` the first of a kind, `links.other` the rest."""
    own = [own_lines(section) for section in sections]
    printed = [link for lines in own for link in _printed(lines, context)]
    behind = _behind_words([line for lines in own for line in lines], context)
    found: dict[str, Found[str]] = {}
    for link in (*printed, *behind, *_profiles_elsewhere(sections, context)):
        found.setdefault(_key(link.value), link)
    parts: dict[str, Found[Any]] = {}
    rest = []
    for link in found.values():
        kind = kind_of(link.value)
        if kind == "other" or f"links.{kind}" in parts:
            rest.append(link)
        else:
            parts[f"links.{kind}"] = link
    return parts | ({"links.other": together(rest)} if rest else {})


def kind_of(address: str) -> str:
    """linkedin, github, website or other."""
    bare = _key(address)
    profile = next((kind for kind, form in _PROFILE.items() if form.search(bare)), None)
    return profile or ("other" if _SITES.search(bare) else "website")


def addresses(text: str) -> list[tuple[str, int, int]]:
    """Addresses printed in a text, as printed, with the characters they cover."""
    found = []
    for match in _URL.finditer(text) if "." in text else ():
        printed = match[0].rstrip(_TAIL)
        if not _TECHNOLOGY.search(printed) and not text[match.end() : match.end() + 1] == "@":
            found.append((printed, match.start(), match.start() + len(printed)))
    return found


def _printed(lines: Sequence[Line], context: Context) -> Iterator[Found[str]]:
    taken = 0
    for index, line in enumerate(lines):
        if index < taken:
            continue
        before = lines[index - 1].text if index else ""
        for printed, begin, finish in addresses(line.text):
            if begin == 0 and _is_broken_mail(before.rpartition(" ")[2]) and not _PLAIN.match(printed):
                continue
            words = words_at(line, begin, finish)
            whole, more = _continued(printed, lines[index:], context) if finish == len(line.text) else (printed, ())
            taken = index + 1 + len(more)
            if begin == 0 and before.endswith("-") and " " not in before:
                whole = before + whole
            yield Found(_full(_target(whole, line, context) or whole), 0.97, (*words, *more))
        yield from _handle(line)


def _is_broken_mail(word: str) -> bool:
    """An e-mail that breaks over two lines leaves its domain without an ending: the next line begins with the rest."""
    return "@" in word and not re.search(rf"@{_DOMAIN}$", word, re.I)


def _continued(printed: str, lines: Sequence[Line], context: Context) -> tuple[str, tuple[Word, ...]]:
    """A narrow column breaks a long address after a hyphen or a slash, or where its edge is: lines of one word go on with it."""
    words: tuple[Word, ...] = ()
    for above, line in pairwise(lines):
        text = _NETWORK.sub("", line.text)
        goes_on = printed.endswith(("-", "/", "_")) or _is_cut(above, line, context)
        if not goes_on or " " in text or "@" in text or not re.fullmatch(r"[\w./?=&%#~+-]+", text):
            break
        printed, words = printed + text, (*words, *line.words[:1])
    return printed, words


def _is_cut(line: Line, below: Line, context: Context) -> bool:
    """Nothing but an address, up to the edge of its column, over what is no word, number or address of its own and begins where it does:
    in a block set against the right edge every line ends there."""
    text = below.text
    near = line.column == below.column and line.page == below.page and -2 < below.box.top - line.box.bottom < 0.7 * line.size
    if (
        not near
        or abs(line.box.x0 - below.box.x0) > 1
        or len(line.words) > 1
        or len(below.words) > 1
        or text[:1].isupper()
        or _URL.match(text)
        or not re.search("[a-z]", text)
    ):
        return False
    edge = context.body.edges.get(line.column)
    return edge is not None and line.box.x1 > edge[1] - 0.7 * line.size


def _target(printed: str, line: Line, context: Context) -> str | None:
    """The address behind the printed one, when it holds what is printed (a broken or shortened print)."""
    key = _key(printed).rstrip("-…")
    for link in context.document.links:
        if link.page == line.page and overlaps(link.box, line.box) and key in _key(link.uri) and link.uri.startswith("http"):
            return link.uri
    return None


def _handle(line: Line) -> Iterator[Found[str]]:
    """`LinkedIn: jean-dupont`, `github.com: @jd`: the name of the network and a name there."""
    match = re.match(r"\W*(linkedin|github)\s*(?::|/|@|in/)\s*(?:/?in/)?@?([\w.-]{3,60})$", line.text.strip(), re.I)
    if match and "." not in match[2]:
        base = "https://www.linkedin.com/in/" if match[1].lower() == "linkedin" else "https://github.com/"
        yield Found(base + match[2], 0.85, line.words)


def _behind_words(lines: Sequence[Line], context: Context) -> Iterator[Found[str]]:
    for link in context.document.links:
        if not link.uri.lower().startswith(("http://", "https://")):
            continue
        under = next((line for line in lines if line.page == link.page and overlaps(link.box, line.box)), None)
        if under is not None:
            yield Found(link.uri, 0.93, tuple(word for word in under.words if word.x0 < link.box.x1 and link.box.x0 < word.x1))


def _profiles_elsewhere(sections: Sequence[Section], context: Context) -> Iterator[Found[str]]:
    """A profile of the person may stand at the foot of a page or under a heading of its own; a labelled site as well."""
    labels = {fold(label) for label in merged("labels").get("website", ())}
    for section in sections:
        if section.kind in OWN or section.kind in (
            "references",
            "projects",
            "publications",
            "experience",
            "volunteering",
            "certifications",
        ):
            continue
        for line in section.lines:
            for printed, begin, finish in addresses(line.text):
                labelled = fold(line.text[:begin]) in labels
                if labelled or re.search(r"linkedin\.\w+/in/|github\.com/[\w-]+/?$", printed, re.I):
                    yield Found(_full(_target(printed, line, context) or printed), 0.9, words_at(line, begin, finish))


def _key(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/")


def _full(address: str) -> str:
    return address if re.match(r"https?://", address, re.I) else f"https://{address}"
