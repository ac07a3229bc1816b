"""Whether a question is in another language."""

import pytest

from graph.dutch.language import foreign


@pytest.mark.parametrize(
    "text",
    [
        "My son is dyslexic and the school does not help",
        "Wo kann ich Hilfe für meine Schulden bekommen?",
        "je n'ai pas de logement pour mes enfants",
        "gdzie jest pomoc dla mojej rodziny, nie mam pracy",
        "Evim yok ve nasıl yardım alırım",
        "مساعدة في الديون",
    ],
)
def test_other_languages_are_recognised(text: str) -> None:
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "schulden",
        "18",
        "mijn zoon kan niet mee op schoolreis",
        "housing first",
        "wie helpt met de wmo",
        "der staat",
    ],
)
def test_dutch_and_a_few_words_are_not(text: str) -> None:
    assert not foreign(text)
