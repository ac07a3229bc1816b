"""A page of a list that is worked out in Python is turned by what its places are worth."""

from typing import Any

import pytest

from schema.fields.ranked_page import ranked
from schema.refusals import Refused
from schema.request.binding import Limits
from schema.request.cursors import Cursors

LIMITS = Limits(Cursors(b"geheim"), page=3)
WHOLE = [(-score, name) for score, name in ((9, "a"), (9, "b"), (7, "c"), (5, "d"), (5, "e"), (2, "f"), (1, "g"))]


def page(worths: list[tuple[int, str]], **asked: Any) -> dict[str, Any]:
    made = ranked(LIMITS, "Lijst.hier", asked, 2)
    return made.shown(worths, [{"naam": name} for _, name in worths[made.of(worths)]])


def names(found: dict[str, Any]) -> str:
    assert [edge["node"] for edge in found["edges"]] == found["nodes"]
    return "".join(node["naam"] for node in found["nodes"])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 9])
def test_turning_pages_shows_everything_once_both_ways(size: int) -> None:
    for word, cursor, way, end in (
        ("first", "after", "hasNextPage", "endCursor"),
        ("last", "before", "hasPreviousPage", "startCursor"),
    ):
        shown, asked = [], {word: size}
        while True:
            found = page(WHOLE, **asked)
            shown.append(names(found))
            assert found["aantal"] == 7
            if not found["pageInfo"][way]:
                break
            asked = {word: size, cursor: found["pageInfo"][end]}
        assert "".join(shown if word == "first" else shown[::-1]) == "abcdefg"


def test_without_a_size_a_page_is_of_the_ordinary_one() -> None:
    assert names(page(WHOLE)) == "abc"
    assert names(page(WHOLE, first=0)) == ""
    assert page(WHOLE, first=0)["pageInfo"]["hasNextPage"]


def test_a_page_goes_on_where_it_was_when_the_list_changes_above_it() -> None:
    last = page(WHOLE, first=4)["pageInfo"]["endCursor"]
    assert names(page(WHOLE, first=2, after=last)) == "ef"
    gone = [worth for worth in WHOLE if worth[1] not in "ad"]
    assert names(page(gone, first=2, after=last)) == "ef"
    assert names(page([(-10, "x"), *WHOLE], first=2, after=last)) == "ef"
    assert names(page(WHOLE[:4], first=2, after=last)) == ""
    assert names(page([], first=2, after=last)) == ""
    assert names(page(gone, last=2, before=last)) == "bc"


@pytest.mark.parametrize(
    "asked", [{"first": 101}, {"last": -1}, {"first": 1, "last": 1}, {"before": "x"}, {"first": 1, "after": "onzin"}]
)
def test_what_a_page_of_the_database_refuses_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        page(WHOLE, **asked)
    assert refused.value.code == "BAD_USER_INPUT"


def test_a_cursor_of_another_list_is_refused() -> None:
    [found] = page(WHOLE, first=1)["edges"]
    with pytest.raises(Refused):
        ranked(LIMITS, "Lijst.elders", {"after": found["cursor"]}, 2)
