"""Text as written becomes the value that is kept, or says what should have been written."""

from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.domain.reader import Property
from loaders.facts import values


def of_kind(kind: str) -> Property:
    return next(p for node in MODEL.nodes.values() for p in node.properties.values() if p.kind == kind and not p.enum)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("Int", " 25000 ", 25000),
        ("Boolean", "Ja", True),
        ("Boolean", "onwaar", False),
        ("Date", "2018-01-24", "2018-01-24"),
        ("URI", "https://voorbeeld.test", "https://voorbeeld.test"),
        ("GemeenteCode", "gm0034", "GM0034"),
        ("String", " x ", "x"),
    ],
)
def test_each_kind_is_read_as_it_is_written(kind: str, text: str, value: Any) -> None:
    assert values.parse(of_kind(kind), text) == value


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("Int", "veel", "geen heel getal"),
        ("Int", "99999999999", "te groot"),
        ("Boolean", "misschien", "geen ja of nee"),
        ("Date", "2018-02-30", "geen datum"),
        ("Date", "24-1-2018", "jaar-maand-dag"),
        ("URI", "www.x.nl", "geen webadres"),
        ("GemeenteCode", "GM34", "geen gemeentecode"),
    ],
)
def test_a_mistake_says_what_to_write(kind: str, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        values.parse(of_kind(kind), text)


def test_a_word_of_a_list_may_be_written_in_any_way() -> None:
    rijpheid = MODEL.nodes["Oplossing"].properties["rijpheid"]
    assert values.parse(rijpheid, "niet beoordeeld") == values.parse(rijpheid, "NIET-BEOORDEELD") == "NIET_BEOORDEELD"
    with pytest.raises(ValueError, match="kies uit NIET_BEOORDEELD"):
        values.parse(rijpheid, "af")


@pytest.mark.parametrize(
    ("value", "kind", "fits"),
    [
        (3, "Int", True),
        (True, "Int", False),
        (3.5, "Int", False),
        (2**31, "Int", False),
        (3, "Float", True),
        (True, "Boolean", True),
        ("ja", "Boolean", False),
        ("x", "String", True),
        (3, "String", False),
    ],
)
def test_a_value_of_a_proposal_has_the_form_of_its_kind(value: Any, kind: str, fits: bool) -> None:
    assert values.plain(value, kind) is fits
