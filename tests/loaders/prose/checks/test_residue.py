"""Nothing is lost: names and parts that became no fact are kept with the reason."""

from tests.loaders.prose import reader


def left(text: str) -> dict[str, str]:
    return {item.tekst: item.reden for item in reader.page(text).leftovers}


def test_a_name_without_a_function_is_kept() -> None:
    assert left("Vormgeving: Anna Bos") == {"Anna Bos": "een naam zonder functie of organisatie erbij"}


def test_what_may_be_a_name_is_kept_too() -> None:
    assert left("Bel met Xqala Zwart als je wilt.") == {"Xqala Zwart": "misschien een naam"}


def test_captions_comments_forms_and_menus_are_kept_and_not_believed() -> None:
    text = """\
Home > Nieuws

Foto: Anna Bos

Naam:

3 reacties

Anna Bos is wethouder van Almere.
"""
    assert left(text) == {
        "Home > Nieuws": "staat in een menu", "Foto: Anna Bos": "staat in een bijschrift",
        "Naam:": "staat in een formulier",
        "3 reacties\n\nAnna Bos is wethouder van Almere.\n": "staat in een reactie of opmerking",
    }  # fmt: skip
    assert not reader.page(text).facts


def test_a_paragraph_that_is_too_long_is_kept_whole() -> None:
    text = "Anna Bos, wethouder van Almere, zegt iets. " * 1000
    assert left(text) == {text.strip(): "de alinea is te lang om te lezen"}
