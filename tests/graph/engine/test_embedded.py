"""The embedded engine: one process at a time, small and quiet to start, and safe when it is killed half-way."""

import asyncio
import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.engine import embedded, full_text
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.errors import StoreBroken, StoreFull, StoreLocked, StoreTimeout
from tests.conftest import empty, leave_out
from tests.engines import ROOT, Neo4j
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio

PROLOGUE = """
import sys
sys.modules['pandas'] = None  # the driver takes it along where it is; a service is installed without
import asyncio, sys, time
from graph.engine.embedded import Embedded
from graph.engine.store import Store

def say(what):
    print(what, flush=True)
"""
HOLDS = "with Embedded(sys.argv[1]):\n    say('open')\n    time.sleep(60)"
WRITES = """
async def main(store):
    for number in range(1_000_000):
        async def work(run):
            await run("CREATE (:Helft {nummer: $n})", {"n": number})
            if number == 5:
                say("halverwege")
                await asyncio.sleep(60)
            await run("UNWIND range(1, 200) AS i CREATE (:Helft {nummer: $n})-[:VAN]->(:Deel {i: i})", {"n": number})
        await store.write(work)
        say(f"opgeslagen {number}")
"""
FILLS = """
import shutil
from pathlib import Path
from graph.errors import StoreFull

async def fill(store):
    for number in range(1000):
        async def work(run):
            await run("UNWIND range(1, 500) AS i CREATE (:Vol {tekst: $t})", {"t": "abcdefghij" * 100})
        try:
            await store.write(work)
        except StoreFull as full:
            say(full.melding)
            return number

async def main():
    folder = Path(sys.argv[1])
    (folder / "vulsel").write_bytes(bytes(32 << 20))
    with Embedded(folder / "graaf") as engine:
        async with await Store.open_embedded(engine) as store:
            acknowledged = await fill(store)
            [before] = await store.read("MATCH (n:Vol) RETURN count(n)", {})
    free = shutil.disk_usage(folder).free
    (folder / "meer").write_bytes(bytes(max(0, free - (16 << 20))))
    try:
        Embedded(folder / "graaf").start()
    except StoreFull:
        say("geweigerd")
    (folder / "vulsel").unlink()
    with Embedded(folder / "graaf") as engine:
        async with await Store.open_embedded(engine) as store:
            [after] = await store.read("MATCH (n:Vol) RETURN count(n)", {})
    say(f"{acknowledged > 0} {before - 500 * acknowledged} {after - before}")
asyncio.run(main())
"""
ON_EMBEDDED = """
async def embedded():
    with Embedded(sys.argv[1]) as engine:
        async with await Store.open_embedded(engine) as store:
            await main(store)
asyncio.run(embedded())
"""
ON_NEO4J = """
async def neo4j():
    async with await Store.open(sys.argv[1]) as store:
        await main(store)
asyncio.run(neo4j())
"""

Spawn = Callable[[str, str], "subprocess.Popen[str]"]


@pytest.fixture
def spawn() -> Iterator[Spawn]:
    """Run a piece of Python in a process of its own, to be killed."""
    children: list[subprocess.Popen[str]] = []

    def start(code: str, argument: str) -> "subprocess.Popen[str]":
        child = subprocess.Popen(
            [sys.executable, "-c", PROLOGUE + code, argument],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        children.append(child)
        return child

    yield start
    for child in children:
        with child:
            child.kill()


def wait_for(child: "subprocess.Popen[str]", word: str) -> list[str]:
    assert child.stdout is not None
    said = []
    for line in child.stdout:
        said.append(line.strip())
        if line.strip() == word:
            return said
    raise AssertionError("\n".join(said))


def test_starts_small_and_without_a_word(tmp_path: Path) -> None:
    code = "with Embedded(sys.argv[1]):\n    pass\n"
    code += "say(open('/proc/self/status').read().split('VmHWM:')[1].split()[0] if sys.platform == 'linux' else 0)"
    for _ in range(2):
        command = [sys.executable, "-c", PROLOGUE + code, str(tmp_path)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert int(ran.stdout) < 150_000
        assert ran.stderr == ""


async def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    async def work(run: Run) -> None:
        await run("CREATE (:Proef {id: 'a'})")

    with Embedded(tmp_path) as engine:
        async with await Store.open_embedded(engine) as store:
            await full_text.make(store, "tekst", "Proef", ["zoektekst"])
            await store.write(work)
        first = engine.wachtwoord
    with Embedded(tmp_path) as engine:
        assert engine.wachtwoord != first
        async with await Store.open_embedded(engine) as store:
            await full_text.make(store, "tekst", "Proef", ["zoektekst"])
            assert await store.read("MATCH (n:Proef) RETURN n.id", {}) == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="weggelaten: Windows kent geen bestandsrechten als 600")
def test_only_the_owner_can_read_the_file_of_users(tmp_path: Path) -> None:
    with Embedded(tmp_path) as engine:
        users = tmp_path / "config" / "server-users.jsonl"
        assert stat.S_IMODE(users.stat().st_mode) == 0o600
        assert engine.wachtwoord not in users.read_text()


async def test_a_slow_statement_is_stopped_in_the_engine(tmp_path: Path) -> None:
    endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(x * y)"
    with Embedded(tmp_path, timeout=1) as engine:
        async with await Store.open_embedded(engine, timeout=3600) as store, asyncio.timeout(PATIENCE):
            with pytest.raises(StoreTimeout):
                await store.read(endless, {})


def test_listens_on_this_machine_only(tmp_path: Path) -> None:
    with Embedded(tmp_path) as engine:
        assert engine.uri.startswith("bolt://127.0.0.1:")


def test_a_second_process_is_refused_naming_the_folder(tmp_path: Path, spawn: Spawn) -> None:
    wait_for(spawn(HOLDS, str(tmp_path)), "open")
    with pytest.raises(StoreLocked) as refused:
        Embedded(tmp_path).start()
    assert str(tmp_path) in refused.value.melding
    assert "ander proces" in refused.value.melding


def test_the_same_process_cannot_open_a_folder_twice_either(tmp_path: Path) -> None:
    with Embedded(tmp_path), pytest.raises(StoreLocked):
        Embedded(tmp_path).start()
    Embedded(tmp_path).start().stop()


def test_a_killed_process_does_not_block_the_next(tmp_path: Path, spawn: Spawn) -> None:
    child = spawn(HOLDS, str(tmp_path))
    wait_for(child, "open")
    child.send_signal(signal.SIGKILL)
    child.wait()
    Embedded(tmp_path).start().stop()


def test_stopping_twice_is_fine(tmp_path: Path) -> None:
    engine = Embedded(tmp_path).start()
    engine.stop()
    engine.stop()


def test_a_file_instead_of_a_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("iets")
    with pytest.raises(StoreBroken) as refused:
        Embedded(tmp_path / "bestand").start()
    assert str(tmp_path / "bestand") in refused.value.melding


def test_a_damaged_store_is_said_so(tmp_path: Path) -> None:
    Embedded(tmp_path).start().stop()
    for file in (tmp_path / "databases" / "graaf").iterdir():
        file.write_bytes(b"\x00kapot")
    with pytest.raises(StoreBroken) as refused:
        Embedded(tmp_path).start()
    assert "reservekopie" in refused.value.melding
    Embedded(tmp_path / "andere").start().stop()


async def test_killed_while_writing_keeps_what_was_acknowledged_and_nothing_half(tmp_path: Path, spawn: Spawn) -> None:
    child = spawn(WRITES + ON_EMBEDDED, str(tmp_path))
    said = wait_for(child, "halverwege")
    child.send_signal(signal.SIGKILL)
    child.wait()
    with Embedded(tmp_path) as engine:
        async with await Store.open_embedded(engine) as store:
            await whole_writes(store, said)


async def test_a_service_killed_while_writing_leaves_neo4j_as_before(neo4j: Neo4j, spawn: Spawn) -> None:
    async with await Store.open(neo4j.uri) as store:
        await empty(store)
        child = spawn(WRITES + ON_NEO4J, neo4j.uri)
        said = wait_for(child, "halverwege")
        child.send_signal(signal.SIGKILL)
        child.wait()
        await whole_writes(store, said)


async def test_killed_at_a_moment_nobody_chose(tmp_path: Path, spawn: Spawn) -> None:
    for moment in (0.05, 0.11, 0.23):
        folder = tmp_path / str(moment)
        child = spawn(WRITES.replace("if number == 5", "if number < 0") + ON_EMBEDDED, str(folder))
        said = wait_for(child, "opgeslagen 0")
        await asyncio.sleep(moment)
        child.send_signal(signal.SIGKILL)
        said += [line.strip() for line in child.communicate()[0].splitlines()]
        with Embedded(folder) as engine:
            async with await Store.open_embedded(engine) as store:
                await whole_writes(store, said)


def on_disk(how: str, folder: Path, code: str, config: pytest.Config) -> list[str]:
    """What a piece of Python says for which this folder is another disk, mounted as `how` says."""
    mount = ["unshare", "-rm", "sh", "-c", f'{how} "$0" && exec "$@"', str(folder)]
    if not shutil.which("unshare") or subprocess.run([*mount, "true"], check=False, capture_output=True).returncode:
        leave_out(config, "de tests met een andere schijf: deze machine laat ons er geen maken", ci=True)
    command = [*mount, sys.executable, "-c", PROLOGUE + code, str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_full_disk_is_said_so_and_loses_nothing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    said = on_disk("mount -t tmpfs -o size=80m tmpfs", tmp_path, FILLS, request.config)
    assert said == [StoreFull.melding, "geweigerd", "True 0 0"]


def test_a_folder_that_can_only_be_read_is_said_so(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    Embedded(tmp_path).start().stop()
    code = (
        "from graph.errors import StoreBroken\ntry:\n    Embedded(sys.argv[1]).start()\n"
        "except StoreBroken as refused:\n    say(refused.melding)"
    )
    [said] = on_disk("mount -t tmpfs -o ro tmpfs", tmp_path, code, request.config)
    assert f"{tmp_path} is niet te gebruiken: er kan alleen uit worden gelezen. Maak de map schrijfbaar" in said


async def whole_writes(store: Store, said: list[str]) -> None:
    acknowledged = {int(line.split()[1]) for line in said if line.startswith("opgeslagen")}
    rows = await store.rows("MATCH (n:Helft) RETURN n.nummer, count(n), count { (n)-[:VAN]->() }", {})
    counted: dict[int, Any] = {}
    for number, nodes, parts in rows:
        before = counted.get(number, [0, 0])
        counted[number] = [before[0] + nodes, before[1] + nodes * parts]
    assert acknowledged <= set(counted)
    assert all(value == [201, 200] for value in counted.values()), counted
    assert len(counted) <= len(acknowledged) + 1
    assert await store.read("MATCH (n:Deel) RETURN count(n)", {}) == [200 * len(counted)]


@pytest.mark.parametrize(
    ("told", "limits", "heap"),
    [
        ("0::/\n", {"memory.max": "1073741824"}, 614),  # a container, which sees its own group as the outermost
        (
            "0::/plank.slice/plank.service\n",
            {"plank.slice/memory.max": "2147483648"},
            1228,
        ),  # systemd, around it
        (
            "1:cpu:/x\n0::/a/b\n",
            {"a/b/memory.max": "max", "a/memory.max": "1073741824", "memory.max": "2147483648"},
            614,
        ),
    ],
)
def test_a_limit_on_memory_is_kept_to(tmp_path: Path, told: str, limits: dict[str, str], heap: int) -> None:
    for name, limit in limits.items():
        (tmp_path / "groups" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "groups" / name).write_text(f"{limit}\n")
    (tmp_path / "own").write_text(told)
    assert embedded._largest_heap(tmp_path / "groups", tmp_path / "own") == f"-Xmx{heap}m"


@pytest.mark.parametrize("told", ["", "4:memory:/x\n", "0::/weg\n"])
def test_without_a_limit_it_is_over_half_of_the_machine(tmp_path: Path, told: str) -> None:
    (tmp_path / "own").write_text(told)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    expected = min(embedded.MOST_HEAP, int(memory * embedded.SHARE)) >> 20
    assert embedded._largest_heap(tmp_path, tmp_path / "own") == f"-Xmx{expected}m"
    assert embedded._largest_heap(tmp_path, tmp_path / "none") == f"-Xmx{expected}m"


def test_the_second_choice_writes_down_what_it_would_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def none_but_the_second(name: str) -> object:
        asked.append(name)
        if name == "arcadedb":
            raise ImportError(name)
        return name

    monkeypatch.setattr(embedded, "import_module", none_but_the_second)
    for name in ("LOG_CONSOLE", "LOG_DIR", "NATIVE_ISOLATE_ARGS", "JVM_ARGS"):
        monkeypatch.setenv(f"ARCADEDB_{name}", "")
    log = tmp_path / "100% van ons" / "log"
    assert embedded._load_engine(log, ("-Xmx64m",)) == "arcadedb_embedded"
    assert asked == ["arcadedb", "arcadedb_embedded"]
    heap, told = shlex.split(os.environ["ARCADEDB_JVM_ARGS"])
    assert (heap, told) == ("-Xmx64m", f"-Djava.util.logging.config.file={log / 'java.properties'}")
    said = (log / "java.properties").read_text(encoding="utf-8")
    assert "ConsoleHandler" not in said
    assert f"pattern = {tmp_path}/100%% van ons/log/arcadedb.log" in said
