"""What an ad asks for, by name; and the least ad around lines of a profile."""

from __future__ import annotations

from workers.job_ad import JobAd
from workers.parsing.job_ad import read_text


def must(ad: JobAd) -> list[str]:
    return [one.name for one in ad.must_have]


def nice(ad: JobAd) -> list[str]:
    return [one.name for one in ad.nice_to_have]


def profile(*lines: str, heading: str = "Profil recherché") -> JobAd:
    return read_text("\n".join(["Intitulé du poste", "", heading, *lines, ""]))
