"""People of a house whose name is hidden: `sous la direction du Dr Le Goff` tells which house it was.

Only names behind a title are known for names. They are taken out and not looked for again, as towns are.
"""

from __future__ import annotations

import re

from workers.cv import Cv
from workers.rendering.hidden.secret import LEFT, RIGHT, Secret, pattern, together, tokens
from workers.rendering.hidden.towns import is_capital, prose
from workers.rendering.letters import flat
from workers.rendering.privacy import Privacy
from workers.rendering.traces import traces

_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"[{_UPPER}][\w'’-]+"
_NAME = re.compile(rf"(?:(?:de|du|von|van)[ ](?:la[ ]|der[ ])?)?{_WORD}(?:[ ](?:(?:de|du|von|van|le|la)[ ])?(?:d'|l')?{_WORD}){{0,2}}")


def colleagues(cv: Cv, privacy: Privacy, hidden: str) -> tuple[Secret, ...]:
    """Who is named with a short title where posts are told of, when neither the person nor the houses are to be known."""
    if not (privacy.hide_name and privacy.hide_employers):
        return ()
    own = {*tokens(cv.candidate.first_name), *tokens(cv.candidate.middle_name), *tokens(cv.candidate.last_name)}
    named = [words for name in _titled(prose(cv)) if (words := tokens(name)) and not own & set(words)]
    forms = sorted({together(words) for words in named}, key=len, reverse=True)
    if not forms:
        return ()
    title = rf"(?:{traces().any('short_titles')}\s+)?"
    return (Secret("name", pattern(f"{LEFT}{title}(?:{'|'.join(forms)}){RIGHT}"), hidden, guard=is_capital, spares=True),)


def _titled(text: str) -> set[str]:
    """Titles are written `Dr`, `Mme`: `PR` is a trade, `me` and `ms` are words and units."""
    leads = re.finditer(rf"{LEFT}{traces().any('short_titles')}\s+", flat(text))
    written = (lead for lead in leads if text[lead.start()].isupper() and not text[lead.start() + 1].isupper())
    return {match[0] for lead in written if (match := _NAME.match(text, lead.end()))}
