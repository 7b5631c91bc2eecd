"""Text that was written in UTF-8 and read as Latin-1 or cp1252 on its way here (`Ã©tudes`, `â€¢`) → as it was written."""

from __future__ import annotations

import re

from ftfy import fix_encoding

# The first letter of a wrongly read character, and no letter behind it (`tâche`, `São`).
_SUSPECT = re.compile("[ÃÂâÅ][^\\x00-\\x7fÀ-ÖØ-öø-ÿ]|Ã ")
# A bullet whose second byte is a control character, which databases and forms drop.
_BULLET = re.compile("â¢|â\x80¢")


def mended(text: str) -> str:
    return fix_encoding(_BULLET.sub("•", text)) if _SUSPECT.search(text) else text
