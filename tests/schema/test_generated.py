"""Random operations, each asked in many ways: the compiled route and ordinary resolvers give the same data."""

import os
from random import Random

import pytest

from tests.asking import Asker
from tests.generator import Generator
from tests.plain.compare import same
from tests.plain.dump import Dump

pytestmark = pytest.mark.anyio
BATCHES, TIMES = 10, 15
SHAPES = 10 if os.environ.get("CI") else 3
"""Per batch. In CI 1,500 operations per engine; what the database has to plan is what takes the time."""


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_random_operations_give_the_same_data(ask: Asker, dump: Dump, batch: int) -> None:
    for seed in range(batch * SHAPES, (batch + 1) * SHAPES):
        await same_many_times(ask, dump, seed)


@pytest.mark.parametrize("seed", range(SHAPES))
async def test_random_searches_give_the_same_data(ask: Asker, dump: Dump, seed: int) -> None:
    await same_many_times(ask, dump, 7_000 + seed, "zoek")


async def same_many_times(ask: Asker, dump: Dump, seed: int, *roots: str) -> None:
    random = Random(seed)
    operation = Generator(random, dump).operation(*roots)
    values = operation.values(random)
    for _ in range(TIMES):
        data = await same(ask, dump, operation.query, values)
        # half the time the same question on the next page, else the same shape with other values
        values = operation.turned(values, data) if random.random() < 0.5 else operation.values(random)
