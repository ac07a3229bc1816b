"""What a request costs us above a statement written by hand.

    python -m bench.typical [--seconden 2] [--hoogstens 31] [--naast MAP] [--bewaar]

Five typical operations on one Neo4j with the small made-up graph: the whole service over HTTP as `opdeplank start` runs
it, beside the best that can be written by hand (`bench.rig.hand`). The answers are compared first. Both are loaded in
turns over 8 connections until it is known within 10 % what we cost (`bench.rig.pairs`). With `--naast`, the service of
another checkout takes the place of the hand-written one: what a change of ours costs.
"""

import argparse
from functools import partial
from pathlib import Path

from bench.rig import load, ratios, turns
from bench.rig.agreement import same_answers
from bench.rig.asked import TYPICAL
from bench.rig.databases import filled
from bench.rig.outcomes import Outcome, can_keep
from bench.rig.servers import by_hand, ours
from bench.rig.turns import Asked

SIZE = "klein"
CONNECTIONS = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    turns.options(parser)
    parser.add_argument("--naast", metavar="MAP", type=Path, help="een andere kopie van de dienst")
    can_keep(parser)
    given = parser.parse_args()
    outcome = Outcome("python -m bench.typical")
    with filled(SIZE) as database:
        whole = partial(ours, database.uri, meaning=False)
        there = given.naast and given.naast.resolve()
        beside = whole(f"Op de Plank in {there}", tree=there) if there else by_hand(database.uri)
        with beside as first, whole() as service:
            for operation in TYPICAL:
                same_answers(operation, SIZE, [first, service])
            measure = turns.turns(given, CONNECTIONS, database.pid)
            for operation in TYPICAL:
                asked = load.bodies(operation, SIZE)
                pair = measure.pair(operation.name, operation.title, Asked(first, asked), Asked(service, asked))
                outcome.paren.append(pair)
    outcome.done("typical", given.bewaar and not given.naast)
    print(f"{outcome.heading()}\n\n{ratios.side_by_side(outcome.paren)}")


if __name__ == "__main__":
    main()
