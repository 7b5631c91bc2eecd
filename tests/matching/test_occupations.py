"""Titles and trades: other endings of a name find it, names that hold one another are near, a head word alone joins nobody."""

from __future__ import annotations

import pytest

from workers.features import Held
from workers.matching import features_of_job, parts
from workers.matching.occupations import kinship, occupation_of
from workers.matching.statistics import DEFAULT_STATISTICS, idf_of
from workers.matching.words import title_weights
from workers.parsing.job_ad import read_text


def _near(first: str, second: str) -> float:
    one, other = occupation_of(first), occupation_of(second)
    assert one and other
    return kinship(one.id, one.kind, other.id, other.kind)


@pytest.mark.parametrize(
    ("title", "known"), [("Plasterers", "plasterer"), ("Veterinarians", "veterinarian"), ("Hotel receptionists", "hotel-receptionist")]
)
def test_plurals_are_found_by_their_stems(title: str, known: str) -> None:
    found = occupation_of(title)
    assert found is not None and found.id == known


def test_a_name_that_holds_the_other_is_as_near_as_its_unit_group() -> None:
    assert _near("Receptionist", "Hotel receptionist") == 0.85


def test_levels_of_one_trade_are_near_though_isco_parts_them() -> None:
    assert _near("HR assistant", "HR generalist") >= 0.5


def test_a_name_that_differs_by_its_level_alone_is_near_whatever_department_files_it() -> None:
    assert _near("Gestionnaire de paie", "Responsable paie") == 0.6


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("DotNet Developer", "net-developer"),
        ("Développeuse DotNet", "net-developer"),
        ("Testing Engineer", "software-tester"),
        ("Social Media Executive", "social-media-manager"),
        ("Hygienist", "dental-hygienist"),
        ("A&P Mechanic", "aircraft-mechanic"),
        ("VSL", "patient-transport-driver"),
        ("SAP ABAP Consultant", "sap-consultant"),
        ("Chef d'équipe espaces verts", "landscaper"),
        ("Agente hôtelière", "hotel-housekeeper"),
        ("Health Visitor", "community-nurse"),
        ("CDL Driver", "truck-driver"),
    ],
)
def test_titles_as_recruiters_write_them(title: str, known: str) -> None:
    found = occupation_of(title)
    assert found is not None and found.id == known


def test_crafts_of_one_minor_group_are_crafts_apart() -> None:
    assert _near("Plombier", "Carreleur") == 0.4


def test_a_head_word_alone_joins_no_two_trades() -> None:
    post, job = _held("Sous chef"), features_of_job(read_text("Chef d'équipe (H/F)\nNettoyage de bureaux, plannings, autolaveuse."))
    own, offered = (parts.bag(title_weights(title), idf_of(DEFAULT_STATISTICS)) for title in (post.title, job.title))
    assert parts.likeness(own, offered) > 0.5
    assert parts.post_kinship(post, own, job, offered) < 0.5


def _held(title: str) -> Held:
    known = occupation_of(title)
    assert known
    return Held(title, known.id, known.kind, 96, None, "experiences[0]")
