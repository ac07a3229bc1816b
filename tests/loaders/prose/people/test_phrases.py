"""Words for a function inside a sentence."""

import pytest

from loaders.prose.people.phrases import Phrase, phrases
from tests.loaders.prose import reader


def found(text: str) -> list[Phrase]:
    return [*phrases(reader.seed_names(), text, 100)]


@pytest.mark.parametrize(
    ("text", "functie", "vorm", "wanneer"),
    [
        ("Zij was eerder plv. griffier bij gem. Almere", "plv. griffier", "gemeente Almere", "vroeger"),
        ("de directeur Jeugd en Zorg", "directeur Jeugd en Zorg", "", "nu"),
        ("Anna, woordvoerder armoede.", "woordvoerder armoede", "", "nu"),
        ("de oud-wethouder van Almere", "wethouder", "Almere", "vroeger"),
        ("Zij wordt voorzitter van de VNG", "voorzitter", "VNG", "straks"),
        ("die nu weth. Almere is", "wethouder", "Almere", "nu"),
    ],
)  # fmt: skip
def test_a_function_with_what_stands_around_it(text: str, functie: str, vorm: str, wanneer: str) -> None:
    [phrase] = found(text)
    assert (phrase.functie, phrase.vorm, phrase.wanneer) == (functie, vorm, wanneer)


def test_offsets_count_from_where_the_stretch_stands() -> None:
    text = "Zij is technisch directeur, zegt men."
    [phrase] = found(text)
    assert text[phrase.start - 100 : phrase.end - 100] == "technisch directeur"
    assert (phrase.hoofd, phrase.links, phrase.bepaald, phrase.zeker) == ("directeur", "Zij is ", False, True)


@pytest.mark.parametrize(
    "text", ["haar voorganger", "de wethouders", "een Bakker", "oud- en nieuw", "het wethouder-zijn"]
)
def test_what_is_no_function_here(text: str) -> None:
    assert not found(text)


def test_a_name_that_begins_is_no_part_of_the_function() -> None:
    text = "wethouder Almere Bos"
    [whole] = found(text)
    [cut] = phrases(reader.seed_names(), text, 0, [10])
    assert (whole.vorm, cut.vorm) == ("Almere", "")
