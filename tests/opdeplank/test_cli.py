"""The command line from outside: a process, its output and its exit code."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from opdeplank.cli import COMMANDS, main
from opdeplank.display.examples import EXAMPLES
from opdeplank.graph.database import EMBEDDED_COMFORT, outgrown
from opdeplank.settings.table import ROOT
from tests.conftest import empty
from tests.engines import Neo4j, free_port
from tests.service import Service

ENGLISH = re.compile(
    r"\b(usage|options|positional|show this|error|required|invalid|expected|arguments)\b", re.IGNORECASE
)
LEAKS = re.compile(r"Traceback|File \"|neo4j\.exceptions|\bMATCH\b|127\.0\.0\.1:\d{4,5}")


def opdeplank(*words: str, folder: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "opdeplank", *words],
        cwd=folder,
        env=environment(**environ),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def environment(**environ: str) -> dict[str, str]:
    """Ours, without the settings that the machine of a developer may hold."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPDEPLANK_")}
    return {**own, "PYTHONPATH": str(ROOT), **environ}


def one_line(outcome: subprocess.CompletedProcess[str], code: int) -> str:
    assert outcome.returncode == code, outcome.stderr
    assert outcome.stdout == ""
    assert outcome.stderr.count("\n") == 1, outcome.stderr
    assert not LEAKS.search(outcome.stderr), outcome.stderr
    return outcome.stderr


class Watched(Service):
    """`opdeplank start`, with the folder it works in."""

    def __init__(self, folder: Path, **settings: str) -> None:
        super().__init__(folder, settings)
        self.folder = folder
        self.wait()

    def ask(self, query: str) -> dict[str, Any]:
        return cast(dict[str, Any], httpx.post(f"{self.url}/graphql", json={"query": query}, timeout=120).json())


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The first start of all: the graph is empty and the seeds are loaded."""
    started = Watched(tmp_path_factory.mktemp("eerste"))
    yield started
    started.stop()


def test_help_is_dutch_and_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"], {}) == 0
    shown = capsys.readouterr().out
    assert not ENGLISH.search(shown)
    assert all(re.search(rf"^  {name} ", shown, flags=re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_dutch(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"], {})
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith(f"Gebruik: opdeplank {name}")
    assert "--json" in shown
    assert not ENGLISH.search(shown), shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["strat"], "'strat' is geen commando. Bedoel je 'start'?"),
        (["start", "--snel"], "Dit ken ik niet: --snel. Uitleg: opdeplank start --help"),
        (["laad"], "Er ontbreekt iets: VOORSTEL."),
        (["lees", "x", "--uit"], "Achter --uit hoort een waarde."),
        (["schema", "--json=ja"], "Achter --json hoort geen waarde"),
    ],
)
def test_wrong_use_is_explained_in_dutch(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words, {}) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert not ENGLISH.search(shown)


def test_a_bad_setting_ends_every_command_with_one_line(tmp_path: Path) -> None:
    bad = one_line(opdeplank("start", folder=tmp_path, OPDEPLANK_POORT="tachtig"), 2)
    assert bad == (
        "opdeplank: OPDEPLANK_POORT: 'tachtig' kan niet. Toegestaan is een geheel getal van 1 tot en met 65535.\n"
    )
    unknown = one_line(opdeplank("schema", folder=tmp_path, OPDEPLANK_POORD="80"), 2)
    assert "Bedoel je OPDEPLANK_POORT?" in unknown
    (tmp_path / ".env").write_text("OPDEPLANK_DATA\n")
    assert ".env, regel 1" in one_line(opdeplank("schema", folder=tmp_path), 2)


def test_a_port_in_use_is_said_before_anything_else_happens(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = one_line(opdeplank("start", folder=tmp_path, OPDEPLANK_POORT=str(port)), 1)
    assert f"Poort {port} is al in gebruik." in said
    assert not (tmp_path / "data").exists()


def test_an_address_of_another_machine_cannot_be_served(tmp_path: Path) -> None:
    said = one_line(opdeplank("start", folder=tmp_path, OPDEPLANK_HOST="192.0.2.1"), 1)
    assert "Controleer OPDEPLANK_HOST" in said


def test_a_database_that_is_away_is_one_line(tmp_path: Path) -> None:
    away = f"bolt://127.0.0.1:{free_port()}"
    said = one_line(opdeplank("status", folder=tmp_path, OPDEPLANK_NEO4J_URI=away), 1)
    assert "niet bereikbaar" in said


def test_a_wrong_password_is_one_line_without_the_password(tmp_path: Path) -> None:
    with Embedded(tmp_path / "elders") as engine:
        said = one_line(
            opdeplank(
                "status", folder=tmp_path, OPDEPLANK_NEO4J_URI=engine.uri, OPDEPLANK_NEO4J_GEBRUIKER=engine.gebruiker,
                OPDEPLANK_NEO4J_WACHTWOORD="verkeerd-woord",
            ),
            1,
        )  # fmt: skip
    assert "weigert de inlog" in said
    assert "verkeerd-woord" not in said


def test_a_machine_gets_its_refusal_as_json(tmp_path: Path) -> None:
    outcome = opdeplank("laad", "weg.json", "--json", folder=tmp_path)
    assert outcome.returncode == 1
    assert "weg.json bestaat niet" in json.loads(outcome.stdout)["fout"]


def test_a_mistake_of_ours_is_one_line_and_keeps_its_trace_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("opdeplank.commands.run.schema.run", lambda call: 1 // 0)
    assert main(["schema"], {}) == 1
    said = capsys.readouterr().err
    kept = Path(re.findall(r"Meld het met (\S+\.txt)\.", said)[0])
    assert "Traceback" not in said
    assert "ZeroDivisionError" in kept.read_text()
    kept.unlink()


def test_the_schema_is_printed_as_it_is_committed(tmp_path: Path) -> None:
    outcome = opdeplank("schema", folder=tmp_path)
    assert outcome.returncode == 0
    assert outcome.stdout == (ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8"), "run `make schema`"


def test_a_reader_that_leaves_early_is_no_mistake(tmp_path: Path) -> None:
    command = f"{sys.executable} -m opdeplank schema | head -1; exit ${{PIPESTATUS[0]}}"
    outcome = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")


READABLE = re.compile(r"(?!- |\w+: ?[>|]|\w+:\s*\n)[^\n{}\[\]]+")
"""One line of text, and no markup of a file: no list, no block, no name with a colon and a break."""


def passages(data: Any) -> Iterator[tuple[str, str]]:
    """Every passage in an answer, with the address of its source."""
    if isinstance(data, list):
        for each in data:
            yield from passages(each)
    elif isinstance(data, dict):
        if "passage" in data:
            yield data["passage"], data["bron"]["url"] or ""
        for each in data.values():
            yield from passages(each)


def every_example_is_answered(service: Watched) -> None:
    for example in EXAMPLES:
        answer = service.ask(example.query)
        assert "errors" not in answer, answer
        assert '"titel"' in json.dumps(answer), "an example that finds nothing teaches nothing"
        for passage, url in passages(answer["data"]):
            assert READABLE.fullmatch(passage), f"not a sentence for a reader: {passage}"
            assert url.startswith("https://"), f"without an address: {passage}"
    assert [*passages(service.ask(EXAMPLES[0].query)["data"])], "the first answer shows a passage"


def test_the_first_start_fills_the_graph_and_every_printed_question_has_an_answer(service: Watched) -> None:
    assert httpx.get(f"{service.url}/gereed").json()["status"] == "gereed"
    every_example_is_answered(service)


def test_a_load_before_does_not_keep_the_seeds_out_and_filling_is_done_once(tmp_path: Path) -> None:
    (tmp_path / "eigen.csv").write_text("soort;naam\norganisatie;Onze eigen club\n", encoding="utf-8")
    read = opdeplank("lees", "eigen.csv", folder=tmp_path)
    assert "De begingegevens staan niet in de graaf" in read.stdout
    assert opdeplank("laad", "voorstel", folder=tmp_path).returncode == 0
    filled, again = (json.loads(opdeplank("start", "--alleen-vullen", "--json", folder=tmp_path).stdout) for _ in "12")
    assert (filled["gevuld"], filled["vragen"], filled["let_op"]) == (True, 0, None)
    assert again["gevuld"] is False
    assert filled["entiteiten"] == again["entiteiten"] > 1_000
    counted = json.loads(opdeplank("status", "--json", folder=tmp_path).stdout)["aantallen"]
    assert counted["Oplossing"] >= 60
    found = opdeplank("zoek", "Onze eigen club", folder=tmp_path, OPDEPLANK_BETEKENIS="nee")
    assert "organisatie:onze-eigen-club" in found.stdout
    assert "De begingegevens" not in opdeplank("lees", "eigen.csv", folder=tmp_path).stdout


@pytest.mark.parametrize(
    "words",
    [("waarom", "Toke Tom"), ("geschiedenis", "persoon:toke-tom"), ("zoek", "schulden"), ("samenvoegen", "a", "b"),
     ("terug", "leden.txt")],
)  # fmt: skip
def test_in_an_empty_graph_a_command_says_what_fills_it(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = one_line(opdeplank(*words, folder=tmp_path), 1)
    assert said == "opdeplank: De graaf is leeg. Vul hem met: opdeplank start --alleen-vullen\n"


def test_checking_an_empty_graph_and_asking_its_status_say_what_fills_it(tmp_path: Path) -> None:
    for words in (("controleer",), ("status",)):
        outcome = opdeplank(*words, folder=tmp_path)
        assert outcome.returncode == 0
        assert "De graaf is leeg. Vul hem met: opdeplank start --alleen-vullen" in outcome.stdout


def test_a_second_process_on_the_same_data_is_refused(service: Watched) -> None:
    said = one_line(opdeplank("migreer", folder=service.folder), 1)
    assert opdeplank("status", folder=service.folder).returncode == 0, "what needs no folder asks the service"
    assert "al in gebruik door een ander proces" in said
    assert service.ask("{ __typename }")["data"] == {"__typename": "Query"}


def test_it_stops_when_asked_and_the_second_start_loads_nothing(service: Watched) -> None:
    service.stop()
    assert service.process.returncode == 0, "it had to be killed"
    shown = service.log.read_text()
    for part in (service.url, "/graphiql?query=", *(example.title for example in EXAMPLES)):
        assert part in shown
    assert shown.rstrip().endswith("Stop met Ctrl-C."), "nothing else is said, also not while stopping"
    before = loads(service.folder)
    again = Watched(service.folder)
    again.stop()
    assert again.process.returncode == 0, "it had to be killed"
    assert loads(service.folder) == before != []


def loads(folder: Path) -> list[str]:
    """The loads in the data of a service that stopped."""

    async def look(engine: Embedded) -> list[str]:
        async with await Store.open_embedded(engine) as store:
            return [row[0] for row in await store.rows("MATCH (l:Lading) RETURN l.id ORDER BY l.id", {})]

    with Embedded(folder / "data") as engine:
        return asyncio.run(look(engine))


def test_status_says_what_an_operator_wants_to_know(service: Watched) -> None:
    service.stop()
    value = json.loads(opdeplank("status", "--json", folder=service.folder).stdout)
    assert value["database"] == "arcadedb"
    assert value["aantallen"]["Oplossing"] >= 60
    assert value["laatsteLading"]["id"].startswith("lading:")
    assert value["grenzen"]["OPDEPLANK_GRENS_DIEPTE"] == 10
    assert value["migratiesTeDoen"] == []
    assert value["letOp"] is None


def test_people_are_found_by_name_and_shown_with_their_id(service: Watched) -> None:
    service.stop()
    for words in (("zoek", "Toke", "Tom"), ("waarom", "Toke", "Tom")):
        outcome = opdeplank(*words, folder=service.folder, OPDEPLANK_BETEKENIS="nee")
        assert "persoon:toke-tom" in outcome.stdout
    by_name, by_id = (opdeplank("geschiedenis", key, folder=service.folder) for key in ("toke tom", "persoon:toke-tom"))
    assert by_name.returncode == 0
    assert by_name.stdout == by_id.stdout
    nobody = opdeplank("waarom", "Tom", folder=service.folder)
    assert nobody.returncode == 1
    assert re.search(r"^  persoon:toke-tom +Toke Tom, .+ bij .+$", nobody.stderr, flags=re.MULTILINE)


def test_a_graph_that_outgrew_the_embedded_engine_is_told_so() -> None:
    assert outgrown("arcadedb", EMBEDDED_COMFORT) is None
    assert outgrown("neo4j", 10 * EMBEDDED_COMFORT) is None
    assert "OPDEPLANK_NEO4J_URI" in (outgrown("arcadedb", EMBEDDED_COMFORT + 1) or "")


def test_the_same_start_fills_and_serves_a_neo4j(neo4j: Neo4j, tmp_path: Path) -> None:
    asyncio.run(_emptied(neo4j))
    started = Watched(tmp_path, NEO4J_URI=neo4j.uri, GRENS_TIJD="60")
    try:
        assert httpx.get(f"{started.url}/gereed").json()["database"] == "neo4j"
        every_example_is_answered(started)
    finally:
        started.stop()
    assert not (tmp_path / "data").exists()


async def _emptied(neo4j: Neo4j) -> None:
    async with await Store.open(neo4j.uri) as store:
        await empty(store)


def test_data_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    assert opdeplank("migreer", folder=tmp_path).returncode == 0
    asyncio.run(_from_the_future(tmp_path / "data"))
    for words in (("start",), ("status",), ("migreer",), ("migreer", "--controleer")):
        said = one_line(opdeplank(*words, folder=tmp_path, OPDEPLANK_POORT=str(free_port())), 1)
        assert "nieuwere versie" in said


async def _from_the_future(data: Path) -> None:
    async def work(run: Run) -> None:
        await run("MATCH (m:Meta {id: 'graaf'}) SET m.migratie = 9999", {})

    with Embedded(data) as engine:
        async with await Store.open_embedded(engine) as store:
            await store.write(work)


def test_migrating_says_first_what_it_would_do(tmp_path: Path) -> None:
    told = json.loads(opdeplank("migreer", "--controleer", "--json", folder=tmp_path).stdout)
    done = json.loads(opdeplank("migreer", "--json", folder=tmp_path).stdout)
    assert told["teDoen"] == done["uitgevoerd"] != []
    assert opdeplank("migreer", folder=tmp_path).stdout == "Er was niets te doen.\n"
