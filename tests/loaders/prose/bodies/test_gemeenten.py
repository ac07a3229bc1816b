"""Gemeenten in sentences: asserted, asked, or something else of that name."""

import csv

import pytest

from tests.loaders.prose import reader


def found(text: str) -> list[tuple[bool, str | None]]:
    return [(f.vraag is None, f.velden["id"]) for f in reader.facts(text, "gemeente")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("De gemeente Den Haag doet mee.", "gemeente:gm0518"),
        ("De gemeente 's-Gravenhage doet mee.", "gemeente:gm0518"),
        ("In Den Bosch doen ze mee.", "gemeente:gm0796"),
        ("De gemeente ’s-Hertogenbosch doet mee.", "gemeente:gm0796"),
        ("De gemeente Hengelo (O) doet mee.", "gemeente:gm0164"),
        ("De gemeente Bergen (NH) doet mee.", "gemeente:gm0373"),
        ("De gemeente Bergen (L.) doet mee.", "gemeente:gm0893"),
        ("De gemeente Sudwest Fryslan doet mee.", "gemeente:gm1900"),
        ("De gemeente Best doet mee.", "gemeente:gm0753"),
        ("De gemeente Utrecht doet mee.", "gemeente:gm0344"),
        ("Ook in Nuenen begint een proef.", "gemeente:gm0820"),
        ("Zwolle nam het over.", "gemeente:gm0193"),
        ("Gemeente Haaren bestaat niet meer.", "gemeente:gm0788"),
    ],
)
def test_a_gemeente_is_known_by_every_name(text: str, key: str) -> None:
    assert found(text) == [(True, key)]


def test_every_gemeente_of_the_register_is_found_behind_its_own_word() -> None:
    with (reader.ROOT / "seeds" / "gemeenten.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    names = reader.seed_names()
    missed = []
    for row in rows:
        key = f"gemeente:{row['code'].lower()}"
        facts = reader.facts(f"De gemeente {row['naam']} doet mee.", "gemeente")
        others = [r for r in rows if r["naam"] == row["naam"]]
        if not row["einddatum"] and [f.velden["id"] for f in facts] != [key]:
            missed.append(row["naam"])
        if row["einddatum"] and len(others) == 1 and not facts:
            missed.append(row["naam"])
    assert not missed
    assert len([r for r in rows if not r["einddatum"]]) == 342
    assert names.ended("gemeente:gm0788")


def test_a_row_of_names_shares_the_word_in_front() -> None:
    text = "De gemeenten Zwolle, Best, Houten en Utrecht doen mee."
    assert found(text) == [
        (True, "gemeente:gm0193"), (True, "gemeente:gm0753"), (True, "gemeente:gm0321"), (True, "gemeente:gm0344"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["De gemeente Bergen doet mee.", "In Bergen doen ze mee."])
def test_two_of_one_name_are_asked(text: str) -> None:
    [fact] = reader.facts(text, "gemeente")
    assert (
        fact.vraag
        == "Welke gemeente is bedoeld met '" + str(fact.velden["vorm"]) + "': gemeente:gm0373 of gemeente:gm0893?"
    )


@pytest.mark.parametrize("text", ["In Utrecht doen ze mee.", "In Groningen doen ze mee.", "In Best doen ze mee."])
def test_a_name_that_is_something_else_too_is_asked(text: str) -> None:
    assert [sure for sure, _ in found(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Het beste plan komt van de buren.", "Provincie Groningen doet mee.", "De Universiteit Utrecht doet mee.",
        "Dat zei Piet van Houten gisteren.", "Niet vanachter een bureau in Den Haag.", "FC Utrecht won.",
        "Anna Huizen is directeur.", "Rijswijk (NB) ligt elders.", "Het Stadsarchief Zutphen is dicht.",
        "Foto: gemeente Zwolle",
    ],
)  # fmt: skip
def test_another_thing_of_that_name_is_no_gemeente(text: str) -> None:
    assert not found(text)


def test_a_particle_with_a_capital_makes_a_surname_also_behind_a_function() -> None:
    assert reader.facts("Ik denk vandaag ook aan burgemeester Van Doorn.\n", "gemeente") == []
    assert reader.facts("Ik denk vandaag ook aan de burgemeester van Deventer.\n", "gemeente")


@pytest.mark.parametrize("text", ["Zij woont in Vianen.", "Buurtsportcoach Vianen: Anna Bos"])
def test_a_place_of_which_the_gemeente_is_gone_is_none(text: str) -> None:
    assert not [f for f in reader.facts(text, "gemeente") if f.vraag is None]


def test_the_place_of_an_address_is_no_gemeente() -> None:
    assert not reader.facts("Aan het bestuur\nPostbus 12\nZwolle\n\nBeste mensen,\n", "gemeente")


@pytest.mark.parametrize(
    "text", ["Op 12 september is er overleg in Raalte.", "Aldus getekend te Raalte op 3 mei 2020."]
)
def test_the_place_of_a_meeting_or_a_signature_is_no_gemeente(text: str) -> None:
    assert not reader.facts(text, "gemeente")
