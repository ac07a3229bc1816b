"""Random values for the inputs of the schema, drawn from what is in the graph so that filters find something."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
)

from graph.dutch.collation import fold
from tests.plain.dump import Dump

DATES = ("2014-02-15", "2017-06-01", "2019-07-15", "2020-12-31", "2022-01-31", "2023-02-11", "2024-02-29", "2026-09-28")
NUMBERS = (0, 1, 2, 3, 5, 7, 12, 90000, 33900, 229836)
TEXTS = ("naam", "titel", "provincie", "soort", "code", "jeugdregio", "soortOplossing", "afkorting", "bwbId")


def literal(value: Any, kind: GraphQLInputType | None = None) -> str:
    """A value as GraphQL text; enums by their type."""
    if isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    if value is None:
        return "null"
    if isinstance(value, list):
        inner = kind.of_type if isinstance(kind, GraphQLList) else None
        return "[" + ", ".join(literal(v, inner) for v in value) + "]"
    if isinstance(value, dict):
        fields = kind.fields if isinstance(kind, GraphQLInputObjectType) else {}
        return "{" + ", ".join(f"{k}: {literal(v, fields[k].type)}" for k, v in value.items()) + "}"
    return str(value) if isinstance(kind, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)


class Values:
    """Makers of values: each gives another value at each call."""

    def __init__(self, dump: Dump) -> None:
        self.ids: dict[str, list[str]] = {}
        self.texts: list[str] = []
        self.strings: dict[str, list[str]] = {}
        for thing in dump.things.values():
            self.ids.setdefault(thing.kind.name, []).append(thing.id)
            for name, value in thing.values.items():
                if isinstance(value, str) and name in TEXTS:
                    self.strings.setdefault(name, []).append(value)
        self.texts = [*self.strings["naam"], *self.strings["titel"]]
        called = {t.id: {fold(n) for n in (t.get("naam"), *t.get("ookBekendAls"))} for t in dump.of("Gemeente")}
        names = [name for each in called.values() for name in each]
        self.alone = [name for name in names if names.count(name) == 1]
        self.all_ids = [key for keys in self.ids.values() for key in keys] + ["gemeente:nergens", "", "x"]

    def maker(self, name: str, kind: GraphQLInputType, within: str = "") -> Callable[[Random], Any]:
        return lambda random: self.value(random, name, kind, within, 3)

    def value(self, random: Random, name: str, kind: GraphQLInputType, within: str, depth: int) -> Any:
        if isinstance(kind, GraphQLNonNull):
            return self.value(random, name, kind.of_type, within, depth)
        if isinstance(kind, GraphQLList):
            size = random.choice((0, 1, 1, 2, 3)) if depth else 1
            return [self.value(random, name, kind.of_type, within, depth - 1) for _ in range(size)]
        if isinstance(kind, GraphQLInputObjectType):
            return self.record(random, name, kind, depth)
        if isinstance(kind, GraphQLEnumType):
            return random.choice([*kind.values])
        return self.scalar(random, name, get_named_type(kind).name, within)

    def record(self, random: Random, name: str, kind: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        """`name` is that of the field that takes it: what its values compare with."""
        names = [n for n, f in kind.fields.items() if depth > 0 or not self.deep(f.type)]
        if kind.is_one_of:
            names = [random.choice(names)]
        elif kind.name.endswith("Sortering"):
            names = ["veld", *(["richting"] if random.random() < 0.7 else [])]
        else:
            names = random.sample(names, min(len(names), random.choice((0, 1, 1, 2, 3))))
        about = {n: n if kind.name != "WaardeFilter" else name for n in names}
        return {n: self.value(random, about[n], kind.fields[n].type, kind.name, depth - 1) for n in names}

    def deep(self, kind: GraphQLInputType) -> bool:
        named = get_named_type(kind)
        return isinstance(named, GraphQLInputObjectType) and any(
            isinstance(get_named_type(f.type), GraphQLInputObjectType) for f in named.fields.values()
        )

    def scalar(self, random: Random, name: str, kind: str, within: str) -> Any:
        if kind == "Boolean":
            return random.random() < 0.5
        if kind == "Int":
            return random.choice(NUMBERS)
        if kind == "Date":
            return random.choice(DATES)
        if kind == "GemeenteCode":
            return random.choice(self.strings["code"])
        if kind == "ID":
            wanted = within.removesuffix("Filter").removesuffix("Sleutel")
            return random.choice(self.ids.get(wanted) or self.all_ids)
        return self.text(random, name, within)

    def text(self, random: Random, name: str, within: str) -> str:
        """A gemeente is found by a name that no other has; filters also get pieces of names, and names of nobody."""
        if within == "GemeenteSleutel":
            return random.choice(self.alone) if name == "naam" else random.choice(self.strings["code"]).lower()
        if name == "term":
            said = " ".join(random.choices(self.texts, k=2)).split()
            return " ".join(w[: random.choice((4, 5, 40))] for w in random.choices((*said, "wmo", "achttien"), k=3))
        if name in self.strings and random.random() < 0.9:
            return random.choice(self.strings[name])
        found = random.choice(self.texts)
        start = random.randrange(len(found))
        return random.choice((found, found[:3], found[start : start + 3], found.upper(), "niemand heet zo"))
