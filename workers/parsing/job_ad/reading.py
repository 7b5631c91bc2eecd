"""The text of an ad → JobAd: each finder once over the same lines, statements and signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from workers.cv import Evidence, Salary
from workers.job_ad import JobAd, Requirement
from workers.parsing.job_ad import head, needs, pay, signs, tongues, years
from workers.parsing.job_ad.need import Need
from workers.parsing.job_ad.plain import rows
from workers.parsing.job_ad.signs import Sign
from workers.parsing.job_ad.statements import Statement, statements
from workers.resources import taxonomy
from workers.resources.language import languages
from workers.resources.places import country_name
from workers.resources.text import flat, fold, tokens

_LOOKED_AT = 3000
_COUNTRIES = {"fr": "FR"}  # whose money a sum without a sign is in; English ads of many countries do not tell


def reading(text: str, title: str | None = None, *, shown: bool = True) -> JobAd:
    whole, printed = rows(text)
    plain = tokens(whole).flat
    language = language_of(f"{flat(title or '')} {plain}")
    marks = signs.find(whole, language)
    said = statements(printed, marks)
    top = head.find(printed, title, shown=shown)
    asked, every = years.find(plain, said, marks)
    must, nice, named_skills = needs.find(whole, said, marks, every)
    spoken = tongues.find(whole, said, marks, language)
    named = [one.code for one, _ in spoken if one.mandatory]
    level = _level(said, marks)
    ad = JobAd(
        title=top.title,
        must_have=tuple(map(_requirement, must)),
        nice_to_have=tuple(map(_requirement, nice)),
        skills=named_skills,
        minimum_years=asked.minimum,
        maximum_years=asked.maximum,
        education_level=signs.level_name(level.value, language) if level else None,
        education_eqf=signs.levels()[level.value] if level else None,
        languages=tuple(one for one, _ in spoken),
        remote=_remote(marks),
        language=language,
        description=whole,
        profile="\n".join(one.text for one in said if one.kind in ("must", "nice")) or None,
        duties="\n".join(one.text for one in said if one.kind == "duty" or (one.kind == "none" and one.block == "head")) or None,
        confidence=_confidence(len(whole), len(must), bool(named or level or asked.minimum is not None)),
    )
    if not shown:
        return ad
    contract = _contract(said, marks)
    places = _places(must, nice, spoken, [("minimumYears", asked), ("educationLevel", level), ("contract", contract)])
    evidence = {path: _evidence(whole, begin, finish) for path, begin, finish in places}
    return _with_offer(ad, top, contract, pay.find(plain, top.country or _COUNTRIES.get(language)), evidence)


def _with_offer(ad: JobAd, top: head.Head, contract: Sign | None, salary: Salary | None, evidence: dict[str, Evidence]) -> JobAd:
    return msgspec.structs.replace(
        ad,
        company=top.company,
        city=top.place.name if top.place else None,
        country=country_name(top.country, ad.language or "en") if top.country else None,
        country_code=top.country,
        contract=contract.value if contract else None,
        contract_type=signs.contract_types().get(contract.value) if contract else None,
        salary=salary or Salary(),
        evidence=evidence,
    )


def _requirement(need: Need) -> Requirement:
    return Requirement(name=need.name, taxonomy_id=need.id, years=need.years, group=need.group, firm=need.firm)


def _level(said: Iterable[Statement], marks: Sequence[Sign]) -> Sign | None:
    """`Bac+N` where it is printed; else the least of alternatives, the most of several. A wish is no demand."""
    levels = [sign for sign in marks if sign.kind == "level"]
    if not levels or any(sign.kind == "no_degree" for sign in marks):
        return None
    for kinds in (("must",), ("none", "duty")):
        found = [
            sign
            for statement in said
            if statement.kind in kinds and statement.block not in ("offer", "apply", "company")
            for sign in levels
            if statement.begin <= sign.begin < statement.finish
        ]
        if found:
            return min(found, key=lambda sign: signs.levels()[sign.value])
    return None


def _contract(said: Sequence[Statement], marks: Sequence[Sign]) -> Sign | None:
    """The first kind named; not where the ad speaks of the person ("alternance comprise")."""
    asked = [(one.begin, one.finish) for one in said if one.kind in ("must", "nice") and one.block != "head"]
    found = [sign for sign in marks if sign.kind == "contract" and not any(begin <= sign.begin < finish for begin, finish in asked)]
    lasting = [sign for sign in found if not sign.value.endswith("-time")]
    return next(iter(lasting or found), None)


def _remote(marks: Sequence[Sign]) -> str | None:
    kinds = {sign.kind for sign in marks}
    return next(
        (value for kind, value in (("remote_full", "FULL"), ("remote_part", "PARTIAL"), ("remote_none", "NONE")) if kind in kinds), None
    )


def _confidence(length: int, must: int, asks: bool) -> float:
    """How much the ad says: a title alone says little."""
    return round(min(1.0, 0.3 + 0.3 * min(1.0, length / 600) + 0.08 * min(must, 4) + 0.1 * asks), 2)


def _places(
    must: Sequence[Need], nice: Sequence[Need], spoken: Sequence[tuple[object, Sign]], others: Sequence[tuple[str, object]]
) -> Iterator[tuple[str, int, int]]:
    yield from ((f"mustHave[{index}]", need.begin, need.finish) for index, need in enumerate(must))
    yield from ((f"niceToHave[{index}]", need.begin, need.finish) for index, need in enumerate(nice))
    yield from ((f"languages[{index}]", sign.begin, sign.finish) for index, (_, sign) in enumerate(spoken))
    yield from ((path, one.begin, one.finish) for path, one in others if isinstance(one, (Sign, years.Years)) and one.finish)


def _evidence(text: str, begin: int, finish: int) -> Evidence:
    return Evidence(page=1, box=(float(begin), 0.0, float(finish), 0.0), text=text[begin:finish], confidence=0.8)


def language_of(text: str) -> str:
    """The language most of whose own words the flat text uses; where it uses none, that of the occupation it names, or English."""
    owners = list(map(_owners().get, text[:_LOOKED_AT].split()))
    points = {code: owners.count(code) for code in languages()}
    best = max(points, key=lambda code: points[code])
    return best if points[best] else _language_of_occupation(text[:_LOOKED_AT])


def _language_of_occupation(text: str) -> str:
    # A few words without grammar ("Infirmière. Pansements, Excel.") still name the post in a language.
    for match in taxonomy.occupations().find(text):
        named = _beginnings(text[match.begin : match.finish])
        if len(named & _beginnings(match.concept.fr)) > len(named & _beginnings(match.concept.en)):
            return "fr"
    return "en"


def _beginnings(words: str) -> set[str]:
    # Far enough to tell 'développeur' from 'developer', and not so far that 'infirmière' is not 'infirmier'.
    return {word[:8] for word in fold(words).split()}


@cache
def _owners() -> Mapping[str, str]:
    owners: dict[str, set[str]] = {}
    for code, data in languages().items():
        for word in data.stop_words:
            owners.setdefault(fold(word), set()).add(code)
    return {word: min(codes) for word, codes in owners.items() if len(codes) == 1}
