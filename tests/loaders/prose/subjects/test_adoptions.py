"""Who uses which oplossing, and how far they are: asked, with what is known filled in."""

import pytest

from tests.loaders.prose import reader

JPF = "oplossing:jongeren-perspectief-fonds"


def uses(text: str) -> list[tuple[str, str | None, str]]:
    found = reader.facts(text, "toepassing")
    assert all(fact.vraag for fact in found)
    return [(f.velden["gemeente"], f.velden["oplossing"], f.velden["status"]) for f in found]


@pytest.mark.parametrize(
    "text",
    ["Gemeente Zwolle nam de aanpak van Kampen over.", "Helmond past de werkwijze uit Eindhoven toe."],
)
def test_one_without_a_name_is_asked_with_who_uses_it(text: str) -> None:
    [(gemeente, oplossing, _)] = uses(text)
    assert gemeente in ("gemeente:gm0193", "gemeente:gm0794")
    assert oplossing is None


def test_a_known_one_is_filled_in() -> None:
    assert uses("Gouda werkt met het Jongeren Perspectief Fonds.") == [("gemeente:gm0513", JPF, "IN_GEBRUIK")]


def test_every_gemeente_of_a_sentence_is_asked() -> None:
    text = "In navolging van Den Haag begon Gouda met het Jongeren Perspectief Fonds."
    assert {gemeente for gemeente, _, _ in uses(text)} == {"gemeente:gm0518", "gemeente:gm0513"}


def test_a_page_carries_on_about_the_one_it_named() -> None:
    text = (
        "Gouda werkt met het Jongeren Perspectief Fonds.\n\nIn Leiden bestaat dat al vijf jaar. Ook Zuidplas "
        "overweegt het. Waddinxveen doet niet mee."
    )
    assert uses(text) == [
        ("gemeente:gm0513", JPF, "IN_GEBRUIK"), ("gemeente:gm0546", JPF, "IN_GEBRUIK"),
        ("gemeente:gm1892", JPF, "OVERWEEGT"),
    ]  # fmt: skip


def test_we_is_the_gemeente_that_the_page_is_about() -> None:
    text = "Raadsbrief van de gemeente Almere\n\nWij werken sinds dit jaar met het Jongeren Perspectief Fonds.\n"
    assert uses(text) == [("gemeente:gm0034", JPF, "IN_GEBRUIK")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Breda gebruikt de werkwijze Vroeg Samen Eropaf.", "Vroeg Samen Eropaf"),
        ("Helmond neemt de aanpak wijkkrachten over.", "wijkkrachten"),
        ("Hilversum heeft de Geldzaak afgekeken van Amersfoort.", "Geldzaak"),
        ("Breda begint met wat daar heet Schone Lei.", "Schone Lei"),
        ("Meppel onderzoekt of een gezamenlijke taalschool mogelijk is.", "gezamenlijke taalschool"),
    ],
)
def test_one_that_nobody_knows_is_proposed_by_its_name(text: str, name: str) -> None:
    found = reader.facts(text, "toepassing")
    assert {fact.velden["oplossing_vorm"] for fact in found} == {name}
    assert "kent de graaf nog niet" in str(found[0].vraag)


@pytest.mark.parametrize(
    "text",
    [
        "Het Jongeren Perspectief Fonds helpt jongeren. De wethouder van Gouda kreeg bloemen.",
        "Gouda koos voor een nieuwe burgemeester. Hij neemt het over van Dick Hilhorst uit Huizen.",
        "Gebruikt Gouda het Jongeren Perspectief Fonds?",
        "Gouda ziet er van af om met het Jongeren Perspectief Fonds te werken.",
    ],
)
def test_what_says_no_such_thing_is_not_asked(text: str) -> None:
    assert uses(text) == []


def test_a_page_of_one_gemeente_about_an_oplossing_that_we_know_is_asked_once() -> None:
    text = (
        "De gemeente Gouda hielp 53 jongeren. Dat komt door het Jongeren Perspectief Fonds.\n\n"
        "De jongeren in het JPF hebben een schuld.\n"
    )
    assert uses(text) == [("gemeente:gm0513", JPF, "IN_GEBRUIK")]


def test_a_word_in_small_letters_is_no_gemeente_and_a_quoted_we_is_not_that_of_the_page() -> None:
    text = "Gouda werkt met het JPF.\n\nHet wordt gebruikt voor jongeren die het echt nodig hebben.\n"
    assert [gemeente for gemeente, *_ in uses(text)] == ["gemeente:gm0513"]
    assert not uses(
        "Debat in de Kerk, Kerkhof 23, Utrecht\n\nDe Werkplaatsen Dal. ‘We’ gebruiken de Werkplaatsen Dal.\n"
    )


def test_where_somebody_works_is_no_oplossing() -> None:
    assert not uses(
        "Anna Bos werkt bij Ferm Dal.\n\nIn Gouda gebruikt de gemeente Ferm Dal.\n\nAnna Bos (Ferm Dal) sprak.\n"
    )
