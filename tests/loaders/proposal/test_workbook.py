"""Deciding in a workbook: what it shows, with the questions first."""

import pytest

from loaders.proposal import workbook
from tests.loaders.proposal.desk import (
    BRAM,
    CEES,
    FORMULA,
    WHO,
    book,
    edited,
    role,
    taken,
)


def test_questions_come_first_and_every_column_is_there() -> None:
    made, sheet = edited()
    assert list(sheet.columns) == [
        "nr", "besluit", "soort", "wat", "vraag", "persoon", "functie", "organisatie", "nieuwe organisatie", "titel",
        "welke", "oplossing", "vanaf", "tot", "jaar", "zekerheid", "citaat", "document", "plaats", "regel",
        "opmerking", "id",
    ]  # fmt: skip
    assert {sheet.row(BRAM.id), sheet.row(WHO.id)} == {2, 3}
    assert sheet.sheet.column_dimensions["V"].hidden
    assert made.sheetnames[:4] == ["Voorstel", "Niet gebruikt", "Herkomst", "Uitleg"]
    assert made[workbook.HIDDEN].sheet_state == "veryHidden"


def test_what_starts_as_a_formula_is_text() -> None:
    made, sheet = edited()
    for cells in (*made["Voorstel"].iter_rows(), *made["Niet gebruikt"].iter_rows()):
        assert all(cell.data_type != "f" for cell in cells)
    assert sheet.get(CEES.id, "functie") == FORMULA
    assert sheet.sheet.cell(sheet.row(CEES.id), sheet.columns["functie"]).quotePrefix
    assert made["Niet gebruikt"]["C2"].value == "=een rest"


def test_a_decision_and_what_a_question_names_can_be_chosen_from_a_list() -> None:
    _, sheet = edited()
    rules = {str(rule.sqref): rule for rule in sheet.sheet.data_validations.dataValidation}
    assert rules["B2:B6"].formula1 == '"ja,nee,later"'
    choices = rules[f"H{sheet.row(BRAM.id)}"]
    assert choices.formula1 == '"Bergen (NH.) (gemeente:gm9002),Bergen (L.) (gemeente:gm9003)"'
    assert not choices.showErrorMessage


def test_a_proposal_that_is_too_big_for_a_workbook_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_FACTS", 2)
    with pytest.raises(workbook.TooBig):
        book()


def test_text_that_does_not_fit_in_a_cell_is_whole_when_read_back() -> None:
    long = role("Anna de Wit", "x" * 40_000, "gemeente:gm9001", "Waterdam", citaat="\x01" + "y" * 40_000)
    made, sheet = edited(long)
    assert len(sheet.get(long.id, "functie")) == workbook.LONGEST
    assert taken(made)[long.id] == long
