"""Writes `resources/matching/words.tsv` and `background.tsv` from the labels of the taxonomy.

    python -m workers.matching.words_build

Labels of one concept say the same in two languages; stems that keep coming together are translations of each other (Dice
coefficient, best pairs first, each English stem at least twice as likely as the next). The same labels count how common a stem is, and
which fields of work it speaks of: the tables of the taxonomy are fields, and a stem votes for the tables that use it, the louder the
fewer they are. Trades are voted for likewise: by the unit group of ISCO of the occupations whose labels use a stem, and by the rows of
`trades.tsv` that do.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files

from workers.matching.words import bare_stem, kin, spoken_by, stem_of
from workers.resources.taxonomy import rows
from workers.resources.text import fold

_LEAST_DICE, _LEAST_PAIRS = 0.34, 2
_LEAST_VOTE = 0.03
_HEAD = "# stem\tlabels that hold it\tfields it votes for\ttrades it votes for\n"


def main() -> None:
    with as_file(files("workers.resources").joinpath("matching")) as folder:
        pairs = sorted(translations().items())
        lines = [f"{french}\t{english}" for french, english in pairs]
        (folder / "words.tsv").write_text("# French stem\tEnglish stem\n" + "\n".join(lines) + "\n", encoding="utf-8")
        from workers.matching import words

        words._english.cache_clear()
        words._stems.clear()
        (folder / "background.tsv").write_text(_HEAD + "".join(_background()), encoding="utf-8")


def _background() -> Iterator[str]:
    seen, fields, groups, spoken = counts(), votes(_tables()), votes(_groups()), votes(_spoken())
    known = seen | dict.fromkeys(spoken.keys() - seen.keys(), 0)
    for stem, count in sorted(known.items(), key=lambda one: (-one[1], one[0])):
        trades = " ".join(filter(None, (spoken.get(stem), groups.get(stem))))
        yield f"{stem}\t{count}\t{fields.get(stem, '')}\t{trades}\n"


def _concepts() -> Iterator[tuple[list[str], list[str]]]:
    return ((english, french) for _, _, english, french in _labelled())


def _tables() -> Iterator[tuple[str, list[str]]]:
    return ((table, [*english, *french]) for table, _, english, french in _labelled())


def _groups() -> Iterator[tuple[str, list[str]]]:
    """Unit groups of ISCO with the labels of their occupations."""
    return ((group, [*english, *french]) for _, group, english, french in _labelled() if group)


def _spoken() -> Iterator[tuple[str, list[str]]]:
    return ((trade, list(words)) for trade, words in spoken_by().items())


def _labelled() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Table, unit group of ISCO, English and French labels of every skill and occupation."""
    for table, french in (("skills", ("fr",)), ("occupations", ("fr_m", "fr_f"))):
        for path in files("workers.resources").joinpath(table).iterdir():
            if path.name.endswith(".tsv"):
                for row in rows(path):
                    yield (
                        path.name[:-4],
                        row.get("isco", ""),
                        _labels(row["en"], row.get("aliases_en", "")),
                        _labels(*(row[name] for name in french), row.get("aliases_fr", "")),
                    )


def _labels(*cells: str) -> list[str]:
    return [label for cell in cells for label in cell.split("|") if label.strip()]


def _stems(labels: list[str]) -> set[str]:
    return {bare_stem(word) for label in labels for word in fold(label).split() if len(word) > 2 and stem_of(word)}


def translations() -> dict[str, str]:
    """French stem → English stem, for those that differ."""
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    both: dict[str, Counter[str]] = defaultdict(Counter)
    for english, french in _concepts():
        here, there = _stems(french), _stems(english)
        left.update(here)
        right.update(there)
        for stem in here - there:
            both[stem].update(there)
    found = {}
    for stem, partners in both.items():
        if right[stem] >= left[stem] / 2:
            continue
        ranked = sorted(((2 * count / (left[stem] + right[other]), count, other) for other, count in partners.items()), reverse=True)
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, 0, "")
        if best[0] >= _LEAST_DICE and best[1] >= _LEAST_PAIRS and best[0] >= 1.25 * second[0] and left[best[2]] < right[best[2]] / 2:
            found[stem] = best[2]
    return _as_kin(found)


def _as_kin(found: dict[str, str]) -> dict[str, str]:
    """The English stems as `kin.tsv` counts them; what it counts others as is no French stem."""
    known = {bare_stem(other): bare_stem(word) for other, word in kin().items()}
    paired = {french: known.get(english, english) for french, english in found.items() if french not in known.values()}
    return {french: english for french, english in paired.items() if french != english}


def votes(labelled: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """Stem → `kitchens .62 hospitality-and-tourism .2`: its share among the concepts that use it, times the root of how few fields do."""
    tables: dict[str, Counter[str]] = defaultdict(Counter)
    for field, labels in labelled:
        for stem in {stem for label in labels for word in fold(label).split() if (stem := stem_of(word))}:
            tables[stem][field] += 1
    return {stem: " ".join(_votes(fields)) for stem, fields in tables.items()}


def _votes(fields: Counter[str]) -> Iterator[str]:
    total = fields.total()
    few = math.sqrt(sum((count / total) ** 2 for count in fields.values()))
    for field, count in sorted(fields.items(), key=lambda one: (-one[1], one[0])):
        if (vote := count / (total + 1) * few) >= _LEAST_VOTE:
            yield f"{field} {vote:.2f}"


def counts() -> Counter[str]:
    """Stem → labels of all concepts that hold it."""
    seen: Counter[str] = Counter()
    for english, french in _concepts():
        for label in {*map(fold, english), *map(fold, french)}:
            seen.update({stem for word in label.split() if (stem := stem_of(word))})
    return seen


if __name__ == "__main__":
    main()
