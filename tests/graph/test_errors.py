import inspect

import pytest

from graph import errors
from graph.errors import GraphError, NotFound

CLASSES = [each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, GraphError)]


@pytest.mark.parametrize("each", CLASSES, ids=lambda each: each.__name__)
def test_every_error_stands_in_the_tree_and_says_something_to_a_person(each: type[GraphError]) -> None:
    assert f" {each.__name__}" in (errors.__doc__ or "")
    assert str(each()) == each.melding
    assert each.melding[0].isupper()
    assert each.melding.endswith(".")


def test_the_tree_says_what_comes_under_what() -> None:
    depth_of: dict[str, int] = {}
    for line in (errors.__doc__ or "").splitlines():
        name = next((part for part in line.split() if part[0].isalpha()), "")
        if name in vars(errors):
            depth_of[name] = line.index(name)
    for each in CLASSES:
        if each is not GraphError:
            parent = each.__mro__[1].__name__
            assert depth_of[each.__name__] == depth_of[parent] + 4, each.__name__


def test_an_error_can_say_it_better_and_name_the_thing() -> None:
    error = NotFound("Dat ken ik niet.", "thema:x")
    assert (str(error), error.key) == ("Dat ken ik niet.", "thema:x")
