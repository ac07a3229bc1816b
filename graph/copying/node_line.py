"""One node with the relationships that start at it, as one line of JSON; the same bytes on every engine.

    [["Entiteit", "Wet"], {"id": "wet:jeugdwet", …}, [["VAN_DEPARTEMENT", "Entiteit", "departement:vws", {…}], …]]

Labels and relationships stand in an order of their own, and so do the names of properties. Lines go by the label whose
`id` is unique (`seeks`), and then by that id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from graph.contents import old_ids
from graph.domain.reader import Model
from graph.errors import GraphError
from graph.upkeep import repeats
from graph.upkeep.constraints import META

WHOLE = ("Vergeten", "Vraag")
"""Labels of few nodes, without an index that always stands: read at once."""
LOADED_WITH = "GELADEN_MET"
"""Its id is `document>load`."""
STRANGE = "In de graaf staat een waarde die niet in een kopie past ({key}). Meld dit aan de makers."


class Key(NamedTuple):
    """Where a line stands: the place of its label, and its id."""

    place: int
    id: str


@dataclass(frozen=True)
class Edge:
    """`seek` and `target`: label and id of where it ends."""

    type: str
    seek: str
    target: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Record:
    labels: tuple[str, ...]
    properties: Mapping[str, Any]
    edges: tuple[Edge, ...] = ()


def seeks(model: Model) -> tuple[str, ...]:
    """Every label whose id is unique, in the order of a copy. What stands for the whole comes last: it is read when all
    else was."""
    declared = sorted({node.seek for node in model.nodes.values()})
    return (*declared, old_ids.LABEL, repeats.LABEL, *WHOLE, META)


def seek_of(model: Model, labels: Iterable[str]) -> str:
    """The one of these labels by which the node is found; "" when it is none of ours."""
    own = set(labels)
    return next((label for label in seeks(model) if label in own), "")


def from_row(model: Model, row: Sequence[Any]) -> Record:
    """What a row of `walk` says."""
    _, labels, properties, ties = row
    edges = [
        Edge(name, seek_of(model, ends), end.rpartition(">")[2] if name == LOADED_WITH else end, held)
        for name, ends, end, held in ties
    ]
    return Record(tuple(sorted(labels)), properties, tuple(edges))


def line(record: Record) -> bytes:
    """Without the end of the line; raises GraphError for a value that JSON has no word for."""
    try:
        ties = sorted(_packed([e.type, e.seek, e.target, dict(e.properties)]) for e in record.edges)
        head = _packed([sorted(record.labels), dict(record.properties)])
    except TypeError as error:
        raise GraphError(STRANGE.format(key=record.properties.get("id"))) from error
    return head[:-1] + b",[" + b",".join(ties) + b"]]"


def read(text: bytes) -> Record:
    """Raises ValueError for what is no line of a copy."""
    try:
        labels, properties, ties = orjson.loads(text)
        edges = tuple(Edge(*tie) for tie in ties)
        if not labels or not isinstance(properties.get("id"), str):
            raise ValueError("no labels, or no id")
    except (TypeError, AttributeError) as error:
        raise ValueError("not a line of a copy") from error
    return Record(tuple(labels), properties, edges)


def _packed(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
