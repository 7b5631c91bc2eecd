"""What every mutation returns: its object, and `userErrors` in place of exceptions."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import strawberry

from workers import errors
from workers.services import outage

P = TypeVar("P")
strawberry.enum(errors.ErrorCode, description="What went wrong, the same word in GraphQL and REST.")


@strawberry.type(description="Something the caller can mend.")
class UserError:
    code: errors.ErrorCode = strawberry.field(description="The word to program against.")
    message: str = strawberry.field(description="What is wrong and what to do.")
    field: list[str] = strawberry.field(description="Path of the input that is wrong, outermost first; empty where none is.")


def user_error(error: errors.CvError) -> UserError:
    return UserError(code=error.code, message=error.message, field=list(error.field))


def payload(kind: type[P]) -> Callable[[Callable[..., Awaitable[Any]]], Callable[..., Awaitable[Any]]]:
    """Make a mutation answer `kind` with `userErrors` where its service raises CvError."""

    def decorate(mutate: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        @functools.wraps(mutate)
        async def answer(*args: Any, **kwargs: Any) -> Any:
            try:
                return await mutate(*args, **kwargs)
            except Exception as error:
                known = outage.as_error(error)
                if known is None or known.status >= 500:
                    raise
                return kind(user_errors=[user_error(known)])  # type: ignore[call-arg]

        return answer

    return decorate
