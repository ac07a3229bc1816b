"""What all tests share: one event loop, and a `store` fixture that runs a graph test on both engines.

A test that takes `store` gets an empty graph (indexes and constraints stay) and runs twice: on the embedded engine and
on Neo4j. The engines start once per test run.
"""

import os
from collections import Counter
from collections.abc import AsyncIterator, Generator, Iterator
from typing import Any, cast

import pytest
from _pytest.terminal import TerminalReporter

from graph import pulse
from graph.engine import embedded as own_engine
from graph.engine import store as stores
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from opdeplank.settings.table import Settings
from schema.execute.execution import Executor
from tests.engines import CannotRun, Neo4j
from tests.spread import Spread

pytest_plugins = ["tests.service"]

OMITTED = "weggelaten: "
PATIENCE = 60.0
"""Seconds for an answer where a test sets no limit: a cold Neo4j on a busy machine plans one question for over ten."""


pulse.PATIENCE = stores.OWN_PATIENCE = PATIENCE
"""A database of a test shares two cores with everything else, and may say nothing for seconds; a test of a database
that is away says itself how long that may take."""
own_engine.LEAN = ("-Xmx2g", *own_engine.ROOMY)
"""All engines of a process share one heap: a product has one, and tests a dozen with the seeds in each of them."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Spread | None:
    """Who divides in another way than by files (`--dist`) gets that."""
    return Spread(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def patient() -> Iterator[None]:
    seconds, *rest = cast(tuple[Any, ...], Executor.__init__.__defaults__)
    assert seconds == Settings().grens_tijd
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(cast(dict[str, Any], Settings.__init__.__kwdefaults__), "grens_tijd", PATIENCE)
        patch.setattr(Executor.__init__, "__defaults__", (PATIENCE, *rest))
        yield


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    with Embedded(tmp_path_factory.mktemp("embedded")) as engine:
        yield engine


@pytest.fixture(scope="session")
def neo4j(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    server = Neo4j(tmp_path_factory.mktemp("neo4j"))
    lacking = None
    try:
        server.start()
    except CannotRun as error:
        lacking = error
    if lacking is not None:
        leave_out(request.config, f"de graaftests op een echte Neo4j: {lacking}")
    yield server
    server.kill()


@pytest.fixture(scope="session", params=["arcadedb", "neo4j"])
def engine(request: pytest.FixtureRequest) -> Embedded | Neo4j:
    started: Embedded | Neo4j = request.getfixturevalue("embedded" if request.param == "arcadedb" else "neo4j")
    return started


@pytest.fixture(scope="session")
async def opened(engine: Embedded | Neo4j, anyio_backend: str) -> AsyncIterator[Store]:
    opening = (
        Store.open(engine.uri, timeout=PATIENCE) if isinstance(engine, Neo4j) else Store.open_embedded(engine, PATIENCE)
    )
    store = await opening
    async with store:
        yield store


@pytest.fixture
async def store(opened: Store) -> Store:
    await empty(opened)
    return opened


async def empty(store: Store) -> None:
    """Bit by bit: the embedded engine takes long to get things out of its full-text index, on a busy machine longer for
    200 of them than one statement may. Neo4j does thousands at once, and each statement costs a round trip."""
    times, things = (5, 40) if store.engine == "arcadedb" else (1, 2_000)

    async def some(run: Run) -> int:
        for _ in range(times):
            await run("MATCH (n) WITH n LIMIT $most DETACH DELETE n", {"most": things})
        left: int = (await run("MATCH (n) RETURN count(n)"))[0][0]
        return left

    while await store.write(some):
        pass


def leave_out(config: pytest.Config, what: str, ci: bool = False) -> None:
    """Skip, and name it in the last lines of the run; in CI, where everything must run, fail unless `ci` allows it."""
    if os.environ.get("CI") and not ci:
        pytest.fail(f"in CI mag dit niet ontbreken: {what}", pytrace=False)
    pytest.skip(f"{OMITTED}{what}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> Generator[None, None, None]:
    yield  # after everything else, so that it stands in the last lines
    said = [str(report.longrepr) for report in terminalreporter.getreports("skipped")]
    omitted = Counter(text.split(OMITTED, 1)[1].rstrip("')") for text in said if OMITTED in text)
    for what, count in omitted.items():
        terminalreporter.write_line(f"Weggelaten ({count} tests): {what}", yellow=True)
