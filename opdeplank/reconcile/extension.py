"""Columns for who matched his rows: values of our things, for as many rows and columns as he asks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.domain.provenance import MODEL
from opdeplank.pages.desk import Desk
from opdeplank.reconcile.kinds import NAMES, Property, properties

Cell = Mapping[str, Any]
SETTING, STANDARD, MOST = "hoogstens", 10, 100
"""The one setting of a property with more values: how many at most."""
AT_ONCE = 25
"""Things in one question."""


def question(kind: str, asked: Iterable[str], limits: Mapping[str, int]) -> str:
    """What things of a kind have of these properties: `{ nodes(ids: $ids) { id … on Gemeente { inwoners } } }`."""
    known = properties(kind)
    fields = " ".join(_field(known[name], limits) for name in asked if name in known)
    return f"query uitbreiden($ids: [ID!]!) {{ nodes(ids: $ids) {{ __typename ... on {kind} {{ id {fields} }} }} }}"


def _field(each: Property, limits: Mapping[str, int]) -> str:
    if not each.things:
        return each.id
    end = "{ id weergavenaam }"
    return f"{each.id}(first: {limits.get(each.id, STANDARD)}) {{ nodes {end} }}" if each.pages else f"{each.id} {end}"


async def rows(
    desk: Desk, ids: Sequence[str], asked: Sequence[str], limits: Mapping[str, int], caller: str | None
) -> dict[str, dict[str, list[Cell]]]:
    """The cells of each id, by property; of what is not there, none. Raises Unanswered."""
    found: dict[str, dict[str, list[Cell]]] = {key: {name: [] for name in asked} for key in ids}
    for kind in NAMES:
        own = [key for key in ids if (node := MODEL.by_prefix(key)) is not None and node.name == kind]
        for start in range(0, len(own), AT_ONCE):
            some = own[start : start + AT_ONCE]
            nodes = (await desk.put(question(kind, asked, limits), {"ids": some}, caller))["nodes"]
            for key, node in zip(some, nodes, strict=True):
                found[key] |= {name: _cells(each, node) for name in asked if (each := properties(kind).get(name))}
    return found


def _cells(each: Property, node: Mapping[str, Any] | None) -> list[Cell]:
    value = node.get(each.id) if node else None
    if value is None:
        return []
    if each.things:
        things = value["nodes"] if each.pages else [value]
        return [{"id": thing["id"], "name": thing["weergavenaam"]} for thing in things]
    return [_cell(each.kind, one) for one in (value if isinstance(value, list) else [value])]


def _cell(kind: str, value: Any) -> Cell:
    if isinstance(value, bool):
        return {"str": "ja" if value else "nee"}
    if isinstance(value, int):
        return {"int": value}
    if isinstance(value, float):
        return {"float": value}
    if kind == "Date":
        return {"date": f"{value}T00:00:00Z"}
    return {"date": value} if kind == "DateTime" else {"str": str(value)}
