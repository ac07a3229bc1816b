"""Words for bodies by how they end, with a name behind them."""

import re

import pytest

from loaders.prose.text.body_words import CAPITAL, ENDING, JOINT

BODY = re.compile(rf"(?:{ENDING})(?:{JOINT}\s{CAPITAL}){{1,5}}")


@pytest.mark.parametrize(
    "text", ["basisschool De Piramide", "Zorg- en Veiligheidshuis Dal", "wijkraad Zuid", "praktijk De Ooievaar"]
)
def test_a_body_is_one(text: str) -> None:
    assert BODY.fullmatch(text)


@pytest.mark.parametrize("text", ["wethouder De Vries", "basisschool in de wijk", "Anna Bos"])
def test_somebody_or_no_name_is_none(text: str) -> None:
    assert not BODY.fullmatch(text)
