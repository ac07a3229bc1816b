"""The places of changes: numbers without gaps, handed out under a lock inside the transaction that writes the changes.

Whoever takes some holds the counter until his transaction ends, so a change that is committed later never has a lower
number: a reader that saw 7 has not missed 6. There are two series, of all changes and of those that everybody sees.
Each is without gaps, so that nobody can tell from his own how much he does not see.
"""

from graph.engine.gathering import Gathering, sent
from graph.engine.store import Run

TAKE = (
    "MERGE (m:Meta {id: 'graaf'}) SET m.plaats = coalesce(m.plaats, 0) + $alle, "
    "m.plaatsOpenbaar = coalesce(m.plaatsOpenbaar, 0) + $openbaar"
)
TAKEN = f"{TAKE} RETURN m.plaats, m.plaatsOpenbaar"


async def take(run: Run, every: int, public: int) -> tuple[int, int]:
    """The last place of each series before the ones that are now taken: `every` of all, `public` of everybody's."""
    given = {"alle": every, "openbaar": public}
    if isinstance(run, Gathering) and run.start is not None:
        last, last_public = run.start.places
        run.start.places = (last + every, last_public + public)
        await sent(run, TAKE, given)
        return last, last_public
    [[last, last_public]] = await run(TAKEN, given)
    return int(last) - every, int(last_public) - public
