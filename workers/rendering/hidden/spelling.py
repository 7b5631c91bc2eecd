"""The words of a name and all the ways to spell them, from `resources/names.toml`: with and without signs, in short, in other
alphabets, in the cases of Slavic languages, broken at a line's end. Patterns run over flat text (`letters.flat`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import workers
from workers.cv import Cv, to_json
from workers.rendering.letters import flat
from workers.rendering.traces import either

FILE = Path(workers.__file__).parent / "resources" / "names.toml"
GAP = r"[\s\-_.·,']{0,3}"
_ALPHABETS = {"cyrillic": "[\u0400-\u04ff]", "greek": "[\u0370-\u03ff]"}
_SLAVIC = "[ąćęłńśźżčďěňřšťůžđĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽĐ\u0400-\u04ff]"
# A hyphen at the end of a line is none of the word.
_BREAK = r"(?:-\s+)?"
# Shorter words would be found by chance: in other words, in other people.
_LONG = 5


class Word(NamedTuple):
    """A word of a name as flat text, and the pattern of everything that it may be printed as."""

    plain: str
    form: str


class Script(NamedTuple):
    """What a CV's text makes it worth to look for."""

    alphabets: tuple[str, ...]
    breaks: bool
    cases: bool
    suffixes: tuple[str, ...] = ()


def script(cv: Cv) -> Script:
    text = to_json(cv).decode()
    alphabets = tuple(name for name, letters in _ALPHABETS.items() if re.search(letters, text))
    told = flat(text)
    endings = tuple(end for table in _known()["suffixes"].values() if re.search(either(table["told"]), told) for end in table["endings"])
    return Script(alphabets, bool(re.search(r"\w-(?:\s|\\n)", text)), bool(re.search(_SLAVIC, text)), endings)


def words(written: str | None, seen: Script) -> list[Word]:
    """`Anne-Laure` is two words."""
    return [_word(part, seen) for part in re.split(r"[\W_]+", written or "") if part]


def joined(parts: Iterable[Word], gap: str = GAP) -> str:
    return gap.join(word.form for word in parts)


def short(given: list[Word]) -> list[str]:
    """What else somebody of that first name is called: Kate for Katherine, and Katherine for Kate."""
    table, plain = _known()["short"], [word.plain for word in given]
    names = {*plain[:1], "-".join(plain[:2])}
    longer = [full for full, forms in table.items() if names & set(forms)]
    servant = {match[1] for word in plain if (match := _SERVANT.fullmatch(word)) and len(match[1]) >= 4}
    return sorted({form for name in names for form in table.get(name, ())} | servant | set(longer) - names)


def _word(written: str, seen: Script) -> Word:
    plain = flat(written)
    forms = [_latin(written, seen), *_servants(plain), *_slavic(plain)]
    forms += [_transcribed(plain, _known()[name]) for name in seen.alphabets]
    forms += [_romanised(plain, _known()[name]) for name, letters in _ALPHABETS.items() if re.search(letters, written)]
    return Word(plain, f"(?:{'|'.join(forms)})" if len(forms) > 1 else forms[0])


# `Abdelkrim` is Abd el-Krim, Abdul Karim: servant of one of the names of God, whose vowels every country writes its own way.
_SERVANT = re.compile(r"abd(?:[aeuo]+(?:l|r|s|n|z|d|t)|ou[lrsnzdt])-?(.{3,})")
# `Vorobyova`, `Vorobiev`, `Vorob'eva`: the sign before the ending, the ending and the sex are the transcriber's.
_OF_FATHER = re.compile(r"(.{3,}?)['’yij]?[oe]v(?:a)?")


def _servants(plain: str) -> list[str]:
    match = _SERVANT.fullmatch(plain)
    if not match:
        return []
    spaced = "[aeiou]{0,2}".join(re.escape(letter) for letter in re.sub(r"[aeiou]", "", match[1]))
    return [rf"abd[\s-]?[aeou]{{1,2}}[lrsnzdt]?[\s-]?{spaced}[aeiou]?"]


def _slavic(plain: str) -> list[str]:
    match = _OF_FATHER.fullmatch(plain)
    return [rf"{re.escape(match[1])}['’ʹyij]?[oe]v(?:a|oi|oy|u|ym|ykh|s)?"] if match and len(match[1]) >= 4 else []


def _latin(written: str, seen: Script) -> str:
    units = [_unit(part) for part in re.findall(r"[uoa]e|ss|.", written.lower())]
    if len(units) < _LONG:
        return "".join(units)
    between = _BREAK if seen.breaks else ""
    if not seen.cases:
        return between.join(units)
    stem = between.join(units[:-1]) + between
    declined = either(_known()["cases"]["endings"])
    if units[-1] == "a":
        return rf"{stem}(?:a|{declined}|{either(_known()['cases']['vowels'])})"
    if units[-1] in "eiouy":
        return rf"{stem}(?:{units[-1]}|{declined})"
    return rf"{stem}{units[-1]}(?:{declined}(?![^\W_]))?"


def _unit(part: str) -> str:
    """`ü` is u or ue, and `ue` is u too: who has no such key writes the other."""
    out: Mapping[str, str] = _known()["written_out"]
    if len(part) == 2:
        signs = "".join(flat(sign) for sign, form in out.items() if form == part)
        return f"(?:{re.escape(part)}|[{''.join(dict.fromkeys(signs))}])"
    return f"(?:{re.escape(flat(part))}|{out[part]})" if part in out else re.escape(flat(part))


def _transcribed(plain: str, table: Mapping[str, str]) -> str:
    """`kovalenko` in the other alphabet: each group of letters as any letter it may stand for, with the endings of the cases."""
    groups = sorted(table, key=len, reverse=True)
    found = re.findall("|".join(groups), plain)
    letters = "".join(f"[{''.join(dict.fromkeys(map(flat, table[group])))}]{{1,2}}[ьъ'’]?" for group in found)
    return letters + "[\u0370-\u04ff]{0,3}" if len(found) >= 3 else "(?!)"


def _romanised(plain: str, table: Mapping[str, str]) -> str:
    """`Коваленко` in Latin letters."""
    readings = [[group for group, letters in table.items() if letter in flat(letters)] for letter in plain]
    return "".join(f"(?:{'|'.join(sorted(groups, key=len, reverse=True))})" for groups in readings if groups) or "(?!)"


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))
