"""What a query may cost: depth, tokens, aliases and values, judged before it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from graphql import GraphQLError
from strawberry.extensions import ParserCache, SchemaExtension, ValidationCache
from strawberry.extensions.max_aliases import create_validator as alias_validator
from strawberry.extensions.query_depth_limiter import create_validator as depth_validator

from graph.schema.cost import MAX_COST, cost

MAX_DEPTH, MAX_ALIASES, MAX_TOKENS = 12, 15, 1500
RULES = (depth_validator(MAX_DEPTH, None, None), alias_validator(MAX_ALIASES))


class Parsing(ParserCache):
    """Leaves what is no document to be parsed once more: an error raised here would end an operation over a socket without a word."""

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        with suppress(GraphQLError):
            context.graphql_document = self.cached_parse_document(context.query, **context.parse_options)
        yield


class Validity(ValidationCache):
    """Validates what nothing has refused."""

    def on_validate(self) -> Iterator[None]:
        if self.execution_context.pre_execution_errors is None:
            yield from super().on_validate()
        else:
            yield


class Limits(SchemaExtension):
    """Cost before validation, depth and aliases by validation rules built once; `extensions.cost` shows what a query costs."""

    cost = 0

    def on_operation(self) -> Iterator[None]:
        self.execution_context.validation_rules += RULES
        yield

    def on_validate(self) -> Iterator[None]:
        document, variables = self.execution_context.graphql_document, self.execution_context.variables or {}
        if document and self.execution_context.pre_execution_errors is None:
            try:
                self.cost = cost(document, self.execution_context.operation_name, variables)
            except GraphQLError as error:
                self.execution_context.pre_execution_errors = [error]
        yield

    def get_results(self) -> dict[str, Any]:
        return {"cost": {"requested": self.cost, "limit": MAX_COST}} if self.cost else {}
