"""The GraphQL schema: committed fresh, described everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType

from graph.schema import build

ROOT = Path(__file__).parents[2]
SCHEMA = build()
OWN = [kind for name, kind in SCHEMA._schema.type_map.items() if not name.startswith("__")]


def test_committed_schema_is_fresh() -> None:
    """`make schema` writes it."""
    assert (ROOT / "schema.graphql").read_text() == SCHEMA.as_str() + "\n"


def test_everything_is_described() -> None:
    blank = [kind.name for kind in OWN if not kind.description and kind.name not in ("String", "Int", "Float", "Boolean", "ID")]
    blank += [name for kind in OWN for name in _blank_parts(kind)]
    assert blank == []


def _blank_parts(kind: Any) -> list[str]:
    if isinstance(kind, GraphQLEnumType):
        return []
    if not isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        return []
    return [f"{kind.name}.{name}" for name, field in kind.fields.items() if not field.description]


def test_mutations_answer_user_errors() -> None:
    """Every mutation answers its object and what the caller can mend."""
    mutation = SCHEMA._schema.mutation_type
    assert mutation is not None
    assert [name for name, field in mutation.fields.items() if "userErrors" not in field.type.of_type.fields] == []
