"""Terms of the retrieval index: concepts before words, rare before common, nothing of a person."""

from __future__ import annotations

import msgspec

from tests.matching.people import features, job
from workers.matching import terms_of_cv, terms_of_formalities, terms_of_job, terms_of_kin


def test_a_cv_and_an_ad_that_fit_share_their_first_terms() -> None:
    offered, own = terms_of_job(job()), {term.key for term in terms_of_cv(features())}
    assert [term.weight for term in offered] == sorted((term.weight for term in offered), reverse=True)
    assert sum(term.key in own for term in offered[:6]) >= 4
    assert offered[0].key[:2] in ("s:", "o:", "i:")


def test_no_term_names_the_person() -> None:
    assert not {"w:marchbank", "w:philipa", "w:philippa", "w:marchbanks", "w:leed"} & {term.key for term in terms_of_cv(features())}


def test_more_years_and_a_higher_diploma_never_weigh_less() -> None:
    asked = msgspec.structs.replace(job(), minimum_years=3, eqf=6)
    weights = {term.key: term.weight for term in terms_of_formalities(asked)}
    for scale, steps in (("y", range(1, 12)), ("e", range(1, 9))):
        told = [weights.get(f"{scale}:{step}", 0.0) for step in steps]
        assert told == sorted(told) and told[0] < told[-1]
    assert weights["y:3"] == weights["y:11"]


def test_formalities_that_are_not_asked_tell_nothing() -> None:
    asked = msgspec.structs.replace(job(), minimum_years=None, eqf=None)
    assert {term.key[:2] for term in terms_of_formalities(asked)} == {"l:"}


def test_groups_near_a_trade_weigh_less_than_its_own() -> None:
    own = {term.key: term.weight for term in terms_of_job(job())}[f"i:{job().isco}"]
    kin = {term.key: term.weight for term in terms_of_kin(job())}
    assert f"i:{job().isco}" not in kin and 0 < min(kin.values()) < max(kin.values()) < own
    assert terms_of_kin(msgspec.structs.replace(job(), isco=None)) == ()
