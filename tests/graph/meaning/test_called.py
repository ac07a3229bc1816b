"""When a text is the name of a thing, and of which."""

import pytest

from graph.dutch.spelling import Vocabulary
from graph.meaning.called import Called

THINGS = [
    ("gemeente:a", "Gemeente", "'s-Hertogenbosch", ["den bosch"]),
    ("gemeente:b", "Gemeente", "Súdwest-Fryslân", []),
    ("wet:wmo", "Wet", "Wet maatschappelijke ondersteuning 2015", ["wmo 2015"]),
    ("wet:wgs", "Wet", "Wet gemeentelijke schuldhulpverlening", ["wgs"]),
    ("thema:wonen", "Thema", "Wonen", []),
    ("oplossing:jpf", "Oplossing", "Jongeren Perspectief Fonds (JPF)", []),
    ("oplossing:hof", "Oplossing", "Knarrenhof: hofje voor senioren", []),
    ("oplossing:depot", "Oplossing", "Het Bouwdepot", []),
    ("oplossing:wonen", "Oplossing", "Wonen", []),
    ("oplossing:auto", "Oplossing", "ANWB AutoMaatje", []),
    ("oplossing:fit", "Oplossing", "Geldfit en de Schuldhulproute", []),
    ("oplossing:les", "Oplossing", "Herstelacademie (recovery college)", []),
    ("organisatie:leergeld", "Organisatie", "Stichting Leergeld", []),
    ("wet:opvang", "Wet", "Wet kinderopvang", []),
]


@pytest.fixture
def called() -> Called:
    found = Called()
    for thing in THINGS:
        found.add(*thing)
    found.also("oplossing:auto", "Oplossing", ["meerijden met een buur", "maatje"])
    found.also("oplossing:hof", "Oplossing", ["maatje", "wonen"])
    return found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Den Bosch", "gemeente:a"),
        ("gemeente sudwest fryslan", "gemeente:b"),
        ("Wmo 2015", "wet:wmo"),
        ("wmo", "wet:wmo"),
        ("WGS?", "wet:wgs"),
        ("jpf", "oplossing:jpf"),
        ("knarrenhof", "oplossing:hof"),
        ("Wat is het Bouwdepot precies?", "oplossing:depot"),
        ("bouwdepo", "oplossing:depot"),
        ("Ik zoek meer over jongeren perspectief fonds.", "oplossing:jpf"),
        ("wonen", "thema:wonen"),
        ("Waar vind ik meer uitleg over de Wgs?", "wet:wgs"),
        ("kunnen jullie me iets vertellen over knarrenhof", "oplossing:hof"),
        ("hoi, ken je het jongeren perspectiff fonds", "oplossing:jpf"),
        ("sudwestfryslan", "gemeente:b"),
        ("wat doet automaatje", "oplossing:auto"),
        ("Ik hoorde op een congres over Geldfit, wat is dat?", "oplossing:fit"),
        ("recovery college", "oplossing:les"),
        ("meerijden met een buur", "oplossing:auto"),
        ("gem. Den Bosch", "gemeente:a"),
        ("leergeld", "organisatie:leergeld"),
        ("stichting leergld", "organisatie:leergeld"),
    ],
)
def test_a_name_in_any_of_its_forms_is_that_thing(called: Called, text: str, key: str) -> None:
    assert [found for found, _ in called.things(text, Vocabulary())] == [key]


@pytest.mark.parametrize(
    "text", ["", "?", "wonen en zorg", "het fonds", "jongeren met schulden in den bosch", "maatje", "kinderopvang"]
)
def test_anything_else_is_no_name(called: Called, text: str) -> None:
    assert called.things(text, Vocabulary()) == []


def test_a_word_that_is_known_is_no_slip(called: Called) -> None:
    words = Vocabulary()
    words.add("bouwdepok")
    assert called.things("bouwdepok", words) == []


@pytest.fixture
def mapped(called: Called) -> Called:
    called.subject("onderwerp:energie", "Energietoeslag en energierekening", ["hulp bij de energierekening"])
    called.subject("onderwerp:wacht", "Wachten op jeugdhulp", ["wachtlijst jeugdzorg", "lange wachtlijst"])
    called.subject("onderwerp:ggz", "Wachten op de ggz", ["lange wachtlijst"])
    called.subject("onderwerp:ouder", "Ouder worden", [])
    called.subject("thema:mee", "Participatie", ["dagbesteding"], mapped=False)
    return called


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("energietoeslag", "onderwerp:energie"),
        ("Toeslag energie?", "onderwerp:energie"),
        ("iets over de energierekening", "onderwerp:energie"),
        ("jeugdzorg wachtlijst", "onderwerp:wacht"),
        ("wat is er voor: wachten op jeugdhulp", "onderwerp:wacht"),
    ],
)
def test_a_few_words_in_any_order_are_the_name_of_a_subject(mapped: Called, text: str, key: str) -> None:
    assert mapped.place(text) == key


@pytest.mark.parametrize(
    "text",
    ["", "?", "lange wachtlijst", "energietoeslag voor mijn ouders", "ouders uit elkaar", "dagbesteding", "wachten"],
)
def test_what_says_more_or_fits_two_subjects_is_the_name_of_none(mapped: Called, text: str) -> None:
    assert mapped.place(text) is None
