"""Who watches, by the settings, and what it says when one of them cannot."""

import socket
import sys
from typing import cast

import httpx
import pytest

from graph.engine.store import Store
from opdeplank.graph.freshness import Freshness
from opdeplank.lookout import Lookout
from opdeplank.settings.environment import read_settings
from opdeplank.terminal.refused import Refused
from opdeplank.watching.figures import Figures
from tests.engines import free_port

pytestmark = pytest.mark.anyio


def lookout(store: Store, **given: str) -> Lookout:
    settings = read_settings({f"OPDEPLANK_{name}": value for name, value in given.items()})
    return Lookout(settings, store, Freshness(store, None))


async def test_nobody_watches_when_nobody_asked(opened: Store) -> None:
    with lookout(opened).manned() as watchers:
        assert watchers == []


async def test_the_numbers_say_how_the_graph_is(opened: Store) -> None:
    port = free_port()
    watching = lookout(opened, METINGEN_POORT=str(port))
    with watching.manned() as watchers:
        assert [type(each) for each in watchers] == [Figures]
        async with httpx.AsyncClient() as client:
            text = (await client.get(f"http://127.0.0.1:{port}/metrics")).text
        assert "opdeplank_database_antwoordt 1.0" in text
        assert "opdeplank_opslag_heel 1.0" in text
        assert "opdeplank_graafversie" not in text, "nobody looked yet"


async def test_a_port_that_is_taken_is_said_so(opened: Store) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(Refused, match="OPDEPLANK_METINGEN_POORT"),
            lookout(opened, METINGEN_POORT=str(port)).manned(),
        ):
            pass


async def test_spans_without_their_packages_are_refused_with_what_to_do(
    opened: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", cast(None, None))
    with (
        pytest.raises(Refused, match="pip install"),
        lookout(opened, SPOREN="http://127.0.0.1:4318/v1/traces").manned(),
    ):
        pass
