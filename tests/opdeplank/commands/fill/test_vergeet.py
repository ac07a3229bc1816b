"""Forgetting somebody from the command line: what is said, what lies in the folder after, and what a load does then."""

import json
import os
from pathlib import Path

import pytest

from opdeplank.cli import main
from opdeplank.privacy.forgotten_file import NAME
from opdeplank.terminal.call import DONE, FAILED, WRONG
from tests.loaders.papers import BASE, write

PEOPLE = """\
feiten:
  - {soort: rol, persoon: Zoë van Quast, functie: wethouder, organisatie: Waterdam, van: 2009-01-01, tot: 2012-01-01}
  - {soort: rol, persoon: Anna de Wit, functie: directeur, organisatie: Koepel, van: 2019-01-01}
"""


class Desk:
    """A terminal with a data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def type(self, *words: str, outcome: int = DONE, **given: str) -> str:
        environ = {"OPDEPLANK_DATA": str(self.folder / "data"), "OPDEPLANK_BETEKENIS": "nee", **given}
        assert main([*words], environ) == outcome
        told = self._capsys.readouterr()
        return told.out + told.err

    def load(self, *paths: Path) -> str:
        self.type("lees", *map(str, paths), "--uit", str(self.folder / "uit"))
        return self.type("laad", str(self.folder / "uit"), "--alles")


def test_somebody_is_forgotten_and_stays_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path, capsys)
    desk.load(*write(tmp_path, basis_yaml=BASE))
    people = write(tmp_path, mensen_yaml=PEOPLE)
    desk.load(*people)
    assert "kies" not in desk.type("vergeet", "persoon:niemand", outcome=FAILED)
    assert json.loads(desk.type("vergeet", "--gestopt", "5", "--proefdraai", "--json"))["zou"] == 1
    assert "OPDEPLANK_BEWAARTERMIJN" in desk.type("vergeet", "--gestopt", outcome=WRONG)
    for years, would in (("5", 1), ("100", 0)):
        told = desk.type("vergeet", "--gestopt", "--proefdraai", "--json", OPDEPLANK_BEWAARTERMIJN=years)
        assert json.loads(told)["zou"] == would
    export = tmp_path / "data" / "export.csv"
    export.write_text("Zoë van Quast;wethouder\n", encoding="utf-8")
    told = json.loads(desk.type("vergeet", "Zoë van Quast", "--reden", "op verzoek", "--json"))
    assert (told["vergeten"], told["naamgenoten"]) == (1, 0)
    assert told["feiten"] >= 1
    assert told["bestanden"] == [str(export)]
    assert told["opSchijf"] == holding_bytes(tmp_path / "data", "Zoë van Quast", "persoon:zoe-van-quast")
    listed = (tmp_path / "data" / NAME).read_text(encoding="utf-8")
    assert "op verzoek" in listed
    assert "quast" not in listed.lower()
    assert "ken ik niet" in desk.type("vergeet", "Zoë van Quast", outcome=FAILED)
    people[0].write_text(PEOPLE + "# nog eens\n", encoding="utf-8")
    assert "iemand die vergeten is" in desk.load(*people)
    assert "ken ik niet" in desk.type("waarom", "Zoë van Quast", outcome=FAILED)
    assert "Anna de Wit" in desk.type("waarom", "Anna de Wit")


def holding_bytes(folder: Path, *names: str) -> int:
    """Files of the embedded graph with such a name in them, the obvious way."""
    files = [path for path in (folder / "databases").rglob("*") if path.is_file()]
    assert files
    return sum(any(name.encode() in path.read_bytes() for name in names) for path in files)


@pytest.mark.parametrize(
    "words", [(), ("persoon:a", "--gestopt", "3"), ("--gestopt", "0"), ("--gestopt", "x"), ("a", "--reden", "x" * 201)]
)
def test_wrong_use_is_said_and_opens_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    Desk(tmp_path, capsys).type("vergeet", *words, outcome=WRONG)
    assert os.listdir(tmp_path) == []
