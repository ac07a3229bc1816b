"""Connecting to a database: `bolt://` for one server, `neo4j://` for a cluster."""

import asyncio
from typing import cast

from neo4j import AsyncDriver, AsyncGraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import DriverError, Neo4jError

from graph.engine.driver_errors import translate
from graph.engine.retries import CONNECT_SECONDS
from graph.errors import StoreUnavailable

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


async def opened(uri: str, auth: tuple[str, str] | None, timeout: float) -> tuple[AsyncDriver, str]:
    """A driver that has an answer, and what the server calls itself; raises StoreUnavailable and the like."""
    if uri.partition("://")[0] not in SCHEMES:
        raise StoreUnavailable(f"Het adres van de database moet beginnen met een van: {', '.join(SCHEMES)}.")
    try:
        driver = AsyncGraphDatabase.driver(
            uri,
            auth=auth,
            telemetry_disabled=True,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=timeout,
            # our own deadline covers writing to the socket; the driver's costs a task per message
            connection_write_timeout=cast(float, None),
            # one attempt: `write` decides itself what is worth trying again
            max_transaction_retry_time=0,
        )
    except (Neo4jError, DriverError, ValueError) as error:
        raise translate(error) from error
    try:
        async with asyncio.timeout(timeout):
            return driver, (await driver.get_server_info()).agent
    except BaseException as error:  # also who is told to stop while he waits leaves no driver behind
        await driver.close()
        if isinstance(error, (Neo4jError, DriverError, OSError, ValueError)):
            raise translate(error) from error
        raise
