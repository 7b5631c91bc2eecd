"""`/invitation`: who asks, what is kept, how long, how to end it; consent and CV."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.environment import environment
from db.models import Invitation
from graph.limits import SharedRates
from graph.portal.page import language, message, page, texts, trouble
from graph.request_id import request_id
from workers.errors import CvError, NotFound, TooMany
from workers.services import invitation
from workers.services.caller import Caller

# A code has a hundred random bits; whoever tries more than this is guessing.
TRIES = SharedRates("invitation", 30, window=600)


async def ask(request: Request) -> Response:
    return page(request, "code")


async def enter(request: Request) -> Response:
    async with request.form(max_files=0, max_fields=3) as form:
        code = str(form.get("code", ""))[:40]
    plain = "".join(letter for letter in code if letter.isascii() and (letter.isalnum() or letter == "-"))
    return RedirectResponse(f"/invitation/{plain or '-'}?lang={language(request)}", 303)


async def show(request: Request) -> Response:
    try:
        return _page(request, *await _opened(request))
    except CvError as error:
        return _refused(request, error)


async def accept(request: Request) -> Response:
    say = texts(language(request))["invitation"]
    try:
        row, caller = await _opened(request)
        async with request.form(max_files=1, max_fields=3) as form:
            file, agreed = form.get("file"), form.get("consent") == "yes"
            given = isinstance(file, UploadFile) and bool(file.filename)
            troubles = ({} if given else {"file": say["no_file"]}) | ({} if agreed else {"consent": say["no_consent"]})
            if troubles or not isinstance(file, UploadFile):
                return _page(request, row, caller, troubles, agreed)
            data, name = await file.read(), file.filename or ""
        linked = await invitation.accept(request.path_params["code"], data, name, request_id(request))
    except NotFound as error:
        return _refused(request, error)
    except CvError as error:
        return (
            _refused(request, error)
            if error.status >= 500 or isinstance(error, TooMany)
            else _page(request, row, caller, {"file": trouble(request, error)}, agreed=True)
        )
    return RedirectResponse(f"/candidate/{linked.door}?lang={language(request)}&note=sent", 303)


async def _opened(request: Request) -> tuple[Invitation, Caller]:
    who = request.client.host if request.client else ""
    # Counted before it is looked up: guesses that come at once are all counted. A right code is no guess.
    rate = await TRIES.take(who)
    if rate.remaining < 0:
        raise TooMany("Too many tries", retry_after=rate.reset)
    found = await invitation.opened(request.path_params["code"], request_id(request))
    await TRIES.give_back(who)
    return found


def _page(request: Request, row: Invitation, caller: Caller, troubles: dict[str, str] | None = None, agreed: bool = False) -> Response:
    """`troubles`: field → what is wrong with it."""
    size = environment().upload_limit // 1_000_000
    return page(
        request,
        "invitation",
        422 if troubles else 200,
        account=caller.account.name,
        days=caller.account.retention_days,
        size=size,
        version=invitation.CONSENT_VERSION,
        troubles=troubles or {},
        agreed=agreed,
    )


def _refused(request: Request, error: CvError) -> Response:
    say = texts(language(request))["code"]
    if isinstance(error, TooMany):
        return message(request, 429, say["too_many_title"], say["too_many"])
    if isinstance(error, NotFound):
        return message(request, 404, say["wrong_title"], say["wrong"], again=True)
    raise error


ROUTES = [
    Route("/invitation", ask, methods=["GET"]),
    Route("/invitation", enter, methods=["POST"]),
    Route("/invitation/{code}", show, methods=["GET"]),
    Route("/invitation/{code}", accept, methods=["POST"]),
]
