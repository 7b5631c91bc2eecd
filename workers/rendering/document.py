"""Cv × settings → PDF: redact, view, page, print, search for leaks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from workers.cv import Cv, to_json
from workers.rendering import layout
from workers.rendering.labels import labels
from workers.rendering.privacy import code_name as make_code_name
from workers.rendering.settings import ResumeSettings, validated
from workers.rendering.view import view


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
    words = labels(settings.sections.language or cv.document_language or "en")
    from workers.rendering import pdf

    shown = view(cv, settings, words)
    html = layout.page(shown, settings, words, photo, templates)
    data, pages = pdf.to_pdf(html, layout.folder(settings.layout, templates))
    return RenderedPdf(data, pages, shown.title, file_name(cv), words.code)


def file_name(cv: Cv) -> str:
    """`resume_<id>.pdf`, and `resume.pdf` for a CV that was never stored."""
    return f"resume_{cv.resume_id}.pdf" if re.fullmatch(r"[\w-]{1,64}", cv.resume_id or "") else "resume.pdf"
