"""Writes `resources/matching/words.tsv` and `background.tsv` from the labels of the taxonomy.

    python -m workers.matching.words_build

Labels of one concept say the same in two languages; stems that keep coming together are translations of each other (Dice
coefficient, best pairs first, each English stem at least twice as likely as the next). The same labels count how common a stem is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import as_file, files

from workers.matching.words import bare_stem, stem_of
from workers.resources.taxonomy import rows
from workers.resources.text import fold

_LEAST_DICE, _LEAST_PAIRS = 0.34, 2


def main() -> None:
    with as_file(files("workers.resources").joinpath("matching")) as folder:
        pairs = sorted(translations().items())
        lines = [f"{french}\t{english}" for french, english in pairs]
        (folder / "words.tsv").write_text("# French stem\tEnglish stem\n" + "\n".join(lines) + "\n", encoding="utf-8")
        from workers.matching import words

        words._english.cache_clear()
        words.stem_of.cache_clear()
        counted = sorted(counts().items(), key=lambda one: (-one[1], one[0]))
        (folder / "background.tsv").write_text(
            "# stem\tlabels that hold it\n" + "".join(f"{stem}\t{count}\n" for stem, count in counted if count > 1), encoding="utf-8"
        )


def _concepts() -> Iterator[tuple[list[str], list[str]]]:
    """English and French labels of every skill and occupation."""
    for table, french in (("skills", ("fr",)), ("occupations", ("fr_m", "fr_f"))):
        for path in files("workers.resources").joinpath(table).iterdir():
            if path.name.endswith(".tsv"):
                for row in rows(path):
                    yield _labels(row["en"], row.get("aliases_en", "")), _labels(*(row[name] for name in french), row.get("aliases_fr", ""))


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
    return found


def counts() -> Counter[str]:
    """Stem → labels of all concepts that hold it."""
    seen: Counter[str] = Counter()
    for english, french in _concepts():
        for label in {*map(fold, english), *map(fold, french)}:
            seen.update({stem for word in label.split() if (stem := stem_of(word))})
    return seen


if __name__ == "__main__":
    main()
