"""HTML → tagged PDF: the only importer of weasyprint, itself imported only where something is rendered.

WeasyPrint's own fetcher reads files and the network; ours serves `data:` addresses and the pictures of the layout's folder.
"""

from __future__ import annotations

import os
import re
from email.message import Message
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

FONTS = Path(__file__).parent / "fonts" / "fonts.conf"
os.environ["FONTCONFIG_FILE"] = str(FONTS)

from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: E402

VARIANT = "pdf/ua-1"
_LARGEST = 8_000_000
_PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


class Fetcher(URLFetcher):  # type: ignore[misc]
    """`data:` below 8 MB, and `asset:NAME` for a picture beside the layout; everything else is refused and not printed."""

    def __init__(self, assets: Path):
        super().__init__(allowed_protocols=["data"], allow_redirects=False)
        self._assets = assets.resolve()

    def fetch(self, url: str, headers: Any = None) -> Any:
        if url.startswith("data:") and len(url) <= _LARGEST:
            return super().fetch(url, headers)
        if url.startswith("asset:"):
            return self._asset(unquote(url.removeprefix("asset:")))
        raise ValueError("only data: and asset: addresses are served")

    def _asset(self, name: str) -> Any:
        path = (self._assets / name).resolve()
        if path.parent != self._assets or path.suffix not in _PICTURES or not path.is_file():
            raise ValueError("no such picture beside the layout")
        headers = Message()
        headers["Content-Type"] = _PICTURES[path.suffix]
        return URLFetcherResponse(f"asset:{name}", path.read_bytes(), headers)


def to_pdf(html: str, assets: Path) -> tuple[bytes, int]:
    """PDF/UA-1 and its number of pages. Pages of nobody's making: whoever calls sets a deadline, WeasyPrint has none."""
    page, style = _parted(html)
    sheets = [_sheet(style, assets)] if style else []
    document = HTML(string=page, url_fetcher=Fetcher(assets)).render(font_config=_fonts(), pdf_variant=VARIANT, stylesheets=sheets)
    data: bytes = document.write_pdf(pdf_variant=VARIANT)
    return data, len(document.pages)


_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)
# Rules that set up more than the sheet itself, or that weigh otherwise when the sheet does not stand in the page.
_BOUND = re.compile("@(?!page|top-|bottom-|left-|right-)|!important")


def _parted(html: str) -> tuple[str, str]:
    """The page and its style sheet apart, where there is one sheet that means the same outside; else the page and nothing."""
    found = _STYLE.search(html)
    if not found or html.count("<style") > 1 or "<link" in html or _BOUND.search(found[1]):
        return html, ""
    return html[: found.start()] + html[found.end() :], found[1]


@lru_cache(maxsize=8)
def _sheet(style: str, assets: Path) -> CSS:
    """Parsing takes a twelfth of a print, and an account's CVs have the same sheet."""
    return CSS(string=style, url_fetcher=Fetcher(assets), font_config=_fonts())


@cache
def _fonts() -> FontConfiguration:
    """One per process: layouts bring no faces of their own, and what was measured of a font serves the next document."""
    return FontConfiguration()
