"""Carries out one mutation and dies between the commit and the answer:

python -m tests.schema.execute.killed_writing FOLDER | bolt://…
"""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from graph.engine.embedded import Embedded
from graph.engine.store import Store
from schema.execute.execution import Executor
from tests.writing import APPLY, UTRECHT, Writer

SAID = {"oplossing": "oplossing:eenloket-nandu", "status": "OVERWEEGT", "resultaat": "Eén keer"}
KEY = "een-sleutel"


class Dying(Executor):
    """It never gets to the bytes of its answer."""

    async def _written(self, *given: Any) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("killed")


async def write_and_die(store: Store) -> None:
    writer = await Writer.on(store)
    writer.executor = Dying(writer.executor.store, writer.executor.plans, writer.executor.seconds)
    await writer(APPLY, UTRECHT, invoer=SAID, sleutel=KEY)


async def main(where: str) -> None:
    if where.startswith("bolt"):
        async with await Store.open(where) as store:
            await write_and_die(store)
        return
    with Embedded(Path(where)) as engine:
        async with await Store.open_embedded(engine) as store:
            await write_and_die(store)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
