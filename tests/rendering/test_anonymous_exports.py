"""What is hidden in print is hidden in every format that a CV is handed out in, for the whole corpus of traps."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import orjson
import pytest
from msgspec.structs import replace

from tests.rendering.people import Trap, traps
from tests.rendering.test_leaks import PERSON, squeezed
from tests.rendering.test_traps_by_kind import TRAPS, privacy, trapped
from workers import exchange
from workers.cv import Candidate, Cv, Experience, Profile, to_tree
from workers.errors import CvError, ErrorCode
from workers.rendering import PRESETS, Privacy, anonymous


def exported(cv: Cv, hidden: Privacy, format: str) -> str:
    return anonymous(cv, hidden, b"key", partial(exchange.export, format=format), exchange.leaves).decode()


def read(text: str) -> str:
    return " ".join(" ".join(exchange.leaves(text.encode())).casefold().split())


@pytest.mark.parametrize("format", exchange.FORMATS)
@pytest.mark.parametrize("trap", TRAPS, ids=[trap["name"] for trap in TRAPS])
def test_no_giveaway_is_exported(trap: dict[str, Any], format: str) -> None:
    text = exported(trapped(trap), privacy(trap), format)
    assert [value for value in [*trap["gone"], *trap.get("blind", [])] if value.casefold() in read(text)] == []
    if format == "json-resume":
        assert [value for value in trap["kept"] if value.casefold() not in read(text)] == []


@pytest.mark.parametrize("format", exchange.FORMATS)
@pytest.mark.parametrize("trap", traps(), ids=[trap.name for trap in traps()])
def test_nobody_of_the_corpus_is_exported(trap: Trap, format: str) -> None:
    tight = squeezed(exported(trap.cv, PERSON, format))
    assert [value for value in trap.gone if len(squeezed(value)) >= 4 and squeezed(value) in tight] == []


def test_an_open_export_is_the_export() -> None:
    cv = traps()[0].cv
    for format in exchange.FORMATS:
        assert exported(cv, Privacy(), format).encode() == exchange.export(cv, format)


def test_a_writer_that_leaks_is_refused() -> None:
    cv = Cv(
        document_language="FR", candidate=Candidate(first_name="Jean", last_name="Docker"), experiences=(Experience(job_title="Poste"),)
    )

    def forgetful(shown: Cv) -> bytes:
        return orjson.dumps({"basics": {"name": "Jean Docker"}, "work": len(shown.experiences)})

    with pytest.raises(CvError) as refusal:
        anonymous(cv, PRESETS["blind"], b"", forgetful, exchange.leaves)
    assert refusal.value.code is ErrorCode.DOCUMENT_LEAKS and "Docker" not in refusal.value.message


def test_kinds_of_houses_and_words_of_ours_are_no_employers() -> None:
    job = Experience(job_title="Assistante", company="Solidarité Carpates (ONG)", sector="Associations et ONG")
    other = Experience(job_title="Comptable", company="Vertigo Conseil", sector="Associations et ONG")
    person = Candidate(first_name="Anne", last_name="Kervella", summary="Industrie, hôtellerie, ONG, chez Vertigo.")
    cv = Cv(document_language="FR", candidate=person, experiences=(job, other), profile=Profile(sectors=("Associations et ONG",)))
    shown = anonymous(cv, PRESETS["blind"], b"", lambda one: orjson.dumps(to_tree(one)), exchange.leaves).decode()
    assert "hôtellerie, ONG" in shown and "Associations et ONG" in shown
    assert "Carpates" not in shown and "Vertigo" not in shown


def test_prints_and_exports_know_a_candidate_by_one_name() -> None:
    cv = replace(traps()[0].cv, resume_id="3f0c1f5e-0000-7000-8000-000000000001")
    names = {re.search(r"Candidat \w{4}", exported(cv, PRESETS["blind"], format))[0] for format in exchange.FORMATS}  # type: ignore[index]
    assert len(names) == 1


def test_leaves_are_all_that_a_document_says() -> None:
    assert exchange.leaves(b'{"$schema": "https://s", "a": ["x", {"b": 2}], "born": {"Year": 1985, "Month": 3, "Day": 12}, "c": true}') == [
        "x",
        "02",
        "1985-03-12",
    ]
    assert exchange.leaves(b'<a><Birthdate year="1985" month="--03" day="---12"/>x<b>y</b>z</a>') == ["1985-03-12", "x", "y", "z"]
