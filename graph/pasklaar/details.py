"""What a person reads about the hits of a look-up: names, whom to call, the passages they rest on. One statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.engine.store import Store
from graph.pasklaar.lookup import Answer
from graph.search.find import OPENBAAR

MOST_USERS = 3
MOST_PASSAGES = 2


@dataclass(frozen=True)
class Contact:
    """A person with a current role; `bij` is where."""

    naam: str
    functie: str | None
    bij: str


@dataclass(frozen=True)
class Citaat:
    """What a source says, and where it stands."""

    tekst: str
    titel: str
    url: str | None
    datum: str | None


@dataclass(frozen=True)
class Gebruiker:
    """A gemeente that uses it; without a contact one calls the gemeente itself."""

    gemeente: str
    sinds: str | None
    contact: Contact | None


@dataclass(frozen=True)
class Shown:
    """One hit, readable."""

    samenvatting: str | None
    bedacht_door: tuple[str, ...]
    contact: Contact | None
    gebruikers: tuple[Gebruiker, ...]
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
    users = {hit.oplossing: hit.toepassers[:MOST_USERS] for hit in answer.treffers}
    parameters = {
        "oplossingen": list(users), "toepassingen": list(_flat(users.values())), "namen": _named(answer),
        "vandaag": vandaag, "statussen": list(statussen), "citaten": MOST_PASSAGES,
    }  # fmt: skip
    row = await store.read(TEXT, parameters)
    assert row is not None
    oplossingen, toepassingen, namen = row
    gebruikers = {t[0]: Gebruiker(t[1], t[2], _contact(t[3])) for t in toepassingen}
    return Details(
        {o[0]: _shown(o, users[o[0]], gebruikers) for o in oplossingen},
        {key: naam for key, naam, _ in namen},
        {key: tuple(regisseurs) for key, _, regisseurs in namen if regisseurs},
    )


def _named(answer: Answer) -> list[str]:
    nothing = answer.alternatief
    if nothing is None:
        return []
    return [*nothing.dichtbij, *nothing.lopende_trajecten, *nothing.wetten, *nothing.departementen]


def _flat(groups: Iterable[Sequence[str]]) -> Iterable[str]:
    return (key for group in groups for key in group)


def _shown(row: Sequence[Any], users: Sequence[str], gebruikers: dict[str, Gebruiker]) -> Shown:
    _, samenvatting, bedacht_door, contacten, citaten = row
    return Shown(
        samenvatting,
        tuple(bedacht_door),
        _contact(contacten),
        tuple(gebruikers[key] for key in users if key in gebruikers),
        tuple(Citaat(*citaat) for citaat in citaten),
    )


def _contact(rows: Sequence[Sequence[Any]]) -> Contact | None:
    return Contact(*rows[0]) if rows else None


def _contacts(variable: str, number: int) -> str:
    """The first person with a current role whom one can call about `variable`."""
    p, r, b = f"p{number}", f"b{number}", f"w{number}"
    return (
        f"COLLECT {{ MATCH ({variable})<-[:CONTACT_VOOR]-({p})-[{r}:WERKT_BIJ|LID_VAN]->({b}) "
        f"WHERE {p}.publicatieStatus IN $statussen AND ({r}.tot IS NULL OR {r}.tot >= $vandaag) "
        f"WITH {p}, {r}, {b} ORDER BY {p}.volgorde, {b}.volgorde LIMIT 1 "
        f"RETURN [{p}.weergavenaam, {r}.functie, {b}.weergavenaam] }}"
    )


TEXT = f"""RETURN
  COLLECT {{
    UNWIND $oplossingen AS oid MATCH (o:Entiteit {{id: oid}})
    RETURN [
      o.id, o.samenvatting,
      COLLECT {{ MATCH (o)-[:ONTWIKKELD_DOOR]->(m) WITH DISTINCT m ORDER BY m.volgorde RETURN m.weergavenaam }},
      {_contacts("o", 1)},
      COLLECT {{
        UNWIND o.feiten AS fid MATCH (f:Feit {{id: fid}})-[:BLIJKT_UIT]->(c)-[:UIT]->(d)
        WHERE c.passage IS NOT NULL
        WITH DISTINCT c.passage AS tekst, d.titel AS titel, d.url AS url, d.datum AS datum
        ORDER BY url IS NULL, coalesce(datum, '') DESC, titel, tekst LIMIT $citaten
        RETURN [tekst, titel, url, datum]
      }}
    ]
  }} AS oplossingen,
  COLLECT {{
    UNWIND $toepassingen AS tid MATCH (t:Entiteit {{id: tid}})<-[:PAST_TOE]-(g)
    RETURN [t.id, g.naam, t.sinds, {_contacts("t", 2)}]
  }} AS toepassingen,
  COLLECT {{
    UNWIND $namen AS nid MATCH (n:Entiteit {{id: nid}})
    RETURN [
      n.id, n.weergavenaam,
      COLLECT {{
        MATCH (n)<-[r3:REGISSEERT]-(p3)
        WHERE p3.publicatieStatus IN $statussen AND (r3.tot IS NULL OR r3.tot >= $vandaag)
        WITH DISTINCT p3 ORDER BY p3.volgorde RETURN p3.weergavenaam
      }}
    ]
  }} AS namen
"""
