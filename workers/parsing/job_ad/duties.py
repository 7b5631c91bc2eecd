"""Ads of one paragraph have no parts: what is to be done stands in bare nouns, behind the title or a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from workers.parsing.job_ad.opening import called
from workers.parsing.job_ad.signs import Sign, any_of, words
from workers.parsing.job_ad.statements import Statement


def telling(statements: Sequence[Statement], signs: Sequence[Sign]) -> Iterator[Statement]:
    """An ad without parts tells what is to be done in bare nouns: `Check-in, réservations, tenue de la caisse.`"""
    parted = any(one.kind == "duty" or one.block in ("must", "duties") for one in statements)
    silent = [sign.begin for sign in signs if sign.kind in ("none", "never")]
    for one in statements:
        told = one.kind == "none" and one.block in ("head", "other") and not parted
        # `We have an opening for a QA engineer with Selenium`: whoever says what it seeks is not telling of itself.
        if told and (bisect_left(silent, one.begin) == bisect_left(silent, one.finish) or called(one.text)):
            yield from _told(one)
        else:
            yield one


def _told(one: Statement) -> Iterator[Statement]:
    """The first sentence names the post, and a tool in its title; what there is to do stands behind its colon, what to know behind
    `with`."""
    behind = _behind_title().search(one.text) if one.begin == 0 or called(one.text) else None
    place = behind.end() if behind else 0
    if place:
        yield replace(one, text=one.text[:place], kind="duty", opens=True)
    if place or not one.opens:
        yield replace(one, text=one.text[place:], begin=one.begin + place, kind="duty", opens=False)
    else:
        yield one


@cache
def _behind_title() -> re.Pattern[str]:
    return re.compile(rf":\s|\b(?:{any_of(words('head', 'holding'))})\s", re.I)
