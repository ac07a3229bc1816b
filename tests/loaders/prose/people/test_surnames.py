"""Whom a surname alone means."""

import pytest

from loaders.prose.people import surnames
from loaders.prose.people.people import Name, names_in
from loaders.prose.people.signs import Sign
from tests.loaders.prose import reader

TEXT = "Egbert Kolk, Anna Vos en Piet Vos spraken. {}"


def last(said: str) -> tuple[Name, Name | None, Name]:
    """The last name in a text, whom it means, and as one with a title."""
    page = reader.seen(TEXT.format(said))
    name = names_in(page, page.sentences[-1].start, page.sentences[-1].end)[-1]
    return name, surnames.meant(page, name), surnames.whole(page, name)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Toen kwam Kolk.", "Egbert Kolk"),
        ("Toen kwam Egbert.", "Egbert Kolk"),
        ("Toen kwam E. Kolk.", "Egbert Kolk"),
        ("Toen kwam Vos.", None),
        ("Toen kwam A. Vos.", "Anna Vos"),
        ("Toen kwam Els Kok.", "Els Kok"),
        ("Toen kwam Bos.", None),
    ],
)
def test_a_short_name_means_the_one_full_name_that_fits(said: str, meant: str | None) -> None:
    _, found, _ = last(said)
    assert (found.tekst if found else None) == meant


def test_a_title_with_a_surname_is_whole_when_one_bears_it_and_doubtful_when_two_do() -> None:
    assert last("Toen kwam de heer Kolk.")[2].tekst == "Egbert Kolk"
    assert last("Toen kwam de heer Vos.")[2].sign is Sign.SHAPE
    alone, _, whole = last("Toen kwam de heer Bos.")
    assert whole == alone


@pytest.mark.parametrize(
    "text",
    ["Adviseur Zorg sprak.", "Minister Almere sprak.", "De wethouder Bos en het bos."],
)
def test_a_word_behind_a_function_is_not_always_a_surname(text: str) -> None:
    assert not [f for f in reader.facts(text, "rol") if f.regel == surnames.RULE]


def test_a_surname_that_nobody_bears_is_asked_with_the_organisation_behind_it() -> None:
    [asked] = reader.facts("Wethouder Zwaagstra (Almere) sprak.", "rol")
    assert (asked.velden["organisatie"], asked.velden["organisatie_vorm"]) == ("gemeente:gm0034", "Almere")
    assert asked.vraag == "Wie is Wethouder Zwaagstra, en bij welke organisatie?"


def test_what_is_and_what_was_are_never_one_fact() -> None:
    into = reader.page("Oud-wethouder Van der Xqala sprak.\n")
    reader.page("Wethouder Van der Xqala sprak.\n", into=into)
    held = [f for f in into.facts.values() if f.soort == "rol" and f.vraag is None]
    assert [(f.velden.get("toestand"), len(f.bewijs)) for f in held] == [(None, 1)]


def test_initials_are_asked_to_be_the_one_first_name_that_fits() -> None:
    text = "Leden\n\nA. Bos (Ede)\nK. Vos (Ede)\n\nDe vergadering wordt geleid door Anna Bos.\n"
    found = reader.facts(text, "persoon", "rol")
    assert not [f for f in found if "A. Bos" in (f.velden.get("naam"), f.velden.get("persoon"))]
    assert all(f.vraag for f in found if "Anna Bos" in (f.velden.get("naam"), f.velden.get("persoon")))
