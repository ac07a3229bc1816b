"""What a plan would change: its rows beside what stands there, complete with what follows from them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.contents import existing
from graph.cypher.removal import remove_edges, remove_nodes, restore_edges, restore_nodes
from graph.cypher.rows import (
    EdgeRow,
    NodeRow,
    by_type,
    composed_name,
    create_edges,
    create_nodes,
    derived,
    derived_edge,
    with_defaults,
)
from graph.domain.marks import Sleutel
from graph.domain.reader import Model, NodeType
from graph.domain.readiness import broken
from graph.domain.web_address import without_strangers
from graph.engine.store import Run
from graph.errors import GraphError
from loaders.load.plan import Hand, Plan, admit

FIRST_WINS = frozenset({"vastgelegdDoor", "vastgelegdOp"})
"""A passage that is recorded again keeps who recorded it first."""


FACT = "Feit"


@dataclass
class Difference:
    """`nodes` and `edges` have to be written, `gone` taken away; `before` is what stood there, if anything did."""

    nodes: list[NodeRow] = field(default_factory=list)
    edges: list[EdgeRow] = field(default_factory=list)
    before_nodes: dict[str, NodeRow] = field(default_factory=dict)
    before_edges: dict[tuple[str, str], EdgeRow] = field(default_factory=dict)
    gone: list[EdgeRow] = field(default_factory=list)
    gone_nodes: list[NodeRow] = field(default_factory=list)
    same: int = 0
    waiting: int = 0
    """People who are not made before somebody decides what they do."""

    def new_nodes(self) -> list[NodeRow]:
        return [row for row in self.nodes if row.id not in self.before_nodes]

    def new_edges(self) -> list[EdgeRow]:
        return [row for row in self.edges if (row.type.name, row.id) not in self.before_edges]

    def changed_nodes(self) -> list[NodeRow]:
        return [row for row in self.nodes if row.id in self.before_nodes]

    def changed_edges(self) -> list[EdgeRow]:
        return [row for row in self.edges if (row.type.name, row.id) in self.before_edges]


async def compare(run: Run, model: Model, plan: Plan, hand: Hand) -> Difference:
    """The rows that differ from what stands there, complete with what follows from them."""
    waiting = await _make_people(run, plan)
    there = await existing.nodes_of(run, plan.nodes.values())
    await _check_ends(run, model, plan, there)
    await _check_codes(run, plan)
    names = await _composed(run, plan)
    made = Difference(waiting=waiting)
    for row in plan.nodes.values():
        _compare_node(made, row, there.get(row.id), names.get(row.id), hand)
    await _compare_edges(run, model, plan, there, made)
    await _lapse(run, model, plan, made)
    return made


async def _make_people(run: Run, plan: Plan) -> int:
    """Somebody with a function whom neither the plan nor the graph has yet. Who only waits for one is not made; gives
    how many those are."""
    here = await existing.existing(run, plan.waiting) if plan.waiting else set()
    admit(plan, here)
    new = {key: row for key, row in plan.named.items() if key not in plan.nodes}
    known = await existing.existing(run, new) if new else set()
    for key in sorted(new.keys() - known):
        plan.node(new[key].type, key, new[key].properties)
    return len(plan.waiting.keys() - here)


async def compare_records(run: Run, model: Model, plan: Plan, hand: Hand) -> Difference:
    """As `compare`, for facts and passages. A new fact has no passages yet, so they need not be looked for."""
    facts = [row for row in plan.nodes.values() if row.type.name == FACT]
    there = await existing.nodes_of(run, facts)
    older = {edge.target for edge in plan.edges.values() if edge.type.name == "BLIJKT_UIT" and edge.source in there}
    there |= await existing.nodes_of(run, (plan.nodes[key] for key in older))
    made = Difference()
    for row in plan.nodes.values():
        _compare_node(made, row, there.get(row.id), None, hand)
    await _compare_edges(run, model, plan, there, made)
    return made


async def _compare_edges(run: Run, model: Model, plan: Plan, there: Mapping[str, Any], made: Difference) -> None:
    """Only a relationship between two things that are there can be there itself."""
    ends = {key for edge in plan.edges.values() for key in (edge.source, edge.target)}
    new = {key for key in ends if key in plan.nodes and key not in there}
    older = [edge for edge in plan.edges.values() if edge.source not in new and edge.target not in new]
    known = await existing.edges_of(run, model, older)
    for edge in plan.edges.values():
        _compare_edge(made, edge, known.get((edge.type.name, edge.id)))


async def write(run: Run, model: Model, difference: Difference) -> None:
    await create_nodes(run, difference.new_nodes())
    await restore_nodes(run, difference.changed_nodes())
    await create_edges(run, model, difference.new_edges())
    await restore_edges(run, model, difference.changed_edges())
    await remove_edges(run, model, difference.gone)
    await remove_nodes(run, difference.gone_nodes)


async def _check_codes(run: Run, plan: Plan) -> None:
    """A code such as that of a gemeente belongs to one thing."""
    for group in by_type(plan.nodes.values()):
        for prop in group[0].type.marked(Sleutel):
            claimed: dict[str, str] = {}
            rows = [row for row in group if row.properties.get(prop.name) is not None]
            held = await existing.holders(run, group[0].type, prop.name, (r.properties[prop.name] for r in rows))
            for row in rows:
                value = row.properties[prop.name]
                other = held.get(value, claimed.setdefault(value, row.id))
                if other != row.id:
                    raise GraphError(
                        f"De {prop.name} {value} is van '{other}'; '{row.id}' kan hem niet ook hebben. Gaat het om "
                        f"hetzelfde, schrijf dan '{other}'. Is de {prop.name} verkeerd, verbeter hem dan."
                    )


async def _lapse(run: Run, model: Model, plan: Plan, made: Difference) -> None:
    """A relationship goes when the fact that lapsed is the last one it rests on."""
    there = await existing.edges_of(run, model, plan.lapsed)
    for row in plan.lapsed:
        known = there.get((row.type.name, row.id))
        if known is None:
            continue
        left = [fact for fact in known["feiten"] if fact not in row.properties["feiten"]]
        made.before_edges[row.type.name, row.id] = replace(row, properties=known)
        (made.edges if left else made.gone).append(replace(row, properties={**known, "feiten": left}))


def _compare_node(
    made: Difference, row: NodeRow, known: Mapping[str, Any] | None, name: str | None, hand: Hand
) -> None:
    wanted = dict(without_strangers(row.type, _merged(row.properties, known)))
    if known is None:
        wanted = with_defaults(row.type, wanted)
    wanted |= derived(row.type, wanted, name or (known or {}).get("weergavenaam"))
    if known is not None and all(known.get(n) == v for n, v in wanted.items() if n not in FIRST_WINS):
        made.same += row.type.is_entity
        return
    rule = broken(row.type.label, row.id, wanted)
    if rule and not (known and broken(row.type.label, row.id, known)):
        raise GraphError(rule)
    if row.type.is_entity:
        wanted |= {"versie": (known or {}).get("versie", 0) + 1, "gewijzigdOp": hand.op}
    made.nodes.append(NodeRow(row.type, row.id, {n: v for n, v in wanted.items() if v is not None}))
    if known is not None:
        made.before_nodes[row.id] = NodeRow(row.type, row.id, known)


def _compare_edge(made: Difference, row: EdgeRow, known: Mapping[str, Any] | None) -> None:
    wanted = _merged(row.properties, known)
    wanted |= derived_edge(row.type, wanted)
    if known is not None and all(known.get(n) == v for n, v in wanted.items()):
        made.same += "feiten" in wanted
        return
    made.edges.append(EdgeRow(row.type, row.source, row.target, row.id, wanted))
    if known is not None:
        before = EdgeRow(row.type, row.source, row.target, row.id, known)
        made.before_edges[row.type.name, row.id] = before


def _merged(wanted: Mapping[str, Any], known: Mapping[str, Any] | None) -> dict[str, Any]:
    """What stands there, overwritten by what the proposal says; the facts it rests on are only added to."""
    if known is None:
        return dict(wanted)
    kept = {name: known[name] for name in FIRST_WINS if name in known}
    made = {**known, **wanted, **kept}
    if "feiten" in wanted:
        made["feiten"] = [*dict.fromkeys([*known.get("feiten", ()), *wanted["feiten"]])]
    return made


async def _check_ends(run: Run, model: Model, plan: Plan, there: Mapping[str, Any]) -> None:
    """Every end exists or is made by this plan. When a person refused a thing, its relationships have no end."""
    ends = {end for edge in plan.edges.values() for end in (edge.source, edge.target)}
    missing = ends - set(plan.nodes) - set(there)
    missing -= await existing.existing(run, missing)
    if missing:
        some = ", ".join(sorted(missing)[:3])
        raise GraphError(
            f"Het voorstel verwijst naar iets dat niet bestaat: {some}. "
            "Neem dat ook op, of zet de feiten die het noemen op 'nee' of 'later'."
        )
    for row in plan.nodes.values():
        naming = row.type.naming
        if row.type.is_entity and row.id not in there and naming and not row.properties.get(naming.name):
            raise GraphError(
                f"'{row.id}' is nieuw en heeft geen {naming.name}. Geef een {naming.name} en probeer opnieuw."
            )


async def _composed(run: Run, plan: Plan) -> dict[str, str]:
    """Names of things that are known by their ends, such as `Almere past JPF toe`."""
    nameless = {key: row.type for key, row in plan.nodes.items() if row.type.is_entity and row.type.naming is None}
    around = _around(plan, nameless)
    called = await _called(run, plan, {key for ends in around.values() for key in ends.values()})
    shown = {
        key: composed_name(nameless[key], {name: called.get(end, end) for name, end in ends.items()})
        for key, ends in around.items()
    }
    return {key: name for key, name in shown.items() if name}


def _around(plan: Plan, nameless: Mapping[str, NodeType]) -> dict[str, dict[str, str]]:
    """What each of these things is tied to in the plan, by the name of the relation."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for edge in plan.edges.values():
        for here, other, forward in ((edge.source, edge.target, True), (edge.target, edge.source, False)):
            relations = nameless[here].relations if here in nameless else {}
            for name, relation in relations.items():
                if relation.relationship is edge.type and relation.forward is forward:
                    found[here][name] = other
    return found


async def _called(run: Run, plan: Plan, ids: set[str]) -> dict[str, str]:
    """What these things are called: as the plan says, else as they are called now."""
    called = await existing.names(run, ids)
    for key in ids & set(plan.nodes):
        row = plan.nodes[key]
        said = row.properties.get(row.type.naming.name) if row.type.naming else None
        called[key] = str(said or called.get(key, key))
    return called
