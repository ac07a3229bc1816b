"""Ending a statement that nobody waits for any more.

Neo4j ends it when its connection goes. ArcadeDB does not look at the connection while it works, and would go on until
its own time limit; it does end what it is told to. It says for which address something runs, so the port of our side of
the connection tells which one is meant.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from graph.errors import StoreError

RUNNING = "SHOW TRANSACTIONS YIELD transactionId, clientAddress RETURN transactionId, clientAddress"
END = "TERMINATE TRANSACTIONS '{key}'"
LOOKS = (0.0, 0.05, 0.25)
"""Seconds to wait before each look: a statement that was just sent may not have begun."""


async def end(rows: Callable[[str, dict[str, Any]], Awaitable[list[list[Any]]]], port: int) -> None:
    """End what runs over the connection with this local port; what cannot be ended runs into the database's limit."""
    with suppress(StoreError):
        for pause in LOOKS:
            await asyncio.sleep(pause)
            running = [key for key, address in await rows(RUNNING, {}) if str(address).endswith(f":{port}")]
            for key in running:
                await rows(END.format(key=str(key).replace("'", "")), {})
            if running:
                return
