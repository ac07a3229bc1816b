"""What was decided before, for facts that are read again: confirmed, refused, put right, or known under another id.

A decision is asked once. What a person put right stays right when the document comes again, also in a new version; only
where that version says something new is there a question.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from graph.contents import existing
from graph.contents.existing import Decision
from graph.domain.reader import Model
from graph.engine.store import Run
from loaders.facts import near_duplicates, renamed
from loaders.facts.fact import ROLES, Fact, fact_id, passage_id

CORRECTED = "verbeterd"


async def recall(run: Run, model: Model, facts: Iterable[Fact]) -> list[Fact]:
    """The facts with their stand and decision, each claim once. Only reads."""
    found = await renamed.to_present(run, model, [*facts])
    for fact in found:
        fact.gelezen = dict(fact.velden)
    known = await existing.decisions(run, (f.id for f in found))
    moved = [f for f in found if f.id in known and known[f.id].besluit == CORRECTED]
    for fact in moved:
        fact.velden |= orjson.loads(known[fact.id].velden)
        _keep_kind(model, fact)
        fact.id = fact_id(model, fact)
    known |= await existing.decisions(run, (f.id for f in moved))
    again = {id(f) for f in moved}
    for fact in found:
        _place(fact, known.get(fact.id), id(fact) in again)
    await _keep_later_words(run, found, known)
    found = _once(found)
    await near_duplicates.ask(run, model, found)
    return found


def _keep_kind(model: Model, fact: Fact) -> None:
    """Somebody said that what was read as one kind of thing is another: a gemeente, not an organisation."""
    node = model.by_prefix(str(fact.velden.get("id") or ""))
    if node is not None and fact.soort not in ROLES and fact.soort != "relatie":
        fact.soort = node.prefix


def _place(fact: Fact, known: Decision | None, moved: bool) -> None:
    if known is not None:
        fact.stand = "eerder_afgewezen" if known.besluit == "nee" else "bevestigd"
    if known is not None and known.besluit == "ja":
        fact.vraag = None  # answered before, and not asked again
        if known.verbeterd and not moved:
            _correct(fact, orjson.loads(known.velden), orjson.loads(known.verbeterd))
    if fact.stand == "eerder_afgewezen":
        fact.besluit = "nee"
    else:
        fact.besluit = "later" if fact.vraag else "ja"


def _correct(fact: Fact, stored: Mapping[str, Any], was: Mapping[str, Any]) -> None:
    """What a person wrote, where the document still says what it said; a question where it says something else."""
    for name, read in was.items():
        here, right = fact.velden.get(name), stored.get(name)
        if here == read:
            fact.velden[name] = right
        elif here != right:
            fact.vraag = f"Iemand veranderde {name} eerder van '{read}' in '{right}'. Nu staat er '{here}'. Klopt dat?"


async def _keep_later_words(run: Run, facts: Iterable[Fact], known: Mapping[str, Decision]) -> None:
    """A passage that is recorded already says nothing new, so the words that a later document gave the fact stay."""
    older: dict[str, list[str]] = {}
    for fact in facts:
        sure = fact.stand == "bevestigd" and not known[fact.id].verbeterd and bool(fact.bewijs)
        if sure and orjson.loads(known[fact.id].velden) != fact.velden:
            older[fact.id] = [passage_id(proof, fact.id) for proof in fact.bewijs]
    seen = await existing.passages(run, (key for keys in older.values() for key in keys))
    for fact in facts:
        if fact.id in older and seen.issuperset(older[fact.id]):
            fact.velden |= orjson.loads(known[fact.id].velden)
            fact.gelezen = dict(fact.velden)


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """Two that became one claim are one fact, on the evidence of both."""
    found: dict[str, Fact] = {}
    for fact in facts:
        here = found.setdefault(fact.id, fact)
        if here is not fact:
            here.bewijs += [proof for proof in fact.bewijs if proof not in here.bewijs]
    return [*found.values()]
