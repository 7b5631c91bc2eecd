"""Ranked lists: who fits a job, which jobs fit a resume. The score stands on the edge."""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

import strawberry

from graph.schema.connection import DEFAULT, MOST, PageInfo
from graph.schema.score import Score
from workers.errors import InvalidInput
from workers.services.match import Match

T = TypeVar("T")
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
    total_count: int = strawberry.field(description="How many were ranked: at most 400, chosen by the index where there are more.")

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


__all__ = ["DEFAULT", "MatchConnection", "MatchEdge", "page"]
