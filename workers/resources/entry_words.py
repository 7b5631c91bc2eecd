"""Words that tell a post from an employer and a diploma from a school: `languages/<code>/entries.toml` and
`further.toml`, all languages together;
diplomas with a level are in `degrees.toml`."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from workers.resources.language import degrees, further_entries, stop_words
from workers.resources.text import fold


@dataclass(frozen=True, slots=True)
class EntryWords:
    """Folded words and phrases; `grades` as written. `diplomas` are the `degrees` whose name alone opens a study, `heads` the words job
    titles are built on in the occupations: word → how often. `label_...` stand in front of what they name, as forms print them."""

    post_before_employer: frozenset[str]
    joiners: frozenset[str]
    titles: frozenset[str]
    title_qualifiers: frozenset[str]
    employers: frozenset[str]
    schools: frozenset[str]
    degrees: frozenset[str]
    diplomas: frozenset[str]
    grades: frozenset[str]
    grade_labels: frozenset[str]
    not_headers: frozenset[str]
    label_title: frozenset[str]
    label_house: frozenset[str]
    label_dates: frozenset[str]
    label_text: frozenset[str]
    places: frozenset[str]
    heads: frozenset[str]
    occupations: frozenset[str]


@cache
def entry_words() -> EntryWords:
    root = files("workers.resources")
    folders = sorted((item for item in root.joinpath("languages").iterdir() if item.is_dir()), key=lambda item: item.name)
    tables = (*map(_table, folders), *further_entries())
    lists = {
        name: frozenset(fold(word) for table in tables for word in table.get(name, ()))
        for name in (
            "post_before_employer",
            "joiners",
            "titles",
            "title_qualifiers",
            "employers",
            "schools",
            "degrees",
            "diplomas",
            "not_headers",
            "label_title",
            "label_house",
            "label_dates",
            "label_text",
            "places",
            "grade_labels",
        )
    }
    lists["diplomas"] |= _diplomas()
    lists["degrees"] |= lists["diplomas"]
    occupations = _occupations(root)
    grades = frozenset(word for table in tables for word in table.get("grades", ()))
    return EntryWords(**lists, grades=grades, heads=_heads(occupations) | lists["titles"], occupations=frozenset(occupations))


def _diplomas() -> frozenset[str]:
    """Without those that are small words too (DES, Dr)."""
    phrases = {fold(phrase) for degree in degrees() for phrase in degree.phrases}
    return frozenset(phrase for phrase in phrases - stop_words() if len(phrase) > 2 or phrase[-1:].isdigit())


def _table(folder: Traversable) -> Mapping[str, Sequence[str]]:
    path = folder.joinpath("entries.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _occupations(root: Traversable) -> dict[str, str]:
    """Folded label → `en` or `fr`."""
    labels: dict[str, str] = {}
    folder = root.joinpath("occupations")
    for path in sorted(folder.iterdir(), key=lambda item: item.name) if folder.is_dir() else ():
        if path.name.endswith(".tsv"):
            for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE):
                for column in ("en", "fr_m", "fr_f", "aliases_en", "aliases_fr"):
                    labels.update((fold(label), "en" if column.endswith("en") else "fr") for label in (row.get(column) or "").split("|"))
    labels.pop("", None)
    return labels


def _heads(labels: dict[str, str]) -> frozenset[str]:
    """English titles end with the trade, French ones begin with it."""
    counts: Counter[str] = Counter()
    for label, code in labels.items():
        words = label.split()
        counts[words[-1] if code == "en" else words[0]] += 1
    return frozenset(word for word, count in counts.items() if count >= 2 and len(word) > 2)
