"""What tells an answer from a no, as numbers: pure, from what lies near and what the map says."""

import pytest

from graph.domain.vocabulary import Domein
from graph.map.placing import Plek
from graph.map.telling import NAMES, NEAREST, Tekens, numbers, tekens
from graph.meaning.similarity import Kin

EMPTY = Plek("onderwerp:leeg", "Leeg", Domein.SOCIAAL, 0)
FULL = Plek("onderwerp:vol", "Vol", Domein.SOCIAAL, 3)
OUTSIDE = Plek("onderwerp:buiten", "Buiten", Domein.BUITEN, 0)
PLEKKEN = {p.id: p for p in (EMPTY, FULL, OUTSIDE)}


def kin(key: str, nearness: float, letters: float = 0.0) -> Kin:
    return Kin(key, key.partition(":")[0].capitalize(), nearness, letters=letters)


NEAR = [
    kin("oplossing:a", 0.5, 0.1), kin("knelpunt:a", 0.7, 0.3), *(kin(f"oplossing:{i}", 0.1) for i in range(9)),
    kin(OUTSIDE.id, 0.2), kin(EMPTY.id, 0.4, 0.2), kin(FULL.id, 0.6),
]  # fmt: skip


def test_the_nearest_on_the_shelf_come_first_and_subjects_stand_apart() -> None:
    found = tekens(NEAR, 4)
    assert found.dichtbij == (0.7, 0.5, 0.1, 0.1, 0.1)
    assert len(found.dichtbij) == NEAREST
    assert found.letters == 0.3
    assert [key for key, _, _ in found.onderwerpen] == [FULL.id, EMPTY.id, OUTSIDE.id]


def test_the_numbers_say_what_is_empty_full_and_outside() -> None:
    said = dict(zip(NAMES, numbers(tekens(NEAR, 4), PLEKKEN), strict=True))
    assert (said["plank"], said["leeg"], said["vol"], said["buiten"]) == (0.7, 0.4, 0.6, 0.2)
    assert said["leegste"] == pytest.approx(0.3)
    assert (said["letters leeg"], said["letters vol"], said["eerste leeg"]) == (0.2, 0.0, 0.0)
    assert said["deel leeg"] == pytest.approx(2 / 3)


def test_what_may_not_be_seen_does_not_count() -> None:
    said = dict(zip(NAMES, numbers(tekens(NEAR, 4), {FULL.id: FULL}), strict=True))
    assert said["deel leeg"] == 0
    assert said["leeg"] == said["vol"] == 0.6


def test_nothing_near_is_no_sign() -> None:
    assert set(numbers(Tekens((), 0.0, (), 0), {})) == {0.0}
