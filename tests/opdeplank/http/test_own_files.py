import pytest

from opdeplank.http.own_files import STATIC, digest, own_address


def test_an_address_changes_with_the_file() -> None:
    address = own_address("plank.css")
    assert address.startswith("/statisch/plank.css?v=")
    assert address.endswith(digest((STATIC / "plank.css").read_bytes()))
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 16


def test_a_file_that_is_not_there_is_our_mistake() -> None:
    with pytest.raises(OSError, match="geen"):
        own_address("geen.css")
