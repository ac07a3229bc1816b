"""The document beside the facts, and the last decisions as one line each."""

from pathlib import Path

import pytest

from loaders.answers.given import Given
from loaders.facts.fact import Evidence
from opdeplank.bureau.cases import Case, Cases
from opdeplank.bureau.deciding import table_of
from opdeplank.bureau.views.proposal_page import LAST, last_steps, sheet
from tests.loaders.proposal.desk import ANNA, BRAM, proposal

TEXT = "Anna de Wit is wethouder. Bram Oud niet."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    facts = proposal(ANNA, BRAM)
    facts.feiten[0].bewijs[:] = [Evidence("bron:1", 0, 25, TEXT[:25])]
    facts.feiten[1].bewijs[:] = [Evidence("bron:1", 26, 40, "Bram Oud wel..")]
    facts.niet_gebruikt[:] = []
    cases = Cases(tmp_path)
    key = cases.new("Proef", "toos")
    cases.put(key, facts, {"bron:1": TEXT}, {}, {})
    found = cases.case(key)
    assert found is not None
    return found


def test_a_passage_is_marked_and_one_that_reads_otherwise_is_not(case: Case) -> None:
    anna = table_of(case).by_id[ANNA.id].nr
    shown = sheet(case, "bron:1")
    assert [(piece.tekst, piece.nummers) for piece in shown["stukken"]] == [(TEXT[:25], (anna,)), (TEXT[25:], ())]
    assert sheet(case, "bron:9")["tekst"] is None


def test_the_last_ten_are_told_the_newest_first(case: Case) -> None:
    for number in range(LAST + 2):
        case.ledger.decide("toos", {ANNA.id: Given("ja" if number % 2 else "nee")})
    case.ledger.take_back("toos")
    told = last_steps(case, table_of(case))
    assert len(told) == LAST
    assert told[0]["tekst"].startswith("teruggedraaid: Anna de Wit is wethouder bij")
    assert [each["nr"] for each in told] == sorted((each["nr"] for each in told), reverse=True)
