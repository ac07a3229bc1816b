"""Every command in the guide does what the page says, in the order of the page, as somebody types it.

    ```sh                     lines that are typed, in a folder of the page's own with the seeds in its graph
    ```csv naam.csv           a file that has to stand there first
    ```graphql                a question that the service answers

A `make` is rehearsed (`make -n`), Docker and the making of an environment are compared with the files they use, and
`opdeplank start` is started on another port and stopped when it listens.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import httpx
import pytest
from ruamel.yaml import YAML

from graph.domain.provenance import MODEL
from loaders.records import record
from opdeplank.cli import COMMANDS
from opdeplank.settings.table import ROOT
from opdeplank.terminal.arguments import DutchParser
from tests.service import Service

GUIDE = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
FENCE = re.compile(r"^```(?P<kind>\w*)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(opdeplank(?: [^`]+)?)`")
WITH_A_LINE_BREAK = re.compile(r"\\\n\s*")


@dataclass(frozen=True)
class Fence:
    kind: str
    name: str | None
    text: str

    @property
    def lines(self) -> list[str]:
        return [line for line in WITH_A_LINE_BREAK.sub(" ", self.text).splitlines() if line.strip()]


def fences(page: Path) -> list[Fence]:
    return [Fence(m["kind"], m["name"], m["text"]) for m in FENCE.finditer(page.read_text(encoding="utf-8"))]


PAGES = [page for page in GUIDE if any(fence.kind == "sh" for fence in fences(page))]
QUESTIONS = [
    pytest.param(fence.text, id=f"{page.stem}-{number}")
    for page in GUIDE
    for number, fence in enumerate(fences(page))
    if fence.kind == "graphql" and not fence.text.startswith("mutation")  # those: tests/test_melden.py
]


class Desk:
    """A folder with the seeds in `data`, and a terminal in which `opdeplank` can be typed."""

    def __init__(self, folder: Path, seeded: Path, service: Service) -> None:
        self.folder = folder
        self.service = service
        shutil.copytree(seeded, folder / "data")
        bare = {name: value for name, value in os.environ.items() if not name.startswith("OPDEPLANK_")}
        self.environ = {
            **bare, "PATH": f"{typed(folder / 'bin')}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "OPDEPLANK_BETEKENIS": "nee",
        }  # fmt: skip

    def run(self, line: str) -> None:
        instead = next((known for begins, known in INSTEAD.items() if line.startswith(begins)), Desk.type)
        instead(self, line)

    def type(self, line: str) -> None:
        self.bash(line.replace(":8000", f":{self.service.port}"))

    def bash(self, line: str, folder: Path | None = None) -> str:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", line], cwd=folder or self.folder, env=self.environ, capture_output=True,
            text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    def rehearse(self, line: str) -> None:
        self.bash(line.replace("make ", "make -n ", 1), ROOT)

    def containers(self, line: str) -> None:
        services = YAML(typ="safe").load(ROOT / "docker-compose.yml")["services"]
        words = line.split()
        assert words[2] in ("up", "run", "exec")
        if words[2] != "up":
            at = next(i for i, word in enumerate(words[3:], 3) if not word.startswith("-"))
            assert words[at] in services
            understood(f"opdeplank {' '.join(words[at + 1 :])}")

    def environment(self, line: str) -> None:
        named = [word for word in line.split() if word.endswith((".lock", ".txt"))]
        assert all((ROOT / name).exists() for name in named)

    def start(self, line: str) -> None:
        elsewhere = self.folder / "dienst"
        elsewhere.mkdir()
        shutil.move(self.folder / "data", elsewhere / "data")
        started = Service(elsewhere)
        try:
            started.wait()
        finally:
            started.stop()
            shutil.move(elsewhere / "data", self.folder / "data")


INSTEAD = {
    "make ": Desk.rehearse, "docker compose ": Desk.containers, "python3 -m venv ": Desk.environment,
    ".venv/bin/python -m pip ": Desk.environment, ". .venv/bin/activate": Desk.environment,
    ".venv/bin/python -m opdeplank start": Desk.start,
}  # fmt: skip


def typed(folder: Path) -> Path:
    """A folder with the command as an installation puts it there."""
    folder.mkdir()
    command = folder / "opdeplank"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m opdeplank "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_on_a_page_works(page: Path, seeded: Path, dienst: Service, tmp_path: Path) -> None:
    desk = Desk(tmp_path, seeded, dienst)
    for fence in fences(page):
        if fence.name is not None and fence.kind != "ini":
            (tmp_path / fence.name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / fence.name).write_text(fence.text, encoding="utf-8")
    for fence in fences(page):
        for line in fence.lines if fence.kind == "sh" else ():
            desk.run(line)


def inline() -> Iterator[str]:
    for page in [*GUIDE, ROOT / "docs" / "README.md", ROOT / "docs" / "foutcodes.md"]:
        yield from INLINE.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", sorted(set(inline()) - {"opdeplank"}))
def test_a_command_in_a_sentence_exists_with_its_options(line: str) -> None:
    understood(line)


def test_the_commands_that_messages_name_exist() -> None:
    named = re.compile(r"opdeplank ([a-z]+(?:-[a-z]+)?)\b")
    for house in ("graph", "loaders", "schema", "opdeplank"):
        for path in sorted((ROOT / house).rglob("*.py")):
            for said in re.findall(r"\"[^\"\n]*\bopdeplank [a-z][^\"\n]*\"", path.read_text(encoding="utf-8")):
                assert set(named.findall(said)) <= {*COMMANDS}, f"{path}: {said}"


def understood(line: str) -> None:
    """The command is there, and takes these options."""
    _, name, *rest = line.split()
    if name.startswith("-"):
        return
    room, _ = COMMANDS[name]
    parser = DutchParser(f"opdeplank {name}", "")
    import_module(f"opdeplank.commands.{room}.{name.replace('-', '_')}").arguments(parser)
    parser.add_argument("--json", action="store_true")
    options = [word for word in rest if word.startswith("--")]
    assert {option for option in options if not parser._option_string_actions.get(option)} == set(), line


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_in_the_guide_has_an_answer(question: str, dienst: Service) -> None:
    answer = httpx.post(f"{dienst.url}/graphql", json={"query": question}, timeout=30).json()
    assert "errors" not in answer, answer
    assert len(json.dumps(answer["data"])) > 60, "it finds nothing"


def test_there_is_a_whole_example_of_every_kind_of_record() -> None:
    shown = set(re.findall(r"^  - soort: (\w+)$", (ROOT / "docs/handleiding/laden.md").read_text(), re.MULTILINE))
    assert shown == set(record.kinds(MODEL))


OTHER_WORDS = {"vak": "veld", "vakken": "velden", "verband": "relatie", "verbanden": "relaties", "eigenschap": "veld"}
"""What a word is not to be called, and what it is called: docs/handleiding/woorden.md."""


@pytest.mark.parametrize("page", [*GUIDE, ROOT / "docs" / "domein.md"], ids=lambda page: page.stem)
def test_one_thing_has_one_name(page: Path) -> None:
    words = re.findall(r"[a-zë]+", page.read_text(encoding="utf-8").lower())
    assert {word: OTHER_WORDS[word] for word in words if word in OTHER_WORDS} == {}
