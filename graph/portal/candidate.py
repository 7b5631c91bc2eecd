"""`/candidate/{door}`: a person's own page, behind a link that nobody else has: see, correct, download, replace, erase."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db import files
from db.environment import environment
from db.models import Candidate, Resume
from graph.errors import request_id
from graph.portal.page import language, message, page, texts, trouble
from workers.cv import to_tree
from workers.errors import CvError, NotFound
from workers.services import audit_event, invitation, profile, resume
from workers.services.caller import Caller

FIELDS = ("firstName", "lastName", "headline", "email", "phone", "summary")
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
                await resume.update(caller, row.id, _changes(form, row, caller))
        except CvError as error:
            return _page(request, door, told=trouble(request, error))
    return _back(request, "saved")


async def replace(request: Request, door: Door) -> Response:
    async with request.form(max_files=1, max_fields=3) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            return _page(request, door, told=texts(language(request))["invitation"]["no_file"])
        data, name = await file.read(), file.filename
    try:
        await invitation.replace(request.path_params["door"], data, name, request_id(request))
    except CvError as error:
        return _page(request, door, told=trouble(request, error))
    return _back(request, "sent")


async def erase(request: Request, door: Door) -> Response:
    _, caller, _ = door
    say = texts(language(request))["candidate"]
    async with request.form(max_files=0, max_fields=3) as form:
        if form.get("confirm") != "yes":
            return _page(request, door, told=say["not_confirmed"])
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


def _changes(form: FormData, row: Resume, caller: Caller) -> dict[str, Any]:
    """What the form says, as a change of the tree. Skills that stay keep what was read about them."""
    tree = _tree(row, caller)
    said = {name: _said(form, name) for name in FIELDS}
    known = {skill["name"]: skill for skill in tree["skills"]}
    names = list(dict.fromkeys(filter(None, (line.strip() for line in (_said(form, "skills") or "").splitlines()))))
    posts = [
        {**post, "jobTitle": _said(form, f"title-{index}"), "company": _said(form, f"company-{index}")}
        for index, post in enumerate(tree["experiences"])
    ]
    return {
        "candidate": {**said, "address": {"city": _said(form, "city")}},
        "skills": [known.get(name, {"name": name}) for name in names],
        "experiences": posts,
    }


def _said(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _tree(row: Resume, caller: Caller) -> dict[str, Any]:
    read = resume.cv(row, caller)
    if read is None:
        raise NotFound("There is no CV")
    return to_tree(read)


def _page(request: Request, door: Door, told: str = "") -> Response:
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
        since=_day(request, person.linked_at),
        until=_day(request, person.updated_at + dt.timedelta(days=caller.account.retention_days)),
        version=person.consent_version or "",
        person=tree["candidate"],
        skills=[skill["name"] for skill in tree["skills"]],
        posts=tree["experiences"],
        studies=[", ".join(filter(None, (each["degree"], each["fieldOfStudy"], each["institution"]))) for each in tree["educations"]],
        languages=[" : ".join(filter(None, (each["name"], each["level"]))) for each in tree["languages"]],
        size=environment().upload_limit // 1_000_000,
    )


def _day(request: Request, moment: dt.datetime | None) -> str:
    return moment.strftime(texts(language(request))["date"]) if moment else ""


def _back(request: Request, note: str) -> Response:
    return RedirectResponse(f"/candidate/{request.path_params['door']}?lang={language(request)}&note={note}", 303)


ROUTES = [
    Route("/candidate/{door}", behind(show), methods=["GET"]),
    Route("/candidate/{door}", behind(correct), methods=["POST"]),
    Route("/candidate/{door}/cv", behind(replace), methods=["POST"]),
    Route("/candidate/{door}/erase", behind(erase), methods=["POST"]),
    Route("/candidate/{door}/data.json", behind(data), methods=["GET"]),
    Route("/candidate/{door}/file", behind(file), methods=["GET"]),
]
