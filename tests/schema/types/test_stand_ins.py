import inspect

import pytest
import strawberry

from schema.types.stand_ins import add, listed, reader


def test_a_stand_in_says_what_a_field_takes_and_is_never_called() -> None:
    made = reader({"term": (str, ..., "Wat"), "first": (int | None, 5, "Hoeveel"), "na": (str | None, None, "Na")}, int)
    parameters = inspect.signature(made).parameters
    assert [*parameters] == ["self", "term", "first", "na"]
    assert parameters["term"].default is inspect.Parameter.empty
    assert parameters["first"].default == 5
    assert parameters["na"].default is strawberry.UNSET
    with pytest.raises(RuntimeError, match="compiled"):
        made(None, term="x")


def test_a_field_that_is_put_on_a_class_is_printed_with_all_of_that() -> None:
    query = type("Query", (), {"__annotations__": {}})
    add(query, "tel", listed(str), "Tel mee", {"tot": (int, 3, "Tot hoever")})
    printed = strawberry.Schema(strawberry.type(query)).as_str()
    assert '"""Tel mee"""' in printed
    assert "tot: Int! = 3" in printed
    assert "[String!]!" in printed
