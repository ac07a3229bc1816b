"""The test world with something hidden of every type, in every text a word that stands nowhere else, tied to what
everybody sees by every relationship there is; and the same without all that is hidden.

What cannot do without something hidden is planted too: itself it is published, and it is tied to the rest like that.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.marks import Naam, Zoek
from graph.domain.provenance import MODEL
from graph.domain.reader import NodeType
from tests.world import World, edge_row, named, node_row, world

Row = TypeVar("Row", NodeRow, EdgeRow)
WORD = "kwibusgrut"
"""In every text of what is hidden."""
STATUSES = ("CONCEPT", "INGETROKKEN")
CODES = {"CONCEPT": "GM9901", "INGETROKKEN": "GM9902"}
DAY = "2021-05-06"
BOUND = {"Toepassing": "VAN", "Uitvoeringsprogramma": "HEEFT_PROGRAMMA", "Voortgang": "MELDT"}
"""What cannot do without others, and by which relationship those planted here are tied to something hidden."""


def dependent(node: NodeType, status: str) -> str:
    """What is published, and cannot do without something of this status."""
    return f"{node.prefix}:{WORD}-van-{status.lower()}"


def key_of(node: NodeType, status: str) -> str:
    return f"{node.prefix}:{CODES[status].lower() if node.name == 'Gemeente' else f'{WORD}-{status.lower()}'}"


def planted() -> Iterator[NodeRow]:
    """Of every type one that is not there yet and one that is not there any more."""
    for node in MODEL.entities:
        for status in STATUSES:
            yield node_row(node.label, {**_texts(node), **_needed(node), "id": key_of(node, status),
                                        "publicatieStatus": status,
                                        **({"code": CODES[status]} if node.name == "Gemeente" else {})})  # fmt: skip
    for name in BOUND:
        node = MODEL.nodes[name]
        for status in STATUSES:
            yield node_row(node.label, {**_texts(node), **_needed(node), "id": dependent(node, status),
                                        "publicatieStatus": "GEPUBLICEERD"})  # fmt: skip
    for status in STATUSES:
        thing = key_of(MODEL.nodes["Oplossing"], status)
        said = f'{{"id":"{thing}","titel":"{WORD}"}}'
        for fact, about in (
            (fact_of(status), thing),
            (bound_fact(status), dependent(MODEL.nodes["Toepassing"], status)),
        ):
            yield node_row("Feit", {"id": fact, "soort": "oplossing", "onderwerp": about,
                                    "gezegde": "bestaan", "besluit": "ja", "velden": said})  # fmt: skip
        yield node_row("Passage", {"id": f"vermelding:{WORD}-{status}", "passage": f"Er is {WORD}", "zekerheid": 1.0,
                                   "onderbouwt": "bestaan", "regel": "lijst", "vastgelegdDoor": "tester",
                                   "vastgelegdOp": f"{DAY}T00:00:00.000Z", "bevestigd": True})  # fmt: skip
        yield node_row("Wijziging", {"id": f"wijziging:{WORD}-{status}", "op": f"{DAY}T00:00:00.000Z", "door": WORD,
                                     "soort": "AANGEMAAKT", "ding": thing, "dingSoort": "OPLOSSING",
                                     "plaats": 900 + STATUSES.index(status), "velden": (),
                                     "lading": "lading:1"})  # fmt: skip
    yield node_row("Document", {"id": f"bron:{WORD}", "titel": f"Notitie over {WORD}", "soort": "notitie",
                                "sha256": "9" * 64})  # fmt: skip


def fact_of(status: str) -> str:
    return f"feit:{WORD}-{status}"


def bound_fact(status: str) -> str:
    return f"feit:{WORD}-van-{status}"


def _texts(node: NodeType) -> dict[str, Any]:
    """Its names and its prose."""
    found = {p.name: (WORD,) if p.many else WORD for mark in (Naam, Zoek) for p in node.marked(mark)}
    return {name: value for name, value in found.items() if node.properties[name].kind == "String"}


def _needed(node: NodeType) -> dict[str, Any]:
    every = node.properties
    words = {p.name: next(iter(p.enum)).name for p in every.values() if p.enum and p.required and not p.many}
    dates = {p.name: DAY for p in every.values() if p.kind == "Date" and p.required}
    return {**words, **dates}


def tied() -> Iterator[EdgeRow]:
    """What is hidden, by every relationship to something that everybody sees, from both ends."""
    seen = {node.name: [r.id for r in world().nodes if r.type is node and _open(r)] for node in MODEL.entities}
    for name, edge in MODEL.relationships.items():
        if edge.is_view or not all(MODEL.nodes[end].is_entity for end in (*edge.sources, *edge.targets)):
            continue
        for status in STATUSES:
            for source in edge.sources:
                for target in edge.targets:
                    if seen[target]:
                        yield edge_row(key_of(MODEL.nodes[source], status), name, seen[target][0], _said(edge))
                    if seen[source]:
                        yield edge_row(seen[source][0], name, key_of(MODEL.nodes[target], status), _said(edge))
    yield from _dependent_ties(seen)
    for status in STATUSES:
        for fact in (fact_of(status), bound_fact(status)):
            yield edge_row(fact, "BLIJKT_UIT", f"vermelding:{WORD}-{status}", {})
        yield edge_row(f"vermelding:{WORD}-{status}", "UIT", f"bron:{WORD}", {})
    yield edge_row(f"bron:{WORD}", "GELADEN_MET", "lading:1", {})


def _dependent_ties(seen: dict[str, list[str]]) -> Iterator[EdgeRow]:
    """What cannot do without something hidden, tied to that, and to what everybody sees by all that it may have."""
    for name, lacking in BOUND.items():
        for status in STATUSES:
            own = dependent(MODEL.nodes[name], status)
            for edge in MODEL.relationships.values():
                if edge.is_view:
                    continue
                for mine, others, outward in ((edge.sources, edge.targets, True), (edge.targets, edge.sources, False)):
                    for other in others if name in mine else ():
                        far = key_of(MODEL.nodes[other], status) if edge.name == lacking else seen[other][0]
                        yield edge_row(*((own, edge.name, far) if outward else (far, edge.name, own)), _said(edge))


def _open(row: NodeRow) -> bool:
    return row.properties.get("publicatieStatus") == "GEPUBLICEERD"


def _said(edge: Any) -> dict[str, Any]:
    return {"functie": WORD} if "functie" in edge.properties else {}


@cache
def whole() -> World:
    """Everything. What cannot do without others and stood between two that everybody sees keeps its ends to itself:
    a hidden gemeente does not come to use a published toepassing as well."""
    own = {row.id for row in planted()}
    bound = set(BOUND)
    kinds = {row.id: row.type.name for row in (*world().nodes, *planted())}
    single = {"VAN", "PAST_TOE", "MELDT", "HEEFT_PROGRAMMA"}
    kept = [
        edge
        for edge in tied()
        if not (
            (edge.type.name in single or edge.type.name == "GAAT_OVER")
            and any(kinds.get(end) in bound and end not in own for end in (edge.source, edge.target))
        )
    ]
    edges = [*map(_resting, world().edges), *kept]
    return World(named([*map(_resting, world().nodes), *planted()], edges), edges)


def _resting(row: Row) -> Row:
    """The same, resting also on facts about what is hidden."""
    if "feiten" not in row.properties:
        return row
    said = [each(status) for status in STATUSES for each in (fact_of, bound_fact)]
    return replace(row, properties={**row.properties, "feiten": [*row.properties["feiten"], *said]})


def without(ids: set[str]) -> World:
    """The same with these things only."""
    full = whole()
    edges = [_bare(edge) for edge in full.edges if edge.source in ids and edge.target in ids]
    return World([_bare(row) for row in full.nodes if row.id in ids], edges)


def _bare(row: Row) -> Row:
    if "feiten" not in row.properties:
        return row
    kept = [fact for fact in row.properties["feiten"] if WORD not in fact]
    return replace(row, properties={**row.properties, "feiten": kept})
