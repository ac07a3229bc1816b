"""What a request costs us above a statement written by hand.

    python -m bench.typical [--ronden 5] [--seconden 2]

Five typical operations on one Neo4j with the small made-up graph: the whole service over HTTP as `opdeplank start` runs
it, against a bare route with the same driver and orjson (`bench.rig.hand`). The answers are compared first. Both are
loaded in turn, in rounds; the factor is the median over the rounds of our CPU per request divided by theirs.
"""

import argparse
from statistics import median

from bench.rig import load
from bench.rig.agreement import same_answers
from bench.rig.asked import TYPICAL, Operation
from bench.rig.databases import filled
from bench.rig.markdown import heading, table
from bench.rig.servers import Server, by_hand, ours

SIZE = "klein"
CONNECTIONS = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ronden", type=int, default=5)
    parser.add_argument("--seconden", type=float, default=2)
    given = parser.parse_args()
    with filled(SIZE) as database, by_hand(database.uri) as hand, ours(database.uri) as service:
        for operation in TYPICAL:
            same_answers(operation, SIZE, [hand, service])
        rows = [measure(o, hand, service, database.pid, given.ronden, given.seconden) for o in TYPICAL]
    print(heading("python -m bench.typical"))
    head = ("vraag", "met de hand (ms CPU)", "Op de Plank (ms CPU)", "factor", "laagste – hoogste", "doorvoer")
    print(table(head, rows))


def measure(
    operation: Operation, hand: Server, service: Server, database: int, rounds: int, seconds: float
) -> tuple[str, ...]:
    asked = load.bodies(operation, SIZE)
    for server in (hand, service):
        load.run(server, asked, database, CONNECTIONS, 1)
    pairs = []
    for turn in range(rounds):
        order = (hand, service) if turn % 2 else (service, hand)
        found = {each.name: load.run(each, asked, database, CONNECTIONS, seconds) for each in order}
        pairs.append((found[hand.name], found[service.name]))
    factors = sorted(o.cpu / h.cpu for h, o in pairs)
    through = median(o.per_second / h.per_second for h, o in pairs)
    return (
        operation.title,
        f"{median(h.cpu for h, _ in pairs):.2f}",
        f"{median(o.cpu for _, o in pairs):.2f}",
        f"**{median(factors):.2f}**",
        f"{factors[0]:.2f} – {factors[-1]:.2f}",
        f"{through:.2f}×",
    )


if __name__ == "__main__":
    main()
