import pytest
from starlette.datastructures import Headers

from opdeplank.http.origins import ASKED, OPEN_HEADERS, PREFLIGHT, preflight


@pytest.mark.parametrize(("method", "may"), [("GET", True), ("HEAD", True), ("POST", False), ("DELETE", False)])
def test_a_page_elsewhere_may_ask_to_read_and_nothing_else(method: str, may: bool) -> None:
    told = preflight(Headers({"origin": "https://elders.nl", ASKED: method}))
    assert told == (PREFLIGHT if may else {})


def test_who_is_no_page_hears_nothing_of_it() -> None:
    assert preflight(Headers({ASKED: "GET"})) == {}
    assert preflight(Headers({"origin": "https://elders.nl"})) == {}


def test_what_is_open_is_open_to_all_and_takes_no_keys_along() -> None:
    assert OPEN_HEADERS["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in {*OPEN_HEADERS, *map(str.lower, PREFLIGHT)}
