"""What the map says of the subjects that a question may be about: where they lie, and whether anything is on the shelf.

One statement. What lies under a narrower subject counts for the wider one: who asks about jeugd is helped by what there
is for jeugdhulp.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.cypher.sight import published
from graph.domain.vocabulary import Domein, Rijpheid
from graph.engine.store import Store

DEEP = 4
"""How many levels the map has at most."""
NEIGHBOURS = 3


@dataclass(frozen=True)
class Plek:
    """A subject of the map, with how many oplossingen one may see under it. What follows that is only known `in_full`:
    how often it was asked about in vain, subjects beside or above it with something on the shelf, and what lay on the
    shelf under it until it was overtaken, when nothing else does."""

    id: str
    naam: str
    domein: Domein
    oplossingen: int
    verwijs: str | None = None
    aanbieders: tuple[str, ...] = ()
    gevraagd: int = 0
    buren: tuple[str, ...] = ()
    uitgefaseerd: tuple[str, ...] = ()


async def places(store: Store, onderwerpen: Sequence[str], statussen: Sequence[str]) -> dict[str, Plek]:
    """Of those of these subjects that one may see, by id."""
    if not onderwerpen:
        return {}
    row = await store.read(TEXT, {"onderwerpen": [*onderwerpen], **_may(statussen)})
    assert row is not None
    return {key: Plek(key, naam, Domein[domein], liggen) for key, naam, domein, liggen in row[0]}


async def in_full(store: Store, plek: Plek, statussen: Sequence[str]) -> Plek:
    """The same with all that a no about it says."""
    row = await store.read(FULL, {"id": plek.id, "buren": NEIGHBOURS, **_may(statussen)})
    if row is None:
        return plek
    verwijs, aanbieders, gevraagd, buren, gone = row
    return replace(
        plek, verwijs=verwijs, aanbieders=tuple(aanbieders), gevraagd=int(gevraagd or 0), buren=tuple(buren),
        uitgefaseerd=() if plek.oplossingen else tuple(gone),
    )  # fmt: skip


def _may(statussen: Sequence[str]) -> dict[str, list[str]]:
    return {"statussen": list(statussen), "nooit": [Rijpheid.UITGEFASEERD.name]}


def _lies(subject: str, number: int, still: str = "NOT") -> str:
    o = f"o{number}"
    return (
        f"w{number} = ({subject})<-[:HOORT_ONDER*0..{DEEP}]-()<-[:BETREFT]-({o}:Oplossing) "
        f"WHERE all!(w{number}) AND {o}.publicatieStatus IN $statussen AND {still} {o}.rijpheid IN $nooit"
    )


TEXT = published(f"""
RETURN COLLECT {{
  UNWIND $onderwerpen AS sid MATCH (s:Entiteit {{id: sid}})
  WHERE s.publicatieStatus IN $statussen
  RETURN [s.id, s.weergavenaam, s.domein, COUNT {{ MATCH {_lies("s", 0)} RETURN DISTINCT o0 }}]
}} AS plekken
""")
FULL = published(f"""
MATCH (s:Entiteit {{id: $id}}) WHERE s.publicatieStatus IN $statussen
RETURN s.verwijs, coalesce(s.aanbieders, []),
  reduce(som = 0, v IN COLLECT {{ MATCH (w:Vraag {{onderwerp: $id}}) RETURN w.aantal }} | som + v),
  COLLECT {{
    MATCH (s)-[:HOORT_ONDER]->(p!)<-[:HOORT_ONDER*0..1]-(b)
    WHERE b.id <> s.id AND b.publicatieStatus IN $statussen
    WITH DISTINCT b, COUNT {{ MATCH {_lies("b", 1)} RETURN DISTINCT o1 }} AS liggen
    WHERE liggen > 0
    WITH b, liggen ORDER BY liggen DESC, b.volgorde LIMIT $buren RETURN b.id
  }},
  COLLECT {{ MATCH {_lies("s", 2, "")} RETURN DISTINCT o2.id ORDER BY o2.id LIMIT $buren }}
""")
