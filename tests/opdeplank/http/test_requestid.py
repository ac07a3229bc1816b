from typing import Any

import pytest

from opdeplank.http.requestid import HARMLESS, HEADER, number_request, request_id


def scope(given: str | None = None) -> dict[str, Any]:
    headers = [(HEADER.lower().encode(), given.encode("latin-1"))] if given is not None else []
    return {"type": "http", "headers": headers}


def test_a_harmless_number_of_the_caller_is_kept() -> None:
    asked = scope("vraag-12:a.b_C")
    assert number_request(asked) == request_id(asked) == "vraag-12:a.b_C"


@pytest.mark.parametrize("given", [None, "", "x" * 65, "a b", "a\r\nSet-Cookie: x", "<script>", "é"])
def test_any_other_is_replaced_by_our_own(given: str | None) -> None:
    made = number_request(scope(given))
    assert made != given
    assert HARMLESS.fullmatch(made)


def test_each_request_has_its_own() -> None:
    assert number_request(scope()) != number_request(scope())
    assert request_id(scope()) == "", "nobody has numbered it yet"
