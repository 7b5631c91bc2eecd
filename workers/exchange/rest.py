"""What a foreign document says and our tree has no place for: found by what does not come out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from workers.cv import Cv, to_json
from workers.exchange.leaves import leaves
from workers.resources.text import fold

# Fewer letters are codes of the format: languages, countries, kinds.
_SHORTEST = 4


def rest(data: bytes, cv: Cv, dump: Callable[[Cv], bytes]) -> list[str]:
    """The texts of `data` that stand neither in `cv` nor in what `dump` writes of it. Addresses of schemas and pictures are none."""
    kept = _squeezed([to_json(cv).decode(), *leaves(dump(cv))])
    return [
        text for text in leaves(data) if len(letters := _squeezed([text])) >= _SHORTEST and letters not in kept and not _is_format(text)
    ]


def _squeezed(texts: Iterable[str]) -> str:
    return re.sub(r"\W|\\[nrt]", "", fold(" ".join(texts)))


def _is_format(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:https?://\S+|data:\S+|v?\d+(?:\.\d+)+\S*|[\dTZ:.+-]+)\s*", text))
