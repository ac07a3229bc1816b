"""Somebody with a function: what follows from it, and what has to be asked."""

import pytest

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.prose.people import roles
from loaders.prose.people.functions import Role
from loaders.prose.people.people import Name
from loaders.prose.people.roles import Grounds
from loaders.prose.people.signs import Sign
from loaders.prose.text.notebook import Notebook
from tests.loaders.prose import reader

ANNA = Name("Anna Bos", 0, 8, Sign.STRONG)
TEXT = "Anna Bos staat hier met een functie erbij."
HERE = Grounds("een-regel", [(0, 8)])
WATERDAM = ("gemeente:a",)


@pytest.fixture
def book() -> Notebook:
    names = Names()
    names.add("Gemeente", Known("gemeente:a", "Waterdam"))
    names.add("Gemeente", Known("gemeente:oud", "Oudorp", (), ended=True))
    names.add("Persoon", Known("persoon:piet-vos", "Piet Vos"))
    names.hold("persoon:piet-vos", "burgemeester", "gemeente:a")
    page = reader.seen(TEXT, names)
    return Notebook(page, Findings(MODEL, {page.document.id: page.document}))


def found(book: Notebook) -> list[Fact]:
    return [fact for fact in book.facts.values() if fact.soort == "rol"]


def test_a_function_at_one_organisation_is_asserted(book: Notebook) -> None:
    assert roles.person(book, ANNA, HERE)
    roles.one(book, ANNA, Role("wethouder", "Waterdam", WATERDAM), HERE, True)
    [role] = found(book)
    assert (role.vraag, role.velden["organisatie"], role.regel) == (None, "gemeente:a", "een-regel")


@pytest.mark.parametrize(
    ("role", "question"),
    [
        (Role("oud-wethouder", "Waterdam", WATERDAM), "'oud-wethouder' is een functie van vroeger."),
        (Role("beoogd wethouder", "Waterdam", WATERDAM), "'beoogd wethouder' is nog niet zo."),
        (Role("wethouder 2014", "Waterdam", WATERDAM), "Er staat een jaartal bij."),
        (
            Role("wethouder", "Oudorp", ("gemeente:oud",)),
            "Oudorp bestaat niet meer. Vul in tot wanneer Anna Bos dit was",
        ),
        (
            Role("burgemeester", "Waterdam", WATERDAM),
            "De graaf kent Piet Vos als burgemeester van Waterdam. Wie is het nu?",
        ),
        (Role("Waterdam", "", ()), "Is 'Waterdam' een functie, en bij welke organisatie?"),
        (Role("directeur", "Waterdan", ()), "Welke organisatie is 'Waterdan'? Misschien gemeente:a (Waterdam, "),
        (
            Role("directeur", "Bergen", ("gemeente:b", "gemeente:c")),
            "Welke is bedoeld met 'Bergen': gemeente:b of gemeente:c?",
        ),
        (Role("directeur", "", ()), "Bij welke organisatie is Anna Bos directeur?"),
    ],
)
def test_each_gap_is_a_question(book: Notebook, role: Role, question: str) -> None:
    roles.one(book, ANNA, role, HERE, True)
    [asked] = found(book)
    assert asked.vraag is not None
    assert asked.vraag.startswith(question)


def test_only_an_office_is_kept_as_said_without_an_organisation(book: Notebook) -> None:
    roles.one(book, ANNA, Role("minister", "", ()), HERE, True)
    said, asked = found(book)
    assert (said.velden["functie"], said.vraag) == ("minister", None)
    assert asked.vraag == "Bij welke organisatie is Anna Bos minister?"


def test_an_office_of_the_past_is_never_the_same_fact_as_one_of_now(book: Notebook) -> None:
    """`wethouder Bakker` on one page and `oud-wethouder Bakker` on another: the second is asked."""
    roles.one(book, ANNA, Role("wethouder", "", ()), HERE, True)
    now = {fact.id for fact in found(book) if fact.vraag is None}
    roles.one(book, ANNA, Role("oud-wethouder", "", ()), HERE, True)
    assert {fact.id for fact in found(book) if fact.vraag is None} == now
    assert not any(fact.velden.get("toestand") for fact in found(book))


def test_nothing_is_asserted_of_somebody_who_is_asked(book: Notebook) -> None:
    shape = ANNA._replace(sign=Sign.SHAPE)
    sure = roles.person(book, shape, HERE)
    roles.one(book, shape, Role("wethouder", "Waterdam", WATERDAM), HERE, sure)
    assert [fact.vraag for fact in book.facts.values()] == [
        "Is 'Anna Bos' een persoon?",
        "Eerst weten: wie is 'Anna Bos'?",
    ]


def test_somebody_who_looks_like_somebody_is_asked(book: Notebook) -> None:
    assert not roles.person(book, ANNA._replace(tekst="Piet Voss"), HERE)
    [asked] = book.facts.values()
    assert str(asked.vraag).startswith("Is 'Piet Voss' dezelfde als Piet Vos (persoon:piet-vos, ")


def test_several_functions_in_the_words_beside_a_name(book: Notebook) -> None:
    made = roles.several(book, ANNA, "voorzitter Waterdam en secretaris Waterdam", HERE)
    assert [role.functie for role in made] == ["voorzitter Waterdam", "secretaris Waterdam"]
    assert len(found(book)) == 2
    assert book.sure_of("Anna Bos")
