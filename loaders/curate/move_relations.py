"""What hangs on things that become one, moved to the one that stays: relationships, facts, passages, composed names."""

from dataclasses import dataclass, replace
from typing import Any

import orjson

from graph.contents import attached, existing
from graph.contents.existing import as_text
from graph.cypher.rows import EdgeRow, NodeRow, composed_name, derived
from graph.domain.marks import Shape
from graph.domain.reader import Model, NodeType
from graph.engine.store import Run
from loaders.facts.earlier_decisions import CORRECTED
from loaders.facts.fact import Evidence, Fact, Tie, claim, edge_id, fact_id, passage_id
from loaders.facts.renamed import rename
from loaders.load.difference import Difference
from loaders.load.plan import Hand

SAID = ("soort", "velden", "onderwerp", "gezegde", "voorwerp")


@dataclass(frozen=True)
class Moving:
    """`survivor` is called `name` and stays; everything at `others` goes to it, and the changes to `difference`."""

    model: Model
    difference: Difference
    survivor: str
    others: tuple[str, ...]
    name: str
    hand: Hand

    def end(self, key: str) -> str:
        return self.survivor if key in self.others else key


async def move(run: Run, moving: Moving) -> dict[str, str]:
    """Gives the present id of every fact that got another."""
    renamed = await _facts(run, moving)
    await _edges(run, moving, renamed)
    await _names(run, moving)
    return renamed


async def _facts(run: Run, moving: Moving) -> dict[str, str]:
    renamed: dict[str, str] = {}
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for known in await attached.facts(run, moving.others):
        made = _rewritten(moving, known)
        if made != known:
            found.append((known, made))
        if made["id"] != known["id"]:
            renamed[known["id"]] = made["id"]
    there = await existing.nodes(run, moving.model.nodes["Feit"], renamed.values())
    for known, made in found:
        _fact(moving, known, made, there.get(made["id"]))
    await _passages(run, moving, renamed)
    return renamed


def _rewritten(moving: Moving, known: dict[str, Any]) -> dict[str, Any]:
    """The fact as it would have been read about the survivor."""
    fact = Fact(known["id"], known["soort"], orjson.loads(known["velden"]))
    now = dict.fromkeys(moving.others, moving.survivor)
    if fact.velden.get("id") in now and "naam" in fact.velden:
        fact.velden["naam"] = moving.name
    rename(fact, now, {moving.survivor: moving.name}, {})
    try:
        said = claim(moving.model, fact)
        key = known["id"] if known["besluit"] == CORRECTED else fact_id(moving.model, fact)
    except (KeyError, TypeError, AttributeError):  # only said, never a claim about a thing
        return known
    made = {"id": key, "velden": as_text(fact.velden), "onderwerp": said.onderwerp, "gezegde": said.gezegde}
    return {**known, **made, **({"voorwerp": said.voorwerp} if said.voorwerp is not None else {})}


def _fact(moving: Moving, known: dict[str, Any], made: dict[str, Any], there: dict[str, Any] | None) -> None:
    node, difference = moving.model.nodes["Feit"], moving.difference
    before = known if made["id"] == known["id"] else there
    if made["id"] != known["id"]:
        difference.gone_nodes.append(NodeRow(node, known["id"], known))
        difference.before_nodes[known["id"]] = NodeRow(node, known["id"], known)
    here = next((row for row in difference.nodes if row.id == made["id"]), None)
    standing_there = here.properties if here else there
    if standing_there is not None and made["id"] != known["id"]:
        made = {**standing_there, "besluit": "ja" if made["besluit"] == "ja" else standing_there["besluit"]}
    if here is not None:
        difference.nodes.remove(here)
    elif before is not None:
        difference.before_nodes[made["id"]] = NodeRow(node, made["id"], before)
    difference.nodes.append(NodeRow(node, made["id"], made))


async def _passages(run: Run, moving: Moving, renamed: dict[str, str]) -> None:
    """A passage of a fact that got another id gets another id too: it is the hash of its place and its fact."""
    model, difference = moving.model, moving.difference
    node, proves, stands = model.nodes["Vermelding"], model.relationships["BLIJKT_UIT"], model.relationships["UIT"]
    found = await attached.passages(run, renamed)
    keys = {said.properties["id"]: _passage(said, renamed[said.fact]) for said in found}
    there = await existing.passages(run, keys.values())
    for said in found:
        old, new = said.properties["id"], keys[said.properties["id"]]
        difference.gone_nodes.append(NodeRow(node, old, said.properties))
        difference.before_nodes[old] = NodeRow(node, old, said.properties)
        for edge in (
            EdgeRow(proves, said.fact, old, old, {"id": old}),
            EdgeRow(stands, old, said.document, old, {"id": old}),
        ):
            difference.gone.append(edge)
            difference.before_edges[edge.type.name, edge.id] = edge
        if new not in there:
            there.add(new)
            difference.nodes.append(NodeRow(node, new, {**said.properties, "id": new}))
            difference.edges.append(EdgeRow(proves, renamed[said.fact], new, new, {"id": new}))
            difference.edges.append(EdgeRow(stands, new, said.document, new, {"id": new}))


def _passage(said: attached.Said, fact: str) -> str:
    return passage_id(Evidence(said.document, said.properties["van"], said.properties["tot"], ""), fact)


async def _edges(run: Run, moving: Moving, renamed: dict[str, str]) -> None:
    difference = moving.difference
    found = await attached.edges(run, moving.model, [moving.survivor, *moving.others])
    made: dict[tuple[str, str], EdgeRow] = {}
    taken: set[tuple[str, str]] = set()
    for edge in sorted(found, key=lambda e: {e.source, e.target} & {*moving.others} != set()):
        own = {edge.source, edge.target}.isdisjoint(moving.others)
        if not own:
            difference.gone.append(edge)
            difference.before_edges[edge.type.name, edge.id] = edge
        new = _moved(moving, edge, renamed)
        key = (new.type.name, new.id)
        if new.source == new.target or not own and _one_only(moving, new) & taken and key not in made:
            continue
        taken |= _one_only(moving, new)
        made[key] = _together(made.get(key), new)
        if own:
            difference.before_edges[key] = edge
    for key, edge in made.items():
        if difference.before_edges.get(key) != edge:
            difference.edges.append(edge)


def _moved(moving: Moving, edge: EdgeRow, renamed: dict[str, str]) -> EdgeRow:
    source, target = moving.end(edge.source), moving.end(edge.target)
    said = dict(edge.properties)
    if "feiten" in said:
        said["feiten"] = [*dict.fromkeys(renamed.get(fact, fact) for fact in said["feiten"])]
        key = edge_id(moving.model, Tie(edge.type, source, target, said))
    else:
        key = f"{source}>{target}"
    if (source, target) == (edge.source, edge.target):
        key = edge.id
    return EdgeRow(edge.type, source, target, key, {**said, "id": key})


def _one_only(moving: Moving, edge: EdgeRow) -> set[tuple[str, str]]:
    """The places this relationship takes of which a thing has one, such as the ministry of a law."""
    found = set()
    for key, forward in ((edge.source, True), (edge.target, False)):
        node = moving.model.by_prefix(key)
        for relation in node.relations.values() if node else ():
            alone = relation.field.shape in (Shape.ONE, Shape.REQUIRED)
            if relation.relationship is edge.type and relation.forward is forward and alone:
                found.add((key, relation.name))
    return found


def _together(here: EdgeRow | None, other: EdgeRow) -> EdgeRow:
    if here is None:
        return other
    said = {**other.properties, **here.properties}
    if "feiten" in said:
        said["feiten"] = [*dict.fromkeys([*here.properties["feiten"], *other.properties["feiten"]])]
    return replace(here, properties=said)


async def _names(run: Run, moving: Moving) -> None:
    """Things that are called after one of the others are called after the survivor."""
    ends = {end for edge in moving.difference.gone for end in (edge.source, edge.target)}
    for node in moving.model.entities:
        mine = {key for key in ends if node.naming is None and moving.model.by_prefix(key) is node}
        if mine:
            await _called(run, moving, node, mine - {moving.survivor, *moving.others})


async def _called(run: Run, moving: Moving, node: NodeType, ids: set[str]) -> None:
    called: dict[str, dict[str, str]] = {key: {} for key in ids}
    for name, relation in node.relations.items():
        if "{" + name + "}" in str(getattr(node.cls, "weergave", "")):
            for key, (other, shown) in (await attached.far(run, ids, relation)).items():
                called[key][name] = moving.name if other in moving.others else shown
    for key, known in (await existing.nodes(run, node, ids)).items():
        made = {**known, **derived(node, known, composed_name(node, called[key]))}
        if made != known:
            made |= {"versie": known["versie"] + 1, "gewijzigdOp": moving.hand.op}
            moving.difference.nodes.append(NodeRow(node, key, made))
            moving.difference.before_nodes[key] = NodeRow(node, key, known)
