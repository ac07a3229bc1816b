"""Names of oplossingen in sentences: known ones, and what else may be one."""

import pytest

from loaders.prose.subjects import named_solutions
from tests.loaders.prose import reader

GOUDA = "gemeente:gm0513"


def named(text: str) -> str | None:
    page = reader.seen(text)
    found = named_solutions.solution(page, page.sentences[0], GOUDA)
    return found.vorm if found else None


def test_one_that_the_graph_knows_goes_by_its_own_name() -> None:
    assert named("Gouda werkt met het JPF.") == "Jongeren Perspectief Fonds (JPF)"


@pytest.mark.parametrize(
    ("text", "vorm"),
    [
        ("Gouda past de werkwijze Samen Verder toe.", "Samen Verder"),
        ("Dat heet bij ons School als Vindplaats.", "School als Vindplaats"),
        ("Gouda, waar de buurtregisseur zes jaar geleden begon, gaat door.", "buurtregisseur"),
    ],
)
def test_one_that_it_does_not_know_goes_by_the_words_of_the_page(text: str, vorm: str) -> None:
    assert named(text) == vorm


@pytest.mark.parametrize(
    "text",
    [
        "Gouda is de eerste gemeente in Zuid-Holland die het fonds inzet.",
        "Gouda heeft met zorgverzekeraar CZ 136 gezinnen geholpen.",
        "Gouda doet het al, zegt Anna Mbuza.",
        "Eerlijk is eerlijk: Gouda deed het eerst.",
    ],
)
def test_a_province_a_body_a_person_or_a_saying_is_none(text: str) -> None:
    assert named(text) is None


def test_a_word_that_only_the_sentence_gives_a_capital_names_none() -> None:
    assert named("Prestatieafspraken zijn er in Gouda ook.") is None


def test_the_field_of_a_function_is_no_oplossing() -> None:
    text = "In Ede en Wageningen werkt programmamanager Ruimtelijke Ontwikkeling Anna Bos met de nieuwe aanpak."
    assert not [f for f in reader.facts(text, "toepassing") if "ontwikkeling" in str(f.velden).lower()]
