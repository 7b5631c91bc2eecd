"""Texts of ads → JobAds: each finder over the same lines, statements and signs.

Many ads go through one step together before the next step begins: the tables it looks into stay near the processor, which saves a
quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from workers.cv import Evidence, Salary
from workers.job_ad import JobAd, Requirement
from workers.parsing.job_ad import pay, signs, years
from workers.parsing.job_ad.draft import STEPS, Draft
from workers.parsing.job_ad.need import Need
from workers.parsing.job_ad.signs import Sign
from workers.parsing.job_ad.statements import Statement
from workers.resources.places import country_name
from workers.resources.text import Tokens

_TOGETHER = 2**16  # letters
_COUNTRIES = {"fr": "FR"}  # whose money a sum without a sign is in; English ads of many countries do not tell


def readings(texts: Iterable[tuple[str, str | None]], *, shown: bool = True) -> Iterator[JobAd]:
    """The ads of these texts and titles, in order. `shown`: with what no score reads."""
    for drafts in _batches(Draft(text, title, shown) for text, title in texts):
        for step in STEPS:
            for draft in drafts:
                step(draft)
        yield from map(_ad, drafts)


def _batches(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    batch, letters = list[Draft](), 0
    for draft in drafts:
        batch.append(draft)
        letters += len(draft.text)
        if letters >= _TOGETHER:
            yield batch
            batch, letters = [], 0
    yield batch


def _ad(draft: Draft) -> JobAd:
    said, level, spoken = draft.said, _level(draft.said, draft.signs), draft.spoken
    named = [one.code for one, _ in spoken if one.mandatory]
    ad = JobAd(
        title=draft.head.title,
        must_have=tuple(map(_requirement, draft.must)),
        nice_to_have=tuple(map(_requirement, draft.nice)),
        skills=draft.skills,
        minimum_years=draft.asked.minimum,
        maximum_years=draft.asked.maximum,
        education_level=signs.level_name(level.value, draft.language) if level else None,
        education_eqf=signs.levels()[level.value] if level else None,
        languages=tuple(one for one, _ in spoken),
        remote=_remote(draft.signs),
        language=draft.language,
        description=draft.whole,
        profile="\n".join(one.text for one in said if one.kind in ("must", "nice")) or None,
        duties="\n".join(one.text for one in said if one.kind == "duty" or (one.kind == "none" and one.block == "head")) or None,
        confidence=_confidence(len(draft.whole), len(draft.must), bool(named or level or draft.asked.minimum is not None)),
    )
    return _with_offer(ad, draft, level) if draft.shown else ad


def _with_offer(ad: JobAd, draft: Draft, level: Sign | None) -> JobAd:
    top, contract = draft.head, _contract(draft.said, draft.signs) or _titled_contract(draft)
    places = _places(
        draft.must, draft.nice, draft.spoken, [("minimumYears", draft.asked), ("educationLevel", level), ("contract", contract)]
    )
    return msgspec.structs.replace(
        ad,
        company=top.company,
        city=top.place.name if top.place else None,
        country=country_name(top.country, draft.language) if top.country else None,
        country_code=top.country,
        contract=contract.value if contract else None,
        contract_type=signs.contract_types().get(contract.value) if contract else None,
        salary=pay.find(draft.words.flat, top.country or _COUNTRIES.get(draft.language)) or Salary(),
        evidence={path: _evidence(draft.whole, begin, finish) for path, begin, finish in places},
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


def _titled_contract(draft: Draft) -> Sign | None:
    """`Comptable CDI` in a field of its own; it has no place in the text."""
    found = signs.find(Tokens(draft.title or ""), draft.language)
    return next((msgspec.structs.replace(sign, begin=0, finish=0) for sign in found if sign.kind == "contract"), None)


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
