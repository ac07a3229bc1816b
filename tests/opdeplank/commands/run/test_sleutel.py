"""Keys from the command line, while a service may have the graph open."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.vocabulary import Rol
from opdeplank.cli import main
from opdeplank.keys.key_file import NAME, KeyFile
from opdeplank.keys.keyring import Keyring
from opdeplank.terminal.call import DONE, FAILED, WRONG

SECRET = re.compile(r"odp_[a-z0-9]{8}_\S{43}")


class Desk:
    """A terminal with a data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = folder / "data", capsys

    def type(self, *words: str, outcome: int = DONE) -> str:
        assert main(["sleutel", *words], {"OPDEPLANK_DATA": str(self.data)}) == outcome
        told = self._capsys.readouterr()
        assert (told.out == "") == (outcome != DONE)
        return told.out + told.err


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


def test_a_key_is_shown_once_and_works(desk: Desk) -> None:
    told = desk.type("maak", "--rol", "GEMEENTE", "--gemeente", "gm0344", "--naam", "Portaal Utrecht")
    (shown,) = SECRET.findall(told)
    found = Keyring(desk.data).viewer(shown)
    assert found is not None
    assert (found.role, found.gemeente) == (Rol.GEMEENTE, "gemeente:gm0344")
    assert found.until is not None
    assert timedelta(364) < found.until - datetime.now(UTC) < timedelta(366)
    for words in (["lijst"], ["lijst", "--json"]):
        listed = desk.type(*words)
        assert shown.split("_")[1] in listed
        assert "Portaal Utrecht" in listed
        assert shown.split("_")[2] not in listed
    assert "Let op" not in told


def test_a_machine_gets_it_as_json(desk: Desk) -> None:
    told = json.loads(desk.type("maak", "--rol", "ANALIST", "--naam", "x", "--tot", "2027-12-31", "--json"))
    assert SECRET.fullmatch(told["sleutel"])
    assert (told["rol"], told["gemeente"], told["tot"]) == ("ANALIST", None, "2027-12-31T23:59:59+00:00")
    (listed,) = json.loads(desk.type("lijst", "--json"))["sleutels"]
    assert listed == {name: value for name, value in told.items() if name not in ("sleutel", "let_op")}


@pytest.mark.parametrize("how", ["prefix", "name", "key"])
def test_a_key_is_withdrawn_by_its_prefix_its_name_or_itself(desk: Desk, how: str) -> None:
    (shown,) = SECRET.findall(desk.type("maak", "--rol", "ANALIST", "--naam", "Onderzoek 2027"))
    named = {"prefix": shown.split("_")[1], "name": "Onderzoek 2027", "key": shown}[how]
    assert "werkt niet meer" in desk.type("intrek", named)
    assert Keyring(desk.data).viewer(shown) is None
    assert "ingetrokken" in desk.type("lijst")
    assert json.loads(desk.type("intrek", named, "--json"))["stand"] == "ingetrokken", "again: it is as it was"


def test_a_code_that_no_gemeente_has_is_pointed_at(desk: Desk) -> None:
    given = ["maak", "--rol", "GEMEENTE", "--naam", "x", "--gemeente"]
    assert "GM9999, die ken ik niet" in desk.type(*given, "GM9999")
    assert "Appingedam, die is opgeheven" in desk.type(*given, "GM0003")


@pytest.mark.parametrize(
    ("words", "outcome", "told"),
    [
        (["maak"], WRONG, "--rol ANALIST"),
        (["maak", "--rol", "OPENBAAR", "--naam", "x"], WRONG, "geen keuze"),
        (["maak", "--rol", "GEMEENTE", "--naam", "x"], WRONG, "--gemeente GM0344"),
        (["maak", "--rol", "ANALIST", "--naam", "x", "--gemeente", "GM0344"], WRONG, "horen bij elkaar"),
        (["maak", "--rol", "GEMEENTE", "--naam", "x", "--gemeente", "Utrecht"], WRONG, "GM0344"),
        (["maak", "--rol", "ANALIST", "--naam", " "], WRONG, "--naam"),
        (["maak", "--rol", "ANALIST", "--naam", "x" * 81], WRONG, "80"),
        (["maak", "--rol", "ANALIST", "--naam", "x\x1b[31m"], WRONG, "gewone tekst"),
        (["maak", "--rol", "ANALIST", "--naam", "x", "--tot", "morgen"], WRONG, "2027-12-31"),
        (["maak", "--rol", "ANALIST", "--naam", "x", "--tot", "2020-01-01"], WRONG, "voorbij"),
        (["maak", "geheim", "--rol", "ANALIST", "--naam", "x"], WRONG, "kies je niet zelf"),
        (["lijst", "iets"], WRONG, "niets meer"),
        (["intrek"], WRONG, "Welke sleutel?"),
        (["intrek", "abcdefgh"], FAILED, "De sleutel abcdefgh ken ik niet"),
        (["intrek", "odp_abcdefgh_" + "a" * 43], FAILED, "De sleutel abcdefgh ken ik niet"),
        (["intrek", "mijn-geheim"], FAILED, "De sleutel ken ik niet"),
        ([], WRONG, "Er ontbreekt iets"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(desk: Desk, words: list[str], outcome: int, told: str) -> None:
    assert told in desk.type(*words, outcome=outcome)
    assert not KeyFile(desk.data).path.exists()


def test_two_of_the_same_name_are_told_apart(desk: Desk) -> None:
    for _ in range(2):
        desk.type("maak", "--rol", "ANALIST", "--naam", "x")
    assert "meer dan één" in desk.type("intrek", "x", outcome=FAILED)


def test_without_keys_it_says_how_to_make_one(desk: Desk) -> None:
    assert "opdeplank sleutel maak" in desk.type("lijst")
    assert not desk.data.exists(), "looking makes nothing"


def test_a_file_of_keys_that_is_broken_is_one_line(desk: Desk) -> None:
    desk.data.mkdir()
    (desk.data / NAME).write_bytes(b"iets anders" * 500)
    told = desk.type("lijst", outcome=FAILED)
    assert NAME in told
    assert told.count("\n") == 1
