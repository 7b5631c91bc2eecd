"""POST /api/v1/coach: what to change in a CV for one job."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from graph.rest.jobzen import shapes, source
from graph.rest.jobzen.paid import paid
from graph.rest.route import Operation, json
from workers.services import advice
from workers.services.caller import Caller, Tier


async def coach(request: Request, caller: Caller) -> Response:
    call = await source.call(request)
    job, language = shapes.listing(call.body.get("job"), "job"), call.language
    ref = shapes.reference(call.body)
    cv = await call.source(caller, echoed=True)
    found = await advice.coach(caller, cv, call.body, job, language)
    shown = {"cv_input_used": cv.used, "candidate_ref": ref, **msgspec.to_builtins(found), "usage": call.usage(cv.tokens)}
    return json(shown)


SUGGESTION = shapes.answered(
    category={"enum": ["skills", "experience", "education", "presentation"]},
    priority={"enum": ["high", "medium", "low"]},
    suggestion=shapes.TEXT,
    rationale=shapes.TEXT,
)
SECTION = shapes.answered(section={"enum": ["summary", "skills", "experience", "education"]}, issue=shapes.TEXT, rewrite=shapes.TEXT)
ROUTES = [
    Operation(
        "POST",
        "/api/v1/coach",
        paid(coach, Tier.PREMIUM),
        summary="Suggestions, keywords and rewrites of a CV for one job; nothing is kept. Tier: premium",
        error="JobZenError",
        body=shapes.asked(echoed=True, job=shapes.LISTING),
        answers={
            200: shapes.answered(
                cv_input_used=shapes.TEXT,
                candidate_ref={"type": ["string", "null"]},
                suggestions={"type": "array", "items": SUGGESTION},
                keywords_to_add=shapes.TEXTS,
                keywords=shapes.answered(say_it=shapes.TEXTS, you_lack=shapes.TEXTS),
                cv_sections={"type": "array", "items": SECTION},
                ats_fit=shapes.answered(score=shapes.PERCENT, blockers=shapes.TEXTS),
                usage=shapes.USAGE,
            )
        },
        errors=(400, 401, 403, 404, 409, 413, 422, 429),
    )
]
