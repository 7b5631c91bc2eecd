"""What is asked against what is shown: one Fact per skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from workers.features import Need, SkillUse
from workers.matching.skills import UNKNOWN, family, nearness, stems
from workers.matching.types import Fact
from workers.resources.text import fold

SHOWN, LISTED, STUDIED = 1.0, 0.9, 0.85  # how much a post, a list, a course proves
MET, MISSING, IMPLIED = 0.7, 0.5, 0.65
_FADES_AFTER, _FADED = 96, 0.85


class Held:
    """The skills of a CV, ready to be asked: by id, by every broader concept, and by the stems of their words."""

    def __init__(self, uses: Iterable[SkillUse], words: Mapping[str, float], now: int, excluded: frozenset[str] = frozenset()) -> None:
        self.now, self.words = now, words
        self.by_id: dict[str, SkillUse] = {}
        self.by_family: dict[str, list[SkillUse]] = {}
        self.by_stem: dict[str, list[tuple[frozenset[str], SkillUse]]] = {}
        for use in uses:
            if not excluded or any(_counts(place, excluded) for place in (use.where, *use.also)):
                self._take(use)

    def _take(self, use: SkillUse) -> None:
        self.by_id[use.id] = use
        for broader in family(use.id):
            self.by_family.setdefault(broader, []).append(use)
        own = _stems(use.id, use.words)
        for stem in own:
            self.by_stem.setdefault(stem, []).append((own, use))

    def best(self, need: Need) -> Fact:
        """The nearest thing the CV shows: never less for one skill more."""
        found = [_fact(need, use, near, self.now) for use, near in self._near(need)]
        best = max(found, key=lambda fact: fact.value, default=None)
        if best and best.value >= MET:
            return best
        said = self._in_words(need)
        return best if best and best.value >= said.value else said

    def _near(self, need: Need) -> Iterator[tuple[SkillUse, float]]:
        if exact := self.by_id.get(need.id):
            yield exact, 1.0
        asked = family(need.id)
        near = [*self.by_family.get(need.id, ()), *(self.by_id[one] for one in asked if one in self.by_id)]
        near += self.by_family.get(asked[0], ()) if asked else ()
        yield from ((use, close) for use in near if (close := nearness(need.id, use.id)) > 0)

    def _in_words(self, need: Need) -> Fact:
        """Words the taxonomy does not know, or that the CV says in other words: all stems in one skill, or in the text."""
        asked = words_in(need)
        if not asked:
            return Fact("missing", need.words, id=need.id)
        wanted = frozenset(asked)
        for stem in asked:
            for own, use in self.by_stem.get(stem, ()):
                if wanted <= own or (len(own) > 1 and own <= wanted):
                    return Fact("shown", need.words, use.words, use.where, use.months, round(0.85 * _strength(use), 4), need.id)
        share = sum(stem in self.words for stem in asked) / len(asked)
        value = 0.75 if share == 1.0 else 0.4 if share >= 0.6 else 0.0
        return Fact("in_text", need.words, where="text", value=value, id=need.id) if value else Fact("missing", need.words, id=need.id)


def implied(fact: Fact, need: Need, held: bool) -> Fact:
    """What only the duties name is what the post consists of: whoever held it has done it, though the CV need not say so."""
    if need.firm or not held or fact.value >= IMPLIED:
        return fact
    return Fact("implied", need.words, fact.shown, fact.where, fact.months, IMPLIED, need.id)


def _counts(place: str, excluded: frozenset[str]) -> bool:
    """A place outside of what was pasted. Where an ad stands between the parts, only the posts are surely outside."""
    part = place.partition("[")[0]
    return place not in excluded and part not in excluded and ("text" not in excluded or part == "experiences")


def words_in(named: Need | SkillUse) -> tuple[str, ...]:
    """Stems of the words a skill is named by."""
    return stems(named.id if named.id.startswith(UNKNOWN) else _folded(named.words))


@lru_cache(maxsize=65536)
def _stems(identity: str, words: str) -> frozenset[str]:
    """The same as a set: the same skills stand in many CVs."""
    return frozenset(stems(identity if identity.startswith(UNKNOWN) else _folded(words)))


@lru_cache(maxsize=65536)
def _folded(words: str) -> str:
    return UNKNOWN + fold(words)


def _fact(need: Need, use: SkillUse, near: float, now: int) -> Fact:
    faded = use.last is not None and now - use.last > _FADES_AFTER
    value = near * _strength(use) * _years(need, use) * (_FADED if faded else 1.0)
    return Fact(_reason(near, need, use, faded), need.words, use.words, use.where, use.months, round(value, 4), need.id)


def _strength(use: SkillUse) -> float:
    if use.where.startswith(("experiences", "certifications", "candidate.driving")):
        return SHOWN
    return LISTED if use.where.startswith(("skills", "projects", "candidate")) else STUDIED


def _years(need: Need, use: SkillUse) -> float:
    if not need.years:
        return 1.0
    return min(1.0, 0.4 + 0.6 * (use.months or 0) / (12 * need.years))


def _reason(near: float, need: Need, use: SkillUse, faded: bool) -> str:
    if near < MET:
        return "related"
    if need.years and (use.months or 0) < 12 * need.years:
        return "short"
    return "faded" if faded else "practised" if use.months else "shown"


def joined(needs: Sequence[Need], facts: Sequence[Fact]) -> list[tuple[Need, Fact]]:
    """Alternatives count once, with the best of them."""
    kept: dict[object, tuple[Need, Fact]] = {}
    for place, (need, fact) in enumerate(zip(needs, facts, strict=True)):
        key = ("group", need.group) if need.group is not None else place
        if key not in kept or kept[key][1].value < fact.value:
            kept[key] = need, fact
    return list(kept.values())
