"""What lies ready elsewhere for the knelpunten a gemeente feels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.engine.store import Store
from graph.errors import NotFound
from graph.pasklaar import links
from graph.pasklaar.alternative import Verwant
from graph.pasklaar.candidates import Treffer
from graph.pasklaar.lookup import MOST_UNDERSTOOD, Look, Question, page, ranked
from graph.pasklaar.pool import Reach
from graph.pasklaar.ranking import Subject
from graph.pasklaar.surroundings import Surroundings, asker, surroundings
from graph.search.find import OPENBAAR

FELT = """
MATCH (g:Entiteit {id: $id}) WHERE g:Gemeente
RETURN COLLECT {
  MATCH (g)-[r:ERVAART]->(k) WHERE k.publicatieStatus IN $statussen
  WITH k, max(coalesce(r.ernst, 0)) AS ernst ORDER BY ernst DESC, k.volgorde
  RETURN [k.id, k.weergavenaam]
}
"""


@dataclass(frozen=True)
class Ready:
    """A page of the best hits over all knelpunten, each oplossing once, and how many there are; and the knelpunten
    themselves, the worst first: the first of them, and their number."""

    treffers: tuple[Treffer, ...]
    aantal: int
    begrepen_als: tuple[Verwant, ...]
    aantal_begrepen: int


async def ready(
    store: Store, gemeente: str, eerste: int = 10, overslaan: int = 0, *,
    statussen: Sequence[str] = OPENBAAR, vandaag: date | None = None,
) -> Ready:  # fmt: skip
    """The answer for a gemeente; empty when nobody recorded what it feels."""
    row = await store.read(FELT, {"id": gemeente, "statussen": list(statussen)})
    if row is None:
        raise NotFound(f"'{gemeente[:80]}' is geen gemeente die we kennen.")
    felt = dict(row[0])
    if not felt:
        return Ready((), 0, (), 0)
    day = vandaag or date.today()
    who = await asker(store, gemeente, day.isoformat(), statussen)
    look = Look(store, Question(gemeente=gemeente), statussen, day, who)
    around = await surroundings(store, statussen, gevraagd=[*felt])
    subjects = _subjects(look, felt, around)
    reach = Reach(
        look.wanted,
        tuple(dict.fromkeys(k for subject in subjects for k in subject.knelpunten)),
        themas=tuple(dict.fromkeys(t for subject in subjects for t in subject.themas)),
    )
    found = await ranked(look, reach, subjects, around.stand)
    hits = await page(look, sorted(found)[overslaan : overslaan + eerste], subjects)
    understood = [Verwant(key, name, 1.0, ("Deze gemeente ervaart dit",)) for key, name in felt.items()]
    return Ready(tuple(hits), len(found), tuple(understood[:MOST_UNDERSTOOD]), len(understood))


def _subjects(look: Look, felt: Mapping[str, str], around: Surroundings) -> list[Subject]:
    """The gemeente asks about each of them at once, and an oplossing counts for the one it fits best."""
    ties = {key: links.by_knelpunt(key, around) for key in felt}
    return [links.knelpunt_subject(key, ties[key], around, look.who, look.vandaag, True) for key in felt]
