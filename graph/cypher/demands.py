"""What a value asks of the statement around it: the relationship of the row, or a WITH of its own."""

from collections.abc import Iterable, Iterator

from graph.cypher.atoms import EdgeProp, EdgeType, Facts
from graph.cypher.query import (
    All,
    Case,
    Condition,
    Either,
    Filled,
    Found,
    Joined,
    Missing,
    Not,
    Sub,
    Tally,
    Test,
    Total,
    Value,
    When,
)


def sees_edge(part: Value | Condition) -> bool:
    match part:
        case EdgeProp() | EdgeType():
            return True
        case Joined(parts) | All(parts) | Either(parts):
            return any(sees_edge(p) for p in parts)
        case Filled(value) | Missing(value) | Test(value):
            return sees_edge(value)
        case Not(inner):
            return sees_edge(inner)
        case When(test, then, otherwise):
            return any(sees_edge(part) for part in (test, then, otherwise))
        case Sub(rows):
            return isinstance(rows.source, Facts) and rows.source.of_edge
        case Total(source) | Found(source):
            return isinstance(source, Facts) and source.of_edge
        case Case(branches):
            return any(sees_edge(v) for _, values in branches for v in values)
    return False


def groups(value: Value) -> bool:
    """Does it hold a count per group, at any depth?"""
    match value:
        case Tally():
            return True
        case Sub(rows):
            return any(groups(v) for v in rows.values)
        case Case(branches):
            return any(groups(v) for _, values in branches for v in values)
    return False


def grouped(values: Iterable[Value]) -> Iterator[Value]:
    """The subqueries among the values that have to be lifted."""
    for value in values:
        match value:
            case Tally() | Sub() if groups(value):
                yield value
            case Case(branches):
                for _, inner in branches:
                    yield from grouped(inner)
