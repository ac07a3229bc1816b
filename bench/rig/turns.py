"""Two servers under load in turns: one pair for each question."""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.rig import load
from bench.rig.load import Load
from bench.rig.outcomes import Pair
from bench.rig.pairs import FEWEST, MOST, WITHIN, Estimate, in_turns
from bench.rig.servers import Server

WARM = 2
"""Seconds of load on each before the first round."""


class TooSlow(Exception):
    """A server answered nothing at all in one round."""


@dataclass(frozen=True)
class Turns:
    """How long a round lasts for each of both, and how many rounds there are at least and at most."""

    seconds: float = 2
    fewest: int = FEWEST
    most: int = MOST
    connections: int = 16
    database: int | None = None

    def pair(self, vraag: str, titel: str, first: "Asked", second: "Asked") -> Pair:
        """Raises TooSlow."""
        for each in (first, second):
            self._load(each, WARM)
        rounds = in_turns(
            lambda: self._load(first, self.seconds),
            lambda: self._load(second, self.seconds),
            (Load.time, Load.own),
            self.fewest,
            self.most,
        )
        pair = Pair(vraag, titel, first.server.name, second.server.name, rounds)
        told = f"tijd {_shown(pair.time())}, rekentijd {_shown(pair.cpu())}, {len(rounds)} rondes"
        print(f"{titel}, {pair.tweede}: {told}", file=sys.stderr, flush=True)
        return pair

    def _load(self, asked: "Asked", seconds: float) -> Load:
        found = load.run(asked.server, asked.bodies, self.database, self.connections, seconds, asked.headers)
        if not found.requests:
            raise TooSlow
        return found


def _shown(value: Estimate) -> str:
    unsure = "" if value.sure else f", breder dan {100 * WITHIN:.0f} procent"
    return f"{value.value:.2f} ({value.low:.2f}-{value.high:.2f}{unsure})"


@dataclass(frozen=True)
class Asked:
    """What one of both is asked; without bodies its own address is fetched."""

    server: Server
    bodies: list[dict[str, object]]
    headers: Mapping[str, str] = field(default_factory=dict)


def options(parser: argparse.ArgumentParser) -> None:
    """How long to go on."""
    parser.add_argument("--seconden", type=float, default=2, help="hoe lang een ronde duurt, per server")
    parser.add_argument("--minstens", type=int, default=FEWEST, help="het kleinste aantal rondes")
    parser.add_argument("--hoogstens", type=int, default=MOST, help="het grootste aantal rondes")


def turns(given: argparse.Namespace, connections: int = 16, database: int | None = None) -> Turns:
    return Turns(given.seconden, given.minstens, given.hoogstens, connections, database)
