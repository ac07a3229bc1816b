"""What a person in a hurry filled in is understood, or named by row and column."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import fact
from tests.loaders.proposal.desk import (
    ANNA,
    BRAM,
    TIE,
    WHICH,
    WHO,
    edited,
    problems,
    proposal,
    role,
    taken,
)


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
    assert found[WHO.id].velden == {"id": "persoon:bram-oudt", "naam": "Bram Oudt"}


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


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("wat", "hier verandert niets; schrijf je antwoord bij titel of welke, of zet terug wat er stond"),
        ("citaat", "hier verandert niets"),
        ("soort", "hier verandert niets"),
        ("vraag", "hier verandert niets"),
    ],
)
def test_an_edit_where_no_answer_goes_is_not_lost(column: str, said: str) -> None:
    thing = fact(MODEL, "oplossing", {"id": "oplossing:zin", "titel": "Een zin"}, vraag="Is dit er een?")
    made, sheet = edited(thing)
    row = sheet.set(thing.id, besluit="ja", **{column: "Iets anders"})
    assert f"rij {row}, kolom {column}: {said}" in problems(made)


def test_who_sorts_a_part_of_the_sheet_hears_it() -> None:
    made, sheet = edited()
    one, other = sheet.row(ANNA.id), sheet.row(TIE.id)
    for column in range(3, sheet.columns["id"]):
        a, b = sheet.sheet.cell(one, column), sheet.sheet.cell(other, column)
        a.value, b.value = b.value, a.value
    assert problems(made).count("sorteer het hele blad") == 2


def test_remarks_and_own_columns_are_free() -> None:
    made, sheet = edited()
    sheet.set(ANNA.id, opmerking="navragen bij Toos")
    sheet.sheet.cell(1, len(sheet.columns) + 1).value = "wie"
    sheet.sheet.cell(2, len(sheet.columns) + 1).value = "Toos"
    assert taken(made) == {each.id: each for each in proposal().feiten}


def test_a_merged_cell_answers_every_row_that_it_covers() -> None:
    both = [role(who, "directeur", None, "gemeente Bergen", WHICH) for who in ("Bram Oud", "Cees Groot", "Dora Smit")]
    made, sheet = edited(*both)
    top = sheet.row(both[0].id)
    for column, value in (("besluit", "ja"), ("organisatie", "Koepel")):
        at = sheet.columns[column]
        sheet.sheet.cell(top, at).value = value
        sheet.sheet.merge_cells(start_row=top, end_row=top + 2, start_column=at, end_column=at)
    found = taken(made)
    assert {(found[each.id].besluit, found[each.id].velden["organisatie"]) for each in both} == {
        ("ja", "organisatie:koepel")
    }


def test_a_cell_merged_over_columns_is_named() -> None:
    made, sheet = edited()
    row = sheet.row(BRAM.id)
    at = sheet.columns["organisatie"]
    sheet.sheet.cell(row, at).value = "Koepel"
    sheet.sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=at + 1)
    assert f"rij {row}, kolom nieuwe organisatie: er staat ook iets bij organisatie" in problems(made)


def test_a_hidden_column_and_row_are_read_as_any_other() -> None:
    made, sheet = edited()
    row = sheet.set(BRAM.id, besluit="Ja ", organisatie="Koepel")
    sheet.sheet.column_dimensions["H"].hidden = True
    sheet.sheet.row_dimensions[row].hidden = True
    assert taken(made)[BRAM.id].velden["organisatie"] == "organisatie:koepel"


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
