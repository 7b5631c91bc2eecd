"""What a GraphQL document costs, found before anything else looks at it.

Fragments that spread one another twice double at every link: thirty of them are a billion fields in 700 bytes. Each fragment is
therefore costed once. The rules that validate a document follow every spread and compare every two fields of one name, so
documents that would keep them busy are refused here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
)
from graphql.language import DocumentNode, SelectionNode, VariableNode

from graph.schema.operation import chosen, operations

MAX_COST, MAX_REPEATS, PAGE = 20_000, 30, 20


def cost(document: DocumentNode, name: str | None, variables: dict[str, Any]) -> int:
    """Values the operation of that name may return: each field counts once for every row its parents may have (`first`, or a page of 20).

    Raises GraphQLError where any operation may return too many, a fragment spreads itself or is unknown, or a place repeats a field.
    """
    asked, found = chosen(document, name), 0
    for operation in operations(document):
        total = Costs(document, _defaults(operation) | variables).of(operation.selection_set)
        if total > MAX_COST:
            raise GraphQLError(f"This query may return {total:,} values, over the limit of {MAX_COST:,}; ask for smaller pages", operation)
        found = total if operation is asked else found
    return found


def _defaults(operation: OperationDefinitionNode) -> dict[str, Any]:
    """`query ($first: Int! = 100)`"""
    given = ((node.variable.name.value, node.default_value) for node in operation.variable_definitions or ())
    return {name: int(value.value) for name, value in given if isinstance(value, IntValueNode)}


class Costs:
    """Costs of the selections of one document. `variables` are those given, and the defaults of the others."""

    def __init__(self, document: DocumentNode, variables: dict[str, Any]) -> None:
        self.fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
        self.variables = variables
        self._known: dict[str, int] = {}
        self._open: set[str] = set()

    def of(self, selections: SelectionSetNode | None) -> int:
        if selections is None:
            return 0
        self._refuse_repeats(selections)
        return sum(map(self._node, selections.selections))

    def _node(self, node: SelectionNode) -> int:
        if isinstance(node, FragmentSpreadNode):
            return self._spread(node)
        if isinstance(node, FieldNode):
            return 1 + _rows(node, self.variables) * self.of(node.selection_set)
        return self.of(node.selection_set) if isinstance(node, InlineFragmentNode) else 0

    def _spread(self, node: FragmentSpreadNode) -> int:
        name = node.name.value
        if name in self._open:
            raise GraphQLError(f"Fragment '{name}' spreads itself", node)
        if name not in self._known:
            self._open.add(name)
            self._known[name] = self.of(self._fragment(node).selection_set)
            self._open.remove(name)
        return self._known[name]

    def _fragment(self, node: FragmentSpreadNode) -> FragmentDefinitionNode:
        if (found := self.fragments.get(node.name.value)) is None:
            raise GraphQLError(f"Fragment '{node.name.value}' is not defined in this document", node)
        return found

    def _refuse_repeats(self, selections: SelectionSetNode) -> None:
        for name, times in Counter(self._names(selections, set())).most_common(1):
            if times > MAX_REPEATS:
                raise GraphQLError(
                    f"'{name}' is asked for {times} times in one place, over the limit of {MAX_REPEATS}; ask once", selections
                )

    def _names(self, selections: SelectionSetNode, seen: set[str]) -> Iterator[str]:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield (node.alias or node.name).value
            elif isinstance(node, InlineFragmentNode):
                yield from self._names(node.selection_set, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                yield from self._names(self._fragment(node).selection_set, seen)


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
