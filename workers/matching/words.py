"""Words of a text → stems that French and English share, with how much each weighs.

A stem is a folded word without the endings of `resources/matching/stems.toml` (gender, number, verb forms). Words that no ending joins
(`kin.tsv`: baking and baker, teeth and tooth, plombier and plumber) count as the first of their row; French stems that the bilingual
labels of the taxonomy translate (`words.tsv`, written by `words_build`) stand under their English one.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern
from typing import Any

from workers.resources.language import languages, merged
from workers.resources.text import Memo, fold, folded_words

_DOUBLED = re.compile(r"([a-z])\1+")
_NUMBER = re.compile(r"\d")
_LONGEST = 24
_OFTEN = 3
Votes = Sequence[tuple[str, float]]


def weights(words: Iterable[str]) -> dict[str, float]:
    """Stem → 1 + ln(count): the second mention of a word says less than the first."""
    counts = Counter(map(_stems.__getitem__, words))
    counts.pop("", None)
    return {stem: 1.0 if count == 1 else _weight(count) for stem, count in counts.items()}


@lru_cache(maxsize=1024)
def _weight(count: int) -> float:
    return round(1.0 + math.log(count), 3)


@lru_cache(maxsize=16384)
def title_weights(title: str) -> dict[str, float]:
    """Stems of a job title without the words of level (senior, responsable), which tell no trade."""
    return weights(word for word in words_of(title) if word not in levels())


@cache
def levels() -> frozenset[str]:
    return frozenset(fold(phrase) for row in merged("seniority").values() for phrase in row if " " not in phrase)


def words_of(text: str, without: frozenset[str] = frozenset()) -> list[str]:
    """Folded words, without those (names of persons)."""
    found = folded_words(text)
    return [word for word in found if word not in without] if without else found


def stem_of(word: str) -> str:
    """Stem of a folded word; empty for stop words, numbers, words about persons rather than work."""
    return _stems[word]


def _stem(word: str) -> str:
    if len(word) < 2 or len(word) > _LONGEST or word in _silent() or (_NUMBER.search(word) and not word[:1].isalpha()):
        return ""
    stem = bare_stem(kin().get(word, word))
    return intern(_english().get(stem, stem))


_stems = Memo(_stem)


@lru_cache(maxsize=65536)
def bare_stem(word: str) -> str:
    """The stem in its own language. `z` stands as `s` (organization, organisation)."""
    known = data()
    plain = word.replace("z", "s")
    for ending in known["endings"]:
        if plain.endswith(ending) and len(plain) - len(ending) >= known["least"]:
            plain = plain[: -len(ending)]
            break
    return _DOUBLED.sub(r"\1", plain)


def is_of_trades(word: str) -> bool:
    """A word that labels of skills or occupations keep using, or one that says nothing."""
    stem = stem_of(word)
    return not stem or labelled().get(stem, 0) >= _OFTEN


@cache
def labelled() -> Mapping[str, int]:
    """Stem → labels of the taxonomy that hold it (`background.tsv`)."""
    return {stem: int(count) for stem, count, *_ in _background() if count != "0"}


@cache
def votes() -> Mapping[str, tuple[Votes, Votes]]:
    """Stem → the fields of work and the trades it speaks of, and how loud (`background.tsv`)."""
    loud = Memo(float)
    return {stem: (_votes(fields, loud), _votes(trades, loud)) for stem, _, fields, trades in _background()}


def _votes(cell: str, loud: Memo[float]) -> Votes:
    parts = cell.split()
    return tuple(zip(map(intern, parts[::2]), map(loud.__getitem__, parts[1::2]), strict=True))


def _background() -> Iterator[list[str]]:
    """A stem is the same object in every table: looked up, it is not compared letter by letter."""
    return ([intern(stem), *others] for stem, *others in _rows("background.tsv"))


@cache
def kin() -> Mapping[str, str]:
    """Word → the word it counts as (`kin.tsv`)."""
    return {other: word for word, others in _rows("kin.tsv") for other in others.split()}


@cache
def spoken_by() -> Mapping[str, tuple[str, ...]]:
    """Trade → the words its people use (`trades.tsv`)."""
    return {trade: tuple(fold(words).split()) for trade, words in _rows("trades.tsv")}


@cache
def data() -> Mapping[str, Any]:
    """`stems.toml`."""
    return tomllib.loads(_read("stems.toml"))


@cache
def common() -> frozenset[str]:
    """Stems of the words that stand in every ad and CV."""
    return frozenset(stem_of(word) for word in data()["common"])


@cache
def _silent() -> frozenset[str]:
    """Stop words; words of civil status and nationality, which are no business of a match."""
    known = {fold(word) for language in languages().values() for word in language.stop_words}
    said = [*merged("civil").values(), *merged("labels").values()]
    known |= {fold(phrase) for row in said for phrase in row if " " not in phrase}
    return frozenset(known | set(data()["short"]))


@cache
def _english() -> Mapping[str, str]:
    return {french: english for french, english, *_ in _rows("words.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _read(name).splitlines() if line and not line.startswith("#"))


def _read(name: str) -> str:
    path = files("workers.resources").joinpath("matching", name)
    return path.read_text(encoding="utf-8") if path.is_file() else ""
