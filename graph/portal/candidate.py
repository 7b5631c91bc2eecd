"""`/candidate/{door}`: a person's own page, behind a link that nobody else has: see, correct, download, replace, erase."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db import files
from db.environment import environment
from db.models import Candidate, Resume
from graph.portal.correction import changes
from graph.portal.page import language, message, page, texts, trouble
from graph.request_id import request_id
from workers.cv import to_tree
from workers.errors import CvError, NotFound
from workers.partial_date import PartialDate
from workers.rendering.labels import labels
from workers.services import audit_event, invitation, profile, resume
from workers.services.caller import Caller

NOTES = ("sent", "saved")
MOST_FIELDS = 400

Door = tuple[Candidate, Caller, Resume | None]


def behind(page_of: Callable[[Request, Door], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def opened(request: Request) -> Response:
        say = texts(language(request))["candidate"]
        try:
            person, caller = await invitation.behind(request.path_params["door"], request_id(request))
            return await page_of(request, (person, caller, await profile.newest(caller, person)))
        except NotFound:
            return message(request, 404, say["gone_title"], say["gone"])

    return opened


async def show(request: Request, door: Door) -> Response:
    person, caller, _ = door
    await audit_event.record(caller, "candidate.own_page", person.id)
    return _page(request, door)


async def correct(request: Request, door: Door) -> Response:
    _, caller, row = door
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        try:
            if row is not None:
                await resume.update(caller, row.id, changes(form, _tree(row, caller)))
        except CvError as error:
            return _page(request, door, told=trouble(request, error))
    return _back(request, "saved")


async def replace(request: Request, door: Door) -> Response:
    async with request.form(max_files=1, max_fields=3) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            return _page(request, door, texts(language(request))["invitation"]["no_file"], "file")
        data, name = await file.read(), file.filename
    try:
        await invitation.replace(request.path_params["door"], data, name, request_id(request))
    except CvError as error:
        return _page(request, door, trouble(request, error), "file")
    return _back(request, "sent")


async def erase(request: Request, door: Door) -> Response:
    _, caller, _ = door
    say = texts(language(request))["candidate"]
    async with request.form(max_files=0, max_fields=3) as form:
        if form.get("confirm") != "yes":
            return _page(request, door, say["not_confirmed"], "confirm")
    await invitation.erase(request.path_params["door"], request_id(request))
    return message(request, 200, say["erased_title"], say["erased"].format(account=caller.account.name))


async def data(request: Request, door: Door) -> Response:
    person, caller, _ = door
    headers = {"Content-Disposition": 'attachment; filename="data.json"'}
    return Response(await profile.exported(caller, person), 200, headers, "application/json")


async def file(request: Request, door: Door) -> Response:
    person, caller, row = door
    if row is None:
        raise NotFound("There is no file")
    kept = await files.get(row.file, caller.sealer)
    await audit_event.record(caller, "candidate.export", person.id)
    headers = {"Content-Disposition": 'attachment; filename="cv"', "Content-Security-Policy": "default-src 'none'; sandbox"}
    return Response(kept, 200, headers, "application/octet-stream")


async def again(request: Request) -> Response:
    """A form's own path, asked for by a reload or a change of language: the page it stood on."""
    return RedirectResponse(f"/candidate/{request.path_params['door']}?lang={language(request)}", 303)


def _tree(row: Resume, caller: Caller) -> dict[str, Any]:
    read = resume.cv(row, caller)
    if read is None:
        raise NotFound("There is no CV")
    return to_tree(read)


def _page(request: Request, door: Door, told: str = "", wrong: str = "") -> Response:
    """`told`: what went wrong; `wrong`: with which field."""
    person, caller, row = door
    if row is None:
        raise NotFound("There is no CV")
    tree, say = _tree(row, caller), texts(language(request))["candidate"]
    asked = request.query_params.get("note", "")
    return page(
        request,
        "candidate",
        422 if told else 200,
        account=caller.account.name,
        door=request.path_params["door"],
        note=say[asked] if asked in NOTES and request.method == "GET" else "",
        trouble=told,
        wrong=wrong,
        here=f"/candidate/{request.path_params['door']}",
        address=f"{environment().public}/candidate/{request.path_params['door']}",
        since=_day(request, person.linked_at),
        until=_day(request, person.updated_at + dt.timedelta(days=caller.account.retention_days)),
        version=person.consent_version or "",
        person=tree["candidate"],
        skills=[skill["name"] for skill in tree["skills"]],
        posts=_dated(request, tree["experiences"]),
        studies=_dated(request, tree["educations"]),
        languages=tree["languages"],
        size=environment().upload_limit // 1_000_000,
    )


def _dated(request: Request, rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], str]]:
    """Each with its dates in the language of the page."""
    words = labels(language(request))

    def date(text: str | None) -> PartialDate | None:
        return PartialDate(text) if text else None

    return [(row, words.period(date(row["startDate"]), date(row["endDate"]), row.get("current", False))) for row in rows]


def _day(request: Request, moment: dt.datetime | None) -> str:
    return moment.strftime(texts(language(request))["date"]) if moment else ""


def _back(request: Request, note: str) -> Response:
    return RedirectResponse(f"/candidate/{request.path_params['door']}?lang={language(request)}&note={note}", 303)


ROUTES = [
    Route("/candidate/{door}", behind(show), methods=["GET"]),
    Route("/candidate/{door}", behind(correct), methods=["POST"]),
    Route("/candidate/{door}/cv", behind(replace), methods=["POST"]),
    Route("/candidate/{door}/erase", behind(erase), methods=["POST"]),
    Route("/candidate/{door}/cv", again, methods=["GET"]),
    Route("/candidate/{door}/erase", again, methods=["GET"]),
    Route("/candidate/{door}/data.json", behind(data), methods=["GET"]),
    Route("/candidate/{door}/file", behind(file), methods=["GET"]),
]
