"""An engine that cannot be had any more does not stop `make start`: the second choice is taken, and that is said."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = re.compile(r"^([a-z0-9_.-]+)==(\S+?)(?: ;.*)? ", re.MULTILINE)
PIP = """#!/bin/sh
echo "$@" >> told
case "$*" in *requirements.lock*) exit {first};; *) exit 0;; esac
"""


@pytest.mark.skipif(not shutil.which("make"), reason="weggelaten: deze machine heeft geen make")
@pytest.mark.parametrize(("first", "asked", "said"), [(0, 2, False), (1, 3, True)])
def test_the_second_is_taken_when_the_first_cannot_be_had(tmp_path: Path, first: int, asked: int, said: bool) -> None:
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-tweede.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "pip").write_text(PIP.format(first=first))
    (tmp_path / "pip").chmod(0o755)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    done = subprocess.run(
        ["make", "PIP=./pip", ".venv/.start"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    told = (tmp_path / "told").read_text().splitlines()
    assert len(told) == asked
    assert (told[1] == "--require-hashes -r requirements-tweede.lock") is said
    assert ("tweede keus" in done.stderr) is said
    assert (tmp_path / ".venv" / ".start").exists()


def test_it_differs_from_the_first_in_the_engine_alone() -> None:
    first, second = (
        dict(PINNED.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-tweede.lock")
    )
    assert {name for name in second if second[name] != first.get(name)} == {"arcadedb-embedded", "jpype1"}
    assert first.keys() <= second.keys()
    assert "arcadedb==" + first["arcadedb"] + " ; sys_platform == 'never'" in (
        ROOT / "requirements-tweede.lock"
    ).read_text(encoding="utf-8"), "it is named, and never asked for"
