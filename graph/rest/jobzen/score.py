"""POST /api/v1/score: one CV against one job, with a recommendation."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.jobzen import shapes, source
from graph.rest.jobzen.paid import paid
from graph.rest.route import Operation, json
from workers.comparison import Judged
from workers.services import match
from workers.services.caller import Caller, Tier


async def score(request: Request, caller: Caller) -> Response:
    call = await source.call(request)
    job, language = shapes.listing(call.body.get("job"), "job"), call.language
    # The answer is structured in any case; the switch is read so that a wrong one is told.
    call.switch("structured", True)
    cv = await call.source(caller)
    (judged,) = await match.listings(caller, cv.features, [job], language, True)
    return json({**printed(judged), "cv_input_used": cv.used, "usage": call.usage(cv.tokens)})


def printed(judged: Judged) -> dict[str, Any]:
    said = judged.said
    return {
        "score": judged.score.whole,
        "strengths": [each.brief for each in said.strengths],
        "gaps": [each.brief for each in said.gaps],
        "recommendation": said.recommendation.value,
    }


ROUTES = [
    Operation(
        "POST",
        "/api/v1/score",
        paid(score, Tier.BASIC),
        summary="Score one CV against one job, with a recommendation; nothing is kept",
        error="JobZenError",
        body=shapes.asked(job=shapes.LISTING),
        answers={
            200: shapes.answered(
                score=shapes.PERCENT,
                strengths=shapes.TEXTS,
                gaps=shapes.TEXTS,
                recommendation={"enum": ["strong_match", "match_with_gaps", "partial_match", "weak_match"]},
                cv_input_used=shapes.TEXT,
                usage=shapes.USAGE,
            )
        },
        errors=(400, 401, 403, 404, 409, 413, 422, 429),
    )
]
