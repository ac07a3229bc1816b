"""Excel: a line per row, cells as values, and what a person should know about them."""

import datetime

import openpyxl

from loaders.documents.document import Document, Text
from loaders.documents.forms.sheet import read
from tests.loaders.office import cells, saved, xlsx, zones


def sheet(**sheets: list[list[object]]) -> Text:
    return read(xlsx(**sheets), "a.xlsx")


def test_values_are_written_as_the_loader_reads_them() -> None:
    moment = datetime.datetime(2018, 1, 24, 9, 30)
    text = sheet(Lijst=[["a", "b"], [datetime.date(2018, 1, 24), 12.0], [True, 0.5], [moment, "één\nregel\tdus"]])
    assert cells(text) == [["a", "b"], ["2018-01-24", "12"], ["ja", "0.5"], ["2018-01-24T09:30:00", "één regel dus"]]
    assert text.tekst.splitlines()[0] == "Lijst"


def test_titles_above_a_table_and_empty_rows_are_no_rows_of_it() -> None:
    text = sheet(Leden=[["Deelnemers 2018"], [], ["naam", "functie"], ["Anna", None], [], [None, "directeur"]])
    assert cells(text) == [["naam", "functie"], ["Anna", ""], ["", "directeur"]]
    assert text.tabellen[0].nummers == (3, 4, 6)
    assert zones(text, "kop") == ["Leden", "Deelnemers 2018"]
    assert text.tabellen[0].koppen == 1


def test_a_row_with_a_number_is_no_header() -> None:
    assert sheet(A=[["Anna", 2018], ["Bram", 2019]]).tabellen[0].koppen == 0


def test_a_formula_without_outcome_is_said_by_cell() -> None:
    text = sheet(Som=[["a", "b"], [1, "=A2*2"], [2, "=A3*2"]])
    assert "a.xlsx, blad Som, cel B2, B3: hier staat een formule zonder uitkomst" in text.meldingen[0]


def test_an_error_in_a_cell_is_said() -> None:
    assert "cel A2: hier staat de fout #REF!" in sheet(Som=[["a", "b"], ["#REF!", 1]]).meldingen[0]


def test_a_hidden_sheet_is_kept_and_not_believed_and_hidden_rows_are_said() -> None:
    book = openpyxl.Workbook()
    book.active.append(["zichtbaar", "x"])
    book.active.row_dimensions[1].hidden = True
    hidden = book.create_sheet("Geheim")
    hidden.sheet_state = "veryHidden"
    hidden.append(["stil", "y"])
    text = read(saved(book), "a.xlsx")
    assert zones(text, "verborgen") == ["zichtbaar", "x", "Geheim\nstil\ty"]
    assert [said.split(": ")[1] for said in text.meldingen] == [
        "verborgen rijen en kolommen tellen niet als feit; wat een filter verbergt wel.",
        "dit blad is verborgen; de tekst telt niet als feit.",
    ]  # fmt: skip


def test_a_wrong_size_in_the_file_loses_no_rows() -> None:
    content = xlsx(A=[["naam"], *[[f"rij {i}"] for i in range(50)]])
    assert len(read(content, "a.xlsx").tabellen[0].rijen) == 51


def test_a_row_is_found_by_its_number() -> None:
    text = sheet(Leden=[["naam", "functie"], ["Anna", "x"], [], ["Bram", "y"]])
    document = Document("bron:1", "", text.tekst, "", "", "xlsx", tabellen=text.tabellen)
    assert document.where(text.tekst.index("Bram")) == "blad Leden, rij 4"
