"""The service looks whether its graph is whole: at start, and every hour. One that lost something answers nothing: a
list that is shorter than it should be looks like an answer."""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from graph.copying import integrity
from graph.copying.integrity import Loss
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import StoreDamaged, StoreError
from graph.upkeep import state

EVERY = 3600.0
PATIENCE = 5.0
"""Seconds that a start waits for the first look."""
LOST = (
    "De opslag van de graaf is beschadigd: {what}. Er komt geen antwoord, want dat zou niet kloppen. "
    "Beheerder: zet de dienst stil en zet een kopie terug met 'opdeplank herstel'."
)
RESTORING = (
    "Er wordt een kopie teruggezet, of dat werd onderbroken. De graaf is niet heel. "
    "Beheerder: wacht tot het klaar is, of doe 'opdeplank herstel' nog eens met --vervang."
)


def said(losses: Sequence[Loss]) -> str:
    """`van Oplossing zijn er 165 geteld en 83 te lezen`"""
    return "; ".join(f"van {each.label} zijn er {each.counted} geteld en {each.found} te lezen" for each in losses)


async def look(store: Store) -> StoreDamaged | None:
    """What is wrong with the graph, if anything. Raises StoreError when it cannot be asked."""
    if await state.is_restoring(store):
        return StoreDamaged(RESTORING)
    found = await integrity.losses(store, MODEL)
    return StoreDamaged(LOST.format(what=said(found))) if found else None


class Soundness:
    """What was seen last stands on the store: from then on every read of it is refused, or none any more."""

    def __init__(self, store: Store) -> None:
        self._store, self._own = store, store.unrefused().in_turn()

    async def look(self) -> None:
        found = await look(self._own)
        before = self._store.trust.refusal
        if found is not None and (before is None or before.melding != found.melding):
            sys.stderr.write(f"opdeplank: {found.melding}\n")
        self._store.trust.refusal = found


@asynccontextmanager
async def looked_after(store: Store, every: float = EVERY) -> AsyncIterator[None]:
    """The first look is done when this is entered, or goes on when the graph is large; the others follow."""
    task = asyncio.create_task(_keep(Soundness(store), every, first := asyncio.Event()))
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await first.wait()
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep(sound: Soundness, every: float, first: asyncio.Event) -> None:
    while True:
        with suppress(StoreError):  # a database that is away is said by whoever needs it
            await sound.look()
        first.set()
        await asyncio.sleep(every)
