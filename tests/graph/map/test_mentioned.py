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


SUBJECTS = [
    ["Schulden", "huurachterstand", "jongeren met schulden"], ["Jeugdhulp"], ["Huisvesting", "uit huis gezet"],
    ["Bijstand", "kosten van bewindvoering"], ["Mantelzorg"],
]  # fmt: skip


@pytest.fixture
def mapped(called: Called) -> Called:
    for number, texts in enumerate(SUBJECTS):
        called.subject(f"onderwerp:{number}", texts[0], texts[1:])
    return called


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Een collega uit Buren is lyrisch over Skaeve Huse. Heb je een A4'tje?", "oplossing:huis"),
        ("Wij twijfelen over Skaeve Huse, want de omwonenden protesteren. Zijn er cijfers?", "oplossing:huis"),
        ("Op de agenda van dinsdag staat JPF. Wie er meer van weet, is er dan niet. Kunt u mij een korte uitleg geven?",
         "oplossing:jpf"),
        ("Ik begin in mei als ambtenaar in Zaanstad. Wat is daar al bedacht?", "gemeente:a"),
        ("Ik ben raadslid in Zaanstad. Wat doen wij eigenlijk allemaal?", "gemeente:a"),
        ("Is Zaanstad actief op jullie site?", "gemeente:a"),
        ("Ik houd een praatje over de Participatiewet. Wat is er te vinden?", "wet:p"),
    ],
)  # fmt: skip
def test_words_of_no_subject_say_nothing_of_what_a_text_is_about(mapped: Called, text: str, key: str) -> None:
    assert found(mapped, text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben een JPF. Toch blijven jongeren met huurachterstand zonder jeugdhulp. Wat nu?",
        "De kosten van bewindvoering drukken op onze bijstand. Wie heeft daar iets op gevonden in Zaanstad?",
        "Mijn tante woont in Zaanstad en krijgt mantelzorg. Wat kan ze doen?",
        "Wie helpt een jongere met een gezinsschuld in Zaanstad?",
        "er worden steeds meer buren uit huis gezet, wat doet de gemeente?",
    ],
)
def test_a_word_of_a_subject_says_that_a_text_is_about_that(mapped: Called, text: str) -> None:
    assert found(mapped, text) == []


def test_a_word_tells_when_a_subject_is_described_with_it_or_with_its_end(mapped: Called) -> None:
    assert mapped.tells("jongere")
    assert mapped.tells("pleegjeugdhulp")
    assert not mapped.tells("lyrisch")
    assert Called().tells("lyrisch"), "without a map any word may be what a text is about"
