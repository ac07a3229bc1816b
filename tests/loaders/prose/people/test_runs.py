"""Runs of words with capitals: the shape of a name."""

import pytest

from loaders.prose.people.runs import pieces, run


def first(text: str) -> str:
    """The run with which a text begins, word by word."""
    said = pieces(text, 0, len(text))
    return " ".join(piece.tekst for piece in run(text, said, 0))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna de Bos sprak.", "Anna de Bos"),
        ("mevrouw Anna Bos van der", "mevrouw Anna Bos"),
        ("R. (Ronald) Bos kwam", "Ronald Bos"),
        ("Hans (H.J.M.A.) Bos kwam", "Hans Bos"),
        ("Anna (Divosa) Bos", "Anna"),
        ("Anna Bos, Piet Vos", "Anna Bos"),
        ("Anna Bos mr. Vos", "Anna Bos"),
        ("Anna Bos BZK", "Anna Bos"),
        ("ANNA BOS BZK", "ANNA BOS BZK"),
        ("Anna van BZK", "Anna van BZK"),
        ("Anna in ’t Veld", "Anna in ’t Veld"),
        ("Anna in Delft", "Anna"),
        ("Anna en Piet", "Anna"),
        ("Anna Bos   Delft", "Anna Bos"),
        ("Anna\nBos", "Anna Bos"),
        ("sprak Anna", ""),
        ("d’Arnaud-Krul", "d’Arnaud-Krul"),
    ],
)
def test_a_run_goes_on_over_particles_and_ends_at_a_mark(text: str, words: str) -> None:
    assert first(text) == words


def test_a_word_keeps_its_place_without_the_marks_around_it() -> None:
    text = "Dat zei ‘Anna’ Bos. Mr. A.B. Vos"
    found = pieces(text, 8, len(text))
    assert [piece.tekst for piece in found] == ["Anna", "Bos", "Mr.", "A.B.", "Vos"]
    assert all(text[piece.start : piece.end] == piece.tekst for piece in found)
    assert [(p.is_title, p.is_initials, p.is_capital) for p in found[2:]] == [
        (True, False, False),
        (False, True, True),
        (False, False, True),
    ]
