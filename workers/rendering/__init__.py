"""Printing a CV in an agency's layout.

privacy + redact    what is hidden, taken out of the Cv before anything else sees it
labels + view       the words to print, in the language of the labels
layout              view × settings → HTML, one folder per layout
pdf                 HTML → tagged PDF
leaks               the PDF, or another document, searched for every hidden value
png                 PDF → previews
anonymous           the redacted Cv in another format
"""

from workers.rendering.anonymous import anonymous
from workers.rendering.document import RenderedPdf, render
from workers.rendering.layout import layouts
from workers.rendering.png import preview
from workers.rendering.privacy import PRESETS, Privacy, code_name
from workers.rendering.sample import print_cv, sample
from workers.rendering.settings import ResumeSettings, changed, fingerprint, flat, validated

__all__ = [
    "PRESETS",
    "Privacy",
    "RenderedPdf",
    "ResumeSettings",
    "anonymous",
    "changed",
    "code_name",
    "fingerprint",
    "flat",
    "layouts",
    "preview",
    "print_cv",
    "render",
    "sample",
    "validated",
]
