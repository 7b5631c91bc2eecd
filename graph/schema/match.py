"""Ranked lists: who fits a job, which jobs fit a resume. The score stands on the edge."""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar
from uuid import UUID

import strawberry

from db import models
from graph.schema.connection import DEFAULT, MOST, After, First, PageInfo
from graph.schema.context import Info
from graph.schema.match_filter import JobMatchFilter, ResumeMatchFilter, job_cut, resume_cut
from graph.schema.score import Language, Score, WeightsInput, weights_of
from workers.errors import InvalidInput
from workers.services import match
from workers.services.match import Match

if TYPE_CHECKING:
    from graph.schema.job import Job
    from graph.schema.resume import Resume

T = TypeVar("T")
Jobs = Annotated["Job", strawberry.lazy("graph.schema.job")]
Resumes = Annotated["Resume", strawberry.lazy("graph.schema.resume")]
AsScore = Callable[[UUID], Score]


@strawberry.type(description="One row of a ranked list.")
class MatchEdge(Generic[T]):
    cursor: str = strawberry.field(description="Where this row stands.")
    rank: int = strawberry.field(description="From 1, the best.")
    score: Score = strawberry.field(description="How well it fits, and why.")
    node: T = strawberry.field(description="The row.")


@strawberry.type(description="One page of a ranked list, best first.")
class MatchConnection(Generic[T]):
    edges: list[MatchEdge[T]] = strawberry.field(description="Rows with rank and score.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    total_count: int = strawberry.field(description="How many were ranked: at most 200, chosen by the index where there are more.")

    @strawberry.field(description="The rows alone.")
    def nodes(self) -> list[T]:
        return [edge.node for edge in self.edges]


async def page(
    ranked: Sequence[Match], rows: Callable[[Sequence[UUID]], Any], show: Callable[[Any], T], score: AsScore, first: int, after: str | None
) -> MatchConnection[T]:
    """One page of a ranked list. A cursor says which match it stands at: the next page begins behind it even where others came or went."""
    if not 1 <= first <= MOST:
        raise InvalidInput(f"'first' must be 1 to {MOST}, not {first}", field=("first",))
    start = bisect_right(ranked, cursor(after).place, key=lambda match: match.place) if after else 0
    chosen = ranked[start : start + first]
    found = await rows([match.id for match in chosen])
    edges = [
        MatchEdge(cursor=text(match), rank=start + number, score=score(match.id), node=show(row))
        for number, (match, row) in enumerate(zip(chosen, found, strict=True), 1)
        if row is not None
    ]
    info = PageInfo(
        has_next_page=start + first < len(ranked),
        has_previous_page=after is not None,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
    return MatchConnection(edges=edges, page_info=info, total_count=len(ranked))


def text(match: Match) -> str:
    return base64.urlsafe_b64encode(f"{match.value!r}|{match.id}".encode()).decode()


def cursor(text: str) -> Match:
    try:
        value, _, identity = base64.urlsafe_b64decode(text).decode().partition("|")
        return Match(float(value), UUID(identity))
    except (ValueError, binascii.Error) as error:
        raise InvalidInput("'after' is no cursor of this list", field=("after",)) from error


async def resumes_of(
    root: strawberry.Parent[Any],
    info: Info,
    first: First = DEFAULT,
    after: After = None,
    filter: ResumeMatchFilter | None = None,
    weights: WeightsInput | None = None,
    language: Language = None,
) -> MatchConnection[Resumes]:
    from graph.schema.resume import Resume

    own = weights_of(weights)
    ranked = await match.resumes_for(info.context.caller, root.row, resume_cut(filter), own)

    def score(resume_id: UUID) -> Score:
        return Score(job_id=root.id, resume_id=strawberry.ID(str(resume_id)), asked=(language, own))

    return await page(ranked, info.context.one(models.Resume).load_many, Resume.show, score, first, after)


async def jobs_of(
    root: strawberry.Parent[Any],
    info: Info,
    first: First = DEFAULT,
    after: After = None,
    filter: JobMatchFilter | None = None,
    weights: WeightsInput | None = None,
    language: Language = None,
) -> MatchConnection[Jobs]:
    from graph.schema.job import Job

    own = weights_of(weights)
    ranked = await match.jobs_for(info.context.caller, root.row, job_cut(filter), own)

    def score(job_id: UUID) -> Score:
        return Score(job_id=strawberry.ID(str(job_id)), resume_id=root.id, asked=(language, own))

    return await page(ranked, info.context.one(models.Job).load_many, Job.show, score, first, after)
