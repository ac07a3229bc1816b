"""The rules a document is judged by: those of the specification, and one that graphql-core leaves a hole in."""

from graphql import (
    GraphQLError,
    OperationDefinitionNode,
    ValidationRule,
    get_nullable_type,
    is_input_object_type,
    is_non_null_type,
    specified_rules,
    type_from_ast,
)


class VariablesOfOneOf(ValidationRule):
    """A variable in a @oneOf input may not be null.

    graphql-core 3.3.2 looks at the type around the variable without taking off its `!`, and so sees this only where the
    input itself may be left out: of `sleutel: GemeenteSleutel!` nothing is checked.
    """

    def leave_operation_definition(self, operation: OperationDefinitionNode, *_: object) -> None:
        defined = {d.variable.name.value: d for d in operation.variable_definitions or ()}
        for usage in self.context.get_recursive_variable_usages(operation):
            around, definition = usage.parent_type, defined.get(usage.node.name.value)
            if definition is None or not is_non_null_type(around):
                continue
            kind, one_of = type_from_ast(self.context.schema, definition.type), get_nullable_type(around)
            if is_input_object_type(one_of) and one_of.is_one_of and not is_non_null_type(kind):
                name = definition.variable.name.value
                message = (
                    f"Variable '${name}' is of type '{kind}' but must be non-nullable to be used for OneOf"
                    f" Input Object '{one_of}'."
                )
                self.report_error(GraphQLError(message, [definition, usage.node]))


RULES = (*specified_rules, VariablesOfOneOf)
