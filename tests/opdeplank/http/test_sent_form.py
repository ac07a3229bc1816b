"""A form as a browser sends it; what is refused is tested over HTTP, with the pages that take one."""

import pytest

from opdeplank.http.sent_form import fields_of


def test_a_form_is_read_as_a_browser_sends_it() -> None:
    assert fields_of(b"tekst=een+%C3%A9%C3%A9n%0D%0A&adres=&x=1") == {"tekst": "een één\r\n", "adres": "", "x": "1"}
    for broken in ("é".encode(), b"&".join([b"a=1"] * 51)):
        with pytest.raises(ValueError):  # noqa: PT011  # what kind of fault it is, nobody is told
            fields_of(broken)
