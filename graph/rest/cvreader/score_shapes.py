"""How the CVReaderPro contract prints scores; the parts of `details` carry the names GraphQL gives them."""

from __future__ import annotations

from typing import Any

import msgspec

from graph.rest.cvreader.job_shapes import DTO, JOB_BODY
from workers.comparison import Judged

SCORE = {"type": "number", "minimum": 0, "maximum": 100}
ID = {"type": "string", "format": "uuid"}
TEXTS = {"type": "array", "items": {"type": "string"}}
JOB_LIST = {
    "type": "array",
    "items": {"type": "object", "required": ["jobId", "totalScore"], "properties": {"jobId": ID, "totalScore": SCORE}},
}
RESUME_LIST = {
    "type": "array",
    "items": {"type": "object", "required": ["resumeId", "totalScore"], "properties": {"resumeId": ID, "totalScore": SCORE}},
}
DTO_BODY = {
    "type": "object",
    "required": ["jobTitle"],
    "properties": {**DTO["properties"], "jobTitle": JOB_BODY["properties"]["title"], "title": False},
}
JOB_OR_DTO = {"anyOf": [JOB_BODY, DTO_BODY]}
DETAILED: dict[str, Any] = {
    "type": "object",
    "required": ["resumeId", "totalScore", "details"],
    "properties": {
        "resumeId": ID,
        "totalScore": SCORE,
        "details": {
            "type": "object",
            "properties": {
                "engineVersion": {"type": "string"},
                "confidence": {"type": "number"},
                "cap": {"type": "number"},
                "flags": TEXTS,
                "parts": {"type": "array", "items": {"type": "object"}},
                "strengths": TEXTS,
                "gaps": TEXTS,
                "wouldChange": {"type": "array", "items": {"type": "object"}},
                "recommendation": {"type": "string"},
            },
        },
    },
}


def details(judged: Judged) -> dict[str, Any]:
    score, said = judged.score, judged.said
    return {
        "engineVersion": score.engine_version,
        "confidence": score.confidence,
        "cap": score.cap,
        "flags": list(score.flags),
        "parts": [
            {
                "kind": part.kind.value,
                "value": part.value,
                "weight": part.weight,
                "reason": part.reason,
                "evidence": [
                    {"asked": fact.asked, "shown": fact.shown, "where": fact.where, "months": fact.months, "value": fact.value}
                    for fact in part.facts
                ],
            }
            for part in score.parts
        ],
        "strengths": [each.text for each in said.strengths],
        "gaps": [each.text for each in said.gaps],
        "wouldChange": [msgspec.to_builtins(each) for each in said.would_change],
        "recommendation": said.recommendation.value,
    }
