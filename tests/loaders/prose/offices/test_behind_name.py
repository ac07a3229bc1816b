"""A function right behind a name."""

import pytest

from loaders.prose.offices import behind_name
from loaders.prose.people.people import names_in
from tests.loaders.prose import reader


def behind(text: str) -> tuple[str, str, str] | None:
    """The words, the rule, and the text behind them."""
    page = reader.seen(text)
    sentence = page.sentences[0]
    found = behind_name.find(page, sentence, names_in(page, sentence.start, sentence.end)[0])
    return (found.said, found.rule, text[found.end :]) if found else None


@pytest.mark.parametrize(
    ("text", "said", "rule", "rest"),
    [
        ("Anna Bos (MB, wethouder Almere) sprak.", "wethouder Almere", "zin-naam-functie", " sprak."),
        ("Anna Bos, de wethouder van Almere, sprak.", "wethouder van Almere", "zin-naam-functie", ", sprak."),
        (
            "Anna Bos, directeur Jeugd, gemeente Almere, sprak.",
            "directeur Jeugd, gemeente Almere",
            "zin-naam-functie",
            ", sprak.",
        ),
        (
            "Anna Bos is sinds mei directeur bij Divosa en zegt dat.",
            "directeur bij Divosa en",
            "zin-naam-is",
            " zegt dat.",
        ),
        ("Anna Bos was griffier.", "voormalig griffier", "zin-naam-is", "."),
        ("Anna Bos is per 1 mei voorzitter.", "aankomend voorzitter", "zin-naam-is", "."),
        ("Anna Bos is nu geen voorzitter van de VNG meer.", "voormalig voorzitter van de VNG", "zin-naam-is", "."),
        ("Anna Bos werd met grote meerderheid voorzitter.", "aankomend voorzitter", "zin-naam-is", "."),
    ],
)
def test_the_words_that_belong_to_the_name(text: str, said: str, rule: str, rest: str) -> None:
    assert behind(text) == (said, rule, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bos (Divosa) sprak.",
        "Anna Bos, burgemeester Piet Vos en ik",
        "Anna Bos is ziek.",
        "Anna Bos, wethouders Klijn en Vink",
    ],
)
def test_words_of_somebody_else_or_of_nobody(text: str) -> None:
    assert behind(text) is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ook Anna Bos (Divosa) kwam langs.", "Welke functie heeft Anna Bos bij 'Divosa'?"),
        ("Ook Anna Bos van de gemeente Almere kwam.", "Welke functie heeft Anna Bos bij 'gemeente Almere'?"),
        ("Anna Bos vertrekt als directeur van Divosa.", "Is Anna Bos nu directeur van Divosa? Vul in van wanneer"),
        (
            "Vanaf mei is Anna Bos burgemeester van Almere.",
            "Is Anna Bos nu burgemeester van Almere? Vul in van wanneer",
        ),
        ("Anna Bos is benoemd tot directeur van Divosa.", "'aankomend directeur' is nog niet zo."),
    ],
)
def test_what_a_person_must_weigh_is_asked(text: str, question: str) -> None:
    [asked] = [f for f in reader.facts(text, "rol") if f.vraag]
    assert str(asked.vraag).startswith(question)
    assert asked.regel in (behind_name.RULE, behind_name.IS)


def test_a_place_behind_a_name_is_where_somebody_lives() -> None:
    assert not reader.facts("Ook Anna Bos van Almere kwam.", "rol")
    [role] = reader.facts("De voorzitter van de VNG is Anna Bos.", "rol")
    assert (role.regel, role.vraag) == ("zin-naam-is", None)


@pytest.mark.parametrize(
    "text",
    [
        "Karel Smit, die wethouder werd van Ede, was erbij.",
        "Almere, in dezen vertegenwoordigd door de heer J. Mbuza, wethouder welzijn,\nDe gemeente Ede doet mee.",
    ],
)
def test_neither_a_clause_nor_the_next_line_gives_somebody_a_place(text: str) -> None:
    assert not [f for f in reader.facts(text, "rol") if f.vraag is None and f.velden["organisatie"]]
