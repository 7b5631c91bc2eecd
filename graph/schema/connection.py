"""Relay connections over keyset cursors: a page is read by comparing with the last row, so no page is skipped or repeated."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import strawberry
from tortoise.expressions import Q

from workers.errors import InvalidInput

if TYPE_CHECKING:
    from tortoise.queryset import QuerySet

T = TypeVar("T")
DEFAULT, MOST = 20, 100

First = Annotated[int, strawberry.argument(description="Rows wanted, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `pageInfo.endCursor` of the page before.")]


@strawberry.enum(description="Order of a list; ids break ties, so pages never overlap.")
class Order(Enum):
    NEWEST = strawberry.enum_value("-id", description="Latest made first.")
    OLDEST = strawberry.enum_value("id", description="First made first.")
    RECENTLY_UPDATED = strawberry.enum_value("-updated_at", description="Latest change first.")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether rows follow.")
    has_previous_page: bool = strawberry.field(description="Whether this page began after a cursor.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first row here.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row here: the next `after`.")


@strawberry.type(description="One row of a connection.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Where this row stands.")
    node: T = strawberry.field(description="The row.")


@strawberry.type(description="One page of a list that grows.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="Rows with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where this page stands.")
    counted: strawberry.Private[Callable[[], Awaitable[int]]]

    @strawberry.field(description="The rows alone.")
    def nodes(self) -> list[T]:
        return [edge.node for edge in self.edges]

    @strawberry.field(description="How many rows the whole list has; counted only when asked for.")
    async def total_count(self) -> int:
        return int(await self.counted())


class Cursor(NamedTuple):
    value: str
    id: UUID

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(f"{self.value}|{self.id}".encode()).decode()

    @classmethod
    def parse(cls, text: str) -> Cursor:
        try:
            value, _, identity = base64.urlsafe_b64decode(text).decode().rpartition("|")
            return cls(value, UUID(identity))
        except (ValueError, binascii.Error) as error:
            raise InvalidInput("'after' is no cursor of this list", field=("after",)) from error


async def page(query: QuerySet[Any], show: Callable[[Any], T], first: int, after: str | None, order: Order = Order.NEWEST) -> Connection[T]:
    """One page of `query`; a size out of range or a foreign cursor raises InvalidInput."""
    _sized(first)
    spelled = str(order.value)
    column, down = spelled.lstrip("-"), spelled.startswith("-")
    rows = (
        await _after(query, column, down, after)
        .order_by(*(f"{'-' if down else ''}{name}" for name in dict.fromkeys((column, "id"))))
        .limit(first + 1)
    )
    return _page(rows, column, show, first, after, query.count)


def loaded(rows: Sequence[Any], show: Callable[[Any], T], first: int, after: str | None) -> Connection[T]:
    """One page of the rows of a relation, which a loader brought newest first; errors as `page`."""
    _sized(first)
    beyond = rows if after is None else [row for row in rows if row.id < Cursor.parse(after).id]

    async def count() -> int:
        return len(rows)

    return _page(beyond[: first + 1], "id", show, first, after, count)


def _sized(first: int) -> None:
    if not 1 <= first <= MOST:
        raise InvalidInput(f"'first' must be 1 to {MOST}, not {first}", field=("first",))


def _page(
    rows: Sequence[Any], column: str, show: Callable[[Any], T], first: int, after: str | None, count: Callable[[], Awaitable[int]]
) -> Connection[T]:
    edges = [Edge(cursor=str(Cursor(_text(getattr(row, column)), row.id)), node=show(row)) for row in rows[:first]]
    info = PageInfo(
        has_next_page=len(rows) > first,
        has_previous_page=after is not None,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
    return Connection(edges=edges, page_info=info, counted=count)


def _after(query: QuerySet[Any], column: str, down: bool, after: str | None) -> QuerySet[Any]:
    if after is None:
        return query
    cursor, beyond = Cursor.parse(after), "lt" if down else "gt"
    if column == "id":
        return query.filter(**{f"id__{beyond}": cursor.id})
    value = _time(cursor.value)
    return query.filter(_compared(f"{column}__{beyond}", value) | (_compared(column, value) & _compared(f"id__{beyond}", cursor.id)))


def _compared(column: str, value: Any) -> Q:
    return Q(**{column: value})


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.datetime) else str(value)


def _time(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("'after' is a cursor of another order", field=("after",)) from error
