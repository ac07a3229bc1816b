"""Deciding at the desk is deciding as the loader does: the same answers, the same refusals, the same graph."""

import io
from pathlib import Path

import openpyxl
import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.answers.answer_columns import PLACE
from loaders.answers.given import Given
from loaders.load.apply import apply
from loaders.names import naming
from loaders.proposal import json_answers, workbook, workbook_answers
from loaders.proposal.intake import take_in
from opdeplank.bureau.cases import Case, Cases
from opdeplank.bureau.deciding import Deciding, Said, table_of
from opdeplank.bureau.desk_rows import Row, counts, stand, total
from tests.loaders.papers import base, write

PAPER = """\
# Verslag

Leden van de Raad van Wijzen:
- Anna de Wit – wethouder, gemeente Waterdam
- Bram Oud – voorzitter
- Carla Nu – secretaris

Voorzitter van het overleg is wethouder Dirk Vos (gemeente niet genoemd).
"""
pytestmark = pytest.mark.anyio


@pytest.fixture
async def case(store: Store, tmp_path: Path) -> Case:
    await base(store, tmp_path)
    [path] = write(tmp_path, verslag_md=PAPER)
    cases = Cases(tmp_path / "data")
    key = cases.new("Verslag", "toos")
    cases.read(key, await take_in(store.rows, MODEL, [path]))
    found = cases.case(key)
    assert found is not None
    return found


def question(case: Case, **velden: str) -> Row:
    """The row of the fact with a question that says this."""
    facts = {fact.id: fact for fact in case.proposal.feiten if fact.vraag}
    return next(
        row for row in table_of(case).rows
        if row.id in facts and all(facts[row.id].velden.get(name) == value for name, value in velden.items())
    )  # fmt: skip


async def said(store: Store, case: Case, row: Row, given: Given, door: str = "toos", seen: int = 0) -> Said:
    return await Deciding(store).say(case, door, row, given, seen)


def edited(content: bytes, changes: dict[str, dict[str, str]]) -> bytes:
    """The workbook with these cells, by the id of the row."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book[workbook.SHEET]
    for row in range(2, sheet.max_row + 1):
        for column, text in changes.get(str(sheet.cell(row, PLACE["id"] + 1).value), {}).items():
            sheet.cell(row, PLACE[column] + 1, text)
    book.save(out := io.BytesIO())
    return out.getvalue()


async def test_a_yes_takes_the_likeliest_answer_and_a_letter_another(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    assert [choice.naam for choice in row.keuzes][:2] == ["Raad van Wijzen", "Waterdam"]
    other = row.keuzes[1]
    await said(store, case, row, Given("ja", {other.kolom: other.waarde}))
    made = await Deciding(store).decided(case)
    fact = next(each for each in made.feiten if each.id == row.id)
    assert (fact.besluit, fact.velden["organisatie"]) == ("ja", "gemeente:gm9001")


async def test_an_answer_that_means_nothing_is_refused_at_once(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    refused = await said(store, case, row, Given("ja", {"organisatie": "Wateerdam"}))
    assert "ken ik niet; bedoel je Waterdam" in refused.fouten[0]
    assert (await said(store, case, row, Given("misschien"))).fouten
    assert case.ledger.steps == []


async def test_what_was_filled_in_beforehand_is_not_counted_as_decided(store: Store, case: Case) -> None:
    rows = stand(table_of(case), case)
    asked = [row for row in rows if row.is_question]
    assert total(rows).open == len(asked)
    assert all(count.open == 0 for count in counts(rows) if count.soort == "persoon")
    await said(store, case, asked[-1], Given("nee"))
    assert total(stand(table_of(case), case)).open == len(asked) - 1


async def test_all_that_ask_the_same_are_answered_at_once_and_go_back_at_once(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    assert [table_of(case).rows[each - 1].zin for each in row.gelijk] == ["Carla Nu is secretaris bij Raad van Wijzen"]
    await said(store, case, row, Given("ja"))
    await Deciding(store).same(case, "toos", row, Given("ja"))
    assert len(case.ledger.given()) == 2
    await Deciding(store).take_back(case, "toos")
    assert [*case.ledger.given()] == [row.id]


async def test_two_who_decide_the_same_see_each_other(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    await said(store, case, row, Given("ja"))
    late = await said(store, case, row, Given("nee"), "bram")
    assert late.ingehaald[row.id].door == "toos"
    assert case.ledger.given()[row.id] == Given("ja")


async def test_the_workbook_goes_there_and_back_with_what_was_decided(store: Store, case: Case) -> None:
    """And what is decided here meanwhile stays, also where the workbook says something else."""
    first, second = question(case, persoon="Bram Oud"), question(case, persoon="Carla Nu")
    await said(store, case, first, Given("ja"))
    book = workbook.write(case.proposal, case.called, case.plaatsen, case.ledger.given())
    untouched = await Deciding(store).from_file(case, "bram", book, "v.xlsx")
    assert (untouched.stap, untouched.ingehaald) == (None, {})
    await said(store, case, second, Given("later"))
    changed = edited(book, {first.id: {"besluit": "nee"}, second.id: {"besluit": "nee"}})
    merged = await Deciding(store).from_file(case, "bram", changed, "v.xlsx")
    assert [*merged.ingehaald] == [second.id]
    assert case.ledger.given()[first.id] == Given("nee")
    assert case.ledger.given()[second.id] == Given("later")


async def test_json_goes_there_and_back(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    await said(store, case, row, Given("ja", {"organisatie": "Waterdam", "functie": "dagvoorzitter"}))
    given = case.ledger.given()
    content = json_answers.written(case.proposal, given).to_json()
    again = await Deciding(store).from_file(case, "toos", content, "v.json")
    assert (again.fouten, again.ingehaald) == ([], {})
    names = await naming.known(store.rows, MODEL)
    by_json = json_answers.read(content, "v.json", MODEL, names)
    by_desk = await Deciding(store).decided(case)
    assert [each for each in by_json.feiten if each.id == row.id] == [e for e in by_desk.feiten if e.id == row.id]


async def test_a_workbook_of_something_else_is_refused(store: Store, case: Case, tmp_path: Path) -> None:
    [path] = write(tmp_path, anders_md="Leden van de Koepel:\n- Piet Anders – directeur, gemeente Waterdam\n")
    other = (await take_in(store.rows, MODEL, [path])).proposal
    for content, name in ((workbook.write(other), "v.xlsx"), (other.to_json(), "v.json"), (b"PK", "v.xlsx")):
        assert (await Deciding(store).from_file(case, "toos", content, name)).fouten


async def test_the_desk_loads_what_the_workbook_would(store: Store, case: Case) -> None:
    row = question(case, persoon="Bram Oud")
    await said(store, case, row, Given("ja", {"nieuwe organisatie": "Club van Bram"}))
    book = workbook.write(case.proposal, case.called, case.plaatsen, case.ledger.given())
    names = await naming.known(store.rows, MODEL)
    by_book = workbook_answers.read(book, "v.xlsx", MODEL, names)
    by_desk = await Deciding(store).decided(case)
    assert by_desk == by_book
    bon = await apply(store, MODEL, by_desk, "toos")
    assert "organisatie:club-van-bram" in bon.ids
