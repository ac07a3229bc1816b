"""Where somebody may have a function: the nearest reason first."""

import pytest

from graph.dutch.collation import slug
from tests.loaders.prose import reader

EDE = "gemeente:gm0228"


def first(text: str) -> tuple[str | None, str]:
    [fact] = [f for f in reader.facts(text, "rol") if f.vraag]
    return fact.velden["organisatie"], str(fact.velden["organisatie_vorm"])


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        ("Nieuws uit Ede\n\nDe directeur van Xqalagroep, mevrouw Anna Bos, sprak.\n", "Xqalagroep"),
        ("Nieuws uit Ede\n\nProjectmanager Anna Bos (Xqalagroep) sprak.\n", "Xqalagroep"),
        ("Nieuws uit Ede\n\nCommissie Zorg: mevrouw Anna Bos (voorzitter)\n", "Commissie Zorg"),
        ("Welzijn Dal\n\nAnna Bos\nopbouwwerker\n\nWij werken in Ede.\n", "Welzijn Dal"),
    ],
)
def test_a_body_that_the_graph_does_not_know_is_offered_as_it_is_written(text: str, vorm: str) -> None:
    assert first(text) == (f"organisatie:{slug(vorm)}", vorm)


def test_who_works_for_a_gemeente_is_offered_the_gemeente_before_the_body_of_the_page() -> None:
    text = "Welzijn Dal\n\nWelzijn Dal werkt in de gemeente Ede.\n\nBeleidsadviseur Anna Bos belt u.\n"
    assert first(text)[0] == EDE


def test_the_sentences_before_it_come_before_the_title() -> None:
    text = "Nieuws uit Almere\n\nPiet woont in Ede. Daar is Anna Bos wethouder.\n"
    assert first(text)[0] == EDE
