"""A desk with a graph behind it, over HTTP; and an office whose database is away, for what needs none."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.engine.store import Store
from opdeplank.bureau.cases import Cases
from opdeplank.bureau.deciding import Deciding
from opdeplank.bureau.office import Office
from opdeplank.bureau.reading_jobs import Jobs
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.graph.database import prepare
from opdeplank.graph.freshness import Freshness
from opdeplank.pages.desk import Desk
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore
from tests.loaders.papers import SOLUTION, base, load, write
from tests.opdeplank.pages.meld.test_melding_page import visitor

BUREAU: dict[str, Any] = {"rol": "PROGRAMMABUREAU"}
SESSION = Session(None, datetime.max.replace(tzinfo=UTC), "stempel")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    store, cases = FakeStore().as_store(), Cases(tmp_path)
    return Office(
        Settings(data=tmp_path), store, Freshness(store, None), Sessions(tmp_path, True), cases, Jobs(store, cases),
        Deciding(store), Desk(store),
    )  # fmt: skip


async def come_in(client: httpx.AsyncClient) -> None:
    assert (await client.post("/werkbank/inloggen", data={"sleutel": ""})).status_code == 303


@pytest.fixture
async def desk(store: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await base(store, tmp_path / "bron")
    await load(store, write(tmp_path / "bron", oplossing_yaml=SOLUTION))
    await prepare(store)
    async with visitor(store, tmp_path, **BUREAU) as found:
        await come_in(found)
        yield found
