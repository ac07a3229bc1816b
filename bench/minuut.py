"""A minute of pressure: 16 connections that ask everything in turn, while memory and latency are watched.

    python -m bench.minuut [--seconden 60] [--bewaar]

Prints p50 and p99 for each operation and the memory of the service before, half-way and after.
"""

import argparse

from bench.rig import load
from bench.rig.asked import PEERS
from bench.rig.databases import filled
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import ours

SIZE = "klein"
CONNECTIONS = 16
WARM = 4
"""Seconds of pressure for each operation beforehand: a Java that has just begun compiles for half a minute."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=60)
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.minuut")
    rows = []
    with filled(SIZE) as database, ours(database.uri) as service:
        for operation in PEERS:
            load.run(service, load.bodies(operation, SIZE), database.pid, CONNECTIONS, WARM)
        memory = [service.memory()]
        for operation in PEERS:
            asked = load.bodies(operation, SIZE)
            found = load.run(service, asked, database.pid, CONNECTIONS, given.seconden / len(PEERS))
            ratio = found.p99 / found.p50 if found.p50 else 0
            figures = (f"{found.per_second:.0f}", f"{found.p50:.1f}", f"{found.p99:.1f}", f"{ratio:.1f}", found.errors)
            rows.append((operation.title, *figures, service.memory()))
            memory.append(service.memory())
    head = ("vraag", "per seconde", "p50 (ms)", "p99 (ms)", "p99/p50", "fouten", "geheugen (MB)")
    outcome.add("minuut", head, rows)
    half = memory[len(memory) // 2]
    outcome.add("geheugen", ("MB na het opwarmen", "halverwege", "aan het eind"), [(memory[0], half, memory[-1])])
    outcome.done("minuut", given.bewaar)
    outcome.show()


if __name__ == "__main__":
    main()
