"""Dealing with meldingen from the command line, while a service may have the graph open."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from opdeplank.cli import main
from opdeplank.meldingen.melding import MeldingStand
from opdeplank.meldingen.melding_file import NAME, MeldingFile
from opdeplank.terminal.call import DONE, FAILED, WRONG
from tests.opdeplank.meldingen.test_melding_file import NOW, melding


class Bureau:
    """A terminal with a data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = folder / "data", capsys
        self.file = MeldingFile(self.data)

    def type(self, *words: str, outcome: int = DONE) -> str:
        assert main(["meldingen", *words], {"OPDEPLANK_DATA": str(self.data)}) == outcome
        told = self._capsys.readouterr()
        return told.out + told.err


@pytest.fixture
def bureau(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bureau:
    monkeypatch.chdir(tmp_path)
    return Bureau(tmp_path, capsys)


def test_what_waits_is_listed_shown_taken_and_dealt_with(bureau: Bureau) -> None:
    assert "Er wacht geen melding." in bureau.type("lijst")
    kept = bureau.file.add(melding("Het loket is dicht. " * 20, over=None), "a@b.nl")
    told = bureau.type("lijst")
    assert f"{kept.shown}  2026-11-30  nog niet bekeken" in told
    assert "Dit klopt niet, van GM0034" in told
    assert told.rstrip().endswith("…")
    assert "a@b.nl" not in told
    assert "a@b.nl" in bureau.type("toon", kept.shown.upper())
    assert "in behandeling" in bureau.type("neem", kept.nummer, "--door", "Bureau")
    told = bureau.type("behandel", kept.nummer, "--door", "Bureau", "--antwoord", "Dank, aangepast.")
    assert "De melder leest je antwoord" in told
    now = bureau.file.one(kept.nummer)
    assert now is not None
    assert (now.stand, now.antwoord, now.door) == (MeldingStand.AFGEHANDELD, "Dank, aangepast.", "Bureau")
    assert "a@b.nl" not in bureau.type("toon", kept.nummer)
    assert "Er wacht geen melding." in bureau.type("lijst")
    (listed,) = json.loads(bureau.type("lijst", "--klaar", "--json"))["meldingen"]
    assert (listed["nummer"], listed["stand"]) == (kept.shown, "AFGEHANDELD")


def test_what_cannot_be_done_says_what_to_do(bureau: Bureau) -> None:
    done = bureau.file.add(melding())
    bureau.file.close(done.nummer, MeldingStand.AFGEHANDELD, "Dank.", "Bureau", NOW)
    by = ("--door", "Bureau")
    for words, outcome, told in (
        (("toon",), WRONG, "Welke melding?"),
        (("toon", "k7m2qx4q"), FAILED, "Deze melding ken ik niet."),
        (("lijst", "k7m2qx4q"), WRONG, "Bedoel je toon?"),
        (("behandel", done.nummer, *by), WRONG, "Schrijf met --antwoord"),
        (("behandel", done.nummer, *by, "--antwoord", "bsn 123456782"), WRONG, "burgerservicenummer"),
        (("behandel", done.nummer, "--antwoord", "Dank."), WRONG, "Zeg met --door"),
        (("behandel", done.nummer, *by, "--antwoord", "Dank."), FAILED, "wacht niet meer: ze is afgehandeld"),
        (("neem", done.nummer, *by), FAILED, "wacht niet meer"),
    ):
        assert told in bureau.type(*words, outcome=outcome), words
    bureau.file.path.write_bytes(b"kapot, en lang genoeg om dat te zien")
    assert NAME in bureau.type("lijst", outcome=FAILED)


def test_what_was_overtaken_closes_itself_when_somebody_looks(bureau: Bureau) -> None:
    gone = bureau.file.add(melding(over="oplossing:bestaat-niet"))
    waits = bureau.file.add(replace(melding(over=None), tekst="Wacht nog"))
    told = bureau.type("lijst")
    assert waits.shown in told
    assert gone.shown not in told
    now = bureau.file.one(gone.nummer)
    assert now is not None
    assert now.stand is MeldingStand.ACHTERHAALD
