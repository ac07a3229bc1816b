"""Rows of thema's, lists of criteria, and frameworks by title."""

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
    "text", ["Dit thema is belangrijk.", "Onze thema's komen terug.", "Werk en inkomen is een afdeling."]
)
def test_the_word_alone_names_no_thema(text: str) -> None:
    assert not themas(text)


def test_points_under_criteria_for_a_traject_are_criteria() -> None:
    text = """\
Welke criteria gelden er voor een traject? Dit zijn ze:

- het raakt aan een van de thema's
- het verbetert iets tussen twee domeinen, domeinoverstijgend dus
- het is leuk

Daarna beslist de raad.
"""
    found = reader.facts(text, "criterium")
    assert [(f.velden["id"], f.vraag is None) for f in found] == [
        ("criterium:draagt-bij-aan-thema", True), ("criterium:domeinoverstijgend", True), (None, False),
    ]  # fmt: skip


def test_a_framework_is_known_by_title_or_asked() -> None:
    [known] = reader.facts("Het beleidskader ‘Samen denken, samen doen’ is klaar.", "beleidskader")
    assert (known.velden["id"], known.vraag) == ("beleidskader:samen-denken-samen-doen", None)
    said, asked = reader.facts("De kadernota Sociaal Domein ‘Heel dichtbij’ is klaar.", "beleidskader")
    assert (said.velden["id"], said.vraag) == (None, None)
    assert asked.vraag == "Moet het kader 'Heel dichtbij' erbij? Van welke gemeente is het?"
