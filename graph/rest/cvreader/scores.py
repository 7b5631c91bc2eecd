"""Rows 13 to 15: scores of a resume, of a job, and of one resume against a job that is kept nowhere."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.rest.cvreader.jobs import whole
from graph.rest.cvreader.parser import resume_id
from graph.rest.cvreader.score_shapes import DETAILED, JOB_LIST, JOB_OR_DTO, RESUME_LIST, details
from graph.rest.route import Operation, body, json
from workers.errors import InvalidInput
from workers.resources.language import languages
from workers.services import job, match, resume
from workers.services.caller import Caller, Scope

LIMIT, MOST = 50, 200
DTO: dict[str, str] = {
    "jobTitle": "title",
    "jobDescription": "description",
    "profileRecherche": "profile",
    "experienceRequired": "experience",
    "educationLevel": "education",
}


async def jobs_for_resume(request: Request, caller: Caller) -> Response:
    limit = whole(request.query_params, "limit", LIMIT, 1, MOST)
    found = await match.jobs_for(caller, await resume.get(caller, resume_id(request)))
    return json([{"jobId": str(each.id), "totalScore": each.value} for each in found[:limit]])


async def resumes_for_job(request: Request, caller: Caller) -> Response:
    limit = whole(request.query_params, "limit", LIMIT, 1, MOST)
    found = await match.resumes_for(caller, await job.referenced(caller, request.path_params["job_reference"]))
    return json([{"resumeId": str(each.id), "totalScore": each.value} for each in found[:limit]])


async def match_job_resume(request: Request, caller: Caller) -> Response:
    row = await resume.get(caller, resume_id(request))
    judged = await match.compare(caller, row, given(await body(request)), spoken(request))
    return json({"resumeId": str(row.id), "totalScore": judged.score.value, "details": details(judged)})


def given(sent: Any) -> dict[str, Any]:
    """A job as row 9 takes it, or the DTO that row 8 answers."""
    if not isinstance(sent, dict):
        raise InvalidInput("The body must be a job: an object with title, description, skills, ...")
    return {DTO.get(str(name), str(name)): value for name, value in sent.items()}


def spoken(request: Request) -> str | None:
    """The first language of Accept-Language that sentences are written in; that of the job where there is none."""
    wanted = request.headers.get("accept-language", "").lower().split(",")
    return next((code for part in wanted if (code := part.strip()[:2]) in languages()), None)


LIMITED = {"limit": {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT}}
ROUTES = [
    Operation(
        "GET",
        "/api/scores/jobs-for-resume/{resume_id}",
        jobs_for_resume,
        scope=Scope.MATCH,
        summary="ACTIVE jobs that fit a resume, best first",
        query=LIMITED,
        answers={200: JOB_LIST},
        errors=(400, 401, 404),
    ),
    Operation(
        "GET",
        "/api/scores/resumes-for-job/{job_reference:path}",
        resumes_for_job,
        scope=Scope.MATCH,
        summary="Resumes that fit a job, best first",
        query=LIMITED,
        answers={200: RESUME_LIST},
        errors=(400, 401, 404),
    ),
    Operation(
        "POST",
        "/api/scores/match-job-resume/{resume_id}",
        match_job_resume,
        summary="A resume against a job that is kept nowhere",
        body=JOB_OR_DTO,
        answers={200: DETAILED},
        errors=(400, 401, 404, 413),
    ),
]
