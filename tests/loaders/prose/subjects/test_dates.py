"""Dates with how precise they are; a missing year is asked."""

import pytest

from tests.loaders.prose import reader


def found(text: str) -> list[tuple[bool, str | None, str, str]]:
    """Asserted or not, date, precision, and what it is the date of."""
    return [
        (f.vraag is None, f.velden["datum"], f.velden["precisie"], f.velden["wat"]) for f in reader.facts(text, "datum")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "24 januari 2018\n\nEen bericht.", "Datum: 24-01-2018\n\nEen verslag.",
        "Utrecht, 24 januari 2018\n\nGeachte heer,",
        "Nieuws\n\nGeplaatst op woensdag 24 januari 2018\n\nEen bericht.", "Datum vergadering : 24 januari 2018",
    ],
)  # fmt: skip
def test_the_date_of_the_document_stands_at_the_top(text: str) -> None:
    assert found(text) == [(True, "2018-01-24", "dag", "documentdatum")]


def test_a_date_in_a_sentence_is_not_that_of_the_document() -> None:
    text = "De raad stelde het kader vast op 28 juni 2018."
    assert found(text) == [(True, "2018-06-28", "dag", "De raad stelde het kader vast op 28 juni 2018")]
    assert [f[1:3] for f in found("Het begon in mei 2017.")] == [("2017-05", "maand")]


def test_a_date_without_a_year_is_kept_and_not_asked() -> None:
    read = reader.page("24 januari 2018\n\nOp 20 februari bespreekt de raad het.")
    assert [f.velden["datum"] for f in read.facts.values() if f.soort == "datum"] == ["2018-01-24"]
    assert ("20 februari", "een dag zonder jaar") in [(left.tekst, left.reden) for left in read.leftovers]


@pytest.mark.parametrize("text", ["Er waren 31 september 2018 mensen.", "Bel 06-12-34.", "Wij zijn 24 uur open."])
def test_what_is_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert not [d for d in found(text) if d[2] == "dag"]


@pytest.mark.parametrize("text", ["Op 24 auguſtus 2020.", "Op 24 aprİl 2020.", "In aprıl 2020."])
def test_a_letter_that_only_looks_like_one_of_a_month_names_no_month(text: str) -> None:
    assert not reader.facts(text, "datum")


@pytest.mark.parametrize("day", ["31 februari 2021", "32 mei 2020", "30-02-2022", "31 april 2020"])
def test_a_day_that_does_not_exist_is_no_date_and_no_month(day: str) -> None:
    assert not reader.facts(f"Wij spraken op {day} met elkaar.\n", "datum")
