"""What a person says of a language they speak → the names a Cv has for it."""

from __future__ import annotations

from workers.cv import Cefr
from workers.parsing.fields.cefr import cefr_of
from workers.resources.language import languages
from workers.resources.text import fold


def graded(name: str, level: str | None) -> tuple[str | None, Cefr | None]:
    """The ISO 639-1 code of a language in any of our languages, and the grade that the words or test score of `level` mean."""
    codes = {fold(word): code for data in languages().values() for word, code in data.language_names.items()}
    return codes.get(fold(name)), cefr_of(level or "")
