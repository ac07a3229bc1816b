"""Letters on a page become words, pieces, columns and lines, by geometry alone."""

from loaders.documents.forms.layout import Letter, blocks, lines_of, pieces
from tests.loaders.documents.forms.glyphs import placed


def test_a_small_gap_parts_words_and_a_wide_one_parts_pieces() -> None:
    found = placed(("Anna Bos", 0, 0), ("wethouder", 100, 0))
    assert [piece.text for piece in found] == ["Anna Bos", "wethouder"]


def test_a_mark_of_a_list_stands_further_from_its_item() -> None:
    assert [piece.text for piece in placed(("•", 0, 0), ("Anna", 30, 0))] == ["• Anna"]


def test_lines_go_from_top_to_bottom_and_from_left_to_right() -> None:
    found = lines_of(placed(("onder", 0, 0), ("rechts", 100, 20), ("links", 0, 21)))
    assert [[piece.text for piece in line] for line in found] == [["links", "rechts"], ["onder"]]


def test_a_piece_is_cut_where_a_word_of_it_starts() -> None:
    [piece] = placed(("Anna Bos", 0, 0))
    assert [part.text for part in piece.split(piece.words[1].left)] == ["Anna", "Bos"]
    assert piece.split(3.0) == [piece]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    column = "een regel van vier woorden"
    left = [(f"{column} {i}", 0.0, 100.0 - 12 * i) for i in range(6)]
    right = [(f"{column} {i} rechts", 250.0, 100.0 - 12 * i) for i in range(6)]
    found = [[line[0].text for line in block] for block in blocks(placed(*left, *right))]
    assert found == [[text for text, *_ in left], [text for text, *_ in right]]


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    cells = [(word, x, 100.0 - 12 * i) for i in range(6) for word, x in (("Anna", 0.0), ("griffier", 200.0))]
    [block] = blocks(placed(*cells))
    assert [[piece.text for piece in line] for line in block] == [["Anna", "griffier"]] * 6


def test_equal_wide_gaps_in_a_line_are_spaces_and_unequal_ones_part_cells() -> None:
    def line(*starts: float) -> list[str]:
        letters = [Letter(char, x + 6 * i, 0, x + 6 * i + 6, 10, True) for x in starts for i, char in enumerate("abc")]
        return [piece.text for piece in pieces(letters)]

    assert line(0, 33, 66, 99) == ["abc abc abc abc"]
    assert line(0, 33, 120, 200) == ["abc", "abc", "abc", "abc"]
    assert line(0, 100, 200, 300) == ["abc", "abc", "abc", "abc"]
