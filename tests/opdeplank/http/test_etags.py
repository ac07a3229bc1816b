import pytest

from opdeplank.http.etags import known


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        ("", False), ('"a"', True), ('"b"', False), ('"b", "a"', True), ('W/"a"', True), ("*", True), (" * ", True),
        ("a", False), ('"x,"a"', False), ('"b",W/"a" , "c"', True), ('"aa"', False),
    ],
)  # fmt: skip
def test_a_tag_is_known_when_it_is_in_the_list(header: str, holds: bool) -> None:
    assert known(header, '"a"') is holds
