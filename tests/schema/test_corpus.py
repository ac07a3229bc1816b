"""The compiled route and ordinary resolvers give the same data, for a corpus of operations on both engines."""

from pathlib import Path

import pytest

from tests.asking import Asker
from tests.operations import operations
from tests.plain.compare import same
from tests.plain.dump import Dump

pytestmark = pytest.mark.anyio
CORPUS = [pytest.param(text, id=name) for name, text in operations(Path(__file__).parent / "corpus")]


@pytest.mark.parametrize("text", CORPUS)
async def test_both_ways_give_the_same_data(ask: Asker, dump: Dump, text: str) -> None:
    await same(ask, dump, text)


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(CORPUS) >= 100
