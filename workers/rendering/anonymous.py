"""A Cv handed out in somebody else's format: redacted, written, and searched for leaks like a print."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workers.cv import Cv, to_json
from workers.rendering.labels import FALLBACK, labels
from workers.rendering.leaks import check_values
from workers.rendering.privacy import Privacy, code_name
from workers.rendering.redact import redact


def anonymous(cv: Cv, privacy: Privacy, key: bytes, write: Callable[[Cv], bytes], values: Callable[[bytes], Iterable[str]]) -> bytes:
    """What `write` makes of the redacted Cv; `values` are the texts in it. Slow on hostile text: run it in a child process.

    The code name is that of the prints made with the same `key`. Raises CvError (DOCUMENT_LEAKS) when a hidden value is still there.
    """
    if privacy.is_open:
        return write(cv)
    words = labels(cv.document_language or FALLBACK)
    code = code_name(cv.resume_id or to_json(cv).hex(), key, words["code_name"])
    shown = redact(cv, privacy, code, words)
    data = write(shown.cv)
    # A birth date that is shown is no date that leaks.
    ours = (code, words["employer"], words["school"], str(shown.cv.candidate.date_of_birth or ""))
    check_values(data, values(data), cv, shown, privacy, ours)
    return data
