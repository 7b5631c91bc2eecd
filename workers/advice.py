"""Where readers and coach meet: pure, so that a child process can do it. Nothing is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from workers import coaching
from workers.coaching import Coaching, Profile
from workers.cv import Cv
from workers.layout import Layout
from workers.listing import Listing
from workers.matching.profile_json import cv_of
from workers.parsing import job_ad
from workers.parsing.layout import layout


def analyzed(cv: Cv, language: str | None) -> Profile:
    return coaching.profile(cv, language)


def coached(cv: Cv, listing: Listing, file: tuple[bytes, str] | None, language: str | None, today: dt.date) -> Coaching:
    """`file`: the CV as it came, where it has a layout to judge."""
    ad = job_ad.read_text(listing.description, listing.title, listing.requirements)
    return coaching.coach(cv, ad, today, layout(*file) if file else Layout(), language)


def cv_of_profile(profile: Mapping[str, Any], today: dt.date) -> Cv:
    """A `profile_json` as a Cv: what it says and nothing else."""
    return cv_of(profile, today)
