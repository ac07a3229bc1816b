"""A workbook that came back: whatever somebody did to its layout, the rows are found, or what is missing is named."""

import io
import shutil
import subprocess
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import fact
from loaders.proposal import workbook, workbook_answers, workbook_rows
from loaders.proposal.proposal import BadProposal
from tests.conftest import leave_out
from tests.loaders.proposal.desk import (
    ANNA,
    BRAM,
    CEES,
    FORMULA,
    NAME,
    WHO,
    Sheet,
    book,
    edited,
    names,
    problems,
    proposal,
    role,
    taken,
    whole,
)
from tests.loaders.prose import reader

PROGRAMME = [path.read_text(encoding="utf-8") for path in sorted(reader.PAPERS.glob("7*.txt"))]


def test_an_untouched_workbook_is_the_proposal_itself() -> None:
    content = workbook.write(proposal(), names().name)
    assert workbook_answers.read(content, NAME, MODEL, names()) == proposal()
    assert workbook_rows.original(content, NAME) == proposal()


@pytest.mark.parametrize(
    "text",
    ["De wethouder Anna Bos zegt ja.\n", 'Oud-minister Piet Vos, "=1+1" en 1930-01-01.\n', *PROGRAMME],
    ids=range(2 + len(PROGRAMME)),
)
def test_what_was_read_comes_back_untouched(text: str) -> None:
    """A function at nobody knows which organisation is asserted too, and needs no answer."""
    read = whole(reader.page(text, reader.seed_names()))
    content = workbook.write(read, reader.seed_names().name)
    names = deepcopy(reader.seed_names())  # what the proposal makes is added to them
    assert workbook_answers.read(content, NAME, MODEL, names) == read


def test_an_answer_to_a_question_still_names_the_organisation() -> None:
    read = whole(reader.page("De wethouder Anna Bos zegt ja.\n", reader.seed_names()))
    made = openpyxl.load_workbook(io.BytesIO(workbook.write(read, reader.seed_names().name)))
    asked = next(fact for fact in read.feiten if fact.vraag)
    Sheet(made).set(asked.id, besluit="ja", organisatie=None)
    assert "vul in welke organisatie het is" in problems(made)


def test_sorting_blank_rows_and_a_line_above_change_nothing() -> None:
    made, sheet = edited()
    rows = [[cell.value for cell in row] for row in sheet.sheet.iter_rows(min_row=2)]
    sheet.sheet.delete_rows(2, len(rows))
    for row in reversed(rows):
        sheet.sheet.append([None] * len(row))
        sheet.sheet.append(row)
    sheet.sheet.insert_rows(1, 2)
    sheet.sheet["A1"] = "Nagekeken door Toos"
    assert taken(made) == {f.id: f for f in proposal().feiten}


def test_moved_columns_and_capitals_change_nothing() -> None:
    made, sheet = edited()
    sheet.sheet.insert_cols(2)
    sheet.sheet["B1"] = "mijn kolom"
    sheet.sheet["C1"] = " Besluit "
    assert taken(made) == {f.id: f for f in proposal().feiten}


def rename(title: str, new: str) -> Callable[[openpyxl.Workbook], None]:
    def change(made: openpyxl.Workbook) -> None:
        made[title].title = new

    return change


def rename_column(made: openpyxl.Workbook) -> None:
    made["Voorstel"]["B1"] = "beslissing"


def spoil(made: openpyxl.Workbook) -> None:
    made[workbook.HIDDEN]["A2"] = "bedorven"


def drop_hidden(made: openpyxl.Workbook) -> None:
    del made[workbook.HIDDEN]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            rename("Voorstel", "Blad1"),
            "het blad 'Voorstel' ontbreekt; er staat wel 'Blad1'. Geef het blad weer de naam",
        ),
        (rename_column, "blad Voorstel: de kolom 'besluit' ontbreekt; in kolom B staat wel 'beslissing'."),
        (spoil, "het verborgen blad is gewijzigd of beschadigd. Maak het voorstel opnieuw"),
        (drop_hidden, "het verborgen blad ontbreekt. Maak het voorstel opnieuw"),
    ],
)
def test_a_workbook_that_lost_something_is_refused_with_what_to_do(
    change: Callable[[openpyxl.Workbook], None], said: str
) -> None:
    made = book()
    change(made)
    assert said in problems(made)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"geen zip"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(BadProposal, match="opnieuw"):
        workbook_answers.read(content, NAME, MODEL, names())


def test_libreoffice_keeps_every_decision(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        leave_out(request.config, "een werkboek door LibreOffice heen: soffice ontbreekt")
    assert office is not None
    title = fact(MODEL, "oplossing", {"id": "oplossing:zin", "titel": "Een zin …"}, vraag="Is dit er een?")
    new = role("Dora Smit", "lid", None, "De Club", "Welke organisatie is 'De Club'?", citaat="a\tb\n\u00a0“c” _x")
    made, sheet = edited(ANNA, BRAM, CEES, WHO, title, new)
    sheet.set(ANNA.id, besluit="nee", tot=date(2019, 3, 5))
    sheet.set(BRAM.id, besluit="ja", organisatie="Bergen (L.) (gemeente:gm9003)")
    sheet.set(title.id, besluit="ja", titel="=1+1 in één zin")
    sheet.sheet.cell(sheet.row(title.id), sheet.columns["titel"]).data_type = "s"
    sheet.set(new.id, besluit="J", **{"nieuwe organisatie": "De Club"})
    sheet.sheet.delete_rows(sheet.row(WHO.id))
    made.save(tmp_path / NAME)
    before = workbook_answers.read((tmp_path / NAME).read_bytes(), NAME, MODEL, names())
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "na")]
    command = [office, "--headless", profile, *target, str(tmp_path / NAME)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    after = workbook_answers.read((tmp_path / "na" / NAME).read_bytes(), NAME, MODEL, names())
    assert after == before
    decided = {f.id: f for f in after.feiten}
    assert [decided[f.id].besluit for f in (ANNA, BRAM, CEES, WHO)] == ["nee", "ja", "ja", "later"]
    assert decided[BRAM.id].velden["organisatie"] == "gemeente:gm9003"
    assert decided[CEES.id].velden["functie"] == FORMULA
    assert decided[title.id].velden["titel"] == "=1+1 in één zin"
    assert decided[new.id].velden["organisatie"] == "organisatie:de-club"
