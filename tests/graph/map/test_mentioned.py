"""When a name inside a question is what the question asks for."""

import pytest

from graph.dutch.spelling import Vocabulary
from graph.map.mentioned import mentioned
from graph.meaning.called import Called

THINGS = [
    ("gemeente:a", "Gemeente", "Zaanstad", []),
    ("gemeente:b", "Gemeente", "Buren", []),
    ("gemeente:c", "Gemeente", "Utrecht", []),
    ("organisatie:c", "Organisatie", "Provincie Utrecht", []),
    ("wet:p", "Wet", "Participatiewet", []),
    ("thema:s", "Thema", "Schulden", []),
    ("oplossing:jpf", "Oplossing", "Jongeren Perspectief Fonds (JPF)", []),
    ("oplossing:huis", "Oplossing", "Skaeve Huse", []),
    ("oplossing:straat", "Oplossing", "Lief & Leedstraat", []),
]


@pytest.fixture
def called() -> Called:
    found = Called()
    for thing in THINGS:
        found.add(*thing)
    found.also("oplossing:huis", "Oplossing", ["rustige woonplek"])
    return found


def found(called: Called, text: str) -> list[str]:
    return [key for key, _ in mentioned(text, called, Vocabulary())]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Wat is JPF eigenlijk, en wie doet eraan mee?", "oplossing:jpf"),
        ("Wat kost Skaeve Huse per bewoner?", "oplossing:huis"),
        ("JPF contactpersoon", "oplossing:jpf"),
        ("wat is een lief en leedstraat nou", "oplossing:straat"),
        ("Welke praktijken vallen onder de Participatiewet?", "wet:p"),
        ("Ik zoek een overzicht van het thema schulden", "thema:s"),
        ("Doet Zaanstad mee?", "gemeente:a"),
        ("een lijstje van wat Utrecht heeft opgenomen", "gemeente:c"),
        ("Wat heeft de provincie Utrecht liggen?", "organisatie:c"),
        ("Wat weten jullie van de gemeente buren?", "gemeente:b"),
        ("Dinsdag gaan we op bezoek bij de wethouder van Zaanstad. Wat hebben jullie van die gemeente?", "gemeente:a"),
        ("Bij het opruimen vond ik een map met 'Skeve Huse' erop.\n\nKunt u alles sturen wat u daarover heeft?",
         "oplossing:huis"),
        ("Zaanstad had het over JPF. Vertel me er alles over.", "oplossing:jpf"),
    ],
)  # fmt: skip
def test_who_asks_for_a_thing_gets_it_wherever_its_name_stands(called: Called, text: str, key: str) -> None:
    assert found(called, text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "jongeren met schulden in Zaanstad",
        "Wat doet Zaanstad aan huisuitzettingen?",
        "Hoe zit het met de buren en hun honden?",
        "Mag ik onder de Participatiewet samenwonen met mijn moeder?",
        "Mensen worden uit huis gezet en staan op straat. Doet Utrecht mee?",
        "Wij hebben een JPF. Toch blijven jongeren met huurachterstand zonder hulp.",
        "De een noemt JPF en de ander noemt Skaeve Huse. Vertel me er alles over.",
        "Wij zoeken een rustige woonplek voor mensen die overlast geven",
    ],
)
def test_who_passes_a_name_asks_something_else(called: Called, text: str) -> None:
    assert found(called, text) == []


def test_a_thing_that_is_asked_for_goes_before_what_else_is_told(called: Called) -> None:
    assert found(called, "Wij zien veel overlast in de wijk. Wat is Skaeve Huse?") == ["oplossing:huis"]
    assert found(called, "Wij zien veel overlast in de wijk. Heeft u een overzicht van Zaanstad?") == ["gemeente:a"]
