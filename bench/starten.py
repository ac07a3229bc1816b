"""How long starting and stopping take.

    python -m bench.starten [--hoogstens 9] [--bewaar]

The service as `opdeplank start` runs it, on the embedded engine: on an empty folder, where it loads the seeds first,
and on the folder that is then there. Seconds until it says that it is ready, and processor time until then, of the
process with its children; both are the median, measured again until it is known within 10 % (`bench.rig.pairs`). Below
it, the engine by itself. Beside another checkout: `python -m bench.naast MAP bench.starten`.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from bench.rig.markdown import comma
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.pairs import estimate, until_sure
from bench.rig.servers import TICKS
from graph.engine.embedded import Embedded
from tests.engines import ROOT, free_port

LOOK, GIVE_UP = 0.02, 300.0
FEWEST = 7
OPEN = "import sys; from graph.engine.embedded import Embedded\nwith Embedded(sys.argv[1]): pass"


@dataclass(frozen=True)
class Start:
    ready: float
    cpu: float
    stopping: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hoogstens", type=int, default=9, help="het grootste aantal keren")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.starten")
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "vol"
        first = until_sure(
            lambda turn: started(kept if turn == 0 else Path(folder) / str(turn)), JUDGES, min(FEWEST, given.hoogstens),
            given.hoogstens,
        )  # fmt: skip
        again = until_sure(lambda _: started(kept), JUDGES, min(FEWEST, given.hoogstens), given.hoogstens)
        engine = [opened(Path(folder) / "motor") for _ in range(FEWEST)][1:-1]
    rows = [*told("de eerste start", first), *told("elke volgende start", again)]
    rows.append(shown("de motor openen en sluiten, rekentijd", engine))
    outcome.add("starten", ("wat", "seconden", "95%-interval", "keren"), rows)
    outcome.done("starten", given.bewaar)
    outcome.show()


def _ready(found: Start) -> float:
    return found.ready


def _cpu(found: Start) -> float:
    return found.cpu


JUDGES: tuple[Callable[[Start], float], ...] = (_ready, _cpu)


def told(name: str, found: list[Start]) -> list[tuple[str, ...]]:
    return [
        shown(f"{name}, tot de dienst gereed is", [each.ready for each in found]),
        shown(f"{name}, rekentijd tot dan", [each.cpu for each in found]),
        shown(f"{name}, stoppen", [each.stopping for each in found]),
    ]


def shown(name: str, seconds: list[float]) -> tuple[str, ...]:
    value = estimate(seconds)
    interval = f"{comma(value.low, 2)}–{comma(value.high, 2)}" if value.low else "–"
    return name, comma(value.value, 2), interval, str(value.rounds)


def started(data: Path) -> Start:
    """One start on this folder, until it is ready, and its end."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPDEPLANK_")}
    environment = {**kept, "OPDEPLANK_DATA": str(data), "OPDEPLANK_POORT": str(port)}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "opdeplank", "start"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        while not answers(f"http://127.0.0.1:{port}/gereed"):
            if process.poll() is not None or time.monotonic() - began > GIVE_UP:
                raise SystemExit("de dienst start niet")
            time.sleep(LOOK)
        ready, cpu = time.monotonic() - began, cpu_of_all(process.pid)
    finally:
        asked = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait()
    return Start(ready, cpu, time.monotonic() - asked)


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def cpu_of_all(pid: int) -> float:
    """Processor time of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(each) for each in fields[11:15]) / TICKS


def opened(folder: Path) -> float:
    """Processor time of a process that opens the engine and closes it, above one that does nothing else."""
    with Embedded(folder):
        pass
    before = os.times()
    subprocess.run([sys.executable, "-c", OPEN, str(folder)], cwd=ROOT, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
