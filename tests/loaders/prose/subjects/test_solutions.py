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
        "Mw. Kiers vraagt of er wachtlijsten zijn in de jeugdzorg.", "Het loket is open op dinsdag en donderdag.",
        "Dit convenant loopt tot en met 31 december.", "Beantwoording van vragen over wachttijden in de jeugdzorg.",
    ],
)  # fmt: skip
def test_a_word_alone_is_no_matter_of_judgement(text: str) -> None:
    assert reader.facts(text, "knelpunt", "oplossing") == []


def test_who_made_something_is_worth_asking() -> None:
    [fact] = reader.facts("De gemeente Almere heeft een eigen aanpak ontwikkeld voor jonge ouders.", "oplossing")
    assert fact.vraag is not None


def test_a_page_is_asked_about_one_of_each() -> None:
    text = "Het knelpunt is dat niemand mag beslissen. Er is een wachtlijst van een jaar. Jongeren lopen vast."
    assert len(reader.facts(text, "knelpunt")) == 1


def test_what_is_done_about_trouble_is_no_knelpunt() -> None:
    assert not reader.facts("Met het project worden gezinnen geholpen met het oplossen van problemen.\n", "knelpunt")
