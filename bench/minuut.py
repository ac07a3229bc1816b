"""A minute of pressure: 16 connections that ask everything in turn, while memory and latency are watched.

    python -m bench.minuut [--seconden 60]

Prints p50 and p99 for each operation and the memory of the service before, half-way and after.
"""

import argparse

from bench.rig import load
from bench.rig.asked import PEERS
from bench.rig.databases import filled
from bench.rig.markdown import heading, table
from bench.rig.servers import ours

SIZE = "klein"
CONNECTIONS = 16
WARM = 4
"""Seconds of pressure for each operation beforehand: a Java that has just begun compiles for half a minute."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconden", type=float, default=60)
    given = parser.parse_args()
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
    print(heading("python -m bench.minuut"))
    print(table(("vraag", "per seconde", "p50 (ms)", "p99 (ms)", "p99/p50", "fouten", "geheugen (MB)"), rows))
    half = memory[len(memory) // 2]
    print(f"\nGeheugen: {memory[0]} MB na het opwarmen, {half} halverwege, {memory[-1]} aan het eind.")


if __name__ == "__main__":
    main()
