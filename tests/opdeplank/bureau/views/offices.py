"""An office of the desk whose database is away, for what needs none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from opdeplank.bureau.cases import Cases
from opdeplank.bureau.deciding import Deciding
from opdeplank.bureau.office import Office
from opdeplank.bureau.reading_jobs import Jobs
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.graph.freshness import Freshness
from opdeplank.pages.desk import Desk
from opdeplank.settings.table import Settings
from tests.fake_store import FakeStore

SESSION = Session(None, datetime.max.replace(tzinfo=UTC), "stempel")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    store, cases = FakeStore().as_store(), Cases(tmp_path)
    return Office(
        Settings(data=tmp_path), store, Freshness(store, None), Sessions(tmp_path, True), cases, Jobs(store, cases),
        Deciding(store), Desk(store),
    )  # fmt: skip
