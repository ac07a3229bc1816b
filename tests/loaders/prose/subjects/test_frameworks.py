"""Local policy frameworks by their title."""

import pytest

from tests.loaders.prose import reader


def test_a_framework_is_known_by_title_or_asked() -> None:
    [known] = reader.facts("Het beleidskader ‘Samen denken, samen doen’ is klaar.", "beleidskader")
    assert (known.velden["id"], known.vraag) == ("beleidskader:samen-denken-samen-doen", None)
    said, asked = reader.facts("De kadernota Sociaal Domein ‘Heel dichtbij’ is klaar.", "beleidskader")
    assert (said.velden["id"], said.vraag) == (None, None)
    assert asked.vraag == "Moet het kader 'Heel dichtbij' erbij? Van welke gemeente is het?"


@pytest.mark.parametrize(
    "text", ["Het kader ‘heel dichtbij’ is klaar.", "Het plan ‘Heel dichtbij’ is klaar.", "Foto: nota ‘Heel dichtbij’"]
)
def test_other_quoted_words_are_no_framework(text: str) -> None:
    assert not reader.facts(text, "beleidskader")
