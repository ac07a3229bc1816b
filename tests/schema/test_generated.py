"""Random operations, each asked in many ways: the compiled route and ordinary resolvers give the same data."""

import os
from random import Random

import pytest

from graph.domain.vocabulary import Rol
from tests.asking import Asker
from tests.generator import Generator
from tests.plain.compare import same
from tests.plain.dump import Dump
from tests.plain.seen import seen_by

pytestmark = pytest.mark.anyio
BATCHES, TIMES = 10, 15
SHAPES = 10
"""Seeds between one batch and the next."""
MOST, FEW = 6, 1
"""Shapes of a batch, the fewer where the database plans each anew, a second a shape, and outside CI. Over two thousand
questions in CI; who wants more names how many shapes in `OPDEPLANK_TEST_VORMEN`."""


def shapes(ask: Asker, first: int) -> range:
    """The seeds of a batch."""
    share = MOST if ask.engine == "arcadedb" and os.environ.get("CI") else FEW
    return range(first, first + int(os.environ.get("OPDEPLANK_TEST_VORMEN") or share))


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_random_operations_give_the_same_data(ask: Asker, dump: Dump, batch: int) -> None:
    for seed in shapes(ask, batch * SHAPES):
        await same_many_times(ask, dump, seed)


async def test_random_searches_give_the_same_data(ask: Asker, dump: Dump) -> None:
    for seed in shapes(ask, 7_000):
        await same_many_times(ask, dump, seed, "zoek")


@pytest.mark.parametrize("batch", range(BATCHES))
async def test_random_operations_give_the_public_what_a_graph_without_the_rest_would(
    ask: Asker, dump: Dump, batch: int
) -> None:
    for seed in shapes(ask, 20_000 + batch * SHAPES):
        await same_many_times(ask, seen_by(dump, Rol.OPENBAAR), seed, keys=dump)


async def test_random_searches_give_the_public_what_a_graph_without_the_rest_would(ask: Asker, dump: Dump) -> None:
    for seed in shapes(ask, 27_000):
        await same_many_times(ask, seen_by(dump, Rol.OPENBAAR), seed, "zoek", keys=dump)


async def same_many_times(ask: Asker, dump: Dump, seed: int, *roots: str, keys: Dump | None = None) -> None:
    """`keys` is where the values come from: also those of what is not seen."""
    random = Random(seed)
    operation = Generator(random, keys or dump).operation(*roots)
    values = operation.values(random)
    for _ in range(TIMES):
        data = await same(ask, dump, operation.query, values)
        # half the time the same question on the next page, else the same shape with other values
        values = operation.turned(values, data) if random.random() < 0.5 else operation.values(random)
