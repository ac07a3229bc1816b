"""What was decided outlives a crash, is never overwritten unseen, and goes back step by step."""

from pathlib import Path

import pytest

from loaders.answers.given import Given
from opdeplank.bureau.ledger import Ledger, Overtaken

JA, NEE, LATER = Given("ja"), Given("nee"), Given("later")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "besluiten.log")


def again(ledger: Ledger) -> Ledger:
    """The same file in another process."""
    made = Ledger(ledger.path)
    made.refresh()
    return made


def test_what_was_confirmed_is_on_the_disk(ledger: Ledger) -> None:
    step = ledger.decide("toos", {"f:1": Given("ja", {"organisatie": "Almere"})})
    assert step is not None
    assert again(ledger).given() == {"f:1": Given("ja", {"organisatie": "Almere"})}
    assert again(ledger).steps == [step]


def test_a_line_that_a_crash_cut_off_was_never_said(ledger: Ledger) -> None:
    ledger.decide("toos", {"f:1": JA})
    with ledger.path.open("ab") as file:
        file.write(b'{"nr": 2, "op": "2026-')
    after = again(ledger)
    assert after.given() == {"f:1": JA}
    after.decide("toos", {"f:2": NEE})
    assert again(ledger).given() == {"f:1": JA, "f:2": NEE}


def test_a_line_of_something_else_leaves_the_others(ledger: Ledger) -> None:
    ledger.decide("toos", {"f:1": JA})
    with ledger.path.open("ab") as file:
        file.write(b'geen json\n{"nr": "x"}\n')
    assert again(ledger).given() == {"f:1": JA}


def test_somebody_elses_decision_is_shown_and_not_overwritten(ledger: Ledger) -> None:
    ledger.decide("toos", {"f:1": JA}, {"f:1": 0})
    with pytest.raises(Overtaken) as told:
        again(ledger).decide("bram", {"f:1": NEE}, {"f:1": 0})
    assert told.value.steps["f:1"].door == "toos"
    assert again(ledger).given() == {"f:1": JA}
    assert again(ledger).decide("bram", {"f:1": JA}, {"f:1": 0}) is None, "he says the same"
    assert again(ledger).decide("bram", {"f:1": NEE}, {"f:1": 1}) is not None, "now he saw it"


def test_taking_back_goes_on_to_the_first(ledger: Ledger) -> None:
    for key, said in (("f:1", JA), ("f:2", NEE), ("f:1", LATER)):
        ledger.decide("toos", {key: said})
    seen = []
    while (step := ledger.take_back("toos")[0]) is not None:
        seen.append((step.terug, ledger.given()))
    assert seen == [(3, {"f:1": JA, "f:2": NEE}), (2, {"f:1": JA}), (1, {})]
    assert again(ledger).given() == {}
    assert again(ledger).take_back("toos") == (None, {})


def test_one_takes_back_what_one_did_oneself(ledger: Ledger) -> None:
    ledger.decide("toos", {"f:1": JA, "f:2": JA})
    ledger.decide("bram", {"f:2": NEE})
    assert ledger.take_back("anna") == (None, {})
    step, overtaken = ledger.take_back("toos")
    assert step is not None
    assert [*step.besluiten] == ["f:1"]
    assert overtaken["f:2"].door == "bram"
    assert ledger.given() == {"f:2": NEE}


def test_all_that_was_said_at_once_goes_back_at_once(ledger: Ledger) -> None:
    ledger.decide("toos", dict.fromkeys(("f:1", "f:2", "f:3"), NEE))
    ledger.take_back("toos")
    assert ledger.given() == {}


def test_a_page_hears_what_came_since(ledger: Ledger) -> None:
    for number in range(4):
        ledger.decide("toos", {f"f:{number}": JA})
    assert [step.nr for step in again(ledger).since(2)] == [3, 4]
    assert again(ledger).since(99) == []
