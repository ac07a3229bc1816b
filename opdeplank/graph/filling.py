"""The first things in a graph: whether the seeds are there, loading them, and what to say when they are not."""

from dataclasses import dataclass
from enum import Enum

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.upkeep import counts
from loaders.documents.document import Refusal
from loaders.load import edition
from loaders.load.edition import Standing
from opdeplank.settings.shipped import SEEDS
from opdeplank.terminal.progress_bar import Progress
from opdeplank.terminal.refused import Refused

FILL = "Vul hem met: opdeplank start --alleen-vullen"
EMPTY = f"De graaf is leeg. {FILL}"
NAMES_MISSING = (
    "De begingegevens staan niet in de graaf, dus namen daaruit kent het lezen niet. "
    "Vul eerst met: opdeplank start --alleen-vullen"
)
AGAIN = "opdeplank start --begingegevens"
SAID = {
    Standing.OTHER: f"De begingegevens in seeds/ zijn anders dan die in de graaf. Laad ze met: {AGAIN}",
    Standing.TAKEN_BACK: f"De begingegevens zijn teruggedraaid. Wil je ze weer laden, doe dan: {AGAIN}",
}
"""What a start says when it leaves the seeds as they are."""


class Filled(Enum):
    NOW = "is gevuld"
    BEFORE = "was al gevuld"


@dataclass(frozen=True)
class Filling:
    """`waiting`: facts of the seeds that somebody has to decide about."""

    what: Filled
    waiting: int = 0


async def standing(store: Store) -> Standing:
    return await edition.standing(store.rows, SEEDS)


@dataclass(frozen=True)
class Wish:
    """What is asked of a start: the seeds `by_itself` while they are not there, or this edition of them `again`."""

    by_itself: bool
    again: bool

    def loads(self, found: Standing) -> bool:
        return self.again and found is not Standing.PRESENT or self.by_itself and found is Standing.ABSENT


async def fill(store: Store, wish: Wish) -> Filling:
    """Raises Refused, naming every mistake, when the seeds cannot be loaded."""
    if not wish.loads(await standing(store)):
        return Filling(Filled.BEFORE)
    from loaders.load import seeds  # only a start that fills needs to understand documents

    try:
        with Progress("Ik laad de begingegevens:") as progress:
            bon = await seeds.load(store, MODEL, SEEDS, progress)
    except Refusal as refusal:
        told = "\n".join(f"  {problem}" for problem in refusal.problems)
        raise Refused(
            f"De documenten in seeds/ zijn niet goed. Er is niets geladen.\n{told}", refusal.as_json()
        ) from refusal
    return Filling(Filled.NOW, bon.uitgesteld)


async def refuse_empty(store: Store) -> None:
    """For a command that has nothing to do in an empty graph."""
    if await counts.is_empty(store):
        raise Refused(EMPTY)
