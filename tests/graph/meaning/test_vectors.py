from pathlib import Path

import numpy as np

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
