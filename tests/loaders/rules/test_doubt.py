"""What the words around a function take back is asked, whatever else the sentence proves."""

import pytest

from tests.loaders.rules import reader


@pytest.mark.parametrize(
    "text",
    [
        "Dat zei Anna Bos, destijds wethouder van Almere.", "Indertijd opende wethouder Anna Bos van Almere de dag.",
        "Wethouder Anna Bos van Almere sprak. Zij is inmiddels afgetreden.",
        "Wethouder Anna Bos van Almere sprak. Die is met pensioen.",
        "In de aankondiging stond dat wethouder Anna Bos (Almere) zou openen.",
        "Anna Bos was tot voor kort wethouder van Almere.", "Dat zei Anna Bos, wethouder van Almere (2010-2014).",
        "- Anna Bos, Lijst Zes (fractievoorzitter)", "- Anna Bos, D66 wethouder",
    ],
)  # fmt: skip
def test_a_function_that_may_be_over_is_asked(text: str) -> None:
    found = reader.facts(text, "rol")
    assert found
    assert all(f.vraag or f.velden.get("toestand") == "voormalig" for f in found)


def test_a_title_with_a_surname_is_the_one_full_name() -> None:
    text = "Egbert Kolk, wethouder van Almere, sprak.\n\nDe heer Kolk is vicevoorzitter.\n\nE. Kolk"
    assert {f.velden["persoon"] for f in reader.facts(text, "rol")} == {"Egbert Kolk"}
    assert {f.velden["naam"] for f in reader.facts(text, "persoon")} == {"Egbert Kolk"}


def test_a_title_with_a_surname_of_two_people_is_asked() -> None:
    text = "Egbert Kolk en Anna Kolk spraken.\n\nDe heer Kolk is vicevoorzitter."
    assert all(f.vraag for f in reader.facts(text, "rol", "persoon"))


def test_a_vacancy_gives_nobody_the_function() -> None:
    text = "- wethouder werk: vacant. Bas Kruijer is gestopt"
    assert not [f for f in reader.facts(text, "rol") if f.vraag is None]


def test_a_narrow_column_is_read_as_running_text() -> None:
    text = (
        "Sinds kort is er een loket in\nde gemeente Sluis. Jo-Ann\nProvoost, adviseur bij\n"
        "de gemeente Sluis, vindt dat\nheel erg goed.\n"
    )
    assert {f.velden["persoon"] for f in reader.facts(text, "rol")} == {"Jo-Ann Provoost"}
