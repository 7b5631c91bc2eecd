"""Cv × settings → PDF: redact, view, page, print, search for leaks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from workers.cv import Cv, to_json
from workers.rendering import layout
from workers.rendering.facts import shown_link
from workers.rendering.labels import FALLBACK, Labels, labels
from workers.rendering.leaks import check
from workers.rendering.portrait import portrait
from workers.rendering.privacy import code_name as make_code_name
from workers.rendering.redact import redact
from workers.rendering.settings import ResumeSettings, validated
from workers.rendering.view import View, view


class RenderedPdf(NamedTuple):
    """`file_name` says nothing of the person; `language` is that of the labels."""

    pdf: bytes
    pages: int
    title: str
    file_name: str
    language: str


def render(
    cv: Cv,
    settings: ResumeSettings | None = None,
    *,
    photo: bytes | None = None,
    code_name: str | None = None,
    key: bytes = b"",
    templates: Path | None = None,
) -> RenderedPdf:
    """Print a CV. Slow (0.1 s and more) and without a time limit: run it in a child process.

    `photo` is any picture a portrait may come in, `code_name` what stands for a hidden name (made from `resume_id` and `key`
    when left out), `templates` a folder of further layouts. Raises InvalidInput (OUT_OF_RANGE) for settings nobody can print
    and CvError (DOCUMENT_LEAKS) when a hidden value would have been printed: then there is no document.
    """
    settings = validated(settings or ResumeSettings())
    words = labels(settings.sections.language or cv.document_language or FALLBACK)
    privacy = settings.privacy
    code = code_name or make_code_name(cv.resume_id or to_json(cv).hex(), key, words["code_name"])
    shown = redact(cv, privacy, code, words)
    printed = view(shown.cv, settings, words)
    html = layout.page(printed, settings, words, None if privacy.hide_photo else portrait(photo), templates)
    # WeasyPrint takes 1.5 s to import and 60 MB to hold: only children that print load it.
    from workers.rendering.pdf import to_pdf

    data, pages = to_pdf(html, layout.folder(settings.layout, templates))
    if not privacy.is_open:
        check(data, cv, shown, privacy, _ours(settings, printed, words, code), file_name(cv))
    return RenderedPdf(data, pages, printed.title, file_name(cv), words.code)


def _ours(settings: ResumeSettings, printed: View, words: Labels, code: str) -> list[str]:
    """Words in the document that come from the agency or from us."""
    brand = settings.branding
    texts = [brand.agency_name, shown_link(brand.agency_website), brand.agency_website, brand.footer_text, code, printed.title]
    texts += [part.title for part in printed.parts] + [fact.label for fact in (*printed.contacts, *printed.personal)]
    # A birth date that is shown is no date that leaks.
    texts += [fact.value for fact in printed.personal]
    return [*texts, words["contact"], words["details"], words["employer"], words["school"]]


def file_name(cv: Cv) -> str:
    """`resume_<id>.pdf`, and `resume.pdf` for a CV that was never stored."""
    return f"resume_{cv.resume_id}.pdf" if re.fullmatch(r"[\w-]{1,64}", cv.resume_id or "") else "resume.pdf"
