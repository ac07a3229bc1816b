"""Keyset pages: the order of a list, the condition that continues it, and its cursors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.cypher.atoms import EdgeProp, EdgeType, Param, Prop
from graph.cypher.query import ALWAYS, All, Condition, Either, Joined, Order, Test
from graph.domain.reader import Model, Relation
from graph.domain.vocabulary import Rol
from schema.compile.frames import Frame
from schema.compile.guarding import may_use, sorted_by
from schema.fields.filters import order as sort_order
from schema.fields.filters import sort_fields
from schema.request.binding import param
from schema.request.turning import turning
from schema.response.outputs import Cursor

NAME = Order(Prop("volgorde"))
ID = Order(Prop("id"))
EDGE = Order(Joined((EdgeType(), EdgeProp("functie"), EdgeProp("van"), EdgeProp("tot"))))


Sort = Mapping[str, str]
"""`veld` and `richting`, as they were asked."""
Write = Callable[[Sequence[Any]], str]
"""From the sort keys of a row to its cursor."""
Writer = Callable[[str], Write]
"""Gives the function for a list, by its signature."""


@dataclass(frozen=True)
class Paging:
    """One page of a list: its size (one more, to see whether there is a next page) and the keyset condition `after`."""

    signature: str
    order: tuple[Order, ...]
    exact: Param
    size: Param
    after: Condition
    backward: bool
    continued: bool
    write: Write

    def cursor(self, frame: Frame) -> Cursor:
        """The cursor of a row; asks the row for its sort keys."""
        return Cursor(tuple(frame.want(o.value) for o in self.order), self.write)


class Pages:
    """Makes pages for a role; `writer` gives the function that signs cursors of a list."""

    def __init__(self, writer: Writer, role: Rol = Rol.PROGRAMMABUREAU) -> None:
        self.writer, self.role = writer, role

    def order(self, model: Model, relation: Relation, sorting: Sequence[Sort] | None) -> tuple[Order, ...]:
        """The order of a relation's page: as asked, then by name (sources by id), then by what tells roles apart."""
        named = model.nodes[relation.targets[0]].is_entity
        base = ((NAME if named else ID), *((EDGE,) if relation.relationship.is_view else ()))
        if not sorting or len(relation.targets) != 1:
            return base
        return (*self.keys(model, relation.targets[0], sorting), *base)

    def edges(self) -> tuple[Order, ...]:
        return (NAME, EDGE)

    def keys(self, model: Model, target: str, sorting: Sequence[Sort]) -> tuple[Order, ...]:
        """The asked sort keys; the name itself ends the list, since it is unique."""
        fields = sort_fields(model.nodes[target])
        found: list[Order] = []
        for key in sorting:
            may_use(sorted_by(model.nodes[target], key["veld"]), self.role)
            made = sort_order(fields[key["veld"]], key["richting"] == "AFLOPEND")
            if made.value not in [o.value for o in found]:
                found.append(made)
        return tuple(found)

    def paging(self, place: str, arguments: Mapping[str, Any], order: Sequence[Order]) -> Paging:
        """The page that `first`/`after` or `last`/`before` ask for."""
        order = _until_unique(order)
        asked = turning(arguments)
        signature = place + "|" + ",".join(f"{o.value}{'-' if o.descending else '+'}" for o in order)
        turned = tuple(replace(o, descending=not o.descending) for o in order) if asked.backward else tuple(order)
        return Paging(
            signature,
            turned,
            param(asked.size, "page", (asked.word, None, 0)),
            param(asked.size, "page", (asked.word, None, 1)),
            keyset(turned, asked.cursor, signature) if asked.continued else ALWAYS,
            asked.backward,
            asked.continued,
            self.writer(signature),
        )


def _until_unique(order: Sequence[Order]) -> tuple[Order, ...]:
    """Keys after a unique one add nothing."""
    found: list[Order] = []
    for key in order:
        if key.value not in [o.value for o in found]:
            found.append(key)
        if key.value == NAME.value and EDGE not in order:
            break
    return tuple(found)


def keyset(order: Sequence[Order], cursor: object, signature: str) -> Condition:
    """Rows after the cursor: `a >= $a AND (a > $a OR (b >= $b AND (b > $b OR …)))`.

    This form lets an index on the first key give the rows; the textbook form reads everything.
    """
    made: Condition | None = None
    for i in reversed(range(len(order))):
        key = param(cursor, "cursor", (signature, i, len(order)))
        beyond, from_ = ("<", "<=") if order[i].descending else (">", ">=")
        strictly = Test(order[i].value, beyond, key)
        made = strictly if made is None else All((Test(order[i].value, from_, key), Either((strictly, made))))
    return made or ALWAYS
