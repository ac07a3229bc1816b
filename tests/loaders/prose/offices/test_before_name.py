"""A function right before a name."""

import pytest

from loaders.prose.offices import before_name
from loaders.prose.people.people import names_in
from tests.loaders.prose import reader


def before(text: str) -> tuple[str, str]:
    """The function before the last name, and the text from where it starts."""
    page = reader.seen(text)
    sentence = page.sentences[0]
    found = before_name.find(page, sentence, names_in(page, sentence.start, sentence.end)[-1])
    return found.function, text[found.start :]


@pytest.mark.parametrize(
    ("text", "function", "rest"),
    [
        ("Ook wethouder Anna Bos", "wethouder", "wethouder Anna Bos"),
        ("De toenmalig minister mr. Anna Bos", "toenmalig minister", "toenmalig minister mr. Anna Bos"),
        ("Onze directeur Jeugd en Zorg Anna Bos", "directeur Jeugd en Zorg", "directeur Jeugd en Zorg Anna Bos"),
        ("De onderzoekers, dr. Anna Bos", "onderzoeker", "onderzoekers, dr. Anna Bos"),
        ("Voorzitter A.B.M. (Anton) Bos", "Voorzitter", "Voorzitter A.B.M. (Anton) Bos"),
        ("Penningmeester (sinds mei) en Anna Bos", "", "Anna Bos"),
        ("De wethouder, Anna Bos", "", "Anna Bos"),
        ("De wethouder belde Anna Bos", "", "Anna Bos"),
        ("Ook Anna Bos", "", "Anna Bos"),
    ],
)
def test_the_words_that_end_where_the_name_begins(text: str, function: str, rest: str) -> None:
    assert before(text) == (function, rest)


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        ("Dat zei minister Anna Bos van BZK.", "BZK"),
        ("Dat zei wethouder Anna Bos (Lokaal Plus) van Almere.", "Almere"),
        ("Dat zei wethouder Almere Anna Bos.", "Almere"),
        ("De wethouder van Almere, Anna Bos, sprak.", "Almere"),
        ("De vrouw van wethouder Piet Vos van Almere, Anna Bos, sprak.", None),
        ("De wethouder van Almere belde, Anna Bos, niet.", None),
    ],
)
def test_the_organisation_stands_behind_the_name_or_with_the_function(text: str, vorm: str | None) -> None:
    found = [f for f in reader.facts(text, "rol") if f.velden["persoon"] == "Anna Bos" and f.regel == before_name.RULE]
    assert [f.velden["organisatie_vorm"] for f in found if f.vraag is None and f.velden["organisatie"]] == (
        [vorm] if vorm else []
    )


def test_people_of_two_gemeenten_are_asked_which_is_whose() -> None:
    found = reader.facts("wethouders Els Mbuza en Karin Woud van Raalte en Ommen", "rol")
    assert all(f.vraag for f in found if f.velden["persoon"] == "Karin Woud")


def test_what_a_function_is_about_may_be_written_small() -> None:
    [role] = reader.facts("Wij spraken wethouder sociaal domein Anna Bos van Almere.", "rol")
    assert (role.velden["functie"], role.vraag) == ("wethouder sociaal domein", None)


def test_another_cell_of_the_row_is_not_before_a_name() -> None:
    assert not [f for f in reader.facts("Ede\twethouder\tAnna Bos van Almere\n", "rol") if f.vraag is None]


def test_the_last_word_of_a_board_is_nobody() -> None:
    text = "De huidige vicevoorzitter van de raad van commissarissen Anna Bos neemt het over.\n"
    found = reader.facts(text, "rol")
    assert [str(f.velden["functie"]).split()[0] for f in found] == ["vicevoorzitter"]
