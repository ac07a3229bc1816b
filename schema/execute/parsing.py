"""From the text of a document to a valid operation, and from JSON to the values of its variables.

All of it may take long for a document that means ill, so a service does it beside its event loop.
"""

import gc
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from graphql import (
    DocumentNode,
    GraphQLBoolean,
    GraphQLError,
    GraphQLID,
    GraphQLInt,
    GraphQLSchema,
    GraphQLString,
    OperationDefinitionNode,
    OperationType,
    VariableDefinitionNode,
    get_nullable_type,
    get_operation_ast,
    parse,
    validate,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values

from schema.messages import dutch
from schema.refusals import Refused, bad_input
from schema.request.limits import Budget
from schema.request.measure import check_document
from schema.request.validation import RULES

T = TypeVar("T")
PLAIN: dict[object, type] = {GraphQLID: str, GraphQLString: str, GraphQLInt: int, GraphQLBoolean: bool}
"""Scalars whose JSON values of this Python type stay as they are."""
MAX_INT = 2**31 - 1
MOST_ERRORS = 20
"""Nobody reads more mistakes than this, and each takes longer than something that is right."""
STREAM = "Een subscription loopt als stroom: vraag haar aan /graphql/stream, of met Accept: text/event-stream"
Plain = tuple[tuple[GraphQLVariableSignature, type], ...]
Tree = tuple[DocumentNode, OperationDefinitionNode]
"""A document, and the operation in it that is asked."""


class Invalid(Exception):
    """A document or its variables that the specification refuses, with graphql-core's errors."""

    def __init__(self, errors: Sequence[GraphQLError], code: str = "GRAPHQL_VALIDATION_FAILED") -> None:
        super().__init__(errors[0].message if errors else code)
        self.errors, self.code = errors, code

    @cached_property
    def formatted(self) -> list[dict[str, Any]]:
        """The members of `errors`."""
        return [formatted(error, self.code) for error in self.errors]


def formatted(error: GraphQLError, code: str) -> dict[str, Any]:
    """A member of `errors` for what graphql-core refuses."""
    shown: dict[str, Any] = {"message": dutch(error.message)}
    if error.locations:
        shown["locations"] = [{"line": at.line, "column": at.column} for at in error.locations]
    return {**shown, "extensions": {"code": code}}


def parsed(schema: GraphQLSchema, budget: Budget, text: str, name: str | None, streams: bool = False) -> Tree:
    """The document and the operation of this name in it; raises Refused and Invalid. A subscription is only for who
    `streams` its answers."""
    try:
        node = parse(text, max_tokens=budget.tokens, no_location=False)
    except GraphQLError as error:
        raise _syntax(error, budget.tokens) from None
    _loose(node)
    check_document(node, schema, budget)
    errors = validate(schema, node, RULES, max_errors=MOST_ERRORS)
    if errors:
        raise Invalid(errors)
    operation = get_operation_ast(node, name)
    if operation is None:
        raise bad_input(_which(node, name))
    if operation.operation is OperationType.SUBSCRIPTION and not streams:
        raise bad_input(STREAM)
    return node, operation


def tree(text: str, name: str | None) -> Tree:
    """The same of a document that is known to be right."""
    node = parse(text)
    _loose(node)
    operation = get_operation_ast(node, name)
    assert operation is not None
    return node, operation


def _loose(node: DocumentNode) -> None:
    """Let the tokens of a document know only the next one: as a ring they would only go when garbage is collected, and
    that takes as long as there is much of it."""
    token = node.loc.start_token if node.loc else None
    while token:
        token.prev, token = None, token.next


def variable_definitions(text: str, operation: OperationDefinitionNode) -> tuple[VariableDefinitionNode, ...]:
    """The definitions of the variables, at the same place in a document without anything else.

    Each part of a tree holds on to the whole of it, and to every token of the text.
    """
    definitions = operation.variable_definitions
    if not definitions:
        return ()
    assert operation.loc is not None
    end = definitions[-1].loc
    assert end is not None
    before = re.sub(r"[^\r\n]", " ", text[: operation.loc.start])
    [alone] = parse(f"{before}{text[operation.loc.start : end.end]}) {{ __typename }}").definitions
    assert isinstance(alone, OperationDefinitionNode)
    return tuple(alone.variable_definitions or ())


def plain_variables(schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode]) -> Plain | None:
    """The variables and the Python types of their values, when each is a plain scalar."""
    found = []
    for definition in definitions:
        signature = get_variable_signature(schema, definition)
        if isinstance(signature, GraphQLError):
            return None
        kind = PLAIN.get(get_nullable_type(signature.type))
        if kind is None:
            return None
        found.append((signature, kind))
    return tuple(found)


def coerced(
    schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode], given: Mapping[str, Any]
) -> VariableValues:
    """The values of the variables; raises Invalid with BAD_USER_INPUT."""
    found = get_variable_values(schema, definitions, dict(given), max_errors=MOST_ERRORS)
    if isinstance(found, list):
        raise Invalid(found, "BAD_USER_INPUT")
    return found


def as_they_are(plain: Plain, given: Mapping[str, Any]) -> VariableValues | None:
    """Values that coercing would not change, which is nearly always; None when one of them might be."""
    sources: dict[str, VariableValueSource] = {}
    values: dict[str, Any] = {}
    for signature, kind in plain:
        name = signature.name
        value: Any = given.get(name)
        if type(value) is not kind or (isinstance(value, int) and not -MAX_INT - 1 <= value <= MAX_INT):
            return None
        sources[name] = VariableValueSource(signature, value)
        values[name] = value
    return VariableValues(sources, values)


def _syntax(error: GraphQLError, tokens: int) -> Exception:
    if f"more than {tokens} tokens" in error.message:
        return Refused(
            "OPERATION_TOO_LARGE",
            f"De vraag heeft meer dan {tokens} woorden en tekens (tokens); splits haar",
            limiet="tokens",
            hoogstens=tokens,
            gevraagd=tokens + 1,
        )
    return Invalid([error], "GRAPHQL_PARSE_FAILED")


def _which(node: DocumentNode, name: str | None) -> str:
    names = [d.name.value[:80] for d in node.definitions if isinstance(d, OperationDefinitionNode) and d.name]
    known = ", ".join(names[:MOST_ERRORS])
    if name is None:
        return f"Zeg met `operationName` welke je bedoelt: {known}" if names else "Er staat geen vraag in"
    return f"Er is geen vraag met de naam '{name[:80]}'" + (f"; wel: {known}" if names else "")


def said(work: Callable[[], T]) -> T:
    """Have what is refused put into words as well where it was found: there may be much of it."""
    try:
        return work()
    except Invalid as error:
        error.formatted  # noqa: B018 (kept with the error)
        raise


def cleared(work: Callable[[], T]) -> T:
    """Clear away what is left of validation while it is young: it is made of rings, many thousands of them.

    What another thread was still at stays, and grows old. The collector looks through the old of itself when the young
    have become many, and that never happens where they are cleared away each time.
    """
    try:
        return work()
    finally:
        gc.collect(1)
        if gc.get_count()[2] > gc.get_threshold()[2]:
            gc.collect()


def more_than(most: int, given: object) -> bool:
    """Whether there are more values than this in JSON, without looking at many more."""
    waiting, seen = [given], 0
    while waiting and seen <= most:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return seen > most
