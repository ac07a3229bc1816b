"""The vectors that lie beside the seeds are those of the texts in them: all of them, and nothing else."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.engine.embedded import Embedded
from graph.engine.store import Store
from graph.meaning import index
from graph.meaning.encoder import E5, SIZE, NoModelError
from graph.meaning.vectors import Vectors, key
from tests.conftest import leave_out
from tests.seeds.documents import SEEDS
from tests.service import with_data

pytestmark = pytest.mark.anyio

PATH = SEEDS / index.file_name(E5.name)
SAMPLE = 97
"""One text in so many is given to the model again."""


class Listener:
    """The place of the model: remembers what it was asked to read."""

    name, size = E5.name, SIZE

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], tokens: int = 0) -> Any:
        self.texts += texts
        return np.ones((len(texts), SIZE), np.float32)


@pytest.fixture
async def filled(tmp_path: Path, seeded: Path) -> AsyncIterator[Store]:
    """The graph as a first start leaves it."""
    with Embedded(with_data(tmp_path, seeded) / "data") as engine:
        async with await Store.open_embedded(engine, 60.0) as store:
            yield store


async def test_the_file_holds_the_vectors_of_the_texts_of_the_seeds_and_no_others(
    filled: Store, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    listener = Listener()
    found = index.with_model(filled, None, listener, given=[SEEDS])
    await found.catch_up()
    assert listener.texts == [], "make vectoren"
    found.write(tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == PATH.read_bytes(), "make vectoren"
    found.close()
    nothing = index.with_model(filled, None, every := Listener())
    await nothing.catch_up()
    nothing.close()
    try:
        model = E5()
    except NoModelError as error:
        leave_out(request.config, f"vectoren van de begingegevens narekenen: {error}")
        raise
    texts = sorted(set(every.texts))[::SAMPLE]
    kept = Vectors(PATH, SIZE)
    for text, made in zip(texts, model.encode(texts), strict=True):
        [[nearness]] = kept.like(made[None], kept.find([key(text)]))
        assert nearness > 0.999, f"make vectoren: {text}"
