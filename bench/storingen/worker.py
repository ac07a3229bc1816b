"""Loads documents and carries out mutations without end, and says of each that it was acknowledged; to be killed.

    python -m bench.storingen.worker FOLDER|bolt://… FIRST PAPERS

Document n says of `ROWS` things that they are there, and something of one thing that all documents speak of. The
mutation says that a gemeente uses the first of them.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.engine.embedded import Embedded
from graph.engine.store import Store
from loaders.load.apply import apply
from loaders.proposal.intake import take_in
from tests.writing import APPLY, UTRECHT, Writer

ROWS = 25
LOADED, DONE = "lading", "opdracht"


@asynccontextmanager
async def opened(where: str) -> AsyncIterator[Store]:
    """The store at an address, or of the engine in a folder."""
    if where.startswith("bolt"):
        async with await Store.open(where) as store:
            yield store
        return
    with Embedded(Path(where)) as engine:
        async with await Store.open_embedded(engine) as store:
            yield store


def paper(number: int) -> str:
    rows = [
        f"  - {{soort: oplossing, titel: Plan {number} punt {row}, knelpunten: ['knelpunt:wachten']}}"
        for row in range(ROWS)
    ]
    shared = f"  - {{soort: thema, naam: Schulden, omschrijving: Versie {number}}}"
    return "\n".join(["feiten:", *rows, shared, ""])


async def work(where: str, first: int, papers: Path) -> None:
    async with opened(where) as store:
        writer = await Writer.on(store)
        for number in count(first):
            path = papers / f"stuk-{number}.yaml"
            path.write_text(paper(number), encoding="utf-8")
            intake = await take_in(store.rows, MODEL, [path])
            await apply(store, MODEL, intake.proposal, "proef")
            print(LOADED, number, flush=True)
            said = {"oplossing": f"oplossing:plan-{number}-punt-0", "status": "OVERWEEGT"}
            found = (await writer.data(APPLY, UTRECHT, invoer=said, sleutel=f"proef-{number}"))["toepassingMelden"]
            if not found["fouten"]:
                print(DONE, number, flush=True)


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))
