"""JobAd → JobFeatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workers.features import JobFeatures, Need, Spoken, Square
from workers.job_ad import JobAd, Requirement
from workers.matching.cv_features import GRADES
from workers.matching.fields import spoken_of
from workers.matching.occupations import occupation_of
from workers.matching.passages import prints
from workers.matching.skills import UNKNOWN, identifier
from workers.matching.words import title_weights, weights, words_of
from workers.resources import taxonomy
from workers.resources.places import town

_ENOUGH = 160
_LEVELS = {
    name: re.compile(rf"\b(?:{words})\b", re.I)
    for name, words in {
        "INTERN": r"stage|stagiaire|intern|internship|alternan\w+|apprenti\w*",
        "JUNIOR": r"junior|débutante?|graduate|entry.level",
        "SENIOR": r"senior|sénior|confirmée?|expert\w*|principal\w*",
        "LEAD": r"lead|responsable|manager|head of|chef d'équipe|cheffe d'équipe",
        "EXECUTIVE": r"directeur|directrice|director|chief|vp",
    }.items()
}


def features_of_job(ad: JobAd) -> JobFeatures:
    """Features of an ad; its words are those of what it seeks and what there is to do, of the whole text where it says little."""
    title = ad.title or ""
    known = occupation_of(title) if title else None
    said = "\n".join(filter(None, (ad.profile, ad.duties)))
    text = said if len(said) >= _ENOUGH else ad.description or said
    words, titled = weights(words_of(f"{title}\n{text}")), title_weights(title)
    must, nice = _needs(ad.must_have) or _named_by(title), _needs(ad.nice_to_have)
    concepts = {f"#{need.id}": 1.0 for need in (*must, *nice) if not need.id.startswith(UNKNOWN)}
    concepts |= {f"#{skill}": 1.0 for skill in ad.skills}
    fields, trades = spoken_of(words, titled)
    return JobFeatures(
        language=ad.language or "en",
        title=title,
        occupation=known.id if known else None,
        isco=known.kind if known else None,
        must_have=must,
        nice_to_have=nice,
        minimum_years=ad.minimum_years,
        maximum_years=ad.maximum_years,
        eqf=ad.education_eqf,
        study=ad.education_level,
        languages=tuple(
            Spoken(one.code, GRADES[one.cefr] if one.cefr else None, one.name) for one in ad.languages if one.code and one.mandatory
        ),
        place=_square(ad),
        remote=ad.remote,
        contract=ad.contract_type,
        seniority=_seniority(title),
        words=words | concepts,
        title_words=titled,
        fields=fields,
        trades=trades,
        prints=prints(words_of(ad.description or "")),
        confidence=ad.confidence if ad.confidence is not None else 1.0,
    )


def _needs(asked: Sequence[Requirement]) -> tuple[Need, ...]:
    found = [Need(identifier(one.name, one.taxonomy_id), one.name, one.years, one.group, one.firm) for one in asked]
    return tuple({need.id: need for need in reversed(found)}.values())[::-1]


def _named_by(title: str) -> tuple[Need, ...]:
    """`Python developer`, and not a word of what is asked: the tool in the title is, for all we know."""
    tools = [match for match in taxonomy.find(title, in_list=True) if match.concept.kind == "TOOL"]
    return tuple({one.concept.id: Need(one.concept.id, title[one.begin : one.finish], firm=False) for one in tools}.values())


def _seniority(title: str) -> str | None:
    return next((name for name, level in _LEVELS.items() if level.search(title)), None)


def _square(ad: JobAd) -> Square:
    found = town(ad.city, ad.country_code) if ad.city else None
    return Square(found.country, round(found.latitude * 2) / 2, round(found.longitude * 2) / 2) if found else Square(ad.country_code)
