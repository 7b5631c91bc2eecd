"""Files of ads: what the width of a page broke is whole again, whatever the format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.parsing.made import docx_of, pdf_of
from workers.parsing.job_ad import read_file, read_text

AD = """Collections Assistant (maternity cover, 10 months)
The Netherby Museum of Rural Life

Our store holds 18,000 objects, from butter churns to a fire engine, and the Collections Assistant keeps track of every one of them.

What you will need
You have two years of experience of working with museum collections, paid or voluntary, a good knowledge of preventive conservation and of
Photoshop, and you speak fluent French. A forklift licence is desirable, as is experience with Access.

Benefits
Free entry to the museum"""
LINES = [
    " ".join(part.split("\n")) if len(part) > 120 else part
    for part in AD.replace("What you will need\n", "What you will need\n\n").split("\n\n")
]
WHOLE = "\n".join(line for part in LINES for line in (*part.split("\n"), "")).strip()


def text(lines: str) -> tuple[bytes, str]:
    return lines.encode(), "ad.txt"


def word(lines: str) -> tuple[bytes, str]:
    return docx_of(lines), "ad.docx"


def pdf(lines: str, width: float = 480.0) -> tuple[bytes, str]:
    return pdf_of(lines, width), "ad.pdf"


@pytest.mark.parametrize("made", [text, word, pdf])
def test_a_file_says_what_its_text_says(made: Callable[[str], tuple[bytes, str]]) -> None:
    read, whole = read_file(*made(WHOLE)), read_text(WHOLE)
    for name in ("title", "must_have", "nice_to_have", "minimum_years", "languages", "skills", "profile", "duties", "description"):
        assert getattr(read, name) == getattr(whole, name), name
    assert [one.name for one in whole.languages] == ["French"] and len(whole.must_have) > 1


@pytest.mark.parametrize("made", [text, word, pdf])
def test_a_value_that_the_page_broke_is_shown_on_both_lines(made: Callable[[str], tuple[bytes, str]]) -> None:
    ad = read_file(*made(WHOLE))
    places = {each.text: each for each in ad.evidence.values()}
    assert set(places) >= {"French", "preventive conservation"}
    broken = read_file(*pdf("Nurse\n\nRequirements\nYou have a good and lasting knowledge of preventive conservation", 245.0)).evidence[
        "mustHave[0]"
    ]
    assert broken.text == "preventive conservation" and broken.box[3] - broken.box[1] > 15


def test_short_lines_are_items_however_wide_the_longest_is() -> None:
    lines = [
        "Hospital porter",
        "",
        "Requirements",
        "Moving patients and their beds in time, day and night",
        "Radio communication",
        "First aid",
    ]
    assert read_file(*pdf("\n".join(lines))).description == "\n".join(lines)
