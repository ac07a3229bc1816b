"""One answer for all functions of a page that most likely are functions at the same organisation."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from graph.domain.provenance import MODEL
from loaders.facts.fact import Candidate, Fact
from loaders.proposal import matters, workbook, workbook_answers
from loaders.proposal.decided import settle
from loaders.proposal.proposal import BadProposal, Proposal, from_json
from tests.loaders.proposal import desk

WATERDAM = Candidate("gemeente:gm9001", "Waterdam", "staat bovenaan dit document")
KOEPEL = Candidate("organisatie:koepel", "Koepel", "staat in dezelfde zin")


def asked(person: str, function: str, *candidates: Candidate) -> Fact:
    made = desk.role(person, function, candidates[0].id if candidates else None, "", f"Is {person} {function}?")
    return replace(made, kandidaten=[*candidates])


ANNA = asked("Anna de Wit", "wethouder", WATERDAM, KOEPEL)
BRAM = asked("Bram Oud", "directeur", WATERDAM)
CEES = asked("Cees Groot", "adviseur", KOEPEL)


def together(*facts: Fact) -> Proposal:
    made = desk.proposal(*facts)
    return replace(made, samen=matters.gathered(made.feiten))


def given(proposal: Proposal, **answers: str) -> Proposal:
    """The proposal as it comes back from a workbook in which the row for the matter was filled in."""
    sheet, made = opened(proposal)
    row = next(row for row in sheet.iter_rows(min_row=2) if row[2].value == "samen")
    for name, value in answers.items():
        row[[cell.value for cell in sheet[1]].index(name)].value = value
    out = io.BytesIO()
    made.save(out)
    return workbook_answers.read(out.getvalue(), desk.NAME, MODEL, desk.names())


def opened(proposal: Proposal) -> tuple[Any, openpyxl.Workbook]:
    made = openpyxl.load_workbook(io.BytesIO(workbook.write(proposal, desk.names().name)))
    return made["Voorstel"], made


def decisions(proposal: Proposal) -> dict[str, tuple[str, Any]]:
    found = settle(MODEL, proposal).feiten
    return {f.velden["persoon"]: (f.besluit, f.velden["organisatie"]) for f in found}


def test_what_is_alike_is_one_question() -> None:
    made = together(ANNA, BRAM, CEES)
    [matter] = made.samen
    assert matter.feiten == [ANNA.id, BRAM.id]
    assert (matter.organisatie, matter.besluit) == ("gemeente:gm9001", "later")
    assert matter.vraag.startswith("Hoort dit allemaal bij Waterdam (gemeente:gm9001; staat bovenaan dit document)?")
    assert [each.id for each in matter.kandidaten] == ["gemeente:gm9001", "organisatie:koepel"]
    assert made.counts()["vragen"] == 2
    assert made.counts()["feiten"] == 3


def test_one_alone_or_on_another_page_is_asked_alone() -> None:
    elsewhere = replace(BRAM, bewijs=[replace(BRAM.bewijs[0], document="bron:2")])
    assert together(ANNA, elsewhere).samen == []


def test_what_is_filled_in_for_each_is_one_question_too() -> None:
    [matter] = together(ANNA, CEES).samen
    assert matter.organisatie is None
    assert matter.vraag.startswith("Is bij deze 2 functies de goede organisatie ingevuld?")
    found = decisions(given(together(ANNA, CEES), besluit="ja"))
    assert found == {"Anna de Wit": ("ja", "gemeente:gm9001"), "Cees Groot": ("ja", "organisatie:koepel")}


def test_what_was_decided_before_is_not_asked_again() -> None:
    assert together(replace(ANNA, besluit="nee", stand="eerder_afgewezen"), BRAM).samen == []


@pytest.mark.parametrize(
    ("answer", "outcome"), [("ja", ("ja", "gemeente:gm9001")), ("nee", ("nee", "gemeente:gm9001"))]
)
def test_one_answer_in_the_workbook_settles_all(answer: str, outcome: tuple[str, str]) -> None:
    found = decisions(given(together(ANNA, BRAM, CEES), besluit=answer))
    assert found == {"Anna de Wit": outcome, "Bram Oud": outcome, "Cees Groot": ("later", "organisatie:koepel")}


def test_another_organisation_is_typed_once() -> None:
    found = decisions(given(together(ANNA, BRAM), besluit="ja", organisatie="Koepel"))
    assert {key for _, key in found.values()} == {"organisatie:koepel"}


def test_who_was_decided_alone_keeps_that() -> None:
    proposal = together(ANNA, replace(BRAM, besluit="nee"))
    assert proposal.samen == []
    both = together(ANNA, BRAM)
    both = replace(both, feiten=[ANNA, replace(BRAM, besluit="nee")], samen=[replace(both.samen[0], besluit="ja")])
    assert decisions(both) == {"Anna de Wit": ("ja", "gemeente:gm9001"), "Bram Oud": ("nee", "gemeente:gm9001")}


def test_an_untouched_row_decides_nothing() -> None:
    assert {answer for answer, _ in decisions(given(together(ANNA, BRAM))).values()} == {"later"}


def test_the_rows_that_belong_to_a_question_say_so() -> None:
    sheet, _ = opened(together(ANNA, BRAM, CEES))
    rows = [
        {top.value: cell.value for top, cell in zip(sheet[1], row, strict=True)} for row in sheet.iter_rows(min_row=2)
    ]
    assert rows[0]["wat"] == "Anna de Wit – wethouder, Waterdam; Bram Oud – directeur, Waterdam"
    assert [row["opmerking"] for row in rows] == [None, "hoort bij vraag 1", "hoort bij vraag 1", None]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"besluit": "jaa"}, 'kolom besluit: "jaa" is geen keuze'),
        ({"besluit": "ja", "organisatie": "Zomaar Iets"}, 'kolom organisatie: "Zomaar Iets" ken ik niet'),
        ({"besluit": "ja", "persoon": "Bram Oud"}, "kolom persoon: bij een vraag voor meer rijen hoort hier niets"),
    ],
)
def test_a_mistake_names_the_row_and_the_column(answers: dict[str, str], said: str) -> None:
    with pytest.raises(BadProposal, match="rij 2, kolom") as caught:
        given(together(ANNA, BRAM), **answers)
    assert said in str(caught.value)


def test_the_answer_in_json_is_the_same() -> None:
    proposal = together(ANNA, BRAM)
    proposal.samen[0].besluit = "ja"
    assert {answer for answer, _ in decisions(from_json(proposal.to_json(), "voorstel.json")).values()} == {"ja"}
    proposal.samen[0].besluit = "misschien"
    with pytest.raises(BadProposal, match=r"samen\[0\]\.besluit"):
        from_json(proposal.to_json(), "voorstel.json")
