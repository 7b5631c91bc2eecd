"""Official vocabularies that an operator downloaded → our tables, in a data folder that the loader reads beside ours (`extra`).

ESCO (CSV of the European Commission, any language): `skills_<xx>.csv` and `occupations_<xx>.csv`, columns conceptUri, preferredLabel,
altLabels, skillType, iscoGroup. ROME (open data of France Travail, CSV): a file with a ROME code and an appellation per row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workers.errors import InvalidInput
from workers.resources.text import fold

_ESCO = re.compile(r"(skills|occupations)_([a-z]{2})\.csv", re.I)
_KINDS = {"knowledge": "TECHNICAL", "skill/competence": "TECHNICAL", "language": "OTHER", "attitude": "SOFT"}
_ROME_CODE = re.compile(r"[A-N]\d{4}")
_MOST_WORDS = 6
SKILLS = ("id", "kind", "en", "fr", "aliases_en", "aliases_fr", "context", "broader")
OCCUPATIONS = ("id", "isco", "en", "fr_m", "fr_f", "aliases_en", "aliases_fr", "sector")


@dataclass
class _Row:
    """Labels by language while the files of one concept are put together."""

    kind: str = ""
    preferred: dict[str, str] = field(default_factory=dict)
    others: dict[str, list[str]] = field(default_factory=dict)


def import_tables(sources: Iterable[Path], folder: Path) -> dict[str, int]:
    """Write `folder/skills/esco.tsv`, `folder/occupations/esco.tsv`, `folder/occupations/rome.tsv`; rows written by table.

    Raises InvalidInput for a file that is neither, naming it and the columns it lacks.
    """
    skills: dict[str, _Row] = {}
    occupations: dict[str, _Row] = {}
    rome: dict[str, _Row] = {}
    for path in sources:
        rows, match = _read(path), _ESCO.fullmatch(path.name)
        if match:
            _esco(rows, skills if match[1].lower() == "skills" else occupations, match[2].lower(), path)
        else:
            _rome(rows, rome, path)
    tables = {
        "skills/esco.tsv": (SKILLS, list(_skill_rows(skills))),
        "occupations/esco.tsv": (OCCUPATIONS, list(_occupation_rows(occupations))),
        "occupations/rome.tsv": (OCCUPATIONS, list(_occupation_rows(rome))),
    }
    return {name: _write(folder / name, header, rows) for name, (header, rows) in tables.items() if rows}


def _read(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    head = text.split("\n", 1)[0]
    rows = list(csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=head.count)))
    if not rows or any(None in row for row in rows):
        raise InvalidInput(f"'{path.name}' is no table: some rows have more cells than the first")
    return rows


def _esco(rows: Iterable[Mapping[str, str]], known: dict[str, _Row], language: str, path: Path) -> None:
    for row in rows:
        if "conceptUri" not in row or "preferredLabel" not in row:
            raise InvalidInput(f"'{path.name}' is no ESCO file: it needs the columns conceptUri and preferredLabel")
        entry = known.setdefault("esco-" + row["conceptUri"].rstrip("/").rsplit("/", 1)[-1], _Row())
        entry.kind = entry.kind or _KINDS.get(row.get("skillType", "") or "", row.get("iscoGroup", "") or "TECHNICAL")
        entry.preferred[language] = row["preferredLabel"].strip()
        entry.others.setdefault(language, []).extend(filter(None, map(str.strip, (row.get("altLabels") or "").split("\n"))))


def _rome(rows: Iterable[Mapping[str, str]], known: dict[str, _Row], path: Path) -> None:
    """Each code becomes an occupation: its first appellation is the label, the others are aliases; `A / B` are two of them."""
    for row in rows:
        code = next((value for value in row.values() if value and _ROME_CODE.fullmatch(value.strip())), None)
        labels = [value for name, value in row.items() if value and re.search("libell|appellation|intitul", fold(name or ""))]
        if code is None or not labels:
            raise InvalidInput(f"'{path.name}' is neither an ESCO nor a ROME file: no column holds a ROME code and none a label")
        entry = known.setdefault(f"rome-{code.strip().lower()}", _Row())
        for label in (form.strip() for text in labels for form in text.split(" / ")):
            if entry.preferred.setdefault("fr", label) != label:
                entry.others.setdefault("fr", []).append(label)


def _skill_rows(known: Mapping[str, _Row]) -> Iterator[tuple[str, ...]]:
    for identifier, row in sorted(known.items()):
        yield identifier, row.kind, *_labels(row), "list" if _is_common(row) else "", ""


def _occupation_rows(known: Mapping[str, _Row]) -> Iterator[tuple[str, ...]]:
    for identifier, row in sorted(known.items()):
        english, french, aliases, alias_french = _labels(row)
        masculine, _, feminine = french.partition("/")
        yield identifier, row.kind if row.kind.isdigit() else "", english, masculine.strip(), feminine.strip(), aliases, alias_french, ""


def _labels(row: _Row) -> tuple[str, str, str, str]:
    rest = [label for language, labels in row.others.items() if language not in ("en", "fr") for label in labels]
    rest += [label for language, label in row.preferred.items() if language not in ("en", "fr")]
    return (
        row.preferred.get("en", ""),
        row.preferred.get("fr", ""),
        _cell([*row.others.get("en", []), *rest]),
        _cell(row.others.get("fr", [])),
    )


def _cell(labels: Iterable[str]) -> str:
    kept = dict.fromkeys(re.sub(r"[\t|\n]+", " ", label) for label in labels if len(label.split()) <= _MOST_WORDS)
    return "|".join(kept)


def _is_common(row: _Row) -> bool:
    """A label of one short word is an ordinary word as well."""
    return any(len(label) <= 5 and " " not in label for label in row.preferred.values())


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(header), *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(rows)
