"""The other ways to serve this graph, side by side: speed, memory and the work of the database.

    python -m bench.peers [--maat klein|groot] [--ronden 3] [--seconden 2] [--alleen NAAM …] [--zonder NAAM …]

Eight kinds of operation on the made-up graph in one Neo4j; of the small graph the service has a copy in its embedded
engine as well. Answers are compared first. Then every server is loaded in
turn over 16 connections, in rounds that begin with another server each time; a factor is the median over the rounds of
the hand-written statement's throughput divided by the other's in the same round.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from statistics import geometric_mean, median

from bench.peers import profile
from bench.rig import load, servers
from bench.rig.agreement import same_answers
from bench.rig.asked import PEERS, Operation
from bench.rig.databases import Neo4j, filled, filled_embedded
from bench.rig.load import Load
from bench.rig.markdown import heading, table
from bench.rig.servers import Server

HERE = Path(__file__).parent
HAND, OURS = "met de hand", "Op de Plank"
EMBEDDED, YOGA, LOADERS = "Op de Plank, ingebouwd", "@neo4j/graphql", "Strawberry, DataLoaders"
NAMES = (HAND, OURS, EMBEDDED, YOGA, LOADERS)
CONNECTIONS = 16
SLOW = 3.0
"""Seconds an answer may take before a server is left out of an operation."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maat", choices=("klein", "groot"), default="klein")
    parser.add_argument("--ronden", type=int, default=3)
    parser.add_argument("--seconden", type=float, default=2)
    parser.add_argument("--zonder", nargs="*", default=[], choices=NAMES, help="servers die niet meedoen")
    parser.add_argument("--alleen", nargs="*", default=[], help="alleen deze vragen, bij naam")
    given = parser.parse_args()
    asked = [o for o in PEERS if not given.alleen or o.name in given.alleen]
    command = f"python -m bench.peers --maat {given.maat} --ronden {given.ronden} --seconden {given.seconden:g}"
    without = [*given.zonder, *([EMBEDDED] if given.maat == "groot" else [])]
    with filled(given.maat) as database, started(database, given.maat, without) as running:
        idle = {server.name: server.memory() for server in running}
        found = [Measured(o, given.maat, running, database, given.ronden, given.seconden) for o in asked]
        memory = {server.name: server.memory() for server in running}
        hits = profile.table_of(database.uri, asked, given.maat)
    print(heading(command))
    report(found, [server.name for server in running], idle, memory)
    print(f"\nWerk van de database (`PROFILE`), treffers per vraag\n\n{hits}")


@contextmanager
def started(database: Neo4j, size: str, without: Sequence[str]) -> Iterator[list[Server]]:
    environment = {"NEO4J_URI": database.uri}
    ways: dict[str, Callable[[], AbstractContextManager[Server]]] = {
        HAND: lambda: servers.by_hand(database.uri, HAND),
        OURS: lambda: servers.ours(database.uri, OURS),
        EMBEDDED: lambda: servers.ours("", EMBEDDED, filled_embedded(size)),
        YOGA: lambda: servers.node(HERE / "node" / "server.mjs", YOGA, environment, "neo4j-graphql"),
        LOADERS: lambda: servers.uvicorn("bench.peers.loaders:app", LOADERS, environment),
    }
    with ExitStack() as stack:
        yield [stack.enter_context(start()) for name, start in ways.items() if name not in without]


def text_for(server: Server, operation: Operation) -> str | None:
    """The operation in the server's own dialect, or None when it understands ours."""
    path = HERE / server.dialect / f"{operation.name}.graphql"
    return " ".join(path.read_text().split()) if path.exists() else None


class Measured:
    """What every server did with one operation, round by round."""

    def __init__(
        self, operation: Operation, size: str, running: Sequence[Server], database: Neo4j, rounds: int, seconds: float
    ) -> None:
        self.operation = operation
        able = [server for server in running if self._quick_enough(server, size)]
        self.left_out = [server.name for server in running if server not in able]
        same_answers(operation, size, able, lambda server: text_for(server, operation))
        asked = {server.name: load.bodies(operation, size, text_for(server, operation)) for server in able}
        for server in able:
            load.run(server, asked[server.name], database.pid, CONNECTIONS, 1)
        self.rounds: list[dict[str, Load]] = []
        for turn in range(rounds):
            order = [*able[turn % len(able) :], *able[: turn % len(able)]]
            self.rounds.append({s.name: load.run(s, asked[s.name], database.pid, CONNECTIONS, seconds) for s in order})
        shown = ", ".join(f"{s.name} {_number(self.factor(s.name))}" for s in running)
        print(f"{operation.title}: {shown}", file=sys.stderr, flush=True)

    def _quick_enough(self, server: Server, size: str) -> bool:
        body = load.bodies(self.operation, size, text_for(server, self.operation))[0]
        for _ in range(3):
            taken = server.seconds(body)
            if taken < SLOW:
                return True
        return False

    def all(self, server: str) -> list[Load]:
        return [each[server] for each in self.rounds if server in each]

    def factor(self, server: str) -> float | None:
        """How many times slower than by hand, at 16 connections."""
        pairs = [(r[HAND].per_second, r[server].per_second) for r in self.rounds if server in r and HAND in r]
        usable = [hand / other for hand, other in pairs if hand and other]
        return median(usable) if usable else None

    def cpu(self, server: str) -> float | None:
        loads = [each.cpu for each in self.all(server) if each.requests]
        return median(loads) if loads else None

    def latency(self, server: str) -> tuple[float, float] | None:
        loads = self.all(server)
        return (median(each.p50 for each in loads), median(each.p99 for each in loads)) if loads else None


def report(found: Sequence[Measured], names: Sequence[str], idle: dict[str, int], memory: dict[str, int]) -> None:
    others = [name for name in names if name != HAND]
    rows = [[m.operation.title, *(_number(m.factor(name)) for name in others)] for m in found]
    for what, middle in (("mediaan", median), ("meetkundig gemiddelde", geometric_mean)):
        values = {name: [f for m in found if (f := m.factor(name))] for name in others}
        rows.append([f"**{what}**", *(f"**{middle(values[n]):.2f}**" if values[n] else "–" for n in others)])
    print("Hoeveel keer langzamer dan met de hand: doorvoer bij 16 verbindingen\n")
    print(table(("vraag", *others), rows))
    print("\nAntwoorden per seconde, en CPU van de server per antwoord (ms)\n")
    print(table(("vraag", *names), [[m.operation.title, *(_both(m, name) for name in names)] for m in found]))
    print("\nWachttijd bij 16 verbindingen: p50, p99 (ms) en p99/p50\n")
    print(table(("vraag", *names), [[m.operation.title, *(_latency(m, name) for name in names)] for m in found]))
    print("\nGeheugen van de server (MB): na de start, aan het eind\n")
    print(table(names, [[f"{idle[n]} → {memory[n]}" for n in names]]))
    slow = [f"{name} bij '{m.operation.title}'" for m in found for name in m.left_out]
    failed = [
        f"{name} bij '{m.operation.title}'" for m in found for name in names if any(x.errors for x in m.all(name))
    ]
    print(f"\nAntwoorden gelijk. Te traag om te meten (meer dan {SLOW:g} s): {', '.join(slow) or 'niemand'}. ", end="")
    print(f"Fouten onder druk: {', '.join(failed) or 'geen'}.")


def _number(value: float | None) -> str:
    return "te traag" if value is None else f"{value:.2f}"


def _both(measured: Measured, name: str) -> str:
    loads, cpu = measured.all(name), measured.cpu(name)
    return f"{median(x.per_second for x in loads):.0f} / {cpu:.2f}" if loads and cpu else "–"


def _latency(measured: Measured, name: str) -> str:
    found = measured.latency(name)
    return f"{found[0]:.1f}, {found[1]:.1f} ({found[1] / found[0]:.1f})" if found and found[0] else "–"


if __name__ == "__main__":
    main()
