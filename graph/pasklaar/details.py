"""What a person reads about the hits of a look-up: names and the passages they rest on. One statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.cypher.sight import published
from graph.engine.store import Store
from graph.pasklaar.lookup import Answer
from graph.search.find import OPENBAAR

MOST_PASSAGES = 2


@dataclass(frozen=True)
class Citaat:
    """What a source says, and where it stands."""

    tekst: str
    titel: str
    url: str | None
    datum: str | None


@dataclass(frozen=True)
class Shown:
    """One hit, readable."""

    samenvatting: str | None
    bedacht_door: tuple[str, ...]
    citaten: tuple[Citaat, ...]


@dataclass(frozen=True)
class Details:
    """By id: the hits of a page, and the names of everything else in the answer."""

    treffers: dict[str, Shown]
    namen: dict[str, str]
    regisseurs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the trajecten among them: who directs it now."""


async def details(store: Store, answer: Answer, vandaag: str, statussen: Sequence[str] = OPENBAAR) -> Details:
    """Read what the page of hits and the alternatief of `answer` show."""
    parameters = {
        "oplossingen": [hit.oplossing for hit in answer.treffers], "namen": _named(answer),
        "vandaag": vandaag, "statussen": list(statussen), "citaten": MOST_PASSAGES,
    }  # fmt: skip
    row = await store.read(TEXT, parameters)
    assert row is not None
    oplossingen, namen = row
    return Details(
        {o[0]: _shown(o) for o in oplossingen},
        {key: naam for key, naam, _ in namen},
        {key: tuple(regisseurs) for key, _, regisseurs in namen if regisseurs},
    )


def _named(answer: Answer) -> list[str]:
    nothing = answer.alternatief
    if nothing is None:
        return []
    return [*nothing.dichtbij, *nothing.lopende_trajecten, *nothing.wetten, *nothing.departementen]


def _shown(row: Sequence[Any]) -> Shown:
    _, samenvatting, bedacht_door, citaten = row
    return Shown(
        samenvatting,
        tuple(bedacht_door),
        tuple(Citaat(*citaat) for citaat in citaten),
    )


TEXT = published("""RETURN
  COLLECT {
    UNWIND $oplossingen AS oid MATCH (o:Entiteit {id: oid}) WHERE o.publicatieStatus IN $statussen
    RETURN [
      o.id, o.samenvatting,
      COLLECT { MATCH (o)-[:ONTWIKKELD_DOOR]->(m!) WITH DISTINCT m ORDER BY m.volgorde RETURN m.weergavenaam },
      COLLECT {
        UNWIND o.feiten AS fid MATCH (f:Feit {id: fid})-[:BLIJKT_UIT]->(c)-[:UIT]->(d)
        WHERE told!(f) AND c.passage IS NOT NULL
        WITH DISTINCT c.passage AS tekst, d.titel AS titel, d.url AS url, d.datum AS datum
        ORDER BY url IS NULL, coalesce(datum, '') DESC, titel, tekst LIMIT $citaten
        RETURN [tekst, titel, url, datum]
      }
    ]
  } AS oplossingen,
  COLLECT {
    UNWIND $namen AS nid MATCH (n:Entiteit {id: nid}) WHERE n.publicatieStatus IN $statussen
    RETURN [
      n.id, n.weergavenaam,
      COLLECT {
        MATCH (n)<-[r3:REGISSEERT]-(p3)
        WHERE p3.publicatieStatus IN $statussen AND (r3.tot IS NULL OR r3.tot >= $vandaag)
        WITH DISTINCT p3 ORDER BY p3.volgorde RETURN p3.weergavenaam
      }
    ]
  } AS namen
""")
