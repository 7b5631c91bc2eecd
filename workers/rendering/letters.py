"""Letters as a searching eye takes them: what is seen, and the same without accents and case at the same places."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

from workers.resources import text as folding

# Letters and digits of flat text; Latin ones that have no plain form stay among them (þ, œ, ß).
LETTERS = "a-z0-9\u00df-\u00f6\u00f8-\u1fff\u2c00-\ufffd"
_LIKE_OURS = dict(zip("łøđðħıŧ" + "аеорсухіѕјԁո", "loddhit" + "aeopcyxisjdn", strict=True))
_TWO = {"oe": "(?:oe|œ)", "œ": "(?:œ|oe)", "ae": "(?:ae|æ)", "æ": "(?:æ|ae)", "ß": "(?:ß|ss)"}


def _plain(char: str) -> str:
    lower = unicodedata.normalize("NFKD", char)[0].lower()
    return _LIKE_OURS.get(lower, lower) if len(lower) == 1 else char


# Greek and Cyrillic: lower case, no accents, one sigma.
_STROKES = {**{code: _plain(chr(code)) for code in [*range(0x370, 0x530), *range(0x1F00, 0x2000)]}, **str.maketrans(_LIKE_OURS)}
_STROKES[ord("ς")] = "σ"


def flat(text: str) -> str:
    """Same length, lower case, no accents, no strokes, no letters of other alphabets that look like ours: `Łucja` is `lucja`."""
    return folding.flat(text).translate(_STROKES)


def either_way(expression: str) -> str:
    """A pattern that finds `Lefoeuvre` for `Lefœuvre` and the other way."""
    return re.sub("|".join(_TWO), lambda match: _TWO[match[0]], expression)


def decoded(text: str) -> str:
    """What a text says that is written in the codes of addresses and web pages: `Jean%20Dupont`, `&Eacute;lo&iuml;se`."""
    if "%" not in text and "&" not in text and "=?" not in text:
        return text
    return visible(unquote(html.unescape(text)).replace("?=", " ").replace("?q?", " "))


def visible(text: str) -> str:
    """The letters a reader sees: no zero-width signs or soft hyphens between them, full-width forms as usual ones."""
    joined = re.sub("(?<=[A-Za-zÀ-ÿ])[\u200c\u200d]", "", text)
    kept = "".join(char for char in joined if unicodedata.category(char) != "Cf" or char in "\u200c\u200d")
    return unicodedata.normalize("NFKC" if re.search(r"[\uff00-\uffef\ufb00-\ufb06]", kept) else "NFC", kept)
