"""Terms of the retrieval index: concepts before words, rare before common, nothing of a person."""

from __future__ import annotations

from tests.matching.people import features, job
from workers.matching import terms_of_cv, terms_of_job


def test_a_cv_and_an_ad_that_fit_share_their_first_terms() -> None:
    offered, own = terms_of_job(job()), {term.key for term in terms_of_cv(features())}
    assert [term.weight for term in offered] == sorted((term.weight for term in offered), reverse=True)
    assert sum(term.key in own for term in offered[:6]) >= 4
    assert offered[0].key[:2] in ("s:", "o:", "i:")


def test_no_term_names_the_person() -> None:
    assert not {"w:marchbank", "w:philipa", "w:philippa", "w:marchbanks", "w:leed"} & {term.key for term in terms_of_cv(features())}
