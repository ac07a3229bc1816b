"""What an operation selects, read with graphql-core's own collecting and coercing.

`Selection` hands out, for a concrete type, the response keys with their field nodes (fragments merged, @skip and
@include applied) and the coerced arguments of a field, in which variables appear as traced values.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLAbstractType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    is_abstract_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values

from schema.request.limits import Budget, check

Fields = Mapping[str, list[FieldDetails]]


@dataclass
class Selection:
    """One operation of a valid document, with traced variables. Fields are counted as they are handed out: on an
    abstract type those of each type it can be, fragments written out, so that a small document can have very many."""

    schema: GraphQLSchema
    document: DocumentNode
    operation: OperationDefinitionNode
    variables: VariableValues
    most: int = Budget.fields
    count: int = 0

    @cached_property
    def fragments(self) -> dict[str, FragmentDetails]:
        return {
            d.name.value: FragmentDetails(d) for d in self.document.definitions if isinstance(d, FragmentDefinitionNode)
        }

    def root(self) -> Fields:
        """The root fields by response key."""
        found = collect_fields(self.schema, self.fragments, self.variables, self.top, self.operation)
        return found.grouped_field_set

    @property
    def top(self) -> GraphQLObjectType:
        """The type that the root fields stand on."""
        top = self.schema.get_root_type(self.operation.operation)
        assert top is not None
        return top

    def below(self, kind: GraphQLObjectType, details: list[FieldDetails]) -> Fields:
        """The fields selected on an object of this type, by response key; raises Refused when there are too many."""
        found = collect_subfields(self.schema, self.fragments, self.variables, self.operation, kind, details)
        self.count += len(found.grouped_field_set)
        check("velden", self.most, self.count)
        return found.grouped_field_set

    def arguments(self, field: GraphQLField, details: list[FieldDetails]) -> dict[str, Any]:
        """The arguments of a field: constants as they are, variables traced."""
        return get_argument_values(field, details[0].node, self.variables, details[0].fragment_variable_values)

    def possible(self, kind: GraphQLNamedType) -> Iterable[GraphQLObjectType]:
        """The concrete types of an output type."""
        if is_abstract_type(kind):
            abstract: GraphQLAbstractType = kind
            return self.schema.get_possible_types(abstract)
        assert isinstance(kind, GraphQLObjectType)
        return (kind,)


def name_of(details: list[FieldDetails]) -> str:
    return details[0].node.name.value
