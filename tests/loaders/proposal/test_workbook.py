"""Deciding in a workbook: what a person in a hurry does to it is understood, or named by row and column."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.facts.fact import Evidence, Fact, fact
from loaders.facts.findings import Leftover
from loaders.names.naming import Names
from loaders.proposal import workbook, workbook_answers, workbook_rows
from loaders.proposal.proposal import BadProposal, Proposal, Source
from tests.conftest import leave_out

NAME = "voorstel.xlsx"
KNOWN = (
    ("Gemeente", "gemeente:gm9001", "Waterdam"), ("Gemeente", "gemeente:gm9002", "Bergen (NH.)"),
    ("Gemeente", "gemeente:gm9003", "Bergen (L.)"), ("Organisatie", "organisatie:koepel", "Koepel"),
    ("Organisatie", "organisatie:raad", "Raad van Wijzen"),
)  # fmt: skip
WHICH = "Welke is bedoeld met 'gemeente Bergen': gemeente:gm9002 of gemeente:gm9003?"
FORMULA = '=HYPERLINK("https://voorbeeld.test","klik")'


def names() -> Names:
    made = Names()
    for kind, key, name in KNOWN:
        made.add(kind, Known(key, name, (), False))
    return made


def role(persoon: str, functie: str, organisatie: str | None, vorm: str, vraag: str | None = None, **rest: Any) -> Fact:
    velden = {
        "persoon": persoon, "functie": functie, "organisatie": organisatie, "organisatie_vorm": vorm,
        "van": rest.get("van"), "tot": rest.get("tot"),
    }  # fmt: skip
    proof = [Evidence("doc:1", 10, 30, rest.get("citaat", f"{persoon} – {functie}, {vorm}"))]
    decided = "later" if vraag else "ja"
    return fact(MODEL, "rol", velden, bewijs=proof, vraag=vraag, besluit=decided, zekerheid=0.95, regel="lijst")


ANNA = role("Anna de Wit", "wethouder", "gemeente:gm9001", "gemeente Waterdam", van="2018-01-24")
BRAM = role("Bram Oud", "directeur", None, "gemeente Bergen", WHICH)
CEES = role("Cees Groot", FORMULA, "organisatie:koepel", "Koepel", citaat="+31 =1+1 @SUM")
WHO = fact(
    MODEL, "persoon", {"id": "persoon:bram-oud", "naam": "Bram Oud"}, vraag="Is dit een persoon?", besluit="later"
)
TIE = fact(MODEL, "relatie", {"relatie": "GAAT_OVER", "van": "knelpunt:a", "naar": "thema:b"})


def proposal(*facts: Fact) -> Proposal:
    source = Source("doc:1", "leden.txt", "00", 90, "De leden", "2020-01-02", url="https://voorbeeld.test")
    left = [Leftover("doc:1", 40, 60, "=een rest", "geen lijstregel")]
    return Proposal(1, "7", [source], list(facts or (ANNA, BRAM, CEES, WHO, TIE)), left)


def book(*facts: Fact) -> openpyxl.Workbook:
    content = workbook.write(proposal(*facts), names().name, {ANNA.id: "regel 3"})
    return openpyxl.load_workbook(io.BytesIO(content))


def taken(made: openpyxl.Workbook) -> dict[str, Fact]:
    out = io.BytesIO()
    made.save(out)
    return {f.id: f for f in workbook_answers.read(out.getvalue(), NAME, MODEL, names()).feiten}


def problems(made: openpyxl.Workbook) -> str:
    with pytest.raises(BadProposal) as caught:
        taken(made)
    return str(caught.value)


class Sheet:
    """The sheet of a workbook, by the id of a fact and the name of a column."""

    def __init__(self, made: openpyxl.Workbook) -> None:
        self.sheet = made[workbook.SHEET]
        self.columns = {cell.value: cell.column for cell in self.sheet[1]}

    def row(self, key: str) -> int:
        return next(r for r in range(2, self.sheet.max_row + 1) if self.sheet.cell(r, self.columns["id"]).value == key)

    def set(self, key: str, **values: Any) -> int:
        for column, value in values.items():
            self.sheet.cell(self.row(key), self.columns[column]).value = value
        return self.row(key)

    def get(self, key: str, column: str) -> Any:
        return self.sheet.cell(self.row(key), self.columns[column]).value


def edited(*facts: Fact) -> tuple[openpyxl.Workbook, Sheet]:
    made = book(*facts)
    return made, Sheet(made)


# what is written


def test_questions_come_first_and_every_column_is_there() -> None:
    made, sheet = edited()
    assert list(sheet.columns) == [
        "nr", "besluit", "soort", "wat", "persoon", "functie", "organisatie", "vanaf", "tot", "vraag", "zekerheid",
        "citaat", "document", "plaats", "regel", "opmerking", "id",
    ]  # fmt: skip
    assert {sheet.row(BRAM.id), sheet.row(WHO.id)} == {2, 3}
    assert sheet.sheet.column_dimensions["Q"].hidden
    assert made.sheetnames[:3] == ["Voorstel", "Niet gebruikt", "Herkomst"]
    assert made[workbook.HIDDEN].sheet_state == "veryHidden"


def test_a_row_says_what_who_where_and_why() -> None:
    _, sheet = edited()
    assert sheet.get(ANNA.id, "organisatie") == "Waterdam (gemeente:gm9001)"
    assert sheet.get(ANNA.id, "vanaf") == datetime(2018, 1, 24)
    assert sheet.get(ANNA.id, "plaats") == "regel 3"
    assert sheet.get(BRAM.id, "organisatie") == "gemeente Bergen"
    assert sheet.get(BRAM.id, "plaats") == "teken 10 tot 30"
    assert sheet.get(BRAM.id, "vraag") == WHICH
    assert sheet.get(TIE.id, "wat") == "relatie: GAAT_OVER; van: knelpunt:a; naar: thema:b"


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
    choices = rules[f"G{sheet.row(BRAM.id)}"]
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


# what is read back


def test_an_untouched_workbook_is_the_proposal_itself() -> None:
    content = workbook.write(proposal(), names().name)
    assert workbook_answers.read(content, NAME, MODEL, names()) == proposal()
    assert workbook_rows.original(content, NAME) == proposal()


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


def test_a_row_that_is_gone_is_for_later() -> None:
    made, sheet = edited()
    sheet.sheet.delete_rows(sheet.row(ANNA.id))
    assert taken(made)[ANNA.id].besluit == "later"


@pytest.mark.parametrize(("typed", "decision"), [("JA", "ja"), (" nee ", "nee"), ("Later", "later"), (None, "later")])
def test_a_decision_may_be_typed(typed: str | None, decision: str) -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, besluit=typed)
    assert taken(made)[ANNA.id].besluit == decision


def test_a_typing_error_is_named_by_row_and_column() -> None:
    made, sheet = edited()
    row = sheet.set(ANNA.id, besluit="jaa")
    assert f'rij {row}, kolom besluit: "jaa" is geen keuze; kies ja, nee of later' in problems(made)


def test_every_error_is_named_at_once() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, besluit="x", vanaf="gisteren")
    sheet.set(BRAM.id, besluit="ja", organisatie="Waterdan")
    assert problems(made).count("rij ") == 3


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("Bergen (NH.) (gemeente:gm9002)", "gemeente:gm9002"),
        ("gemeente:gm9003", "gemeente:gm9003"),
        ("bergen (l.)", "gemeente:gm9003"),
        ("de Koepel", "organisatie:koepel"),
    ],
)
def test_a_question_is_answered_with_a_name_or_an_id(answer: str, key: str) -> None:
    made, sheet = edited()
    sheet.set(BRAM.id, besluit="ja", organisatie=answer)
    found = taken(made)[BRAM.id]
    assert (found.besluit, found.velden["organisatie"], found.velden["organisatie_vorm"]) == (
        "ja",
        key,
        "gemeente Bergen",
    )
    assert found.id == BRAM.id


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Waterdan", '"Waterdan" ken ik niet; bedoel je Waterdam (gemeente:gm9001)?'),
        ("Bergen", '"Bergen" kan Bergen (NH.) (gemeente:gm9002) of Bergen (L.) (gemeente:gm9003) zijn'),
        ("qqq", '"qqq" ken ik niet; kies een organisatie die we kennen, of kies later'),
        ("gemeente:gm0000", '"gemeente:gm0000" bestaat niet'),
        ("", "vul in welke organisatie het is, of kies later"),
    ],
)
def test_an_answer_that_nobody_understands_is_said_with_what_is_near(answer: str, said: str) -> None:
    made, sheet = edited()
    row = sheet.set(BRAM.id, besluit="ja", organisatie=answer)
    assert f"rij {row}, kolom organisatie: {said}" in problems(made)


def test_yes_to_a_question_that_is_still_open_is_not_taken() -> None:
    made, sheet = edited()
    sheet.set(BRAM.id, besluit="ja")
    assert '"gemeente Bergen" kan' in problems(made)


def test_a_thing_of_the_same_proposal_is_an_answer() -> None:
    new = fact(MODEL, "organisatie", {"id": "organisatie:nieuw", "naam": "Het Nieuwe Bureau"})
    made, sheet = edited(BRAM, new)
    sheet.set(BRAM.id, besluit="ja", organisatie="het nieuwe bureau")
    assert taken(made)[BRAM.id].velden["organisatie"] == "organisatie:nieuw"


@pytest.mark.parametrize(
    "written",
    [
        date(2019, 3, 5),
        datetime(2019, 3, 5),
        "5-3-2019",
        "05/03/2019",
        "5 maart 2019",
        "5 mrt. 2019",
        "2019-03-05",
        43529,
    ],
)
def test_a_day_may_be_a_date_or_dutch(written: Any) -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, tot=written)
    assert taken(made)[ANNA.id].velden["tot"] == "2019-03-05"


@pytest.mark.parametrize("written", ["gisteren", "2019", "maart 2019", "31-2-2019", "5 meert 2019", "1-1-19", 2019])
def test_less_than_a_day_is_named(written: Any) -> None:
    made, sheet = edited()
    row = sheet.set(ANNA.id, vanaf=written)
    assert f'rij {row}, kolom vanaf: "{written}" is geen hele datum; schrijf bijvoorbeeld 24-01-2018' in problems(made)


def test_a_period_does_not_end_before_it_begins() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, tot="1-1-2017")
    assert "kolom tot: 2017-01-01 ligt voor 2018-01-24" in problems(made)


def test_what_lapses_may_be_given_an_end() -> None:
    gone = replace(ANNA, stand="vervalt", bewijs=[], besluit="later", vraag="Was het nooit waar, of is het geëindigd?")
    made, sheet = edited(gone)
    sheet.set(gone.id, besluit="ja", tot="5-3-2019")
    found = taken(made)[gone.id]
    assert (found.stand, found.besluit, found.velden["tot"]) == ("vervalt", "ja", "2019-03-05")


def test_an_emptied_day_is_no_day() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, vanaf=None)
    assert taken(made)[ANNA.id].velden["van"] is None


def test_a_name_and_a_function_may_be_put_right() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, persoon="Anna de Witt", functie="burgemeester")
    sheet.set(WHO.id, persoon="Bram Oudt", besluit="ja")
    found = taken(made)
    assert (found[ANNA.id].velden["persoon"], found[ANNA.id].velden["functie"]) == ("Anna de Witt", "burgemeester")
    assert found[WHO.id].velden == {"id": "persoon:bram-oud", "naam": "Bram Oudt"}


def test_a_name_cannot_be_emptied() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, persoon=None)
    assert "kolom persoon: hier hoort een naam" in problems(made)


def test_a_cell_that_means_nothing_for_a_fact_is_said() -> None:
    made, sheet = edited()
    sheet.set(TIE.id, persoon="Anna", vanaf="1-1-2020")
    told = problems(made)
    assert "kolom persoon: bij een relatie hoort hier niets; maak de cel leeg" in told
    assert "kolom vanaf: bij een relatie hoort hier niets" in told


def test_a_formula_as_an_answer_is_not_taken() -> None:
    made, sheet = edited()
    row = sheet.set(BRAM.id, organisatie="=G3")
    assert f"rij {row}, kolom organisatie: hier staat een formule" in problems(made)


def test_a_copied_row_is_one_row_unless_it_says_something_else() -> None:
    made, sheet = edited()
    values = [cell.value for cell in sheet.sheet[sheet.row(ANNA.id)]]
    sheet.sheet.append(values)
    assert taken(made)[ANNA.id] == ANNA
    sheet.sheet.append([*values[:1], "nee", *values[2:]])
    assert "dit is dezelfde regel als rij" in problems(made)


def test_a_new_row_is_said() -> None:
    made, sheet = edited()
    sheet.sheet.append([9, "ja", "rol", "", "Dora Smit"])
    assert "een nieuwe regel kan ik niet laden" in problems(made)


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
    made, sheet = edited()
    sheet.set(ANNA.id, besluit="nee", tot=date(2019, 3, 5))
    sheet.set(BRAM.id, besluit="ja", organisatie="Bergen (L.) (gemeente:gm9003)")
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
