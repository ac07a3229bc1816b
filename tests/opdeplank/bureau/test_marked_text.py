"""A passage is where its places say, or it is not found; and the pieces are the text."""

from hypothesis import given
from hypothesis import strategies as st

from opdeplank.bureau.marked_text import Passage, pieces

TEXT = "Anna is wethouder. Anna is wethouder. 🙂 Bram ook."


def at(number: int, start: int, end: int, text: str = TEXT) -> Passage:
    return Passage(number, start, end, text[start:end])


def test_a_passage_is_marked_where_it_stands_and_not_where_its_words_stand_too() -> None:
    found = pieces(TEXT, [at(1, 19, 37)])
    assert [(piece.tekst, piece.nummers) for piece in found] == [
        ("Anna is wethouder. ", ()), ("Anna is wethouder.", (1,)), (" 🙂 Bram ook.", ()),
    ]  # fmt: skip


def test_places_count_letters_and_not_bytes() -> None:
    start = TEXT.index("Bram")
    assert ("Bram ook.", (2,)) in [(p.tekst, p.nummers) for p in pieces(TEXT, [at(2, start, len(TEXT))])]


def test_a_passage_of_a_document_that_changed_is_lost() -> None:
    changed = TEXT.replace("Anna", "Anne", 1)
    assert not at(1, 0, 18).stands_in(changed)
    assert all(not piece.nummers for piece in pieces(changed, [at(1, 0, 18)])), "the second one reads the same"


def test_what_became_no_fact_is_told_apart() -> None:
    [first, rest] = pieces("Anna. Verder niets.", [at(1, 0, 5, "Anna. Verder niets.")], [(5, 19)])
    assert (first.rest, rest.rest) == (False, True)


@given(
    text=st.text(max_size=40),
    spans=st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=8),
    left=st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=4),
)
def test_the_pieces_are_the_text_and_a_mark_covers_its_passage(
    text: str, spans: list[tuple[int, int]], left: list[tuple[int, int]]
) -> None:
    passages = [Passage(n, a, b, text[max(a, 0) : max(b, 0)]) for n, (a, b) in enumerate(spans)]
    found = pieces(text, passages, left)
    assert "".join(piece.tekst for piece in found) == text
    for passage in passages:
        marked = "".join(piece.tekst for piece in found if passage.nummer in piece.nummers)
        assert marked == (passage.citaat if passage.stands_in(text) else "")
        assert sum(passage.nummer in piece.begint for piece in found) == passage.stands_in(text)
