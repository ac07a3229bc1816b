from typing import Any

import pytest

from schema.refusals import Refused
from schema.request.turning import Turning, turning


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, Turning("first", None, None, False)),
        ({"first": 3}, Turning("first", 3, None, False)),
        ({"first": 3, "after": "c"}, Turning("first", 3, "c", False)),
        ({"after": "c"}, Turning("first", None, "c", False)),
        ({"last": 3}, Turning("last", 3, None, True)),
        ({"last": 3, "before": "c"}, Turning("last", 3, "c", True)),
        ({"first": None, "last": 2, "after": None}, Turning("last", 2, None, True)),
    ],
)
def test_a_page_is_turned_one_way(asked: dict[str, Any], expected: Turning) -> None:
    found = turning(asked)
    assert found == expected
    assert found.continued is (expected.cursor is not None)


@pytest.mark.parametrize(
    "asked",
    [{"first": 1, "last": 1}, {"last": 1, "after": "c"}, {"first": 1, "before": "c"}, {"before": "c"}],
)
def test_both_ways_at_once_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        turning(asked)
    assert refused.value.code == "BAD_USER_INPUT"
