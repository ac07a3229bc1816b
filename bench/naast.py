"""What a change did to a measurement: another checkout beside this one, in turns.

    python -m bench.naast ../andere-map bench.compile [--minstens 7] [--hoogstens 31] [-- --opties]

Runs the command there and here in turns, reads the tables that both print, and compares every number that stands in the
same row and column of both: how many times as much it is here, until the interval of every median is within 10 % or the
ceiling is reached. For what runs long on its own, such as `bench.typical`, that command has an option `--naast`.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

from bench.rig.markdown import heading, table
from bench.rig.pairs import FEWEST, MOST, Estimate, estimate, until_sure
from bench.rig.ratios import noted, shown
from tests.engines import ROOT

NUMBER = re.compile(r"\**(\d+(?:[.,]\d+)?)\**")
Figures = dict[tuple[str, str], float]
"""By row and column."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("map", type=Path, help="de andere kopie")
    parser.add_argument("meting", help="bijvoorbeeld bench.compile")
    parser.add_argument("opties", nargs="*", help="voor die meting, achter --")
    parser.add_argument("--minstens", type=int, default=FEWEST)
    parser.add_argument("--hoogstens", type=int, default=MOST)
    given = parser.parse_args()
    there = given.map.resolve()

    def both(turn: int) -> tuple[Figures, Figures]:
        print(f"ronde {turn + 1}", file=sys.stderr, flush=True)
        if turn % 2:
            here = figures(run(ROOT, given.meting, given.opties))
            return figures(run(there, given.meting, given.opties)), here
        return figures(run(there, given.meting, given.opties)), figures(run(ROOT, given.meting, given.opties))

    rounds = [both(0)]
    shared = [cell for cell, value in rounds[0][0].items() if value and rounds[0][1].get(cell)]
    if not shared:
        raise SystemExit(f"{given.meting} geeft hier en daar geen getallen in dezelfde rij en kolom")
    judges = [lambda pair, cell=cell: pair[1][cell] / pair[0][cell] for cell in shared]
    rounds = until_sure(both, judges, given.minstens, given.hoogstens)
    print(heading(f"python -m bench.naast {given.map} {given.meting}"))
    print(noted(table(("wat", "daar", "hier", "hier / daar", "rondes"), [row(cell, rounds) for cell in shared])))


def run(tree: Path, command: str, options: list[str]) -> str:
    said = subprocess.run(
        [sys.executable, "-m", command, *options], cwd=tree, stdout=subprocess.PIPE, text=True, check=False
    )
    if said.returncode:
        raise SystemExit(f"{command} lukt niet in {tree}")
    return said.stdout


def figures(markdown: str) -> Figures:
    """Every cell of every table that is a number and nothing else."""
    found: Figures = {}
    head: list[str] = []
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if not line.startswith("| "):
            head = []
        elif not head:
            head = cells
        else:
            for column, cell in zip(head[1:], cells[1:], strict=False):
                if number := NUMBER.fullmatch(cell):
                    found[cells[0], column] = float(number[1].replace(",", "."))
    return found


def row(cell: tuple[str, str], rounds: list[tuple[Figures, Figures]]) -> tuple[str, ...]:
    value: Estimate = estimate([here[cell] / there[cell] for there, here in rounds])
    there, here = rounds[value.middle]
    return f"{cell[0]}, {cell[1]}", f"{there[cell]:g}", f"{here[cell]:g}", shown(value), str(value.rounds)


if __name__ == "__main__":
    main()
