"""What is counted beforehand is what graphql-core gives."""

from typing import Any

import pytest
from graphql import FragmentDefinitionNode, OperationDefinitionNode, execute_sync, get_introspection_query, parse

from opdeplank.graphql.api import SCHEMA
from schema.request.schema_size import SchemaSize


def values(found: Any) -> int:
    if isinstance(found, dict):
        return sum(1 + values(value) for value in found.values())
    return sum(map(values, found)) if isinstance(found, list) else 0


def counted(query: str) -> int:
    node = parse(query)
    fragments = {d.name.value: d for d in node.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = next(d for d in node.definitions if isinstance(d, OperationDefinitionNode))
    return SchemaSize(SCHEMA, fragments, 10**6).of(operation.selection_set)


@pytest.mark.parametrize(
    "query",
    [
        get_introspection_query(
            specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True, one_of=True
        ),
        "{ __schema { queryType { name } mutationType { name } directives { name args { name type { name } } } } }",
        "{ __schema { types { interfaces { name } possibleTypes { name } enumValues { name } } } }",
        "{ __schema { types { inputFields { name defaultValue type { name } } } } }",
        "{ __schema { types { fields { name args { name defaultValue } type { kind ofType { name } } } } } }",
    ],
)
def test_it_counts_what_comes(query: str) -> None:
    given = execute_sync(SCHEMA, parse(query)).data
    assert given is not None
    assert counted(query) == values({"__schema": given["__schema"]})


def test_what_is_not_about_the_schema_does_not_count() -> None:
    assert counted("{ __typename themas { naam } __schema { description } }") == 2


def test_of_one_type_it_counts_the_largest() -> None:
    query = '{ __type(name: "%s") { fields { name args { name } } } }'
    sizes = [values(execute_sync(SCHEMA, parse(query % name)).data) for name in SCHEMA.type_map]
    assert counted(query % "Wet") == max(sizes)


def test_what_is_spread_without_end_is_counted_at_once() -> None:
    chain = " ".join(f"fragment f{i} on __Type {{ ...f{i + 1} ...f{i + 1} }}" for i in range(100))
    assert counted(f"{{ __schema {{ types {{ ...f0 }} }} }} {chain} fragment f100 on __Type {{ name }}") > 2**100
