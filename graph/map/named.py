"""What belongs to a thing that a question names: the oplossingen of a gemeente, provincie, region or organisation, or
under a wet. Of a region it is what its gemeenten use or made.

One statement; which of them may be offered is decided with all others (`graph.pasklaar.pool`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.cypher.sight import published
from graph.dutch.phrasing import lower_first
from graph.engine.store import Store
from graph.map.mentioned import mentioned
from graph.meaning.index import Beside

BODIES = ("Provincie", "Jeugdregio", "Arbeidsmarktregio")


@dataclass(frozen=True)
class Genoemd:
    """A thing that was named. `oplossingen` are ids: itself, when it is one."""

    id: str
    soort: str
    naam: str
    oplossingen: tuple[str, ...]

    @property
    def in_sentence(self) -> str:
        """`de Participatiewet`, `de provincie Drenthe`, `Zwolle`."""
        first = self.naam.partition(" ")[0]
        if self.soort == "Departement" or first in ("Ministerie", "Besluit"):
            return f"het {self.naam}"
        if self.soort == "Wet":
            return f"de {self.naam}"
        return f"de {lower_first(self.naam)}" if first in BODIES else self.naam


async def named(store: Store, beside: Beside | None, text: str, statussen: Sequence[str]) -> Genoemd | None:
    """The thing that a text is the name of, when there is one that may be seen and no other is called so."""
    found = beside.called.things(text, beside.words) or mentioned(text, beside.called, beside.words) if beside else []
    if not found:
        return None
    rows = await store.rows(TEXT, {"ids": [key for key, _ in found], "statussen": list(statussen)})
    if len(rows) != 1:
        return None
    key, naam, versie, *groups = rows[0]
    if beside is not None and versie is not None:
        beside.follow(versie)
    soort = dict(found)[key]
    mine = [key] if soort == "Oplossing" else [each for group in groups for each in group]
    return Genoemd(key, soort, naam, tuple(dict.fromkeys(mine)))


REGIONS = ("jeugdregio", "arbeidsmarktregio")


def _in_region(pattern: str, number: int) -> str:
    """The oplossingen of the gemeenten in a region; its name begins with what kind it is."""
    g = f"g{number}"
    lies = " OR ".join(
        f"(n.soort = '{kind}' AND '{kind.capitalize()} ' + {g}.{kind} STARTS WITH n.weergavenaam)" for kind in REGIONS
    )
    return (
        f"CASE WHEN n.soort IN {list(REGIONS)} THEN COLLECT {{ MATCH ({g}:Gemeente!) WHERE {lies} WITH {g} "
        f"MATCH {pattern} RETURN o{number}.id }} ELSE [] END"
    )


TEXT = published(f"""
UNWIND $ids AS id MATCH (n:Entiteit {{id: id}}) WHERE n.publicatieStatus IN $statussen
RETURN n.id, n.weergavenaam, head(COLLECT {{ MATCH (m:Meta {{id: 'graaf'}}) RETURN m.versie }}),
  COLLECT {{ MATCH (n)<-[:ONTWIKKELD_DOOR]-(o0:Oplossing!) RETURN o0.id }},
  COLLECT {{ MATCH (n)-[:PAST_TOE]->(u1)-[:VAN]->(o1:Oplossing!) WHERE u1.publicatieStatus IN $statussen
    RETURN o1.id }},
  COLLECT {{ MATCH (n)-[:LEVERT_OP]->(o2:Oplossing!) RETURN o2.id }},
  COLLECT {{ MATCH (n)<-[:VALT_ONDER]-(k3:Knelpunt!)<-[:LOST_OP]-(o3:Oplossing!) RETURN o3.id }},
  COLLECT {{ MATCH (n)<-[:VALT_ONDER]-(s4:Onderwerp!)<-[:BETREFT]-(o4:Oplossing!) RETURN o4.id }},
  CASE WHEN n.soort = 'provincie' THEN COLLECT {{
    MATCH (g:Gemeente!)<-[:ONTWIKKELD_DOOR]-(o5:Oplossing!) WHERE 'Provincie ' + g.provincie = n.weergavenaam
    RETURN o5.id
  }} ELSE [] END,
  {_in_region("(g6)-[:PAST_TOE]->(u6)-[:VAN]->(o6:Oplossing!) WHERE u6.publicatieStatus IN $statussen", 6)},
  {_in_region("(g7)<-[:ONTWIKKELD_DOOR]-(o7:Oplossing!)", 7)}
""")
