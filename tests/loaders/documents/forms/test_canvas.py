"""Text with zones and tables, written piece by piece."""

from loaders.documents.forms.canvas import LINE, PARAGRAPH, Canvas
from tests.loaders.office import cells, zones


def test_space_is_written_only_between_pieces() -> None:
    canvas = Canvas()
    canvas.gap(PARAGRAPH)
    canvas.space()
    canvas.write("Een")
    canvas.space()
    canvas.write("twee")
    canvas.gap(LINE)
    canvas.gap(PARAGRAPH)
    canvas.write("drie")
    canvas.feed()
    canvas.write("vier")
    canvas.gap(PARAGRAPH)
    assert canvas.text().tekst == "Een twee\n\ndrie\nvier"


def test_a_zone_begins_and_ends_with_its_own_text() -> None:
    canvas = Canvas()
    canvas.write("Voor")
    with canvas.zone("kop", 2):
        canvas.gap(LINE)
        canvas.write("Kop")
        canvas.gap(LINE)
    with canvas.zone("lijst"):
        pass
    with canvas.zone(None):
        canvas.write("na")
    text = canvas.text("titel", "2018-01-24", ("melding",))
    assert (zones(text, "kop"), zones(text, "lijst")) == (["Kop"], [])
    assert (text.zones[0].niveau, text.titel, text.datum, text.meldingen) == (2, "titel", "2018-01-24", ("melding",))


def table(*rows: tuple[tuple[str, int, int], ...]) -> Canvas:
    """Each cell with the columns and rows that it spans."""
    canvas = Canvas()
    canvas.begin_table()
    for number, row in enumerate(rows):
        canvas.begin_row()
        for text, columns, down in row:
            canvas.begin_cell(columns, down)
            canvas.write(text)
            canvas.gap(PARAGRAPH)
            canvas.end_cell()
        canvas.end_row(number == 0)
    canvas.end_table()
    return canvas


def test_cells_are_apart_by_tabs_and_rows_by_lines() -> None:
    text = table((("Naam", 1, 1), ("Functie", 1, 1)), (("Anna\tBos", 1, 1), ("", 1, 1))).text()
    assert text.tekst == "Naam\tFunctie\nAnna Bos\t"
    assert (cells(text), text.tabellen[0].koppen) == ([["Naam", "Functie"], ["Anna Bos", ""]], 1)


def test_a_merged_cell_stands_in_every_place_that_it_covers() -> None:
    text = table((("A", 2, 1), ("B", 1, 2)), (("c", 1, 1), ("d", 1, 1))).text()
    assert cells(text) == [["A", "A", "B"], ["c", "d", "B"]]


def test_an_empty_table_is_none() -> None:
    assert not table((("", 1, 1),)).text().tabellen


def test_a_whole_sheet_at_once() -> None:
    canvas = Canvas()
    canvas.write("Leden")
    canvas.gap(LINE)
    canvas.grid([["a", "b"], ["c"]], 2, "Leden", True, (1, 3))
    text = canvas.text()
    assert (text.tekst, cells(text)) == ("Leden\na\tb\nc", [["a", "b"], ["c", ""]])
    assert (text.tabellen[0].naam, text.tabellen[0].nummers) == ("Leden", (1, 3))
