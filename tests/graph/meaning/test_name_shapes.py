"""The forms in which a name may be typed."""

import pytest

from graph.meaning.name_shapes import forms, in_full, loosely, plain, within


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lief en leedstraten", "Lief & Leedstraat"),
        ("jeugd wet", "Jeugdwet"),
        ("basis banen", "Basisbaan"),
        ("alphen aan de rijn", "Alphen aan den Rijn"),
        ("GGD Hart van Brabant", "GGD Hart voor Brabant"),
        ("automaatjes", "AutoMaatje"),
        ("inkoop, toezicht", "Inkoop en toezicht"),
    ],
)
def test_what_is_written_a_little_otherwise_is_the_same_loosely(typed: str, name: str) -> None:
    assert set(loosely(plain(typed))) & set(loosely(plain(name)))


@pytest.mark.parametrize(("one", "other"), [("ouders", "Ouderen"), ("de", "Het"), ("jeugd", "Jeugdwet")])
def test_another_word_is_not(one: str, other: str) -> None:
    assert not set(loosely(plain(one))) & set(loosely(plain(other)))


def test_an_act_goes_by_its_short_names_and_by_both_at_once() -> None:
    found = {*map(plain, forms("Wet maatschappelijke ondersteuning 2015", ["Wmo 2015"]))}
    assert {"wmo", "wmo 2015", "wet maatschappelijke ondersteuning", "wet maatschappelijke ondersteuning wmo"} <= found


def test_an_act_is_named_by_how_it_begins_but_not_by_a_word_or_two() -> None:
    found = {*map(plain, within("Wet zorg en dwang psychogeriatrische cliënten", "Wet", []))}
    assert "wet zorg en dwang" in found
    assert not {"wet", "wet zorg", "wet zorg en"} & found
    assert not {*within("Wet zorg en dwang psychogeriatrische cliënten", "Knelpunt", [])}


def test_part_of_a_name_is_said_instead_of_it() -> None:
    told = {*map(plain, within("Opgroeien in een Kansrijke Omgeving (OKO, IJslands model)", "Oplossing", []))}
    assert {"oko", "ijslands model"} <= told
    assert "trimbos" in {*map(plain, within("Trimbos-instituut", "Organisatie", []))}
    assert "respijthuis" in {*map(plain, within("Respijthuis bij psychische nood", "Oplossing", []))}
    assert not {*map(plain, within("Nazorg bij terugkeer uit de gevangenis", "Oplossing", []))}
    assert "BRP" in {*within("Wet basisregistratie personen", "Wet", ["Wet BRP"])}


def test_abbreviations_are_written_in_full() -> None:
    assert in_full("wet verplichte ggz") == "wet verplichte geestelijke gezondheidszorg"
