"""How strong the sign is that a run is a name."""

import pytest

from loaders.prose.people.runs import pieces
from loaders.prose.people.signs import Sign, is_ordinary, sign_of
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("run", "titled", "sign"),
    [
        ("Xqala Zwart", False, Sign.SHAPE),
        ("Xqala Zwart", True, Sign.STRONG),
        ("A.B. Zwart", False, Sign.STRONG),
        ("Anna Zwart", False, Sign.STRONG),
        ("Anna-Fleur Zwart", False, Sign.STRONG),
        ("Ronald Plasterk", False, Sign.STRONG),
        ("Sociale Zaken", False, Sign.NONE),
        ("Tom Jeugd", False, Sign.NONE),
        ("A. Jeugd", False, Sign.NONE),
        ("Van Zwart", False, Sign.NONE),
        ("West Maas en Waal", False, Sign.NONE),
        ("XQALA Zwart", False, Sign.NONE),
    ],
)
def test_something_must_say_that_it_is_a_name(run: str, titled: bool, sign: Sign) -> None:
    assert sign_of(reader.seen(run), pieces(run, 0, len(run)), titled) is sign


def test_what_a_document_writes_small_is_an_ordinary_word() -> None:
    text = "Xqala Tegel legt een tegel."
    page, [_, second, *_] = reader.seen(text), pieces(text, 0, len(text))
    assert is_ordinary(page, second)
    assert not is_ordinary(reader.seen("Xqala Tegel."), second)
