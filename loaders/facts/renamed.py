"""Facts about something that was merged with another: they are about what it became.

A document that still names the old one says nothing new about its properties; those of the survivor stay.
"""

from collections.abc import Mapping
from typing import Any

from graph.contents import existing, old_ids
from graph.domain.reader import Model
from graph.engine.store import Run
from loaders.facts.fact import ROLES, Fact, fact_id, person_id

EMPTY: tuple[Any, ...] = (None, [], "")


async def to_present(run: Run, model: Model, facts: list[Fact]) -> list[Fact]:
    """The facts with present ids in the place of old ones. Only reads."""
    now = {alias.id: alias.nu for alias in await old_ids.every(run)}
    if not now:
        return facts
    names = await existing.names(run, now.values())
    about = {str(f.velden["id"]) for f in facts if f.velden.get("id") in now}
    kept: dict[str, Mapping[str, Any]] = {}
    for key in {now[key] for key in about}:
        node = model.by_prefix(key)
        if node is not None:
            kept |= await existing.nodes(run, node, [key])
    for fact in facts:
        if rename(fact, now, names, kept):
            fact.id = fact_id(model, fact)
    return facts


def rename(fact: Fact, now: Mapping[str, str], names: Mapping[str, str], kept: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether anything changed.

    `kept`: the properties of what something became; they go before what a document says that still names the old one.
    """
    said = {name: now.get(value, value) if isinstance(value, str) else value for name, value in fact.velden.items()}
    if said.get("id") != fact.velden.get("id"):
        own = kept.get(str(said["id"]), {})
        said |= {name: own[name] for name in said if name != "id" and own.get(name) not in EMPTY}
    if fact.soort in ROLES and said.get("persoon") and person_id(str(said["persoon"])) in now:
        key = now[person_id(str(said["persoon"]))]
        name = names.get(key, key)
        said["persoon"] = name if person_id(name) == key else key
    changed = said != fact.velden
    fact.velden = said
    return changed
