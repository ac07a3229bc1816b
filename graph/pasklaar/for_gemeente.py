"""What lies ready elsewhere for the knelpunten a gemeente feels."""

from collections.abc import Mapping, Sequence
from datetime import date

from graph.engine.store import Store
from graph.errors import NotFound
from graph.pasklaar import links
from graph.pasklaar.alternative import Verwant
from graph.pasklaar.lookup import Look, ranked, told
from graph.pasklaar.outcome import FIVE, Answer, Part, Question
from graph.pasklaar.pool import Reach
from graph.pasklaar.ranking import Subject
from graph.pasklaar.surroundings import Surroundings, already, asker, surroundings
from graph.resources import NONE, Resources
from graph.search.find import OPENBAAR

FEELS = "Deze gemeente ervaart dit"
FELT = """
MATCH (g:Entiteit {id: $id}) WHERE g:Gemeente AND g.publicatieStatus IN $statussen
RETURN COLLECT {
  MATCH (g)-[r:ERVAART]->(k) WHERE k.publicatieStatus IN $statussen
  WITH k, max(coalesce(r.ernst, 0)) AS ernst ORDER BY ernst DESC, k.volgorde
  RETURN [k.id, k.weergavenaam]
}
"""


async def ready(
    store: Store, gemeente: str, part: Part = FIVE, *,
    resources: Resources = NONE, statussen: Sequence[str] = OPENBAAR, vandaag: date | None = None,
) -> Answer:  # fmt: skip
    """A part of the hits over all its knelpunten, each oplossing once; none when nobody recorded what it feels."""
    row = await store.read(FELT, {"id": gemeente, "statussen": list(statussen)})
    if row is None:
        raise NotFound(f"'{gemeente[:80]}' is geen gemeente die we kennen.", gemeente)
    felt = dict(row[0])
    if not felt:
        return Answer()
    day = vandaag or date.today()
    who = await asker(store, gemeente, day.isoformat(), statussen)
    look = Look(store, resources, Question(gemeente=gemeente), statussen, day, who)
    around = await surroundings(store, statussen, gevraagd=[*felt])
    subjects = _subjects(look, felt, around)
    reach = Reach(
        look.wanted,
        tuple(dict.fromkeys(k for subject in subjects for k in subject.knelpunten)),
        themas=tuple(dict.fromkeys(t for subject in subjects for t in subject.themas)),
    )
    every = await ranked(look, reach, subjects, around.stand)
    hits, rangen = await told(look, look.offered(every), part, subjects)
    has = await already(store, who, (each.id for each in sorted(every)))
    return Answer(hits, rangen, tuple(Verwant(key, name, 1.0, (FEELS,)) for key, name in felt.items()), heeft_al=has)


def _subjects(look: Look, felt: Mapping[str, str], around: Surroundings) -> list[Subject]:
    """The gemeente asks about each of them at once, and an oplossing counts for the one it fits best."""
    ties = {key: links.by_knelpunt(key, around) for key in felt}
    return [links.knelpunt_subject(key, ties[key], around, look.who, look.vandaag, True) for key in felt]
