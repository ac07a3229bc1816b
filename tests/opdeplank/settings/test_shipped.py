"""A wheel is the whole program: it holds every file that is read beside the code, and serves from any folder."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from opdeplank.settings import shipped
from opdeplank.settings.table import ROOT
from tests.service import Service

HOUSES = ("graph", "loaders", "schema", "opdeplank")
BESIDE = ("seeds", "web/templates", "web/static", "web/graphiql/gebouwd", "web/widget", "web/kaart/kaart.json")
PAGES = ("/", "/gemeente", "/graphiql", "/schema.graphql", "/widget/v1/opdeplank.js", "/statisch/plank.css")
BUILDS = "import sys; from setuptools import build_meta as made; print(made.{}(sys.argv[1]))"
READ_FROM = re.compile(r"\b(?:WEB|SEEDS)\b(?: / \"[\w.]+\")*")


def tracked(*places: str) -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so nothing says which files are committed")
    said = subprocess.run(
        ["git", "ls-files", "-z", "--", *places], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in said.stdout.split("\0") if name and (ROOT / name).is_file()]


def built(what: str, folder: Path, into: Path) -> Path:
    """What the build backend makes of the tree in `folder`, as any installer asks for it."""
    command = [sys.executable, "-c", BUILDS.format(what), str(into)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return into / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made of the source distribution of what is committed, so that this holds all that is needed as well."""
    folder = tmp_path_factory.mktemp("wiel")
    for name in tracked(*HOUSES, "web", "seeds", "setup.py", "MANIFEST.in", "pyproject.toml", "README.md", "LICENSE"):
        (folder / "boom" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / "boom" / name)
    source = built("build_sdist", folder / "boom", folder)
    shutil.unpack_archive(source, folder / "bron", filter="data")
    [tree] = (folder / "bron").iterdir()
    return built("build_wheel", tree, folder)


def ours(wheel: Path) -> Iterator[str]:
    with zipfile.ZipFile(wheel) as file:
        yield from (name for name in file.namelist() if ".dist-info/" not in name)


def test_it_holds_what_is_committed_and_nothing_else(wheel: Path) -> None:
    code = [name for name in tracked(*HOUSES) if not name.endswith("README.md")]
    beside = [f"opdeplank/bij/{name}" for name in tracked(*BESIDE)]
    assert len(beside) > 100
    assert sorted(ours(wheel)) == sorted([*code, *beside])


def test_every_place_that_is_read_is_in_it(wheel: Path) -> None:
    """A new folder under web/ that a module reads has to be named in `setup.py`."""
    there = {f"{name}/" for name in ours(wheel)}
    asked = set()
    for name in tracked("opdeplank/*.py"):
        asked |= set(READ_FROM.findall((ROOT / name).read_text(encoding="utf-8")))
    places = {re.sub(r"[\" ]", "", each).replace("WEB", "web").replace("SEEDS", "seeds") for each in asked}
    assert {"web/templates", "web/static", "web/kaart/kaart.json", "web/widget/v1", "seeds"} <= places
    assert not [each for each in places if not any(name.startswith(f"opdeplank/bij/{each}/") for name in there)]


def test_no_module_looks_for_them_elsewhere() -> None:
    """`ROOT` is where the code lies: only what is part of a package is found from there."""
    used = {
        (name, line.strip())
        for name in tracked("opdeplank/*.py", "schema/*.py", "loaders/*.py", "graph/*.py")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if re.search(r"\bROOT / ", line)
    }
    assert {name for name, _ in used} == {"opdeplank/http/site_files.py"}, used


def test_it_serves_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "pakket")
    settings = {"BETEKENIS": "nee", "BEGINGEGEVENS": "nee"}
    service = Service(tmp_path, settings, tree=tmp_path, path=tmp_path / "pakket")
    try:
        service.wait()
        with httpx.Client(base_url=service.url) as client:
            for path in PAGES:
                assert client.get(path).status_code == 200, path
            answer = client.post("/graphql", json={"query": "{ gemeenten { aantal } }"})
            assert answer.json()["data"]["gemeenten"]["aantal"] == 0
    finally:
        service.stop()
    where = "import opdeplank.settings.shipped as s; print(s.WEB, s.SEEDS)"
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "pakket")}
    said = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    beside = tmp_path / "pakket" / "opdeplank" / "bij"
    assert said.stdout.split() == [str(beside / "web"), str(beside / "seeds")]


def test_a_folder_is_named_as_one_types_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shipped.TREE)
    assert shipped.typed(shipped.SEEDS) == "seeds"
    monkeypatch.chdir(tmp_path)
    assert shipped.typed(shipped.SEEDS) == str(shipped.TREE / "seeds")
