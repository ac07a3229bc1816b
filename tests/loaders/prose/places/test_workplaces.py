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


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        ("Nieuws uit Ede\n\nVoorzitter Anna Bos van de raad van toezicht van Zorg Dal sprak.\n", "Zorg Dal"),
        ("Voorzitter Anna Bos van de raad van bestuur van Dalheem sprak.\n", "Dalheem"),
        ("Nieuws uit Ede\n\nAnna Bos (voorzitter Werkplaatsen Sociaal Domein)\n", "Werkplaatsen Sociaal Domein"),
        ("Nieuws uit Ede\n\nAnna Bos (hoogleraar sociaal recht aan het Dalumc) sprak.\n", "Dalumc"),
        ("Nieuws uit Ede\n\nAnna Bos (onderzoeker Kenniscentrum Hoog Dal) sprak.\n", "Kenniscentrum Hoog Dal"),
    ],
)
def test_the_body_that_the_words_of_the_function_name_comes_first(text: str, vorm: str) -> None:
    assert first(text)[1] == vorm


def test_a_body_without_a_capital_is_where_somebody_is_voorzitter() -> None:
    assert first("Nieuws uit Ede\n\nVoorzitter Anna Bos van de seniorenraad sprak.\n")[1].startswith("seniorenraad")


def test_what_stands_between_brackets_behind_somebody_else_is_not_offered_first() -> None:
    text = "Verslag van de commissie in Ede. Aanwezig: mevrouw A. Bos (adviseur) de heer P. Vos (Senzerdal)\n"
    [fact] = [f for f in reader.facts(text, "rol") if f.vraag and f.velden["persoon"] == "A. Bos"]
    assert fact.velden["organisatie_vorm"] == "Ede"


def test_half_of_a_name_is_no_organisation() -> None:
    [fact] = [f for f in reader.facts("Opening door dagvoorzitter Ferenc van Damme\n", "rol") if f.vraag]
    assert fact.velden["organisatie_vorm"] != "Damme"


def test_who_leads_one_day_is_not_placed_by_what_the_page_is_about() -> None:
    text = "Debat in de gemeente Ede\n\nOnder leiding van dagvoorzitter Anna Bos spreken wij elkaar.\n"
    [fact] = [f for f in reader.facts(text, "rol") if f.vraag]
    assert fact.velden["organisatie"] is None


def test_a_capital_behind_a_field_without_one_is_the_body() -> None:
    text = "Nieuws uit Ede\n\nAanwezig: Anna Bos (adviseur strategie en beleid Woondal)\n"
    assert first(text)[1] == "Woondal"


def test_a_verb_is_no_word_for_whose_somebody_is() -> None:
    text = "Nieuws uit Ede\n\nDaarnaast zijn Anna Bos en Piet Vos aangesteld als penningmeester.\n"
    assert not any(f.velden["organisatie_vorm"] == "Daarnaast" for f in reader.facts(text, "rol"))
