"""The operations that are measured: what is asked (`.graphql`), the best statement we can write by hand (`.cypher`).

Both give the same answer; every measurement compares them first.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.rig import graaf

FOLDER = Path(__file__).parents[1] / "gegevens" / "operaties"
SETS = 20


@dataclass(frozen=True)
class Operation:
    """`draws` says for each variable of which kind of thing the id is drawn; `constant` holds the other variables."""

    name: str
    title: str
    draws: Mapping[str, str]
    constant: Mapping[str, Any]

    @cached_property
    def graphql(self) -> str:
        return " ".join((FOLDER / f"{self.name}.graphql").read_text().split())

    @cached_property
    def statement(self) -> str:
        return " ".join((FOLDER / f"{self.name}.cypher").read_text().split())

    @property
    def operation_name(self) -> str:
        return self.graphql.split()[1].partition("(")[0]

    def variables(self, size: str) -> list[dict[str, Any]]:
        """Sets of variables that ask for different things, popular ones more often."""
        chance = random.Random(self.name)
        counts = graaf.counts(size)
        drawn = []
        for _ in range(SETS if self.draws else 1):
            ids = {n: graaf.key(kind, int(counts[kind] * chance.random() ** 1.5)) for n, kind in self.draws.items()}
            drawn.append({**self.constant, **ids})
        return drawn


def _operation(name: str, title: str, constant: Mapping[str, Any] | None = None, **draws: str) -> Operation:
    return Operation(name, title, draws, constant or {})


ONE = _operation("een-ding", "een ding met zijn buren", id="Oplossing")
HOPS = _operation("drie-stappen", "drie stappen ver", id="Knelpunt")
ROOTS = _operation("vijf-wortels", "vijf velden op het hoogste niveau", gemeente="Gemeente")

TYPICAL = (
    ONE,
    _operation("lijst-met-relaties", "lijst van 25 met twee relaties"),
    HOPS,
    _operation("bladzijde", "bladzijde van 100"),
    ROOTS,
)
PEERS = (
    ONE,
    _operation("relatie-met-filter", "gefilterde relatie, eigenschap van de relatie", id="Knelpunt"),
    HOPS,
    _operation("fragmenten", "fragmenten en aliassen", id="Traject"),
    _operation("lange-lijst", "gesorteerde lijst van 1.000", {"aantal": 1000}),
    _operation("diep", "vijf stappen ver", id="Thema"),
    _operation("telling", "lijst met aantal en wijzers", id="Knelpunt"),
    ROOTS,
)
BY_NAME = {each.operation_name: each for each in (*TYPICAL, *PEERS)}
