"""bytes or text → lines → statements → JobAd.

printed      lines of a file → paragraphs
reading      all steps (`draft`), over many ads together
plain        markup of job boards → lines
signs        the words of ads, one automaton over the whole text
statements   lines → what is demanded, wished, to be done; duties: the same where an ad has no parts
head years pay tongues skills needs    one value finder each
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from workers.errors import ErrorCode, InvalidInput
from workers.job_ad import JobAd
from workers.parsing.job_ad.head import bare, is_printed
from workers.parsing.job_ad.plain import rows
from workers.parsing.job_ad.printed import paragraphs, shown, text_of
from workers.parsing.job_ad.reading import readings
from workers.parsing.lines import lines
from workers.parsing.read import read
from workers.parsing.read.mended import mended
from workers.parsing.warnings import clean
from workers.resources.language import heading_kind

LONGEST = 1_000_000
_LONG = 600  # letters of a text whose language does not hang on its title


class Written(NamedTuple):
    """What `read_text` takes."""

    text: str
    title: str | None = None
    requirements: str | Sequence[str] | None = None


def read_file(data: bytes, file_name: str = "") -> JobAd:
    """The job ad in a file of any format that the CV reader takes. Raises InvalidFile, TooLarge as `read` does."""
    document = clean(read(data, file_name))
    printed = lines(document, lambda text: heading_kind(text) is not None)
    found = paragraphs(printed, document.pages)
    ad = read_text(text_of(found, printed))
    return msgspec.structs.replace(ad, evidence=shown(ad.evidence, found))


def read_text(text: str, title: str | None = None, requirements: str | Sequence[str] | None = None, *, shown: bool = True) -> JobAd:
    """The job ad in plain text, Markdown or a job board's HTML. `requirements`, where they come apart, count as demanded.
    `shown`: with what no score reads (company, place, pay, contract, evidence), a fifth of the work.

    Evidence of a text without pages: page 1, and the box counts the characters of its first and last letter in `description`.
    Raises InvalidInput for a text that is empty or longer than a million characters.
    """
    return read_texts([Written(text, title, requirements)], shown=shown)[0]


def read_texts(ads: Iterable[Written], *, shown: bool = True) -> list[JobAd]:
    """`read_text` of each. Many together take three quarters of the time, and the same text under several titles, as posts of one kind
    in many towns have it, is read once."""
    asked = [(_whole(ad), ad.title) for ad in ads]
    repeated = {text: rows(text)[1] for text, times in Counter(text for text, _ in asked).items() if times > 1 and len(text) >= _LONG}
    keys = [(text, is_printed(title, repeated[text]) if title and text in repeated else title or "") for text, title in asked]
    alike = dict(zip(keys, asked, strict=True))
    read = dict(zip(alike, readings(alike.values(), shown=shown), strict=True))
    return [_titled(read[key], title) for key, (_, title) in zip(keys, asked, strict=True)]


def _titled(ad: JobAd, title: str | None) -> JobAd:
    return msgspec.structs.replace(ad, title=bare(title)) if title else ad


def _whole(ad: Written) -> str:
    text, title, requirements = ad
    demanded = [requirements] if isinstance(requirements, str) else list(requirements or ())
    if not (text.strip() or (title and title.strip()) or any(one.strip() for one in demanded)):
        raise InvalidInput("The job ad is empty. Send its text or a title.", ErrorCode.FILE_EMPTY)
    if len(text) > LONGEST:
        raise InvalidInput(f"The job ad has more than {LONGEST:,} characters. Send the text of one ad.", ErrorCode.PAYLOAD_TOO_LARGE)
    if demanded:
        items = [part for one in demanded for part in one.split("\n") if part.strip()]
        text = "\n".join([text, "", "# Requirements", *(f"- {item.strip(' -•*')}" for item in items)])
    return mended(text)
