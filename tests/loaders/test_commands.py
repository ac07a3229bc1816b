"""lees, laad, waarom, controleer and terug as somebody types them, each a process of its own on one data folder."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.loaders.papers import BASE, LIST, SOLUTION, write

ROOT = Path(__file__).parents[2]
STOPPED = "opdeplank: Gestopt. Er is niets half geschreven."
OUTSIDE = -signal.SIGINT
"""Interrupted before Python had begun or after its last word: the system ends it without another."""
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Terminal:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = {**os.environ, "OPDEPLANK_DATA": str(folder / "data"), "PYTHONPATH": str(ROOT)}
        self.environ.pop("OPDEPLANK_NEO4J_URI", None)

    def start(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "opdeplank", *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=self.environ, stdout=pipe, stderr=pipe, text=True)

    def __call__(self, *words: str) -> tuple[int, str, str]:
        process = self.start(*words)
        out, err = process.communicate(timeout=120)
        assert "Traceback" not in err
        return process.returncode, out, err

    def json(self, *words: str) -> Any:
        _, out, _ = self(*words, "--json")
        return json.loads(out)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    write(tmp_path / "in", basis_yaml=BASE, oplossing_yaml=SOLUTION, lijst_txt=LIST)
    return Terminal(tmp_path)


def test_from_documents_to_graph_and_back(terminal: Terminal) -> None:
    code, out, _ = terminal("lees", "in", "--uit", "uit")
    assert code == 0
    assert "voorstel.json" in out
    rehearsal = terminal.json("laad", "uit/voorstel.json", "--alles", "--proefdraai")
    bon = terminal.json("laad", "uit/voorstel.json", "--alles")
    assert bon["lading"].startswith("lading:")
    assert (bon["aangemaakt"], rehearsal["aangemaakt"]) == (bon["aangemaakt"], bon["aangemaakt"])
    again = terminal.json("laad", "uit/voorstel.json")
    assert (again["lading"], again["al_geladen"]) == (bon["lading"], True)
    code, out, _ = terminal("waarom", "oplossing:eenloket-nandu")
    assert code == 0
    assert "“Het loket draait in Waterdam.”" in out
    assert terminal("controleer")[0] == 0
    assert terminal("terug", bon["lading"])[0] == 0
    code, _, err = terminal("terug", bon["lading"])
    assert code == 1
    assert "al teruggedraaid" in err
    code, _, err = terminal("laad", "uit/voorstel.json")
    assert code == 1
    assert "oudere graaf" in err


def test_bad_input_is_refused_in_one_dutch_line(terminal: Terminal, tmp_path: Path) -> None:
    write(tmp_path, fout_yaml="feiten:\n  - {soort: rol, persoon: Jan Bos, functei: x}\n", voorstel_json="{")
    code, out, err = terminal("lees", "fout.yaml", "--json")
    assert code == 1
    assert "fout.yaml:2:36: onbekend veld 'functei'; bedoel je 'functie'?" in err
    assert json.loads(out)["geweigerd"][0]["bestand"] == "fout.yaml"
    code, _, err = terminal("laad", "voorstel.json")
    assert (code, "geen geldige JSON" in err) == (1, True)
    code, _, err = terminal("waarom", "gemeente:gm0000")
    assert (code, "gemeente:gm0000" in err) == (1, True)
    assert terminal("laad")[0] == 2


def test_a_load_that_is_killed_leaves_nothing_or_all_of_it(terminal: Terminal, tmp_path: Path) -> None:
    rows = "\n".join(f"GM{i:04d},Dorp {i},Provincie" for i in range(1, 2001))
    write(tmp_path / "veel", gemeenten_csv=f"code,naam,provincie\n{rows}\n")
    assert terminal("lees", "veel", "--uit", "veel-uit")[0] == 0
    for seconds in (0.8, 1.2, 1.8):
        process = terminal.start("laad", "veel-uit")
        time.sleep(seconds)
        process.send_signal(KILL)
        process.communicate()
        outcome = terminal.json("laad", "veel-uit", "--proefdraai")
        assert (outcome["al_geladen"], outcome["aangemaakt"]) in ((True, 0), (False, 2000))
        assert terminal("controleer")[0] == 0
    bon = terminal.json("laad", "veel-uit")
    assert bon["al_geladen"] or bon["aangemaakt"] == 2000


@pytest.mark.parametrize("words", [("lees", "in", "--uit", "ander"), ("laad", "uit"), ("terug",)])
def test_ctrl_c_at_any_stage_is_one_line_and_leaves_nothing_half(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal("lees", "in", "--uit", "uit")[0] == 0
    if words[0] == "terug":
        words = (*words, terminal.json("laad", "uit")["lading"])
    for seconds in (0.15, 0.5, 0.9):
        process = terminal.start(*words)
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        done = process.returncode in (0, OUTSIDE) or "is al teruggedraaid." in err
        assert done or err.strip().splitlines()[-1] == STOPPED, err
    assert terminal("controleer")[0] == 0


def decide(path: Path, soort: str, **values: str) -> None:
    """In every row of this kind of fact."""
    book = openpyxl.load_workbook(path)
    sheet = book["Voorstel"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, columns["soort"]).value == soort:
            for name, value in values.items():
                sheet.cell(row, columns[name]).value = value
    book.save(path)


def test_a_proposal_is_decided_in_its_workbook(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("lees", "in", "--uit", "uit")[0] == 0
    book = tmp_path / "uit" / "voorstel.xlsx"
    plain = terminal.json("laad", "uit", "--proefdraai")
    assert terminal.json("laad", "uit/voorstel.xlsx", "--proefdraai") == plain
    decide(book, "thema", besluit="jaa")
    code, _, err = terminal("laad", "uit/voorstel.xlsx")
    assert code == 1
    assert 'kolom besluit: "jaa" is geen keuze; kies ja, nee of later' in err
    decide(book, "thema", besluit="ja")
    decide(book, "lid", besluit="nee")
    bon = terminal.json("laad", "uit")
    assert (bon["afgekeurd"], plain["afgekeurd"]) == (2, 0)


def test_decisions_in_both_files_are_for_a_person_to_put_together(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("lees", "in", "--uit", "uit")[0] == 0
    decide(tmp_path / "uit" / "voorstel.xlsx", "thema", besluit="nee")
    said = json.loads((tmp_path / "uit" / "voorstel.json").read_text())
    said["feiten"][0]["besluit"] = "later"
    (tmp_path / "uit" / "voorstel.json").write_text(json.dumps(said))
    code, _, err = terminal("laad", "uit")
    assert code == 1
    assert "Kies er een" in err


def test_one_change_goes_back_and_what_was_gone_on_with_becomes_a_proposal(terminal: Terminal) -> None:
    terminal("lees", "in", "--uit", "uit")
    terminal("laad", "uit/voorstel.json", "--alles", "--door", "Ria")
    [made] = terminal.json("geschiedenis", "oplossing:eenloket-nandu")["wijzigingen"]
    write(terminal.folder / "later", rijp_yaml=SOLUTION.replace("BEPROEFD", "PASKLAAR"))
    terminal("lees", "later", "--uit", "uit")
    terminal("laad", "uit/voorstel.json", "--alles", "--door", "Bram")
    code, out, _ = terminal("terug", made["id"], "--uit", "vragen", "--json")
    assert code == 1
    assert json.loads(out)["voorstel"] == "vragen/terug.json"
    asked = json.loads((terminal.folder / "vragen" / "terug.json").read_text(encoding="utf-8"))["feiten"]
    assert all(fact["besluit"] == "later" and "Ria" in fact["vraag"] for fact in asked)
    newest = terminal.json("geschiedenis", "oplossing:eenloket-nandu")["wijzigingen"][0]
    assert terminal.json("terug", newest["id"], "--door", "Anna")["wijziging"] == newest["id"]
    told = terminal.json("geschiedenis", "oplossing:eenloket-nandu")["wijzigingen"][0]
    assert (told["soort"], told["door"]) == ("TERUGGEDRAAID", "Anna")
    assert terminal.json("terug", "--van", "Anna")["ladingen"] == [told["lading"]]
    assert "Er is niets dat terug kan" in terminal("terug", "--van", "Anna")[2]
