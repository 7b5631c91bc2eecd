"""Which operation of a document a request asks for: by its name, where there are several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode
from graphql.language import DocumentNode
from graphql.validation import ASTValidationRule
from strawberry.extensions import SchemaExtension


class Named(ASTValidationRule):
    """Several operations and no name is an error (GraphQL, 6.1 "Executing Requests"), never the first of them."""

    def enter_document(self, node: DocumentNode, *_: Any) -> None:
        if len(found := operations(node)) > 1:
            self.report_error(GraphQLError("Send 'operationName': this document holds several operations", found))


class Operation(SchemaExtension):
    def on_operation(self) -> Iterator[None]:
        # `operation_name` answers with the first one's where the request brought none.
        if self.execution_context._provided_operation_name is None:
            self.execution_context.validation_rules += (Named,)
        yield


def operations(document: DocumentNode) -> list[OperationDefinitionNode]:
    return [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]


def chosen(document: DocumentNode, name: str | None) -> OperationDefinitionNode | None:
    """The operation of that name, the first where no name is given; None where there is none."""
    return next((node for node in operations(document) if name is None or (node.name and node.name.value == name)), None)
