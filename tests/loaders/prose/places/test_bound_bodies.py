"""What the words between a function and a body say: where somebody works, for a question to offer first."""

import pytest

from graph.dutch.collation import slug
from loaders.prose.places import bound_bodies
from tests.loaders.prose import reader


def first(text: str, person: str = "Anna Bos") -> str:
    found = [f for f in reader.facts(text, "rol") if f.vraag and f.velden["persoon"] == person]
    return str(found[0].velden["organisatie"] or slug(str(found[0].velden["organisatie_vorm"])))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Nieuws uit Ede\n\nDe Goudse wijkregisseur Anna Bos sprak.\n", "gemeente:gm0513"),
        ("Nieuws uit Ede\n\nDe Haagse wethouder Anna Bos sprak.\n", "gemeente:gm0518"),
        ("Nieuws uit Ede\n\nOpening door wethouder Anna Bos van de gemeente ’s-Hertogenbosch\n", "gemeente:gm0796"),
        ("Nieuws uit Ede\n\nPvdA-kamerlid Anna Bos sprak in Gouda.\n", "organisatie:pvda"),
        ("Ede\n\nVoorzitter van de stuurgroep is burgemeester Anna Bos van Borne.\n", "stuurgroep"),
    ],
)
def test_the_words_beside_the_function_come_before_what_the_page_is_about(text: str, where: str) -> None:
    assert first(text) == where


def test_a_place_inside_the_name_of_a_body_is_not_offered_before_it() -> None:
    text = "Wij spraken Anna Bos, adviseur bij Samenwerkingsorganisatie De Wolden Hoogeveen, over haar plannen.\n"
    assert first(text) == "organisatie:samenwerkingsorganisatie-de-wolden-hoogeveen"


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        (", Reclassering Nederland", "Reclassering Nederland"),
        (" van Mediant Zorg", "Mediant Zorg"),
        (", maandag en dinsdag", ""),
        (", Wethouder Jeugd", ""),
        (" van Ede", ""),
    ],
)
def test_the_end_of_a_line_with_a_function_names_a_body_of_two_words(text: str, vorm: str) -> None:
    assert bound_bodies.at_end(text) == vorm
