"""Values, quotes and mistakes of the cells of one document."""

from typing import Any

import pytest

from graph.domain.provenance import MODEL
from tests.loaders.records.yaml_text import cells, problems

TEXT = """\
feiten:
  - soort: oplossing
    titel: Loket
    synoniemen: [balie, loket]
    rijpheid: beproefd
    zekerheid: 0.8
    materialen: [{titel: Handleiding, url: https://voorbeeld.test, soort: handleiding}]
"""
OPLOSSING = MODEL.nodes["Oplossing"].properties


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("titel", "Loket"), ("synoniemen", ["balie", "loket"]), ("rijpheid", "BEPROEFD"),
        ("materialen", [{"titel": "Handleiding", "url": "https://voorbeeld.test", "soort": "handleiding"}]),
    ],
)  # fmt: skip
def test_a_value_is_that_of_the_property(name: str, value: Any) -> None:
    found, record = cells(TEXT)
    assert found.value(OPLOSSING[name], record.fields[name]) == value
    assert not found.findings.problems


def test_a_field_is_quoted_with_its_name_and_has_its_place() -> None:
    found, record = cells(TEXT)
    proof = found.quote(record.fields["rijpheid"])
    assert (proof.citaat, TEXT[proof.van : proof.tot]) == ("rijpheid: beproefd", "rijpheid: beproefd")
    assert str(found.place(record.fields["rijpheid"])) == "a.yaml:5:15"
    assert found.certainty(record.fields) == 0.8


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{soort: thema, naam: [X, Y]}", "bij 'naam' hoort één waarde"),
        ("{soort: thema, naam: X, zekerheid: veel}", "zekerheid is een getal van 0 tot 1, bijvoorbeeld 0.8"),
        ("{soort: thema, naam: X, omschrijvin: y}", "onbekend veld 'omschrijvin'; bedoel je 'omschrijving'?"),
    ],
)
def test_a_mistake_is_named_with_what_to_write(line: str, said: str) -> None:
    assert problems(line) == [said]


def test_an_empty_cell_has_no_value() -> None:
    found, record = cells("feiten:\n  - {soort: thema, naam: X, omschrijving: }\n")
    assert found.value(MODEL.nodes["Thema"].properties["omschrijving"], record.fields["omschrijving"]) is None
