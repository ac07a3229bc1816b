"""waarom: what a thing or a fact rests on, in words."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from graph.contents import evidence, old_ids
from graph.contents.evidence import Bond, Proven
from graph.domain.reader import Model
from graph.engine.store import Run
from graph.errors import NotFound
from loaders.facts.fact import EXISTS
from loaders.records.told import words


@dataclass(frozen=True)
class Reason:
    """One claim in words, with the facts that say so."""

    zin: str
    feiten: tuple[Proven, ...]


@dataclass(frozen=True)
class Why:
    id: str
    naam: str
    redenen: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


async def why(run: Run, model: Model, key: str) -> Why:
    """Raises NotFound when no thing and no fact has this id."""
    key = (await old_ids.now(run, [key])).get(key, key)
    if model.by_prefix(key) is model.nodes["Feit"]:
        return await _why_fact(run, key)
    found = await evidence.thing(run, key)
    if found is None:
        raise NotFound(f"'{key}' ken ik niet. Zoek eerst op naam: opdeplank zoek TEKST.")
    name, own = found
    bonds = await evidence.bonds(run, key)
    proven = await evidence.facts(run, [*own, *(f for bond in bonds for f in bond.facts)])
    tied = {each for bond in bonds for each in bond.facts}  # what made it new is said by its relationship
    own = [f for f in own if f not in tied or f not in proven or proven[f].gezegde not in model.relationships]
    reasons = [Reason(_of_itself(name, proven[f]), (proven[f],)) for f in own if f in proven]
    reasons += [
        Reason(_of_bond(model, name, bond), tuple(proven[f] for f in bond.facts if f in proven)) for bond in bonds
    ]
    return Why(key, name, tuple(reasons))


async def _why_fact(run: Run, key: str) -> Why:
    found = (await evidence.facts(run, [key])).get(key)
    if found is None:
        raise NotFound(f"Feit '{key}' ken ik niet. Vraag 'opdeplank waarom' met de id van een ding.")
    ends = await _names(run, found)
    said = " ".join(ends.get(word, word) for word in (found.onderwerp, found.gezegde, found.voorwerp or "")).strip()
    return Why(key, said, (Reason(said, (found,)),))


async def _names(run: Run, found: Proven) -> dict[str, str]:
    names = {}
    for key in (found.onderwerp, (found.voorwerp or "").partition("|")[0]):
        thing = await evidence.thing(run, key) if key else None
        if thing:
            names[key] = thing[0]
    return names


def _of_itself(name: str, fact: Proven) -> str:
    return f"{name} bestaat" if fact.gezegde == EXISTS else f"{name}: {fact.gezegde} is {_value(fact.voorwerp)}"


def _value(text: str | None) -> str | None:
    """What a property was said to be; a list of records is kept as JSON."""
    try:
        return words(json.loads(text or "")[""])
    except (ValueError, TypeError, KeyError):
        return text


def _of_bond(model: Model, name: str, bond: Bond) -> str:
    """`Almere → … (id)` in the words of the declaration: its own sentence, and the two ends."""
    other = f"{bond.other_name} [{bond.other}]"
    ends = (name, other) if bond.outward else (other, name)
    relationship = model.relationships.get(bond.type)
    meaning = relationship.description if relationship else bond.type
    return f"{ends[0]} → {ends[1]} ({bond.type}: {meaning})"
