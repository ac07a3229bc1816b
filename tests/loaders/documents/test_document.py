"""A document with its zones and tables: where something stands, and whether it may be believed."""

import pytest

from loaders.documents.document import Document, Place, Refusal, Span, Table, Zone, letters, refuse

TEXT = "Kop\nEen regel.\nNog een.\n"
ZONES = (Zone("kop", 0, 3, 1), Zone("nav", 4, 14), Zone("bijschrift", 8, 20), Zone("verdacht", 15, 18))


def document(zones: tuple[Zone, ...] = ZONES, tables: tuple[Table, ...] = ()) -> Document:
    return Document("bron:x", "x", TEXT, "x", "document", "md", zones=zones, tabellen=tables)


@pytest.mark.parametrize(
    ("start", "end", "kind"), [(0, 3, None), (4, 6, "nav"), (9, 10, "nav"), (14, 16, "bijschrift"), (20, 24, None)]
)
def test_what_stands_in_a_menu_or_a_caption_is_not_believed(start: int, end: int, kind: str | None) -> None:
    assert document().unbelieved(start, end) == kind


def test_what_may_deceive_is_doubtful_and_believed() -> None:
    assert document().doubtful(16, 17) == "verdacht"
    assert document().doubtful(0, 3) is None
    assert document((Zone("verdacht", 0, 3),)).unbelieved(0, 3) is None


def test_zones_of_a_kind_and_the_text_of_a_span() -> None:
    found = document()
    assert [TEXT[zone.start : zone.end] for zone in found.zones_of("kop")] == ["Kop"]
    assert found.text(Span(4, 14)) == "Een regel."


def test_a_place_is_a_line_a_page_or_a_row_of_a_sheet() -> None:
    rows = ((Span(0, 3),), (Span(4, 14),))
    assert document().where(5) == "regel 2"
    assert document((Zone("bladzijde", 0, 24, 7),)).where(5) == "bladzijde 7"
    assert document(tables=(Table(0, 14, rows, 1, "Leden", (3, 9)),)).where(5) == "blad Leden, rij 9"


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_as_in_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_place_is_written_as_a_reader_looks_it_up() -> None:
    assert str(Place("a.yaml", 3, 5)) == "a.yaml:3:5"
    assert str(Place("a.xlsx", 3, 5, "Leden")) == "a.xlsx, blad Leden, cel E3"
    assert str(Place("a.txt")) == "a.txt"


def test_a_refusal_says_where_and_what() -> None:
    refusal = refuse("CODE", "a.csv", "dit klopt niet", 2, 1)
    assert isinstance(refusal, Refusal)
    assert str(refusal) == "a.csv:2:1: dit klopt niet"
    assert refusal.as_json() == {"code": "CODE", "bestand": "a.csv", "meldingen": ["a.csv:2:1: dit klopt niet"]}
