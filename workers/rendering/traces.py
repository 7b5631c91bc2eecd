"""How people are recognised in free text, learned from the language files: `resources/languages/<code>/privacy.toml`.

All languages are read at once: a French CV quotes an English referee. Words are kept flat (no accents, no case).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from workers.rendering.labels import FOLDER, labels, languages
from workers.rendering.letters import flat

# Endings of addresses on the web that are no endings of programs (`node.js`, `setup.py`).
TOPS = (
    "com|fr|org|net|io|dev|me|eu|uk|de|es|it|be|ch|ca|us|info|biz|co|ai|app|tech|pro|name|email|"
    "lu|nl|pt|ie|at|pl|se|no|fi|dk|cz|example|test"
)
NO_ADDRESSES = ("asp.net", "vb.net", "ado.net", "ml.net", "paint.net", "dot.net", "socket.io")
_LISTS = (
    "titles", "pronouns", "pronoun_sets", "impersonal", "inflections", "after_name", "initials_after", "saints", "streets", "residence",
    "born", "age_words", "age_units", "not_age", "nationality", "nationality_after", "marital", "marital_before", "children", "parents",
    "phone_labels", "at_employer", "at_town", "offices", "recommended", "numbers", "tens", "decades", "dwellings",
    "genders", "gender_labels",
    "identity", "birth_year", "demonyms_before", "family_words", "no_employer", "organisation_words", "legal_forms", "ordinary",
    "named_after", "named_between", "at_town_given", "oneself", "young", "decade_words", "descent", "regional", "double_people",
    "noun_behind", "verb_behind", "health", "health_labels", "health_leads", "health_alone", "conditions",
    "papers", "papers_leads", "native_tongue", "native_level", "heritage_tongue", "belief_labels", "belief_leads", "beliefs",
    "belief_behind", "worship", "conscription", "age_slang", "age_behind", "decade_nouns", "decade_behind", "ages_past", "generations",
    "retirement", "family_alone", "not_family", "pregnant", "child_of", "name_labels", "eponyms", "eponyms_behind", "helped_places",
    "helped_leads", "helped", "short_registers", "sides", "file_words", "treaties", "treaties_behind",
    "by_employer", "articles", "at_house", "short_titles",
)  # fmt: skip


class Traces(NamedTuple):
    """Every list of the files, longest words first, and the possessives with what replaces them."""

    words: dict[str, tuple[str, ...]]
    possessives: dict[str, str]
    months: dict[int, tuple[str, ...]]

    def any(self, *names: str) -> str:
        """An alternation of the words of some lists, for a pattern over flat text."""
        return either(word for name in names for word in self.words[name])


def either(words: Iterable[str]) -> str:
    """An alternation, longest first: `(?:avenue|rue)`. The same lists come with every CV."""
    return _either(tuple(words))


@lru_cache(maxsize=512)
def _either(words: tuple[str, ...]) -> str:
    ordered = sorted({flat(word) for word in words if word}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")" if ordered else "(?!)"


@cache
def traces() -> Traces:
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*/privacy.toml"))]
    words = {name: tuple(flat(word) for data in files for word in data[name]) for name in _LISTS}
    months = {number: tuple(form for code in languages() for form in _month(code, number)) for number in range(1, 13)}
    return Traces(words, {flat(a): b for data in files for a, b in data["possessives"].items()}, months)


def _month(code: str, number: int) -> tuple[str, ...]:
    forms = [labels(code)[f"dates.{kind}.{number - 1}"] for kind in ("long_months", "months")]
    return tuple(flat(form).rstrip(".") for form in forms)
