"""What a key may ask of its own account: the quota, the usage, a linked candidate's profile."""

from __future__ import annotations

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.jobzen import shapes
from graph.rest.route import Operation, json
from workers.errors import InvalidInput
from workers.services import profile, quota, usage
from workers.services.caller import Caller
from workers.services.delivery import spoken
from workers.services.quota import Kind


async def status(request: Request, caller: Caller) -> Response:
    now = await quota.state(caller, Kind.CALL)
    return json(
        {
            "tier": caller.tier.value,
            "sandbox": caller.sandbox,
            "quota_used": now.used,
            "quota_total": now.total,
            "quota_remaining": now.remaining,
            "reset_at": spoken(now.reset_at),
        }
    )


async def history(request: Request, caller: Caller) -> Response:
    asked = await usage.between(caller, _date(request, "from"), _date(request, "to"))
    days = [
        {
            "date": day.date.isoformat(),
            "calls": day.calls,
            "by_endpoint": {each.endpoint: each.calls for each in day.endpoints},
            "errors": day.errors,
        }
        for day in asked.days
    ]
    return json({"from": asked.first.isoformat(), "to": asked.last.isoformat(), "days": days, "total": asked.total})


def _date(request: Request, name: str) -> dt.date | None:
    text = request.query_params.get(name)
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(f"'{name}' must be a date: YYYY-MM-DD", field=(name,)) from error


async def linked(request: Request, caller: Caller) -> Response:
    found = await profile.get(caller, request.path_params["ref"])
    shown = None
    if found.profile:
        shown = {
            "skills": list(found.profile.skills),
            "relevant_job_titles": list(found.profile.positions),
            "profile_summary": found.profile.profile_summary,
        }
    return json(
        {
            "ref": found.ref,
            "active": found.active,
            "has_profile": shown is not None,
            "linked_at": spoken(found.linked_at),
            "profile": shown,
        }
    )


NUMBER, WHEN = {"type": "integer"}, {"type": ["string", "null"], "format": "date-time"}
DATE = {"type": "string", "format": "date"}
EMPTY_OR_DATE = {"anyOf": [DATE, {"type": "string", "maxLength": 0}]}
DAY = shapes.answered(
    date={"type": "string", "format": "date"},
    calls=NUMBER,
    by_endpoint={"type": "object", "additionalProperties": NUMBER},
    errors=NUMBER,
)
ROUTES = [
    Operation(
        "GET",
        "/api/v1/status",
        status,
        scope=None,
        summary="Tier of the key, and the month's quota",
        error="JobZenError",
        answers={
            200: shapes.answered(
                tier={"enum": ["basic", "standard", "premium"]},
                sandbox={"type": "boolean"},
                quota_used=NUMBER,
                quota_total=NUMBER,
                quota_remaining=NUMBER,
                reset_at=WHEN,
            )
        },
        errors=(400, 401, 429),
    ),
    Operation(
        "GET",
        "/api/v1/usage",
        history,
        summary="Calls by day and endpoint; quiet days are left out",
        error="JobZenError",
        query={"from": EMPTY_OR_DATE, "to": EMPTY_OR_DATE},
        answers={200: shapes.answered(**{"from": DATE, "to": DATE}, days={"type": "array", "items": DAY}, total=NUMBER)},
        errors=(400, 401, 403, 429),
    ),
    Operation(
        "GET",
        "/api/v1/candidates/{ref}/profile",
        linked,
        summary="The stored profile of a linked candidate",
        error="JobZenError",
        answers={
            200: shapes.answered(
                ref=shapes.TEXT,
                active={"type": "boolean"},
                has_profile={"type": "boolean"},
                linked_at=WHEN,
                profile={
                    **shapes.answered(skills=shapes.TEXTS, relevant_job_titles=shapes.TEXTS, profile_summary=shapes.TEXT),
                    "type": ["object", "null"],
                },
            )
        },
        errors=(400, 401, 403, 404, 429),
    ),
]
