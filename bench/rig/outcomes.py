"""What a measurement gave: printed as Markdown, and kept as a file from which the tables in the documentation are made.

`bench/uitkomsten/NAME.json` holds the command, the day, the machine and how busy it was, and then what was measured:
every round of every pair, and tables as they are. `python -m bench.tabellen` makes the documentation from it, so no
figure is copied by hand.
"""

import argparse
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from bench.rig.load import Load
from bench.rig.markdown import machine, table, today
from bench.rig.pairs import Estimate, estimate, ratio_of

FOLDER = Path(__file__).parents[1] / "uitkomsten"


@dataclass
class Pair:
    """Two servers that answered the same question in turns."""

    vraag: str
    titel: str
    eerste: str
    tweede: str
    rondes: list[tuple[Load, Load]]

    def time(self) -> Estimate:
        """How many times as long an answer of the second takes, with every connection busy."""
        return estimate([ratio_of(Load.time)(each) for each in self.rondes])

    def cpu(self) -> Estimate:
        """How many times as much processor time an answer of the second takes, in its own process."""
        return estimate([ratio_of(Load.own)(each) for each in self.rondes])


@dataclass
class Table:
    kop: list[str]
    rijen: list[list[str]]

    def markdown(self) -> str:
        return table(self.kop, self.rijen)


@dataclass
class Outcome:
    opdracht: str
    gemeten: str = field(default_factory=today)
    machine: str = field(default_factory=machine)
    druk: list[float] = field(default_factory=lambda: [busy()])
    """How many processes wanted to run, on average over a minute: at the start, and at the end."""
    paren: list[Pair] = field(default_factory=list)
    te_traag: list[tuple[str, str]] = field(default_factory=list)
    """The titles of questions with the servers that were too slow to be measured."""
    tabellen: dict[str, Table] = field(default_factory=dict)

    def add(self, name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        self.tabellen[name] = Table(list(head), [[str(each) for each in row] for row in rows])

    def heading(self) -> str:
        """The command, the day and the machine."""
        busy = " en ".join(f"{each:g}" for each in self.druk)
        told = f", druk aan het begin en eind {busy}" if self.druk else ""
        return f"`{self.opdracht}` — {self.gemeten} UTC, {self.machine}{told}"

    def with_server(self, name: str) -> list[Pair]:
        return [pair for pair in self.paren if pair.tweede == name]

    def show(self) -> None:
        """Print the tables as they are."""
        print(f"{self.heading()}\n")
        print("\n\n".join(each.markdown() for each in self.tabellen.values()))

    def done(self, name: str, keep: bool) -> None:
        """Keep it under this name."""
        self.druk.append(busy())
        if keep:
            path = FOLDER / f"{name}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(written(self), encoding="utf-8")
            print(f"Bewaard in bench/uitkomsten/{path.name}; in de documenten: python -m bench.tabellen --schrijf")


def busy() -> float:
    return round(os.getloadavg()[0], 1)


def can_keep(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bewaar", action="store_true", help="bewaar de uitkomst in bench/uitkomsten/")


def written(outcome: Outcome) -> str:
    """JSON with a line for each member, and one for each pair and each table. A round is two lists of numbers, in the
    order of the members of `Load`."""
    head = {name: getattr(outcome, name) for name in ("opdracht", "gemeten", "machine", "druk", "te_traag")}
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    pairs = [_json({**vars(each), "rondes": [[*map(astuple, both)] for both in each.rondes]}) for each in outcome.paren]
    tables = [f"{_json(name)}: {_json(vars(each))}" for name, each in outcome.tabellen.items()]
    lines += ['"paren": [\n' + ",\n".join(pairs) + "\n]", '"tabellen": {\n' + ",\n".join(tables) + "\n}"]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(path: Path) -> Outcome:
    given = json.loads(path.read_text(encoding="utf-8"))
    given["paren"] = [
        Pair(**{**pair, "rondes": [(Load(*a), Load(*b)) for a, b in pair["rondes"]]}) for pair in given["paren"]
    ]
    given["te_traag"] = [(title, server) for title, server in given["te_traag"]]
    given["tabellen"] = {name: Table(**each) for name, each in given["tabellen"].items()}
    return Outcome(**given)


def kept() -> dict[str, Outcome]:
    """By name."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.json"))}
