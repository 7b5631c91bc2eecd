"""What is asked against what is shown: one Fact per skill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workers.features import Need, SkillUse
from workers.matching.skills import UNKNOWN, family, nearness, stems
from workers.matching.types import Fact

SHOWN, LISTED, STUDIED = 1.0, 0.9, 0.85
MET, MISSING = 0.7, 0.35
_FADES_AFTER, _FADED = 96, 0.85


class Held:
    """The skills of a CV, ready to be asked: by id, by every broader concept, and the stems of all its words."""

    def __init__(self, uses: Iterable[SkillUse], words: Mapping[str, float], now: int, excluded: frozenset[str] = frozenset()) -> None:
        self.now = now
        self.words = words
        kept = [use for use in uses if use.where not in excluded or any(place not in excluded for place in use.also)]
        self.by_id: dict[str, SkillUse] = {use.id: use for use in kept}
        self.by_family: dict[str, list[SkillUse]] = {}
        self.named: list[tuple[frozenset[str], SkillUse]] = []
        for use in kept:
            for broader in family(use.id):
                self.by_family.setdefault(broader, []).append(use)
            self.named.append((frozenset(stems(_words(use))), use))

    def best(self, need: Need) -> Fact:
        """The nearest thing the CV shows."""
        use, near = self._nearest(need)
        if use is None:
            return self._in_words(need)
        value = near * _strength(use) * _years(need, use) * self._freshness(use)
        reason = _reason(value, near, need, use)
        return Fact(reason, need.words, use.words, use.where, use.months, round(value, 4), need.id)

    def _nearest(self, need: Need) -> tuple[SkillUse | None, float]:
        if exact := self.by_id.get(need.id):
            return exact, 1.0
        asked = family(need.id)
        near = [*self.by_family.get(need.id, ()), *(self.by_id[one] for one in asked if one in self.by_id)]
        near += self.by_family.get(asked[0], ()) if asked else ()
        rated = [(nearness(need.id, use.id), use.months or 0, place) for place, use in enumerate(near)]
        best = max(rated, key=lambda one: (one[0], one[1], -one[2]), default=(0.0, 0, 0))
        return (near[best[2]], best[0]) if best[0] > 0 else (None, 0.0)

    def _in_words(self, need: Need) -> Fact:
        """Words the taxonomy does not know, or that the CV says in other words: all stems in one skill, or in the text."""
        asked = frozenset(stems(_plain(need)))
        if not asked:
            return Fact("missing", need.words, id=need.id)
        for held, use in self.named:
            if asked <= held or (len(held) > 1 and held <= asked):
                return Fact("shown", need.words, use.words, use.where, use.months, 0.85 * _strength(use), need.id)
        share = sum(stem in self.words for stem in asked) / len(asked)
        value = 0.8 if share == 1.0 else 0.4 if share >= 0.6 else 0.0
        return Fact("in_text" if value else "missing", need.words, value=value, id=need.id)

    def _freshness(self, use: SkillUse) -> float:
        return _FADED if use.last is not None and self.now - use.last > _FADES_AFTER else 1.0


def _plain(need: Need) -> str:
    return need.id if need.id.startswith(UNKNOWN) else UNKNOWN + need.words.casefold()


def _words(use: SkillUse) -> str:
    from workers.resources.text import fold

    return use.id if use.id.startswith(UNKNOWN) else UNKNOWN + fold(use.words)


def _strength(use: SkillUse) -> float:
    if use.where.startswith(("experiences", "certifications", "candidate.driving")):
        return SHOWN
    return LISTED if use.where.startswith(("skills", "projects", "candidate")) else STUDIED


def _years(need: Need, use: SkillUse) -> float:
    if not need.years:
        return 1.0
    return min(1.0, 0.4 + 0.6 * (use.months or 0) / (12 * need.years))


def _reason(value: float, near: float, need: Need, use: SkillUse) -> str:
    if near < MET:
        return "related"
    if need.years and (use.months or 0) < 12 * need.years:
        return "short"
    return "practised" if use.months else "shown"


def joined(needs: Sequence[Need], facts: Sequence[Fact]) -> list[tuple[Need, Fact]]:
    """Alternatives count once, with the best of them."""
    kept: dict[object, tuple[Need, Fact]] = {}
    for place, (need, fact) in enumerate(zip(needs, facts, strict=True)):
        key = ("group", need.group) if need.group is not None else place
        if key not in kept or kept[key][1].value < fact.value:
            kept[key] = need, fact
    return list(kept.values())
