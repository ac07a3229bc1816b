"""The space in which things are compared: learnt from their own pieces, or that of the model when there are too few."""

import numpy as np
import pytest

from graph.meaning.similarity import PLAIN, WHITENED
from graph.meaning.space import ENOUGH, Space
from graph.meaning.vectors import Rows, Vectors, key

SIZE, PIECES = 24, 6


def spread(things: int, noise: float = 1.0) -> tuple[Vectors, Rows, np.ndarray]:
    """Things that differ in the first dimensions, with pieces that differ much in the last ones, whatever the thing."""
    random = np.random.default_rng(3)
    middles = np.zeros((things, SIZE), np.float32)
    middles[:, :8] = random.normal(size=(things, 8))
    made = np.repeat(middles, PIECES, axis=0)
    made[:, 12:] += noise * random.normal(size=(things * PIECES, SIZE - 12)) * 3
    made += 0.05 * random.normal(size=made.shape)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    vectors = Vectors(None, SIZE)
    vectors.add([key(str(i)) for i in range(len(made))], made.astype(np.float32))
    rows = np.arange(len(made), dtype=np.int32).reshape(things, PIECES)
    return vectors, rows, made


def right(space: Space, made: np.ndarray, things: int) -> float:
    """How often a new wording of a thing is nearest to that thing."""
    random = np.random.default_rng(4)
    good = 0
    for thing in range(things):
        asked = made[thing * PIECES].copy()
        asked[12:] = random.normal(size=SIZE - 12) * np.abs(made[:, 12:]).mean()
        asked = (asked / np.linalg.norm(asked)).astype(np.float32)
        [near] = space.nearness([space.carried(asked)], np.arange(things))
        good += int(near.argmax()) == thing
    return good / things


def test_directions_in_which_wordings_of_one_thing_differ_say_little() -> None:
    things = 150
    vectors, rows, made = spread(things)
    learnt = Space(vectors, rows)
    assert learnt.measure is WHITENED
    few = Space(vectors, rows[: ENOUGH // PIECES])
    assert few.measure is PLAIN
    assert right(learnt, made, things) > 2 * right(few, made, ENOUGH // PIECES)


def test_the_cosine_is_that_of_the_turned_vectors() -> None:
    vectors, rows, made = spread(150)
    space = Space(vectors, rows)
    question = made[7].astype(np.float32)
    asked = space.carried(question)
    turned = space.turned(vectors.read(rows[3]))
    here = space.turned(question[None])[0]
    cosines = np.sort(turned @ here / np.linalg.norm(turned, axis=1) / np.linalg.norm(here))[::-1]
    middle = space.turned(vectors.mean(rows[3:4]))[0]
    whole = float(middle @ here / np.linalg.norm(middle) / np.linalg.norm(here))
    [[found]] = space.nearness([asked], np.array([3]))
    assert found == pytest.approx((cosines[:2].mean() + whole) / 2, abs=1e-4)


def test_a_thing_with_fewer_pieces_is_compared_by_those_it_has() -> None:
    vectors, rows, made = spread(150)
    fewer = rows.copy()
    fewer[5, 1:] = -1
    space = Space(vectors, fewer)
    [[found]] = space.nearness([space.carried(made[5 * PIECES].astype(np.float32))], np.array([5]))
    assert found == pytest.approx(1.0, abs=1e-3)
