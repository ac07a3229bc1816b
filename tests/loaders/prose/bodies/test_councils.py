"""Membership: a list under a heading, and a sentence."""

import pytest

from loaders.prose.bodies import councils
from loaders.prose.text.sentences import Line
from tests.loaders.prose import reader

RAAD = "organisatie:programmaraad-sociaal-domein"


def heading(text: str, above: str | None = None) -> tuple[str, tuple[str, ...]] | None:
    lines = [Line(text, 0, 1, True), Line(above, 0, 1, True) if above else None]
    found = councils.heading(reader.seen(f"{above or ''}\n{text}"), lines[0], lines[1])  # type: ignore[arg-type]
    return (found.vorm, found.ids) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Leden van de Programmaraad Sociaal Domein:", "De huidige leden van de Programmaraad Sociaal Domein zijn:",
        "Samenstelling Programmaraad Sociaal Domein", "In de Programmaraad Sociaal Domein zitten:",
        "De Programmaraad Sociaal Domein bestaat uit de volgende leden:", "Programmaraad Sociaal Domein – leden:",
    ],
)  # fmt: skip
def test_a_heading_says_of_what_the_people_below_are_members(text: str) -> None:
    assert heading(text) == ("Programmaraad Sociaal Domein", (RAAD,))


def test_a_bare_heading_takes_the_body_of_the_line_above() -> None:
    assert heading("Leden:", "De Programmaraad Sociaal Domein") == ("De Programmaraad Sociaal Domein", (RAAD,))
    assert heading("Leden:", "Welkom") is None
    assert heading("Wij zijn er.") is None


@pytest.mark.parametrize(
    ("text", "former", "coming"),
    [
        ("Oud-leden van de Programmaraad:", True, False), ("In memoriam", True, False), ("Vorig bestuur:", True, False),
        ("Kandidaten:", False, True), ("Beoogde bestuursleden:", False, True), ("Leden:", False, False),
    ],
)  # fmt: skip
def test_a_heading_says_when_people_were_or_will_be_there(text: str, former: bool, coming: bool) -> None:
    assert bool(councils.FORMER_HEADING.fullmatch(text)) is former
    assert bool(councils.COMING_HEADING.fullmatch(text)) is coming


def test_somebody_is_a_member_when_a_sentence_says_so() -> None:
    [member] = reader.facts("Anna Bos is lid van de Programmaraad Sociaal Domein.", "lid")
    assert (member.velden["organisatie"], member.velden["functie"], member.vraag) == (RAAD, None, None)
    [chair] = reader.facts("Anna Bos is voorzitter van de Programmaraad Sociaal Domein.", "lid")
    assert chair.velden["functie"] == "voorzitter"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Anna Bos was lid van de Programmaraad Sociaal Domein.", "Was dit vroeger, of is het nog niet zo?"),
        ("Anna Bos en Piet Vos zijn lid van de Programmaraad Sociaal Domein.", "Is 'Anna Bos' lid van"),
        ("Anna Bos is lid van de Programmaraad Sociaal.", "Is 'Anna Bos' lid van 'Programmaraad Sociaal'? Misschien"),
    ],
)  # fmt: skip
def test_what_the_sentence_does_not_prove_is_asked(text: str, question: str) -> None:
    asked = reader.facts(text, "lid")[0]
    assert str(asked.vraag).startswith(question)


@pytest.mark.parametrize("heading", ["Voormalige leden:", "Oud-leden van de Programmaraad Sociaal Domein:"])
def test_a_list_of_former_members_is_asked(heading: str) -> None:
    found = reader.facts(f"{heading}\nAnna Bos – wethouder, gemeente Almere\n", "rol", "lid")
    assert found
    assert all(f.vraag for f in found)


@pytest.mark.parametrize("heading", ["Weg zijn:", "Uit dienst:", "Vertrokken:", "Niet meer in de raad:"])
def test_a_heading_that_says_people_left_ends_what_they_are(heading: str) -> None:
    found = reader.facts(f"{heading}\n\nAnna Bos, wethouder van Almere\n", "rol")
    assert found
    assert all(f.vraag for f in found)


def test_a_membership_is_read_where_the_verb_comes_first() -> None:
    found = reader.facts("Anna Bos belt.\n\nSinds 2010 is Anna Bos lid van de Rotaryclub Dal.\n", "lid")
    assert [(f.velden["persoon"], f.velden["organisatie_vorm"]) for f in found] == [("Anna Bos", "Rotaryclub Dal")]
