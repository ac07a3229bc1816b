"""A proposal at the desk is a folder that is whole or not there."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.answers.given import Given
from opdeplank.bureau.cases import LOADED, OPEN, READY, Cases
from tests.loaders.proposal.desk import ANNA, BRAM, proposal


def ready(cases: Cases, name: str = "Verslag") -> str:
    key = cases.new(name, "toos")
    cases.put(key, proposal(ANNA, BRAM), {"bron:1": "tekst"}, {}, {"gemeente:gm9001": "Waterdam"})
    return key


def test_what_was_kept_is_there_for_the_next_process(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    key = ready(cases)
    found = cases.case(key)
    assert found is not None
    found.ledger.decide("toos", {BRAM.id: Given("nee")})
    again = Cases(tmp_path).case(key)
    assert again is not None
    assert (again.card.stand, again.card.feiten, again.card.vragen) == (READY, 2, 1)
    assert again.proposal == found.proposal
    assert again.ledger.given() == {BRAM.id: Given("nee")}
    assert (again.called("gemeente:gm9001"), again.called("x:y")) == ("Waterdam", "x:y")


def test_decisions_outlive_reading_again(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    key = ready(cases)
    case = cases.case(key)
    assert case is not None
    case.ledger.decide("toos", {BRAM.id: Given("nee")})
    cases.put(key, proposal(BRAM), {}, {}, {})
    after = cases.case(key)
    assert after is not None
    assert after is not case
    assert after.ledger.given() == {BRAM.id: Given("nee")}


def test_what_another_process_changed_is_read_again(tmp_path: Path) -> None:
    ours, theirs = Cases(tmp_path), Cases(tmp_path)
    key = ready(ours)
    before, there = ours.case(key), theirs.case(key)
    assert before is not None
    assert there is not None
    theirs.put_card(key, replace(there.card, stand=LOADED))
    assert ours.case(key) is before
    assert before.card.stand == LOADED
    theirs.put(key, proposal(BRAM), {}, {}, {})
    after = ours.case(key)
    assert after is not None
    assert (after.card.stand, len(after.proposal.feiten), len(after.kept)) == (READY, 1, 0)
    theirs.throw_away(key)
    assert ours.case(key) is None


async def decided(cases: Cases, key: str, fact: str) -> None:
    case = cases.case(key)
    assert case is not None
    async with case.lock:
        await asyncio.to_thread(case.ledger.decide, "toos", {fact: Given("nee")})


@pytest.mark.anyio
async def test_two_processes_lose_none_of_each_others_decisions(tmp_path: Path) -> None:
    both = Cases(tmp_path), Cases(tmp_path)
    key = ready(both[0])
    await asyncio.gather(*(decided(both[number % 2], key, f"feit:{number}") for number in range(40)))
    for cases in both:
        case = cases.case(key)
        assert case is not None
        assert len(case.ledger.given()) == 40
        assert [step.nr for step in case.ledger.steps] == [*range(1, 41)]


def test_half_a_write_changes_nothing(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    key = ready(cases)
    folder = tmp_path / "werkbank" / "voorstellen" / key
    (folder / ".kaart.json.1").write_bytes(b'{"naam": "ha')
    (folder.parent / "0123456789ab").mkdir()
    assert [each for each, _ in Cases(tmp_path).cards()] == [key]
    (folder / "kaart.json").write_bytes(b"{")
    assert [*Cases(tmp_path).cards()] == []


@pytest.mark.parametrize("key", ["..", "../..", "", "0123456789AB", "0123456789ab/..", "0123456789ab"])
def test_only_an_id_is_an_id(tmp_path: Path, key: str) -> None:
    cases = Cases(tmp_path)
    ready(cases)
    assert (cases.card(key), cases.case(key)) == (None, None)
    cases.throw_away(key)
    assert len([*cases.cards()]) == 1


def test_few_are_in_memory(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    keys = [ready(cases, f"Verslag {number}") for number in range(OPEN + 3)]
    assert all(cases.case(key) for key in keys)
    assert len(cases._open) == OPEN
    cases.throw_away(keys[-1])
    assert cases.case(keys[-1]) is None
    assert not (tmp_path / "werkbank" / "voorstellen" / keys[-1]).exists()
