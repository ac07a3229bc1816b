"""Lines of a page become paragraphs, items, headings and tables."""

from loaders.documents.document import Text
from loaders.documents.forms.canvas import Canvas
from loaders.documents.forms.typeset import Style, write
from tests.loaders.documents.forms.glyphs import placed
from tests.loaders.office import cells, zones


def written(*texts: tuple[str, float, float]) -> Text:
    canvas = Canvas()
    found = placed(*texts)
    write(canvas, found, Style.of(found))
    return canvas.text()


def prose(*lines: str, step: float = 12.0) -> list[tuple[str, float, float]]:
    return [(line, 0.0, 500.0 - step * i) for i, line in enumerate(lines)]


LONG = "een lange regel die tot aan de rand loopt van deze kolom"


def test_a_line_goes_on_when_the_next_word_did_not_fit() -> None:
    text = written(*prose(LONG, LONG, LONG, LONG, "en een kort eind"))
    assert text.tekst == " ".join([LONG] * 4 + ["en een kort eind"])


def test_short_lines_stay_as_they_are() -> None:
    assert written(*prose("Anna Bos", "Piet Vos", "Els Kok")).tekst == "Anna Bos\nPiet Vos\nEls Kok"


def test_a_hyphen_at_the_end_of_a_line_goes_unless_the_word_keeps_it() -> None:
    broken = LONG[:-6] + " gemeen-"
    assert "gemeente doet mee" in written(*prose(LONG, LONG, LONG, broken, "te doet mee")).tekst
    kept = LONG[:-5] + " oud-"
    assert "oud-minister" in written(*prose(LONG, LONG, LONG, kept, "minister doet mee")).tekst


def test_an_item_of_a_list_is_a_zone() -> None:
    text = written(*prose("• Anna Bos", "• Piet Vos"))
    assert zones(text, "lijst") == ["• Anna Bos", "• Piet Vos"]


def test_cells_that_start_at_the_same_places_are_a_table() -> None:
    rows = [("Naam", "Functie"), ("Anna Bos", "griffier"), ("Piet Vos", "wethouder")]
    text = written(
        *((word, x, 500.0 - 14 * i) for i, row in enumerate(rows) for word, x in zip(row, (0.0, 200.0), strict=True))
    )
    assert cells(text) == [[*row] for row in rows]
