"""Rows and lists of thema's."""

import pytest

from tests.loaders.prose import reader


def themas(text: str) -> list[tuple[str | None, str]]:
    return [(f.velden["id"], f.velden["vorm"]) for f in reader.facts(text, "thema") if not f.vraag]


def test_a_known_name_with_en_in_it_is_one_thema() -> None:
    text = "Rond de thema’s Meedoen, Veilig thuis en in de buurt, Armoede en Mantelzorg zijn plannen gemaakt."
    assert themas(text) == [
        ("thema:meedoen", "Meedoen"), ("thema:veilig-thuis-en-in-de-buurt", "Veilig thuis en in de buurt"),
        ("thema:armoede", "Armoede"), ("thema:mantelzorg", "Mantelzorg"),
    ]  # fmt: skip


def test_a_new_thema_is_kept_as_said_and_asked() -> None:
    found = reader.facts("De thema's zijn: Armoede en Ruimtevaart.", "thema")
    assert [(f.velden["id"], f.vraag is None) for f in found] == [
        ("thema:armoede", True), (None, True), ("thema:ruimtevaart", False),
    ]  # fmt: skip


def test_domains_are_divided_one_by_one() -> None:
    text = "Het sociaal domein gaat over opvoeding, inburgering en sociale activering. Daar werken we aan."
    assert [form for _, form in themas(text)] == ["opvoeding", "inburgering", "sociale activering"]


def test_a_list_under_the_heading_themas() -> None:
    assert [key for key, _ in themas("Thema's\n- Meedoen\n- Mantelzorg\n\nEn verder.")] == [
        "thema:meedoen", "thema:mantelzorg",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("De thema's zijn: Armoede (en schulden), Zorg.", ["Armoede (en schulden)", "Zorg"]),
        ("De thema's zijn: Armoede, Zorg (en meer).", ["Armoede", "Zorg"]),
        ("De thema's zijn: ‘armoede’ en onder andere zorg staan centraal.", ["armoede", "zorg"]),
        ("Het thema Mantelzorg en Ruimtevaart.", ["Mantelzorg"]), ("Het thema Ruimtevaart.", []),
    ],
)  # fmt: skip
def test_a_row_stops_at_a_verb_or_a_bracket_that_does_not_go_on(text: str, forms: list[str]) -> None:
    assert [form for _, form in themas(text)] == forms


@pytest.mark.parametrize(
    "text", ["Dit thema is belangrijk.", "Onze thema's komen terug.", "Werk en inkomen is een afdeling."]
)
def test_the_word_alone_names_no_thema(text: str) -> None:
    assert not themas(text)
