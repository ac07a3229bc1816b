"""How long and how loose the houses are: bounds on functions, arguments and `Any`."""

import ast
from collections.abc import Iterator

import pytest

from tests.test_layers import HOUSES, TREES, house

MOST_LINES, MOST_OF_MOST, MOST_ARGUMENTS = 60, 16, 6
"""Lines of a function: of every one, and of nine in ten; and its arguments."""
ANY, ANY_INSIDE = 0.05, 0.10
"""The part of the arguments in `schema` that may be anything, and that may hold anything."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(of: str) -> Iterator[tuple[str, Function]]:
    for name, tree in TREES.items():
        if house(name) == of:
            yield from ((name, node) for node in ast.walk(tree) if isinstance(node, Function))


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def arguments(function: Function) -> list[ast.arg]:
    given = function.args
    found = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, (given.vararg, given.kwarg))]
    return [each for each in found if each.arg not in ("self", "cls")]


@pytest.mark.parametrize("of", HOUSES)
def test_a_function_is_read_without_scrolling(of: str) -> None:
    found = sorted((lines(function), name, function.name) for name, function in functions(of))
    assert found[-1][0] <= MOST_LINES, found[-1]
    assert found[len(found) * 9 // 10][0] <= MOST_OF_MOST


@pytest.mark.parametrize("of", HOUSES)
def test_a_function_is_given_few_things_and_all_have_a_type(of: str) -> None:
    for name, function in functions(of):
        given = arguments(function)
        assert len(given) <= MOST_ARGUMENTS, (name, function.name)
        assert all(each.annotation is not None for each in given), (name, function.name)


def test_hardly_anything_in_the_schema_may_be_anything() -> None:
    types = [
        ast.unparse(each.annotation)
        for _, function in functions("schema")
        for each in arguments(function)
        if each.annotation is not None
    ]
    anything = [each for each in types if each.replace(" | None", "") == "Any"]
    inside = [each for each in types if "Any" in each]
    assert len(anything) < ANY * len(types)
    assert len(inside) < ANY_INSIDE * len(types)
