"""Ordinary resolvers: graphql-core's own executor over a dump of the graph, one field at a time."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, parse

from graph.domain.marks import Shape
from graph.domain.provenance import MODEL
from graph.domain.reader import Relation, properties_of
from graph.domain.vocabulary import Rol
from graph.dutch.collation import fold
from opdeplank.graphql.api import sdl
from tests.plain.dump import Dump, Thing
from tests.plain.facets import counts, facet, groups
from tests.plain.filters import is_duo, matches, reach
from tests.plain.orders import Item, by_name, cursor, in_order, page
from tests.plain.search import Hit, Hits
from tests.plain.seen import INSIDE

Given = Mapping[str, Any]


@cache
def schema() -> GraphQLSchema:
    """The printed schema, so with nothing of the service behind it."""
    return build_schema(sdl())


def evaluate(dump: Dump, query: str, variables: Given | None = None) -> Any:
    """The data of the answer."""
    done = execute_sync(
        schema(), parse(query), dump, variable_values=dict(variables or {}), field_resolver=field,
        type_resolver=lambda value, info, abstract: value.kind.name,
    )  # fmt: skip
    assert not done.errors, done.errors
    return done.data


def field(source: Any, info: GraphQLResolveInfo, **given: Any) -> Any:
    name = info.field_name
    match source:
        case Dump():
            return root(source, name, given)
        case Connection() | Hits():
            return source.field(name, given)
        case Hit():
            return source.field(name)
        case Item():
            return of_edge(source, name, given)
        case Thing():
            return None if withheld(source, name, info.root_value.role) else of_thing(source, name, given)
    found = source.get(name)
    return found(info, **given) if callable(found) else found


class Connection:
    """A page of a list, which knows how long the list is."""

    def __init__(self, items: list[Item], given: Given) -> None:
        self.total = len(items)
        self.things = [*{i.thing.id: i.thing for i in items}.values()]
        self.shown, self.after, self.before = page(items, given)

    def field(self, name: str, given: Given) -> Any:
        if name == "edges":
            return self.shown
        if name == "nodes":
            return [of_edge(i, "node", {}) for i in self.shown]
        if name == "aantal":
            return self.total
        if name == "facetten":
            return [facet(self.things, wanted) for wanted in given["velden"]]
        if name == "groepeer":
            return groups(self.things, given["op"])
        if name == "aantalGroepen":
            return len(counts(self.things, given["op"], True))
        cursors = [cursor(i) for i in self.shown] or [None]
        ends = {"startCursor": cursors[0], "endCursor": cursors[-1]}
        return {"hasNextPage": self.after, "hasPreviousPage": self.before, **ends}


def of_edge(item: Item, name: str, given: Given) -> Any:
    """One field of an edge: its cursor, the thing it leads to, or what the relationship says."""
    match name:
        case "cursor":
            return cursor(item)
        case "node":
            return item.thing
    assert item.tie is not None
    match name:
        case "herkomst":
            return evidence(item.tie.facts, given)
        case "soort":
            return item.tie.type
    return item.tie.values.get(name)


def withheld(thing: Thing, name: str, role: Rol) -> bool:
    """Whether the field is for others."""
    prop = thing.kind.properties.get(name)
    inside = name == "geschiedenis" and role not in INSIDE
    return inside or prop is not None and bool(prop.roles) and role not in prop.roles


def of_thing(thing: Thing, name: str, given: Given) -> Any:
    """One field of a thing: stored, embedded, followed, or worked out."""
    node = thing.kind
    if (node.name, name) in RETOLD:
        return RETOLD[node.name, name](thing)
    if name in node.properties and node.properties[name].public:
        prop, value = node.properties[name], thing.get(name)
        if prop.records:
            return [record(prop.records, json.loads(v)) for v in value or []]
        return (value or []) if prop.many else value
    if name in node.groups:
        return thing
    if name in node.relations:
        return follow(thing, node.relations[name], given)
    return WORKED_OUT[name](thing, given)


def record(kind: type, told: dict[str, Any]) -> dict[str, Any]:
    """A stored record, with the words of lists as their names."""
    lists = [p.name for p in properties_of(kind).values() if p.enum is not None and told.get(p.name)]
    return told | {name: told[name].replace("-", "_").upper() for name in lists}


def follow(thing: Thing, relation: Relation, given: Given) -> Any:
    """The far ends of the relation, in the shape that it declares."""
    found = [
        Item(tie.far(relation.forward), tie)
        for tie in thing.ties(relation.types, relation.forward)
        if tie.far(relation.forward).kind.name in relation.targets and held_on(tie.values, given.get("op"))
    ]
    if relation.field.shape is Shape.PAGE:
        target = relation.targets[0] if len(relation.targets) == 1 else "Partij"
        kept = [i for i in found if matches(i.thing, target, given.get("filter"))]
        return Connection(in_order(kept, given.get("sorteer")), given)
    return next((i.thing for i in in_order(found, None)), None)


def held_on(values: Given, day: str | None) -> bool:
    van, tot = values.get("van"), values.get("tot")
    return day is None or ((van is None or van <= day) and (tot is None or tot >= day))


def evidence(facts: list[Thing], given: Given) -> Connection:
    found = [Item(passage) for fact in facts for passage in reach(fact, ("BLIJKT_UIT", True))]
    return Connection(sorted(found, key=lambda item: _from_the_top(item.thing)), given)


def _from_the_top(passage: Thing) -> tuple[bool, int, str]:
    van = passage.values.get("van")
    return van is None, van or 0, passage.values["id"]


def current_function(person: Thing, given: Given) -> Any:
    """Of the functions that did not end, the first by name of the party."""
    held = [Item(t.target, t) for t in person.ties(["WERKT_BIJ"], True) if t.values.get("tot") is None]
    first = min(held, key=by_name, default=None)
    return first.tie.values.get("functie") if first and first.tie else None


def contact_people(party: Thing, given: Given) -> Connection:
    """Who works here now and is a contact for something; each once."""
    here = [t.source for t in party.ties(["WERKT_BIJ"], False) if t.values.get("tot") is None]
    known = {p.id: p for p in here if p.ties(["CONTACT_VOOR"], True)}
    return Connection(in_order([Item(p) for p in known.values()], None), given)


def told(prefix: str, value: Any) -> list[dict[str, Any]]:
    """What a fact claims, a line per field: parts with a dot, of several the number."""
    if isinstance(value, dict):
        pairs = [(f"{prefix}.{name}".lstrip("."), inner) for name, inner in value.items()]
        return [line for name, inner in pairs for line in told(name, inner)]
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return [line for number, each in enumerate(value, 1) for line in told(f"{prefix}.{number}", each)]
    texts = {True: "ja", False: "nee"}
    every = value if isinstance(value, list) else [value]
    shown = [texts[each] if isinstance(each, bool) else str(each) for each in every]
    return [] if value is None else [{"naam": prefix, "waarden": shown}]


def is_tie(fact: Thing) -> bool:
    return fact.get("gezegde") in MODEL.relationships


RETOLD: dict[tuple[str, str], Callable[[Thing], Any]] = {
    **{(kind, "soort"): lambda thing: thing.kind.name.upper() for kind in MODEL.interfaces["Partij"]},
    ("Feit", "soort"): lambda fact: fact.get("soort").upper(),
    ("Feit", "besluit"): lambda fact: fact.get("besluit").upper(),
    ("Feit", "velden"): lambda fact: told("", json.loads(fact.get("velden"))),
    ("Feit", "relatie"): lambda fact: fact.get("gezegde") if is_tie(fact) else None,
    ("Feit", "voorwerp"): lambda fact: fact.get("voorwerp").split("|")[0] if is_tie(fact) else None,
    ("Feit", "waarde"): lambda fact: None if is_tie(fact) else fact.get("voorwerp"),
}
"""What is stored in one way and told in another."""
WORKED_OUT: dict[str, Callable[[Thing, Given], Any]] = {
    "herkomst": lambda thing, given: evidence(thing.facts, given),
    "geschiedenis": lambda thing, given: Connection([Item(w) for w in thing.history], given),
    "entiteit": lambda thing, given: thing.about,
    "onderwerp": lambda fact, given: fact.subject,
    "functie": current_function,
    "contactpersonen": contact_people,
    "duoCompleet": lambda thing, given: is_duo(thing),
}


def answers(kind: str, name: str) -> bool:
    """Whether there is an ordinary resolver for this field; look-ups have none."""
    if kind == "Query":
        return name in ROOTS or name in BY_HAND
    node = MODEL.nodes.get(kind)
    known = node is None or name in node.properties or name in node.groups or name in node.relations
    return known or name in WORKED_OUT


def root(dump: Dump, name: str, given: Given) -> Any:
    """A root field."""
    if name == "node":
        return dump.things.get(given["id"])
    if name == "nodes":
        return [dump.things.get(key) for key in given["ids"]]
    if name == "zoek":
        return Hits(dump, given)
    if "sleutel" in given:
        return by_key(dump, name.capitalize(), given["sleutel"])
    target = ROOTS[name]
    items = [Item(t) for t in dump.of(target) if kept(t, name, given)]
    filtered = "Partij" if target in ("Organisatie", "Departement") else target
    matching = [i for i in items if matches(i.thing, filtered, given.get("filter"))]
    return Connection(in_order(matching, given.get("sorteer")), given)


ROOTS = {
    "toepassingen": "Toepassing",
    "gemeenten": "Gemeente", "trajecten": "Traject", "knelpunten": "Knelpunt", "oplossingen": "Oplossing",
    "personen": "Persoon", "organisaties": "Organisatie", "beleidskaders": "Beleidskader", "themas": "Thema",
    "wetten": "Wet", "departementen": "Departement", "criteria": "Criterium",
}  # fmt: skip


BY_HAND = ("zoek", "node", "nodes", *(node.name.lower() for node in MODEL.entities))


def kept(thing: Thing, name: str, given: Given) -> bool:
    """The conditions that arguments of their own make."""
    if name == "gemeenten":
        return bool(given["ookOpgeheven"]) or thing.get("einddatum") is None
    return True


def by_key(dump: Dump, kind: str, given: Given) -> Thing | None:
    """The one thing with this key. A name means a gemeente of today before one that is gone, the latest first."""
    [(how, value)] = given.items()
    if how in ("id", "slug"):
        found = dump.things.get(value if how == "id" else f"{kind.lower()}:{value}")
        return found if found and found.kind.name == kind else None
    if how == "code":
        return next((t for t in dump.of(kind) if t.get("code") == value.upper()), None)
    plain = fold(value)
    called = [t for t in dump.of(kind) if plain in map(fold, [t.get("naam"), *t.get("ookBekendAls")])]
    called = sorted(called, key=lambda t: str(t.get("volgorde")))
    return next(iter(sorted(called, key=lambda t: t.get("einddatum") or "9999", reverse=True)), None)
