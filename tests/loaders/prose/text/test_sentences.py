"""A text cut into lines, paragraphs and sentences, with the offsets of the document."""

import pytest

from loaders.prose.text.sentences import lines, paragraphs, sentences


def cut(text: str) -> list[str]:
    return [sentence.tekst for sentence in sentences(text, [*lines(text)])]


def together(text: str) -> list[list[int]]:
    """The numbers of the lines of each paragraph."""
    return [[line.nummer for line in group] for group in paragraphs([*lines(text)])]


def test_sentences_end_where_a_reader_stops() -> None:
    text = (
        "Dr. A. Bos sprak o.a. over geld. “Echt waar?” Ja! Een lange regel die op de volgende regel nog\nverder "
        "gaat. Zo."
    )
    assert cut(text) == [
        "Dr. A. Bos sprak o.a. over geld.", "“Echt waar?”", "Ja!",
        "Een lange regel die op de volgende regel nog verder gaat.", "Zo.",
    ]  # fmt: skip


def test_offsets_are_those_of_the_document() -> None:
    text = "  Kop \n\n- Een punt.\r\n1) Nog een. Twee zinnen.\n"
    found = [*lines(text)]
    assert [text[line.start : line.end] for line in found] == ["Kop", "- Een punt.", "1) Nog een. Twee zinnen."]
    assert [text[line.mark : line.end] for line in found if line.is_item] == ["Een punt.", "Nog een. Twee zinnen."]
    assert [(line.nummer, line.blank) for line in found] == [(1, True), (3, True), (4, False)]
    assert all(text[s.start : s.end] == s.tekst for s in sentences(text, found))


COLUMN = "Sinds kort is er een loket\nin de gemeente Sluis. Jo-Ann\nProvoost, adviseur bij de\ngemeente, vindt dat\n"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Een regel die lang genoeg is om door te gaan in de volgende\nregel.\n", [[1, 2]]),
        ("Een korte kop\nEen regel.\n", [[1], [2]]),
        ("Een regel die lang genoeg is om door te gaan in de volgende\n- maar dit is een punt.\n", [[1], [2]]),
        ("Een regel die lang genoeg is om door te gaan in de volgende\n\nregel.\n", [[1], [3]]),
        ("Naam               Functie                 Organisatie, en die is lang\nAnna\n", [[1], [2]]),
        (COLUMN, [[1, 2, 3, 4]]),
    ],
)  # fmt: skip
def test_a_line_goes_on_in_the_next_when_that_is_how_it_reads(text: str, groups: list[list[int]]) -> None:
    assert together(text) == groups
