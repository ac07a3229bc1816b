"""What lies ready elsewhere for the knelpunten a gemeente feels."""

from graph.engine.store import Store
from graph.errors import NotFound
from graph.pasklaar.alternative import Verwant
from graph.pasklaar.lookup import Answer, Question, Treffer, look_up
from graph.search.find import OPENBAAR

MOST_KNELPUNTEN = 20
FELT = """
MATCH (g:Entiteit {id: $id}) WHERE g:Gemeente AND g.publicatieStatus IN $statussen
RETURN COLLECT {
  MATCH (g)-[r:ERVAART]->(k) WHERE k.publicatieStatus IN $statussen
  WITH k, coalesce(r.ernst, 0) AS ernst ORDER BY ernst DESC, k.volgorde LIMIT $most
  RETURN [k.id, k.weergavenaam]
}
"""


async def ready(store: Store, gemeente: str) -> Answer:
    """The best hits over all its knelpunten, each oplossing once; none when nobody recorded what it feels."""
    row = await store.read(FELT, {"id": gemeente, "most": MOST_KNELPUNTEN, "statussen": list(OPENBAAR)})
    if row is None:
        raise NotFound(f"'{gemeente[:80]}' is geen gemeente die we kennen.", gemeente)
    best: dict[str, Treffer] = {}
    for key, _ in row[0]:
        found = await look_up(store, Question(knelpunt=key, gemeente=gemeente))
        for hit in found.treffers:
            if hit.oplossing not in best or hit.score > best[hit.oplossing].score:
                best[hit.oplossing] = hit
    ordered = tuple(sorted(best.values(), key=lambda hit: hit.rang))
    felt = tuple(Verwant(key, name, 1.0, ("Deze gemeente ervaart dit",)) for key, name in row[0])
    return Answer(ordered, len(ordered), felt, None)
