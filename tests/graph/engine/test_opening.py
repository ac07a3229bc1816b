import asyncio
import gc
import warnings

import pytest

from graph.engine.opening import SCHEMES, opened
from graph.errors import StoreUnavailable
from tests.engines import free_port
from tests.work import PATIENCE

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost", "", "file:///etc/passwd"])
async def test_an_address_of_another_kind_is_refused_before_anything_connects(uri: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        await opened(uri, None, 1.0)
    assert all(scheme in refused.value.melding for scheme in SCHEMES)


async def test_where_nobody_listens_there_is_no_database() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        await opened(f"bolt://127.0.0.1:{free_port()}", None, 5.0)
    assert "127.0.0.1" not in refused.value.melding


async def test_who_is_told_to_stop_while_it_waits_leaves_no_driver_open() -> None:
    connected = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connected.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            waiting = asyncio.create_task(opened(f"bolt://127.0.0.1:{port}", None, PATIENCE))
            await connected.wait()
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            del waiting
            gc.collect()
    assert not [each for each in said if "Driver" in str(each.message)], said
