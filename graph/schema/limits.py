"""What a query may cost: depth, tokens, aliases and values, judged before it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    SelectionSetNode,
)
from graphql.language import DocumentNode, VariableNode
from strawberry.extensions import SchemaExtension
from strawberry.extensions.max_aliases import create_validator as alias_validator
from strawberry.extensions.query_depth_limiter import create_validator as depth_validator

from graph.schema.operation import chosen

MAX_DEPTH, MAX_ALIASES, MAX_TOKENS, MAX_COST, PAGE = 12, 15, 1500, 20_000, 20
RULES = (depth_validator(MAX_DEPTH, None, None), alias_validator(MAX_ALIASES))


class Limits(SchemaExtension):
    """Depth and aliases by validation rules built once, cost before execution; `extensions.cost` shows it."""

    cost = 0

    def on_operation(self) -> Iterator[None]:
        self.execution_context.validation_rules += RULES
        yield

    def on_execute(self) -> Iterator[None]:
        document = self.execution_context.graphql_document
        if document:
            self.cost = cost(document, self.execution_context.operation_name, self.execution_context.variables or {})
            if self.cost > MAX_COST:
                raise GraphQLError(f"This query may return {self.cost:,} values, over the limit of {MAX_COST:,}; ask for smaller pages")
        yield

    def get_results(self) -> dict[str, Any]:
        return {"cost": {"requested": self.cost, "limit": MAX_COST}} if self.cost else {}


def cost(document: DocumentNode, name: str | None, variables: dict[str, Any]) -> int:
    """Values a query may return: each field counts once for every row its parents may have (`first`, or a page of 20)."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    operation = chosen(document, name)
    return _set_cost(operation.selection_set, fragments, variables, ()) if operation else 0


def _set_cost(
    selections: SelectionSetNode | None, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any], path: tuple[str, ...]
) -> int:
    total = 0
    for node in selections.selections if selections else ():
        if isinstance(node, FragmentSpreadNode):
            fragment = fragments.get(node.name.value)
            inside = () if fragment is None or node.name.value in path else (fragment,)
            total += sum(_set_cost(each.selection_set, fragments, variables, (*path, node.name.value)) for each in inside)
        elif isinstance(node, FieldNode):
            total += 1 + _rows(node, variables) * _set_cost(node.selection_set, fragments, variables, path)
        elif isinstance(node, InlineFragmentNode):
            total += _set_cost(node.selection_set, fragments, variables, path)
    return total


def _rows(node: FieldNode, variables: dict[str, Any]) -> int:
    pages = [_size(argument.value, variables) for argument in node.arguments or () if argument.name.value in ("first", "last")]
    if pages:
        return max(1, *pages)
    inner = {each.name.value for each in (node.selection_set.selections if node.selection_set else ()) if isinstance(each, FieldNode)}
    return PAGE if inner & {"edges", "nodes"} else 1


def _size(value: Any, variables: dict[str, Any]) -> int:
    if isinstance(value, VariableNode):
        given = variables.get(value.name.value)
        return given if isinstance(given, int) else PAGE
    return int(value.value) if isinstance(value, IntValueNode) else PAGE
