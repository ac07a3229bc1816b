"""The other ways to serve this graph, each beside the best that can be written by hand.

    python -m bench.peers [--maat klein|groot] [--seconden 2] [--hoogstens 31] [--alleen VRAAG …] [--zonder NAAM …]
                          [--bewaar]

Eight kinds of operation on the made-up graph in one Neo4j; of the small graph the service has a copy in its embedded
engine as well. Answers are compared first. Then every server is loaded in turns with the hand-written one
(`bench.rig.hand`) over 16 connections, until it is known within 10 % how many times as long its answers take, and how
many times as much processor time (`bench.rig.pairs`).
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from bench.peers import profile
from bench.rig import load, ratios, servers, turns
from bench.rig.agreement import same_answers
from bench.rig.asked import PEERS, Operation
from bench.rig.databases import Neo4j, filled, filled_embedded
from bench.rig.outcomes import Outcome, Pair, can_keep
from bench.rig.servers import Server
from bench.rig.turns import Asked, TooSlow, Turns

HERE = Path(__file__).parent
HAND, OURS = "met de hand", "Op de Plank"
EMBEDDED, YOGA, LOADERS = "Op de Plank, ingebouwd", "@neo4j/graphql", "Strawberry, DataLoaders"
NAMES = (HAND, OURS, EMBEDDED, YOGA, LOADERS)
SLOW = 3.0
"""Seconds an answer may take before a server is left out of an operation."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maat", choices=("klein", "groot"), default="klein")
    turns.options(parser)
    parser.add_argument("--zonder", nargs="*", default=[], choices=NAMES[1:], help="servers die niet meedoen")
    parser.add_argument("--alleen", nargs="*", default=[], choices=[o.name for o in PEERS], help="alleen deze vragen")
    can_keep(parser)
    given = parser.parse_args()
    asked = [o for o in PEERS if not given.alleen or o.name in given.alleen]
    without = [*given.zonder, *([EMBEDDED] if given.maat == "groot" else [])]
    outcome = Outcome(f"python -m bench.peers --maat {given.maat} --seconden {given.seconden:g}")
    with filled(given.maat) as database, started(database, given.maat, without) as running:
        idle = {server.name: server.memory() for server in running}
        for operation in asked:
            measure(operation, given.maat, running, turns.turns(given, database=database.pid), outcome)
        names = [server.name for server in running]
        outcome.add("geheugen", names, [[f"{idle[s.name]} → {s.memory()}" for s in running]])
        outcome.add("treffers", profile.HEAD, profile.rows(database.uri, asked, given.maat))
        outcome.add("graaf", ("knopen", "relaties"), [database.loaded.read_text().split()])
    outcome.done(f"peers-{given.maat}", given.bewaar)
    report(outcome)


@contextmanager
def started(database: Neo4j, size: str, without: Sequence[str]) -> Iterator[list[Server]]:
    """The hand-written server first."""
    environment = {"NEO4J_URI": database.uri}
    ways: dict[str, Callable[[], AbstractContextManager[Server]]] = {
        HAND: lambda: servers.by_hand(database.uri, HAND),
        OURS: lambda: servers.ours(database.uri, OURS, meaning=False),
        EMBEDDED: lambda: servers.ours("", EMBEDDED, filled_embedded(size), meaning=False),
        YOGA: lambda: servers.node(HERE / "node" / "server.mjs", YOGA, environment, "neo4j-graphql"),
        LOADERS: lambda: servers.uvicorn("bench.peers.loaders:app", LOADERS, environment),
    }
    with ExitStack() as stack:
        yield [stack.enter_context(start()) for name, start in ways.items() if name not in without]


def measure(operation: Operation, size: str, running: Sequence[Server], how: Turns, outcome: Outcome) -> None:
    """Every server beside the hand-written one, on one operation."""
    able = [server for server in running if quick_enough(server, operation, size)]
    same_answers(operation, size, able, lambda server: text_for(server, operation))
    questions = {s.name: Asked(s, load.bodies(operation, size, text_for(s, operation))) for s in able}
    for server in running[1:]:
        try:
            pair = paired(operation, questions, server.name, how)
        except TooSlow:
            print(f"{operation.title}, {server.name}: te traag", file=sys.stderr, flush=True)
            outcome.te_traag.append((operation.title, server.name))
        else:
            outcome.paren.append(pair)


def paired(operation: Operation, questions: Mapping[str, Asked], name: str, how: Turns) -> Pair:
    if name not in questions:
        raise TooSlow
    return how.pair(operation.name, operation.title, questions[HAND], questions[name])


def text_for(server: Server, operation: Operation) -> str | None:
    """The operation in the server's own dialect, or None when it understands ours."""
    path = HERE / server.dialect / f"{operation.name}.graphql"
    return " ".join(path.read_text().split()) if path.exists() else None


def quick_enough(server: Server, operation: Operation, size: str) -> bool:
    body = load.bodies(operation, size, text_for(server, operation))[0]
    return any(server.seconds(body) < SLOW for _ in range(3))


def report(outcome: Outcome) -> None:
    names = ratios.servers(outcome)
    print(f"{outcome.heading()}\n\nHoeveel keer zoveel tijd als met de hand\n")
    print(ratios.overview(outcome, names, Pair.time))
    print(f"\nHoeveel keer zoveel rekentijd als met de hand\n\n{ratios.overview(outcome, names, Pair.cpu)}")
    for name in names:
        if not outcome.with_server(name):
            continue
        print(f"\n{name}\n\n{ratios.side_by_side(outcome.with_server(name))}")
    print(f"\nWachttijd bij 16 verbindingen: p50, p99 (ms) en p99/p50\n\n{ratios.waits(outcome, names)}")
    print(f"\nGeheugen van de server (MB): na de start, aan het eind\n\n{outcome.tabellen['geheugen'].markdown()}")
    print(f"\nWerk van de database (`PROFILE`): treffers\n\n{outcome.tabellen['treffers'].markdown()}")
    print(f"\nFouten onder druk: {', '.join(failed(outcome)) or 'geen'}.")


def failed(outcome: Outcome) -> list[str]:
    """Who refused something under load."""
    return [
        f"{pair.tweede} bij '{pair.titel}'"
        for pair in outcome.paren
        if any(one.errors or other.errors for one, other in pair.rondes)
    ]


if __name__ == "__main__":
    main()
