"""The first statement of a transaction that carries out what somebody asked: it raises the version of the graph, which
keeps every other writer out until the end, and brings along what each of them needs to know of the graph itself.

A statement costs a round to the database and back, so the places of changes, who was forgotten, and what was answered
to this key before come with it instead of one by one.
"""

from dataclasses import dataclass

import orjson

from graph.engine.gathering import Gathering, Start
from graph.upkeep.repeats import Earlier, Repeat

BEGIN = (
    "MERGE (m:Meta {id: 'graaf'}) SET m.versie = coalesce(m.versie, 0) + 1, m.gewijzigdOp = $moment "
    "%sRETURN m.versie, coalesce(m.plaats, 0), coalesce(m.plaatsOpenbaar, 0), coalesce(m.vergeetsleutel, ''), "
    "COLLECT { MATCH (v:Vergeten) RETURN v.merken }%s"
)
ALONE = BEGIN % ("", "")
AGAIN = BEGIN % (
    "WITH m OPTIONAL MATCH (h:Herhaling {id: $id}) WHERE h.tot > $moment ", ", h.invoer, h.antwoord"
)  # fmt: skip


@dataclass(frozen=True)
class Begun:
    """The version of the graph that is being made, and what was done with the caller's key before."""

    number: int
    earlier: Earlier | None = None


async def begin(run: Gathering, moment: str, repeat: Repeat | None) -> Begun:
    """Raise the version of the graph and look what there is. `moment` is ISO 8601, `repeat` the key of who asks."""
    text, given = (ALONE, {}) if repeat is None else (AGAIN, {"id": repeat.id})
    [[number, place, public, key, forgotten, *answered]] = await run(text, {"moment": moment, **given})
    marks = frozenset(each for some in forgotten for each in some)
    run.start = Start((int(place), int(public)), marks, bytes.fromhex(key))
    if not answered or answered[0] is None:
        return Begun(int(number))
    mark, answer = answered
    return Begun(int(number), Earlier(mark, orjson.loads(answer)))
