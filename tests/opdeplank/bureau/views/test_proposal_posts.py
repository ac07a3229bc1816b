"""What a form says: a letter is its candidate with a yes, and what was left as it stood is no answer."""

import pytest
from starlette.datastructures import FormData

from loaders.answers.given import Given
from opdeplank.bureau.desk_rows import Choice, Row
from opdeplank.bureau.views.proposal_posts import _given, _number

STOOD = {"organisatie": "Koepel (organisatie:koepel)", "functie": "voorzitter", "besluit": "later"}
ROW = Row(
    1, "feit:1", "rol", "Bram is voorzitter bij Koepel", "Bij welke?", "", "", [], "later",
    [Choice("a", "organisatie", "Koepel (organisatie:koepel)", "Koepel"),
     Choice("b", "organisatie", "Raad (organisatie:raad)", "Raad")],
    ["functie", "organisatie"], STOOD,
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "given"),
    [
        ({"besluit": "nee"}, Given("nee")),
        ({"keuze": "a"}, Given("ja")),
        ({"keuze": "b", "besluit": "nee"}, Given("ja", {"organisatie": "Raad (organisatie:raad)"})),
        ({"keuze": "z", "besluit": "later"}, Given("later")),
        ({"besluit": "ja", "antwoord.functie": " dag  voorzitter "}, Given("ja", {"functie": "dag voorzitter"})),
        ({"besluit": "ja", "antwoord.functie": "voorzitter"}, Given("ja")),
        ({"besluit": "ja", "antwoord.functie": ""}, Given("ja", {"functie": ""})),
        ({}, Given("")),
    ],
)
def test_a_form_is_a_decision_with_an_answer(form: dict[str, str], given: Given) -> None:
    assert _given(FormData(form), ROW) == given


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("", 7), ("-1", 7), ("9" * 20, 7), ("x", 7)])
def test_a_number_is_a_number(text: str, number: int) -> None:
    assert _number(FormData({"gezien": text}), "gezien", 7) == number
