"""A row says what would stand in the graph, as somebody says it, and a question names things by their names."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from loaders.answers.given import Given
from loaders.facts.fact import Candidate, Fact, fact
from opdeplank.bureau.cases import Case, Cases
from opdeplank.bureau.desk_rows import counts, readable, stand, table, total
from tests.loaders.proposal.desk import ANNA, BRAM, TIE, WHO, proposal, role

NAMES = {
    "gemeente:gm9001": "Waterdam", "gemeente:gm9002": "Bergen (NH.)", "gemeente:gm9003": "Bergen (L.)",
    "organisatie:koepel": "Koepel", "knelpunt:a": "Wachten", "thema:b": "Zorg",
}  # fmt: skip
KOEPEL = [Candidate("organisatie:koepel", "Koepel", "staat erboven")]
ASKED = "Is {} lid bij Koepel (organisatie:koepel; staat erboven)?"


def at_the_desk(folder: Path, *facts: Fact) -> Case:
    cases = Cases(folder)
    key = cases.new("Proef", "toos")
    cases.put(key, proposal(*facts), {}, {}, NAMES)
    found = cases.case(key)
    assert found is not None
    return found


def test_a_fact_is_said_as_a_sentence(tmp_path: Path) -> None:
    value = fact(MODEL, "gemeente", {"id": "gemeente:gm9001", "eigenschap": "inwoners", "waarde": 12})
    date = fact(MODEL, "datum", {"id": None, "naam": "x", "datum": "2020-03-12", "precisie": "dag", "wat": "# Verslag"})
    found = {row.id: row.zin for row in table(at_the_desk(tmp_path, ANNA, TIE, value, date)).rows}
    assert found[date.id] == "12 maart 2020: Verslag"
    assert found[ANNA.id] == "Anna de Wit is wethouder bij Waterdam"
    assert found[TIE.id] == "Wachten → Zorg (gaat over)"
    assert found[value.id] == "Waterdam: inwoners wordt 12"


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Is A lid van B (organisatie:b; staat erboven)?", "Is A lid van B (staat erboven)?"),
        ("Of Bergen (gemeente:gm9002)?", "Of Bergen?"),
        ("Misschien thema:zorg (Zorg, 0.85).", "Misschien Zorg."),
        ("Klopt 'x: y'?", "Klopt 'x: y'?"),
    ],
)
def test_a_question_names_things_by_their_names(question: str, shown: str) -> None:
    assert readable(question) == shown


def test_every_thing_that_a_question_names_can_be_chosen_by_a_letter(tmp_path: Path) -> None:
    row = next(row for row in table(at_the_desk(tmp_path, ANNA, BRAM)).rows if row.id == BRAM.id)
    assert [(each.letter, each.kolom, each.naam) for each in row.keuzes] == [
        ("a", "organisatie", "Bergen (NH.)"), ("b", "organisatie", "Bergen (L.)"),
    ]  # fmt: skip


def test_the_same_question_about_others_is_the_same(tmp_path: Path) -> None:
    alike = [role(who, "lid", None, "Koepel", ASKED.format(who), kandidaten=KOEPEL) for who in ("A Een", "B Twee")]
    made = table(at_the_desk(tmp_path, *alike, BRAM))
    by_id = {row.id: row for row in made.rows}
    assert by_id[BRAM.id].gelijk == []
    assert [made.rows[number - 1].id for number in by_id[alike[0].id].gelijk] == [alike[1].id]


def test_what_was_filled_in_beforehand_is_counted_apart(tmp_path: Path) -> None:
    case = at_the_desk(tmp_path, ANNA, BRAM, WHO)
    made = table(case)
    assert (total(stand(made, case)).open, total(made.rows).ja) == (2, 1)
    case.ledger.decide("toos", {BRAM.id: Given("later"), ANNA.id: Given("nee")})
    assert {(each.soort, each.open, each.ja, each.nee, each.later) for each in counts(stand(made, case))} == {
        ("rol", 0, 0, 1, 1), ("persoon", 1, 0, 0, 0),
    }  # fmt: skip
