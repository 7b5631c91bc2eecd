"""Queries and subscriptions ask for the scope `read`; each mutation asks for its own where it is done."""

from __future__ import annotations

from collections.abc import Iterator

from graphql import FieldNode, GraphQLError, OperationType
from graphql.language import DocumentNode
from strawberry.extensions import SchemaExtension

from graph.schema.operation import chosen
from workers.errors import Forbidden
from workers.services.caller import Scope

# Who asks may always be known; a score asks for `match` itself.
OPEN = frozenset(("viewer", "score", "__typename", "__schema", "__type"))


class Scopes(SchemaExtension):
    """A key without `read` sees what its own mutations answer, and who it is."""

    def on_execute(self) -> Iterator[None]:
        document = self.execution_context.graphql_document
        if document and _reads(document, self.execution_context.operation_name):
            try:
                self.execution_context.context.caller.demand(Scope.READ)
            except Forbidden as error:
                raise GraphQLError(error.message, extensions={"code": error.code.value}) from error
        yield


def _reads(document: DocumentNode, name: str | None) -> bool:
    operation = chosen(document, name)
    if operation is None or operation.operation is OperationType.MUTATION:
        return False
    return not all(isinstance(node, FieldNode) and node.name.value in OPEN for node in operation.selection_set.selections)
