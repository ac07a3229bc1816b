import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.meaning import learning
from graph.meaning.learning import Learning
from graph.meaning.pieces import GROUPS
from graph.meaning.vectors import Vectors, key


def test_a_vector_takes_less_than_two_kilobytes_a_thing_and_stays_close(tmp_path: Path) -> None:
    made = np.random.default_rng(1).normal(size=(GROUPS + 1, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    vectors = Vectors(tmp_path / "v", 384)
    vectors.add([key(str(i)) for i in range(GROUPS + 1)], made)
    assert (tmp_path / "v").stat().st_size <= 2_000
    rows = vectors.find([key(str(i)) for i in range(GROUPS + 1)])
    assert np.abs(vectors.like(made[:2], rows) - made[:2] @ made.T).max() < 0.002


def test_rows_stay_and_most_of_a_file_is_not_kept_for_nothing(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "v", 4)
    vectors.add([1, 2, 3], np.eye(4, dtype=np.float32)[:3])
    vectors.add([4], np.eye(4, dtype=np.float32)[3:])
    assert list(vectors.find([4, 1, 9])) == [3, 0, -1]
    rows = np.array([[0, 1, 2, -1]], np.int32)
    vectors.tidy(rows)
    assert rows.tolist() == [[0, 1, 2, -1]]
    rows = np.array([[3, -1]], np.int32)
    vectors.tidy(rows)
    assert rows.tolist() == [[0, -1]]
    assert list(vectors.find([4, 1])) == [0, -1]
    assert len(Vectors(tmp_path / "v", 4)) == 1


def test_what_another_process_added_is_known_and_rows_stay(tmp_path: Path) -> None:
    ours, theirs = (Vectors(tmp_path / "v", 4) for _ in "12")
    theirs.add([1, 2], np.eye(4, dtype=np.float32)[:2])
    assert list(ours.find([2])) == [-1]
    ours.renew()
    assert list(ours.find([2])) == [1]
    theirs.add([3], np.eye(4, dtype=np.float32)[:1])
    ours.renew()
    assert list(ours.find([2, 3])) == [1, 2]
    theirs.tidy(np.array([[2, -1]], np.int32))
    ours.renew()
    assert list(ours.find([2, 3])) == [1, 2], "it was written anew: its rows are not those that we gave out"


class Counted:
    """A model that says how often it was asked."""

    name, size = "geteld", 4

    def __init__(self) -> None:
        self.made: list[str] = []

    def encode(self, texts: Sequence[str], tokens: int = 0) -> Any:
        self.made.extend(texts)
        return np.ones((len(texts), self.size), np.float32)


@pytest.mark.anyio
async def test_two_processes_make_no_vector_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "WRITE_EVERY", 4)
    listed = [[f"knelpunt:{number}", "Knelpunt", "GEPUBLICEERD", "", "", "1", []] for number in range(30)]

    async def pieces(ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return {each: (f"Over {each}",) for each in ids}

    async def learnt(model: Counted) -> None:
        with ThreadPoolExecutor(1) as thread:
            made = Learning(model, Vectors(tmp_path / "v", 4), [], pieces, thread)
            async for _ in made.shelve(listed, None, None):
                pass
            assert made.lacking == 0
            assert len(made.vectors) == 30
            made.close()

    models = Counted(), Counted()
    await asyncio.gather(*map(learnt, models))
    assert sorted([*models[0].made, *models[1].made]) == sorted(f"Over {each[0]}" for each in listed)
