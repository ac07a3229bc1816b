"""How many gemeenten stand where with an oplossing. One statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.cypher.sight import published
from graph.engine.store import Store
from graph.search.find import OPENBAAR


@dataclass(frozen=True)
class Telling:
    """Gemeenten by how far they are, each once: where it is furthest. `gestopt` also holds what had a last day and
    gemeenten that are gone; `minstens` is what a source says, or what is known here when that is more."""

    in_gebruik: int = 0
    voorbereiding: int = 0
    overweegt: int = 0
    gestopt: int = 0
    onbekend: int = 0
    minstens: int = 0
    compleet: bool = True


FURTHEST = ("IN_GEBRUIK", "VOORBEREIDING", "", "OVERWEEGT", "GESTOPT")


async def uses(store: Store, oplossing: str, vandaag: str, statussen: Sequence[str] = OPENBAAR) -> Telling:
    row = await store.read(TEXT, {"id": oplossing, "statussen": list(statussen)})
    if row is None:
        return Telling()
    said, found = row
    stands: dict[str, str] = {}
    for gemeente, status, tot, einde in found:
        over = (tot and tot < vandaag) or (einde and einde < vandaag)
        now = "GESTOPT" if over else status
        stands[gemeente] = min(stands.get(gemeente, now), now, key=FURTHEST.index)
    count = [*stands.values()].count
    known = count("IN_GEBRUIK") + count("")
    return Telling(
        count("IN_GEBRUIK"), count("VOORBEREIDING"), count("OVERWEEGT"), count("GESTOPT"), count(""),
        max(said or 0, known), (said or 0) <= known,
    )  # fmt: skip


TEXT = published("""
MATCH (o:Entiteit {id: $id}) WHERE o:Oplossing AND o.publicatieStatus IN $statussen
RETURN o.gebruikersMinstens, COLLECT {
  MATCH (o)<-[:VAN]-(u)<-[:PAST_TOE]-(g!) WHERE u.publicatieStatus IN $statussen
  RETURN [g.id, coalesce(u.status, ''), coalesce(u.tot, ''), coalesce(g.einddatum, '')]
}
""")
