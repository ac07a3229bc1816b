"""What the graph knows of whom to call about oplossingen: contact points, people, makers, gemeenten. One statement."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.contact.belpunt import Bekend, Gebruik, Mens, Partij
from graph.cypher.sight import published
from graph.engine.store import Store


async def numbers(
    store: Store, uses: Mapping[str, Sequence[str]], vandaag: str, statussen: Sequence[str]
) -> dict[str, Bekend]:
    """By oplossing; `uses` are the toepassingen that count, by oplossing and in their order."""
    if not uses:
        return {}
    given = {
        "oplossingen": list(uses), "toepassingen": [t for each in uses.values() for t in each],
        "vandaag": vandaag, "statussen": list(statussen),
    }  # fmt: skip
    row = await store.read(TEXT, given)
    assert row is not None
    oplossingen, toepassingen = row
    known = {t[0]: Gebruik([*_party(t[3], vandaag)], t[1], t[2], [*_people(t[4], vandaag)]) for t in toepassingen}
    return {
        key: Bekend(
            [json.loads(p) for p in punten],
            [*_people(mensen, vandaag)],
            [p for maker in makers for p in _party(maker, vandaag)],
            [known[t] for t in uses[key] if t in known],
        )
        for key, punten, makers, mensen in oplossingen
    }


def _people(rows: Sequence[Sequence[Any]], vandaag: str) -> Iterator[Mens]:
    for naam, functie, van, tot, place in rows:
        for partij in _party(place, vandaag):
            yield Mens(naam, functie, van is not None or tot is not None, partij)


def _party(row: Sequence[Any], vandaag: str) -> Iterator[Partij]:
    """Itself, or what came of a gemeente that has gone."""
    key, naam, website, telefoon, email, inwoners, einde, successors = row
    if einde is None or einde >= vandaag:
        yield Partij(key, naam, website, telefoon, email, inwoners)
    else:
        yield from (replace(Partij(*s), voorheen=naam) for s in successors)


def _of(x: str) -> str:
    """The columns of a party."""
    s = f"{x}s"
    ways = "{0}.id, {0}.weergavenaam, {0}.website, {0}.telefoon, {0}.email, {0}.inwoners"
    return (
        f"[{ways.format(x)}, {x}.einddatum, COLLECT {{ MATCH w{x} = ({x})-[:OPGEGAAN_IN*1..5]->({s}) "
        f"WHERE all!(w{x}) AND ({s}.einddatum IS NULL OR {s}.einddatum >= $vandaag) "
        f"WITH DISTINCT {s} ORDER BY {s}.volgorde RETURN [{ways.format(s)}] }}]"
    )


def _contacts(of: str, n: int) -> str:
    """People with a current function whom one can call about `of`."""
    p, r, b = f"p{n}", f"r{n}", f"b{n}"
    return (
        f"COLLECT {{ MATCH ({of})<-[:CONTACT_VOOR]-({p})-[{r}:WERKT_BIJ|LID_VAN]->({b}!) "
        f"WHERE {p}.publicatieStatus IN $statussen AND ({r}.tot IS NULL OR {r}.tot >= $vandaag) "
        f"WITH {p}, {r}, {b} ORDER BY {p}.volgorde, {b}.volgorde LIMIT 3 "
        f"RETURN [{p}.weergavenaam, {r}.functie, {r}.van, {r}.tot, {_of(b)}] }}"
    )


TEXT = published(f"""RETURN
  COLLECT {{
    UNWIND $oplossingen AS oid MATCH (o:Entiteit {{id: oid}}) WHERE o.publicatieStatus IN $statussen
    RETURN [
      o.id, coalesce(o.contactpunten, []),
      COLLECT {{ MATCH (o)-[:ONTWIKKELD_DOOR]->(m!) WITH DISTINCT m ORDER BY m.volgorde RETURN {_of("m")} }},
      {_contacts("o", 1)}
    ]
  }} AS oplossingen,
  COLLECT {{
    UNWIND $toepassingen AS tid MATCH (t:Entiteit {{id: tid}})<-[:PAST_TOE]-(g!) WHERE t.publicatieStatus IN $statussen
    RETURN [t.id, t.status, t.sinds, {_of("g")}, {_contacts("t", 2)}]
  }} AS toepassingen
""")
