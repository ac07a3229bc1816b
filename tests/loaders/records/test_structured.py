"""Records from yaml, json and csv: every word with its place, and mistakes named by line and column."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from loaders.documents.document import Document, Refusal
from loaders.documents.reading import read
from loaders.records.record import kinds
from loaders.records.structured import Record, are_records, kind_of, records, with_tables
from tests.loaders.office import xlsx
from tests.loaders.papers import write

KINDS = kinds(MODEL)


def cut(tmp_path: Path, **files: str) -> tuple[str, list[Record]]:
    [path] = write(tmp_path, **files)
    document = read(path)
    return document.tekst, records(document, KINDS).records


def refusal(tmp_path: Path, **files: str) -> str:
    with pytest.raises(Refusal) as caught:
        cut(tmp_path, **files)
    return str(caught.value)


def test_a_yaml_record_is_quoted_with_its_own_lines(tmp_path: Path) -> None:
    text, [first, second] = cut(
        tmp_path,
        a_yaml="# kop\nfeiten:\n  - soort: thema\n    naam: Één\n    # slot\n\n"
        "  - {soort: thema, naam: 👍 Twee} # erachter\n",
    )
    assert text[first.start : first.end] == "- soort: thema\n    naam: Één"
    assert text[second.start : second.end] == "- {soort: thema, naam: 👍 Twee}"
    cell = second.fields["naam"]
    assert (text[cell.start : cell.end], cell.line, cell.column) == ("👍 Twee", 7, 26)


def test_json_is_read_with_places_too(tmp_path: Path) -> None:
    text, [record] = cut(tmp_path, a_json='{"feiten": [\n\t{"soort": "thema",\n\t "naam": "\\u00c9\\u00e9n"}\n]}')
    assert text[record.start : record.end] == '{"soort": "thema",\n\t "naam": "\\u00c9\\u00e9n"}'
    assert record.fields["naam"].value == "Één"
    assert record.line == 2


def test_a_row_of_a_table_is_quoted_whole_also_with_a_line_break_in_a_cell(tmp_path: Path) -> None:
    text, [first, second] = cut(tmp_path, gemeenten_csv='code,naam\r\nGM9001,"Water\ndam"\r\n\r\nGM9002,Bergen\r\n')
    assert text[first.start : first.end] == 'GM9001,"Water\ndam"'
    assert (text[second.start : second.end], second.line, second.soort) == ("GM9002,Bergen", 5, "gemeente")


def test_a_table_may_use_semicolons_and_say_its_kind_in_a_column(tmp_path: Path) -> None:
    _, found = cut(tmp_path, alles_csv="soort;naam\nthema;Schulden\nwet;Jeugdwet\n")
    assert [(r.soort, r.fields["naam"].value) for r in found] == [("thema", "Schulden"), ("wet", "Jeugdwet")]


@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("gemeenten", "gemeente"),
        ("gemeenten-2024", "gemeente"),
        ("personen", "persoon"),
        ("criteria", "criterium"),
        ("leden", "lid"),
        ("x", None),
    ],
)
def test_the_name_of_a_table_says_what_its_rows_are(stem: str, kind: str | None) -> None:
    assert kind_of(stem, KINDS) == kind


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("feiten:\n\t- soort: thema", "a.yaml:2:1", "spaties"),
        ("feiten:\n  - soort: thema\n    naam: dit: dat", "a.yaml:3:14", "aanhalingstekens"),
        ("feiten:\n  - {soort: thema, naam: 'open}", "a.yaml:2:32", "ontbreekt"),
        ("feiten:\n  - naam: zonder soort", "a.yaml:2:5", "soort: oplossing"),
        ("feiten:\n  - soort: thema\n    naam: a\n    naam: b", "a.yaml:4:5", "twee keer"),
        ("feiten: &x [1]\nbron: *x", "a.yaml:1:9", "verwijzingen"),
        ("- soort: thema", "a.yaml:1:1", "feiten:"),
        ("feitn: []\nfeiten: []", "a.yaml:1:1", "feitn"),
        ("feiten: []\nbron: {uitgeverij: x}", "a.yaml:2:20", "uitgever"),
    ],
)
def test_a_mistake_in_yaml_has_a_place_and_a_remedy(tmp_path: Path, text: str, place: str, hint: str) -> None:
    said = refusal(tmp_path, a_yaml=text)
    assert said.startswith(f"{place}: ")
    assert hint in said


def test_mistakes_in_json_and_csv_have_a_place_and_a_remedy(tmp_path: Path) -> None:
    assert refusal(tmp_path, a_json='{"feiten": [\n  {"soort": "thema",}\n]}').startswith("a.json:2:")
    assert refusal(tmp_path, a_csv="naam\nx\n").startswith("a.csv:1:1: voeg een kolom 'soort' toe")
    assert refusal(tmp_path, themas_csv="naam,omschrijving\nx\n").startswith(
        "themas.csv:2:1: deze regel heeft 1 kolom, de kop heeft er 2"
    )
    assert refusal(tmp_path, themas_csv="naam,naam\nx,y\n").startswith(
        "themas.csv:1:6: kolom 'naam' staat er twee keer"
    )


def test_a_text_that_would_unfold_to_gigabytes_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    assert "verwijzingen" in refusal(tmp_path, bom_yaml="\n".join(lines))
    assert "diep" in refusal(tmp_path, diep_yaml="feiten: " + "[" * 60 + "]" * 60)
    assert refusal(tmp_path, dieper_json="[" * 200_000)


# sheets


def sheet(tmp_path: Path, name: str = "lijst.xlsx", **sheets: list[list[object]]) -> Document:
    path = tmp_path / name
    path.write_bytes(xlsx(**sheets))
    return read(path)


def test_a_sheet_is_a_list_of_records_by_its_name_its_column_or_the_name_of_the_file(tmp_path: Path) -> None:
    by_sheet = records(sheet(tmp_path, themas=[["naam", "omschrijving"], ["Wonen", None]]), KINDS).records
    by_column = records(sheet(tmp_path, Blad1=[["soort", "naam"], ["thema", "Zorg"], ["wet", "Wmo"]]), KINDS).records
    by_file = records(
        sheet(tmp_path, "gemeenten.xlsx", Blad1=[["code", "naam"], ["GM9001", "Waterdam"]]), KINDS
    ).records
    assert [(r.soort, r.fields["naam"].value) for r in by_sheet] == [("thema", "Wonen")]
    assert [(r.soort, r.fields["naam"].value) for r in by_column] == [("thema", "Zorg"), ("wet", "Wmo")]
    assert [(r.soort, r.fields["code"].value) for r in by_file] == [("gemeente", "GM9001")]


def test_a_row_of_a_sheet_is_quoted_whole_and_knows_its_number(tmp_path: Path) -> None:
    document = sheet(tmp_path, themas=[["Onze themas"], [], ["naam", "omschrijving"], [], ["Wonen", "Over wonen"]])
    [record] = records(document, KINDS).records
    assert document.tekst[record.start : record.end] == "Wonen\tOver wonen"
    assert (record.line, record.fields["omschrijving"].column, record.fields["naam"].line) == (5, 2, 5)
    assert document.where(record.start) == "blad themas, rij 5"


def test_a_mistake_in_a_sheet_is_named_by_sheet_and_cell(tmp_path: Path) -> None:
    for rows, said in (
        ([["naam", "naam"], ["x", "y"]], "lijst.xlsx, blad themas, cel B1: kolom 'naam' staat er twee keer"),
        ([["naam", None, "x"], ["a", "b", "c"]], "lijst.xlsx, blad themas, cel B1: kolom 2 heeft geen naam"),
        ([["soort", "naam"], [None, "x"]], "lijst.xlsx, blad themas, cel A2: vul in de kolom 'soort' in wat dit is"),
    ):
        with pytest.raises(Refusal) as caught:
            records(sheet(tmp_path, themas=rows), KINDS)
        assert str(caught.value).startswith(said)


def test_a_hidden_sheet_holds_no_records_and_a_sheet_without_a_kind_is_said(tmp_path: Path) -> None:
    document = sheet(tmp_path, themas=[["naam", "x"], ["Wonen", "y"]], Blad2=[["a", "b"], ["c", "d"]])
    made = records(document, KINDS)
    assert (len(made.records), made.skipped) == (1, ("Blad2",))


def test_a_table_of_another_kind_is_no_list_of_records_and_keeps_its_cells(tmp_path: Path) -> None:
    [path] = write(tmp_path, deelnemers_csv='Naam;Functie\n"Wit; Anna de";wethouder\n\nBram Oud;\n')
    document = read(path)
    assert not are_records(document, KINDS)
    [table] = with_tables(document).tabellen
    assert [[document.text(cell) for cell in row] for row in table.rijen] == [
        ["Naam", "Functie"], ["Wit; Anna de", "wethouder"], ["Bram Oud", ""],
    ]  # fmt: skip
    assert are_records(read(write(tmp_path, themas_csv="naam\nWonen\n")[0]), KINDS)
    assert are_records(read(write(tmp_path, x_csv="Soort,naam\nthema,Wonen\n")[0]), KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "Soort;Titel\nKnelpunt;Te lang wachten\n",
        "SOORT;TITEL\nknelpunt;Te lang wachten\n",
        "sep=;\nsoort;titel\nknelpunt;Te lang wachten\n",
    ],
)
def test_a_header_in_any_case_and_a_line_for_the_separator(tmp_path: Path, text: str) -> None:
    whole, [record] = cut(tmp_path, lijst_csv=text)
    assert (record.soort, record.fields["titel"].value) == ("knelpunt", "Te lang wachten")
    assert whole[record.start : record.end].lower() == "knelpunt;te lang wachten"
    assert record.line == text.count("\n")


def test_a_sheet_with_a_column_that_says_what_its_rows_are_is_one_of_records(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(xlsx(lijst=[["soort", "titel"], ["knelpunt", "Te lang wachten"]]))
    document = read(path)
    assert are_records(document, KINDS)
    assert [record.soort for record in records(document, KINDS).records] == ["knelpunt"]
