"""vergeet: a person goes from everything that the graph holds, in one transaction, and does not come back.

    the person, his relationships, what was his id before       gone
    facts about him, and their passages                         gone
    every other text that names him                             without the name
    what happened to him                                        stays, under a name that says nothing, without values
    what undoing a load needs                                   without him: undoing brings back the rest
    a note of hashes                                            stays, so that a later load keeps him out

The name is not told to history: there is no row that says who was forgotten.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.contents import attached, existing, old_ids
from graph.cypher.removal import next_version, remove_nodes, set_properties
from graph.cypher.rows import NodeRow
from graph.domain.reader import Model
from graph.dutch.collation import fold
from graph.engine.store import Run, Store
from graph.erasure import forgotten, traces
from graph.erasure.forgotten import Forgotten, marks_of
from graph.erasure.name_forms import surname
from graph.erasure.sweep import Changed, sweep
from graph.errors import NotFound
from loaders.curate import undo_texts
from loaders.load.apply import SECONDS, moment

OF_PERSON = {"persoon", "rol", "lid", "citaat"}
"""Facts that are about the person they name."""


@dataclass
class Erased:
    """What was done, in numbers; `namesakes` says that the name is also somebody else's, and stands where it stood."""

    own: str
    marks: list[str]
    facts: int = 0
    passages: int = 0
    texts: int = 0
    namesakes: bool = False
    graafversie: int = 0


@dataclass(frozen=True)
class Wanted:
    """Whom to forget: the ids and names he goes by. No names when a copy from before was put back."""

    key: str
    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    namesakes: bool = False
    alone: bool = True


async def forget(store: Store, model: Model, person: str, key: bytes | None = None) -> Erased:
    """Raises NotFound when there is no such person. `key`: of the hashes, when the graph has none yet."""

    async def work(run: Run) -> Erased:
        salt = await forgotten.key_of(run, key)
        wanted = await _wanted(run, model, person)
        marks = marks_of(salt, wanted.ids, () if wanted.namesakes else wanted.names, wanted.alone)
        return await _erase(run, model, wanted, salt, marks)

    return await store.write(work, SECONDS)


async def look(run: Run, model: Model, person: str, key: bytes | None) -> tuple[str, list[str], set[str]]:
    """The note there will be about this person: its id and its hashes; and his names and ids. Only reads, when the
    graph has a key."""
    salt = await forgotten.key_of(run, key)
    wanted = await _wanted(run, model, person)
    own = f"vergeten:{forgotten.mark(salt, forgotten.ID_MARK + wanted.key)}"
    names = () if wanted.namesakes else wanted.names
    return own, marks_of(salt, wanted.ids, names, wanted.alone), {*wanted.ids, *names}


async def forget_again(store: Store, model: Model, own: str, marks: list[str], key: bytes) -> Erased:
    """Somebody who was forgotten before this copy of the graph was put back: known by the hashes alone."""

    async def work(run: Run) -> Erased:
        salt = await forgotten.key_of(run, key)
        person = next((each for each in await traces.people(run) if f"vergeten:{_hashed(salt, each)}" == own), "")
        ids = (person, *[alias.id for alias in await old_ids.every(run) if alias.nu == person]) if person else ()
        return await _erase(run, model, Wanted(person, ids), salt, marks, own)

    return await store.write(work, SECONDS)


def _hashed(salt: bytes, person: str) -> str:
    return forgotten.mark(salt, forgotten.ID_MARK + person)


async def _wanted(run: Run, model: Model, person: str) -> Wanted:
    person = (await old_ids.now(run, [person])).get(person, person)
    node = model.nodes["Persoon"]
    known = (await existing.nodes(run, node, [person])).get(person)
    if known is None or model.by_prefix(person) is not node:
        raise NotFound(f"'{person}' is geen persoon die ik ken. Zoek eerst op naam: opdeplank zoek NAAM.")
    aliases = [alias for alias in await old_ids.every(run) if alias.nu == person]
    others = [each for each in await existing.known(run, node) if each.id != person]
    names = tuple(dict.fromkeys([known["naam"], known["weergavenaam"], *(alias.naam for alias in aliases)]))
    folded = {fold(name) for name in names}
    return Wanted(
        person, (person, *(alias.id for alias in aliases)), names,
        namesakes=any(fold(each.name) in folded for each in others),
        alone=not any(surname(each.name) == surname(names[0]) for each in others),
    )  # fmt: skip


async def _erase(
    run: Run, model: Model, wanted: Wanted, salt: bytes, marks: list[str], own: str = ""
) -> Erased:  # fmt: skip
    op = moment()
    erased = Erased(own or f"vergeten:{_hashed(salt, wanted.key)}", marks, namesakes=wanted.namesakes)
    everybody = await forgotten.of_graph(run)
    away = forgotten.forgotten(salt, {*everybody.marks, *marks})
    erased.graafversie = await next_version(run, op)
    gone = await _gone(run, model, wanted, away)
    erased.facts = sum(row.type.name == "Feit" for row in gone)
    erased.passages = sum(row.type.name == "Vermelding" for row in gone)
    for key in wanted.ids:
        await traces.bare_history(run, key, salt)
    await remove_nodes(run, gone, bit_by_bit=True)
    await old_ids.remove(run, [key for key in wanted.ids if key != wanted.key])
    people = await existing.nodes(run, model.nodes["Persoon"], await traces.people(run))
    changed = await sweep(run, model, away.redacted, lambda row: row.id in people)
    erased.texts = len(changed)
    await traces.loosen(run, [row.id for row in gone if row.type.name == "Feit"])
    await _receipts(run, model, away, gone, changed)
    await forgotten.put(run, erased.own, marks, op)
    return erased


async def _gone(run: Run, model: Model, wanted: Wanted, away: Forgotten) -> list[NodeRow]:
    """The person, the facts about him and their passages."""
    facts = [each for each in await _facts(run, wanted) if _about(each, wanted, away)]
    rows = [NodeRow(model.nodes["Feit"], each["id"], {}) for each in facts]
    said = await attached.passages(run, [each["id"] for each in facts])
    rows += [NodeRow(model.nodes["Vermelding"], key, {}) for key in dict.fromkeys(s.properties["id"] for s in said)]
    return [*rows, *([NodeRow(model.nodes["Persoon"], wanted.key, {})] if wanted.key else [])]


async def _facts(run: Run, wanted: Wanted) -> list[dict[str, Any]]:
    """Those that name him by an id; and, when that is nobody else's, those that are about a name of his."""
    found = await attached.facts(run, [*wanted.ids]) if wanted.ids else []
    found += await traces.facts(run, OF_PERSON)
    return [*{each["id"]: each for each in found}.values()]


def _about(fact: dict[str, Any], wanted: Wanted, away: Forgotten) -> bool:
    """Whether it is about him, and not about something else that he has to do with."""
    if fact["onderwerp"] in wanted.ids:
        return True
    said = json.loads(fact["velden"])
    return fact["soort"] in OF_PERSON and any(value in wanted.ids or away.is_one(value) for value in said.values())


async def _receipts(
    run: Run, model: Model, away: Forgotten, gone: Sequence[NodeRow], changed: Sequence[Changed]
) -> None:  # fmt: skip
    """Of every load that can still be taken back."""
    for key, who, text in await traces.loads(run):
        made = undo_texts.without(model, text, away, gone, changed) if text else text
        name = away.redacted(who)
        if (made, name) != (text, who):
            await set_properties(run, model.nodes["Lading"], key, {"ongedaan": made, "door": name})
