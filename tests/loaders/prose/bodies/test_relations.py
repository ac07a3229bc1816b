"""How bodies belong together, when a sentence says so."""

import pytest

from tests.loaders.prose import reader

RAAD, PROGRAMMA = "organisatie:programmaraad-sociaal-domein", "organisatie:programma-sociaal-domein"


def found(text: str) -> list[tuple[str, str, str]]:
    facts = reader.facts(text, "relatie")
    assert all(fact.vraag is None for fact in facts)
    return [(fact.velden["van"], fact.velden["naar"], fact.velden["hoe"]) for fact in facts]


@pytest.mark.parametrize(
    ("text", "source", "target", "how"),
    [
        ("In de Programmaraad Sociaal Domein heeft ook Divosa zitting.", "organisatie:divosa", RAAD,
         "heeft zitting in"),
        ("De VNG heeft zitting in de Programmaraad Sociaal Domein.", "organisatie:vng", RAAD, "heeft zitting in"),
        ("De VNG is betrokken bij het Programma Sociaal Domein.", "organisatie:vng", PROGRAMMA, "is betrokken bij"),
        ("De VNG vormt het secretariaat van de Programmaraad Sociaal Domein.", "organisatie:vng", RAAD,
         "is het secretariaat van"),
        ("De VNG is opdrachtgever van het Programma Sociaal Domein.", "organisatie:vng", PROGRAMMA,
         "is opdrachtgever van"),
        ("De opdrachtgever van het Programma Sociaal Domein is de VNG.", "organisatie:vng", PROGRAMMA,
         "is opdrachtgever van"),
        ("De VNG stelde de Programmaraad Sociaal Domein aan.", "organisatie:vng", RAAD, "stelde aan"),
    ],
)  # fmt: skip
def test_a_sentence_says_how_bodies_belong_together(text: str, source: str, target: str, how: str) -> None:
    assert found(text) == [(source, target, how)]


def test_everybody_before_the_verb_has_a_seat_or_is_involved() -> None:
    assert [source for source, *_ in found("De VNG en Divosa zijn betrokken bij het Programma Sociaal Domein.")] == [
        "organisatie:vng", "organisatie:divosa",
    ]  # fmt: skip


def test_this_programme_is_the_one_that_was_named_before() -> None:
    text = "Het Programma Sociaal Domein begint. De VNG is betrokken bij dit programma."
    assert found(text) == [("organisatie:vng", PROGRAMMA, "is betrokken bij")]
    assert not found("De VNG is betrokken bij dit programma.")


@pytest.mark.parametrize(
    "text",
    [
        "De VNG is niet betrokken bij het Programma Sociaal Domein.",
        "De VNG zou betrokken zijn bij dit programma.",
        "De VNG is betrokken bij de zaak.",
        "Het Programma Sociaal Domein is betrokken bij het Programma Sociaal Domein.",
    ],
)
def test_a_denial_or_a_missing_end_is_no_relation(text: str) -> None:
    assert not found(text)


def test_a_sentence_may_begin_with_the_words_that_tie() -> None:
    text = (
        "Het Programma Sociaal Domein is er.\n\nOpdrachtgever van het Programma Sociaal Domein is de gemeente Almere.\n"
    )
    [tie] = [f for f in reader.facts(text, "relatie") if f.regel == "relatie-opdrachtgever"]
    assert (tie.velden["van"], tie.velden["naar"]) == ("gemeente:gm0034", "organisatie:programma-sociaal-domein")
