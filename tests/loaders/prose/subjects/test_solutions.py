"""Sentences that look like a knelpunt, an oplossing or its use are asked, never asserted."""

import pytest

from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("text", "soort"),
    [
        ("Jongeren vallen tussen wal en schip als ze achttien worden.", "knelpunt"),
        ("Het echte knelpunt is dat niemand mag beslissen.", "knelpunt"),
        ("Een mooie oplossing is één vast gezicht per gezin.", "oplossing"),
        ("Het traject richt zich op jongeren die van school gaan.", "traject"),
    ],
)
def test_a_matter_of_judgement_is_always_asked(text: str, soort: str) -> None:
    [fact] = reader.facts(text, soort)
    assert fact.vraag is not None
    assert fact.zekerheid < 0.5
    assert [p.citaat for p in fact.bewijs] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Gemeente Zwolle nam de aanpak van Kampen over.", "Helmond past de werkwijze uit Eindhoven toe.",
        "In navolging van Den Haag begon Gouda met het Jongeren Perspectief Fonds.",
    ],
)  # fmt: skip
def test_the_use_of_a_solution_is_asked_with_who_and_what(text: str) -> None:
    [fact] = reader.facts(text, "toepassing")
    assert fact.vraag is not None
    assert fact.velden["gemeente"] is not None


def test_a_known_solution_is_named_in_the_question() -> None:
    [fact] = reader.facts("Gouda werkt met het Jongeren Perspectief Fonds.", "toepassing")
    assert (fact.velden["gemeente"], fact.velden["oplossing"]) == (
        "gemeente:gm0513", "oplossing:jongeren-perspectief-fonds",
    )  # fmt: skip
