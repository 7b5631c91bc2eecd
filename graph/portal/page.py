"""How a page is made: its language, its template, and headers that let nothing run and nothing leak."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from workers.errors import CvError

LANGUAGES = ("fr", "en")
PATHS = ("/invitation", "/candidate/")


def language(request: Request) -> str:
    """`?lang=`, or what the browser prefers, or French."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return asked
    wanted = (part.partition(";")[0].strip()[:2].lower() for part in request.headers.get("accept-language", "").split(","))
    return next((code for code in wanted if code in LANGUAGES), LANGUAGES[0])


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    lang = language(request)
    other = next(code for code in LANGUAGES if code != lang)
    # A form is sent to a path of its own; another language is asked for where the page stood.
    here = values.pop("here", "")
    html = _templates().get_template(f"{template}.html").render(lang=lang, other_lang=other, text=texts(lang), here=here, **values)
    return Response(html, status, _headers(), "text/html")


def message(request: Request, status: int, title: str, text: str, again: bool = False) -> Response:
    return page(request, "message", status, title=title, message=text, again=again)


def failed(request: Request, error: CvError) -> Response:
    """What stopped a request before its own page could answer: a file far too large, a server that is gone."""
    if error.status == 429:
        say = texts(language(request))["code"]
        return message(request, error.status, say["too_many_title"], say["too_many"])
    say = texts(language(request))["failed"]
    text = say["absent"] if error.status in (404, 405) else trouble(request, error) if error.status < 500 else say["ours"]
    return message(request, error.status, say["title"], text)


def trouble(request: Request, error: CvError) -> str:
    """The error in the language of the page."""
    known: dict[str, str] = texts(language(request))["trouble"]
    return known.get(error.code.value, known["OTHER"])


@cache
def texts(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("graph.portal").joinpath("texts", f"{lang}.toml").read_text(encoding="utf-8"))


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("graph.portal"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    # The style stands in the page; the hash of exactly these characters lets it through the policy.
    made.globals["style"] = Markup(_style())
    return made


@cache
def _style() -> str:
    return files("graph.portal").joinpath("templates", "style.css").read_text(encoding="utf-8")


@cache
def _headers() -> dict[str, str]:
    allowed = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    nowhere = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    return {
        "Content-Security-Policy": f"{nowhere}; style-src 'sha256-{allowed}'; form-action 'self'",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
    }
