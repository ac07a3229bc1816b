"""An undo that would overwrite later work, as a proposal: per field and relationship the question whether it should be
as it was, with who changed it when and what stands there now. A person decides, and `laad` does it as it does any
proposal.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.contents import evidence, existing, history
from graph.contents.history import Told
from graph.domain.reader import Model, NodeType, Property
from graph.engine.store import Run
from loaders.facts.fact import Fact, fact
from loaders.load.changes import shown
from loaders.load.one_change import listed, looked_up, part_of
from loaders.load.receipt import Undo, nodes_in, undo_from
from loaders.load.undo import There, there_now
from loaders.proposal.proposal import VERSION, Proposal

WAITS, LAPSES, KNOWN = "later", "vervalt", "bevestigd"
RULE = "terug"
"""The reading rule of these facts: nothing was read."""


async def for_change(run: Run, model: Model, change: str) -> Proposal:
    """To have one change back; raises as `looked_up`."""
    told, wanted = await looked_up(run, model, change)
    return await _proposal(run, model, [told], wanted)


async def for_load(run: Run, model: Model, load: str) -> Proposal:
    """To have everything back that a load changed."""
    wanted = undo_from(model, await existing.undoing(run, load))
    return await _proposal(run, model, await history.of_load(run, load), wanted)


async def _proposal(run: Run, model: Model, told: Iterable[Told], wanted: Undo) -> Proposal:
    facts: dict[str, Fact] = {}
    for change in told:
        part = part_of(model, wanted, change.ding)
        there = await there_now(run, model, part)
        for made in [*_values(model, change, part, there), *await _ties(run, change, part, there)]:
            facts.setdefault(made.id, made)
    return Proposal(VERSION, str(await existing.version(run)), [], [*facts.values()], [])


def _values(model: Model, change: Told, part: Undo, there: There) -> Iterator[Fact]:
    """The fields of a thing that the load changed and that are not as they were. To what was empty there is no way back
    by a fact."""
    for row in nodes_in(part.changed()):
        now = there.get((row.type.name, row.id), {})
        for name in (each.veld for each in change.velden):
            old = row.properties.get(name)
            if name in row.type.properties and old not in (None, []) and old != now.get(name):
                yield _value(model, change, row.type, name, old, now.get(name))


def _value(model: Model, change: Told, node: NodeType, name: str, old: Any, now: Any) -> Fact:
    said = {"id": change.ding, "eigenschap": name, "waarde": plain(node.properties[name], old)}
    question = (
        f"{_who(change)} veranderde dit; er stond '{shown(old)}'. Nu staat er '{shown(now) or 'niets'}'. "
        f"Moet het weer '{shown(old)}' worden?"
    )
    return fact(model, node.prefix, said, regel=RULE, vraag=question, besluit=WAITS)


async def _ties(run: Run, change: Told, part: Undo, there: There) -> list[Fact]:
    """What the load added and is still there, and what it took away: by the facts that these rest on."""
    new = [key for w in part.written if w.new for key in listed(there.get((w.row.type.name, w.row.id)))]
    gone = [key for row in part.gone for key in listed(dict(row.properties))]
    known = await evidence.claims(run, [*new, *gone])
    added = f"{_who(change)} zette dit erbij. Moet het weer weg?"
    removed = f"{_who(change)} haalde dit weg. Moet het weer terug?"
    return [
        *(_again(key, known[key], added, LAPSES) for key in new if key in known),
        *(_again(key, known[key], removed, KNOWN) for key in gone if key in known),
    ]


def _again(key: str, said: tuple[str, str], question: str, stand: str) -> Fact:
    soort, fields = said
    return Fact(key, soort, json.loads(fields), regel=RULE, vraag=question, stand=stand, besluit=WAITS)


def _who(change: Told) -> str:
    return f"{change.door} ({change.op[:10]})"


def plain(prop: Property, value: Any) -> Any:
    """A stored value as a document says it: records are no text there."""
    if prop.records and isinstance(value, list):
        return [json.loads(each) if isinstance(each, str) else each for each in value]
    return value
