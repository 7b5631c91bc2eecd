"""Skills and occupations: `skills/*.tsv`, `occupations/*.tsv`, `sectors.tsv`, each found in a text in one pass over its words.

Labels are compared folded and on word boundaries. A label flagged `case` counts only as it is written in the table (R, Go), one
flagged `list` only inside a list of skills (Excel, Swift); the longest match wins. An operator's own tables (`extra`, as written by
`cvgraph taxonomy import`) are read after ours and may not change an id.
"""

from __future__ import annotations

import gc
import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import compress, count
from pathlib import Path
from typing import NamedTuple

import msgspec

from workers.resources.text import Tokens, fold, tokens

_GLUE = "&'./-_"
# A line that begins with a capital is one of its own: `sur Spark` above `Python et SQL` is no Spark Python.
_NEXT_LINE = re.compile(r"\n\s*[A-ZÀ-Þ]")
_PARTED = re.compile(rf"[,;]\s|{_NEXT_LINE.pattern}")
_BRACKETED = re.compile(r"\s*\([^)]*\)")


class Concept(NamedTuple):
    """One row of a table. `kind`: TECHNICAL SOFT TOOL METHOD OTHER, of an occupation its ISCO-08 code; `broader`: wider ids, its sector."""

    id: str
    kind: str
    en: str
    fr: str
    labels: tuple[str, ...]
    flags: frozenset[str] = frozenset()
    broader: tuple[str, ...] = ()
    feminine: str = ""

    def label(self, language: str) -> str:
        """Preferred label; both genders of a French occupation, as ROME and ESCO write them."""
        french = f"{self.fr} / {self.feminine}" if self.feminine and self.feminine != self.fr else self.fr
        return (french if language == "fr" else self.en) or self.en or french


class Match(msgspec.Struct, frozen=True, gc=False):
    """A concept at characters [begin, finish) of the text."""

    concept: Concept
    begin: int
    finish: int


class _Key(NamedTuple):
    """A folded label: its length, whether it has several words, the concepts that have it and the label as written; `plain`: what it
    means however it is written."""

    length: int
    several: bool
    named: tuple[tuple[Concept, str], ...]
    plain: Concept | None


class _Opening(NamedTuple):
    """A first word: what it is alone, and second word → how many words the labels have that begin so, most first."""

    alone: _Key | None = None
    seconds: Mapping[str, tuple[int, ...]] = {}


@dataclass(frozen=True)
class Taxonomy:
    """`concepts` by id; `_keys` by folded label; `_openings` by first word."""

    concepts: Mapping[str, Concept]
    _keys: Mapping[str, _Key]
    _openings: Mapping[str, _Opening] = field(repr=False)

    def find(self, text: str | Tokens, in_list: bool = False, within: tuple[int, int] | None = None) -> list[Match]:
        """Longest matches from left to right, never overlapping. `in_list`: the text is a list of skills; `within`: as if the text were
        only what stands between these two places."""
        printed, openings = tokens(text) if isinstance(text, str) else text, self._openings
        text, words, (begins, ends) = printed.text, printed.words, printed.places()
        if within:
            first, last = bisect_left(begins, within[0]), bisect_left(begins, within[1])
            words, begins, ends = words[first:last], begins[first:last], ends[first:last]
        found, following = list[Match](), (*words[1:], "")
        # Words that open no label are passed over without a step of the interpreter.
        for place in compress(count(), map(openings.__contains__, words)):
            alone, seconds = openings[words[place]]
            for size in seconds.get(following[place], ()):
                key = self._keys.get(" ".join(words[place : place + size])) if place + size <= len(words) else None
                if key and (match := _match(key, text, begins[place], ends[place + size - 1], in_list)):
                    found.append(match)
                    break
            else:
                if alone and (match := _match(alone, text, begins[place], ends[place], in_list)):
                    found.append(match)
        return _apart(found)

    def concept(self, identifier: str) -> Concept | None:
        return self.concepts.get(identifier)

    def lookup(self, label: str) -> Concept | None:
        """The concept with exactly this label, folded; what stands in brackets is tried without."""
        for text in (label, _BRACKETED.sub("", label)) if "(" in label else (label,):
            key = self._keys.get(fold(text))
            for concept, written in key.named if key else ():
                if "case" not in concept.flags or not written.isalnum() or len(written) > 2 or written == text.strip():
                    return concept
        return None


def _match(key: _Key, text: str, begin: int, finish: int, in_list: bool) -> Match | None:
    # As many letters as in the label: no more than one space stands between its words.
    whole = finish - begin == key.length and not (key.several and _NEXT_LINE.search(text, begin, finish))
    concept = key.plain if key.plain and whole else _chosen(key, text, begin, finish, in_list)
    return Match(concept, begin, finish) if concept else None


def _chosen(key: _Key, text: str, begin: int, finish: int, in_list: bool) -> Concept | None:
    for concept, written in key.named:
        # 'REST API, tests unitaires' holds no 'API tests': a comma parts what it stands between.
        if _PARTED.search(text, begin, finish) and not _PARTED.search(written):
            continue
        if ("case" not in concept.flags or _as_written(written, text, begin, finish)) and (in_list or "list" not in concept.flags):
            return concept
    return None


def _as_written(written: str, text: str, begin: int, finish: int) -> bool:
    core = written.strip(".")
    if text[begin:finish] != core or (written[0] == "." and text[begin - 1 : begin] != "."):
        return False
    around = text[max(0, begin - 1) : begin] + text[finish : finish + 1]
    return len(core) > 2 or not any(char in _GLUE for char in around.replace(".", "" if finish + 1 >= len(text) else "."))


def _apart(matches: Iterable[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in matches:
        if not kept or match.begin >= kept[-1].finish:
            kept.append(match)
        elif match.finish - match.begin > kept[-1].finish - kept[-1].begin:
            kept[-1] = match
    return kept


@cache
def skills(extra: Path | None = None) -> Taxonomy:
    return _kept(_concepts("skills", extra or imported()))


@cache
def occupations(extra: Path | None = None) -> Taxonomy:
    return _kept(_concepts("occupations", extra or imported()))


def imported() -> Path | None:
    """The operator's own tables: the folder that CVGRAPH_TAXONOMY names, in every process that reads."""
    return Path(os.environ["CVGRAPH_TAXONOMY"]) if os.environ.get("CVGRAPH_TAXONOMY") else None


def find(text: str | Tokens, in_list: bool = False) -> list[Match]:
    """Skills in a text."""
    return skills().find(text, in_list)


def concept(identifier: str) -> Concept | None:
    return skills().concept(identifier) or occupations().concept(identifier)


def lookup(label: str) -> Concept | None:
    """The skill of this label."""
    return skills().lookup(label)


def _kept(rows: Iterable[Concept]) -> Taxonomy:
    """Tables live as long as the process: the collector need not walk through them while they grow, nor ever after."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return taxonomy_of(rows)
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def taxonomy_of(rows: Iterable[Concept]) -> Taxonomy:
    """Concepts found by their labels; the first row of an id counts."""
    concepts: dict[str, Concept] = {}
    keys: dict[str, tuple[tuple[Concept, str], ...]] = {}
    for row in rows:
        if concepts.setdefault(row.id, row) is not row:
            continue
        for label in row.labels:
            key = fold.__wrapped__(label)
            known = keys.get(key, ())
            if not any(one is row for one, _ in known):
                keys[key] = (*known, (row, label))
    keys.pop("", None)
    found = {key: _Key(len(key), " " in key, named, _plain(key, named)) for key, named in keys.items()}
    return Taxonomy(concepts, found, _openings(found))


def _openings(keys: Mapping[str, _Key]) -> dict[str, _Opening]:
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for words in sorted((key.split(" ") for key in keys), key=len, reverse=True):
        seconds = found.setdefault(words[0], {})
        if len(words) > 1:
            sizes = seconds.get(words[1], ())
            seconds[words[1]] = sizes if len(words) in sizes else (*sizes, len(words))
    return {word: _Opening(keys.get(word), seconds) for word, seconds in found.items()}


def _plain(key: str, named: tuple[tuple[Concept, str], ...]) -> Concept | None:
    """The concept of a label that no flag restricts, unless it has letters that are printed as one (œ)."""
    joined = any(pair in key for pair in ("oe", "ae", "ss"))
    return None if joined or named[0][0].flags else named[0][0]


def _concepts(table: str, extra: Path | None) -> Iterator[Concept]:
    folders: list[Traversable] = [files("workers.resources").joinpath(table)] + ([extra.joinpath(table)] if extra else [])
    for folder in folders:
        for path in sorted(folder.iterdir() if folder.is_dir() else (), key=lambda one: one.name):
            if path.name.endswith(".tsv"):
                yield from map(_skill if table == "skills" else _occupation, rows(path))


def rows(path: Traversable) -> Iterator[dict[str, str]]:
    """Rows of a tab separated table with a header; lines that begin with # are comments."""
    lines = (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#"))
    header = next(lines, "").split("\t")
    return (dict(zip(header, line.split("\t"), strict=False)) for line in lines)


def _skill(row: dict[str, str]) -> Concept:
    labels = _labels(row["en"], row["fr"], row.get("aliases_en", ""), row.get("aliases_fr", ""))
    return Concept(
        row["id"], row["kind"], row["en"], row["fr"], labels, frozenset(row.get("context", "").split()), _labels(row.get("broader", ""))
    )


def _occupation(row: dict[str, str]) -> Concept:
    labels = _labels(row["en"], row["fr_m"], row["fr_f"], row.get("aliases_en", ""), row.get("aliases_fr", ""))
    return Concept(row["id"], row["isco"], row["en"], row["fr_m"], labels, frozenset(), _labels(row.get("sector", "")), row["fr_f"])


def _labels(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in map(str.strip, "|".join(cells).split("|")) if label))


@cache
def sectors() -> Taxonomy:
    """Industries by the words of their employers."""
    path = files("workers.resources").joinpath("sectors.tsv")
    return taxonomy_of([_sector(row) for row in rows(path)]) if path.is_file() else taxonomy_of([])


def phrases(table: Mapping[str, tuple[str, ...]]) -> Taxonomy:
    """Any table of phrases, found the same way: the key is the id of the match."""
    return taxonomy_of([Concept(key, key, key, key, words) for key, words in table.items()])


def _sector(row: dict[str, str]) -> Concept:
    labels = _labels(row["en"], row["fr"], row.get("keywords_en", ""), row.get("keywords_fr", ""))
    return Concept(row["id"], "SECTOR", row["en"], row["fr"], labels)
