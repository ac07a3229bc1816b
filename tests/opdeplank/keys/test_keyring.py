"""Keys as a running service looks at them: from memory, and never after they were withdrawn."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.domain.vocabulary import Rol
from opdeplank.keys import keyring
from opdeplank.keys.key import digest, new
from opdeplank.keys.key_file import NAME, KeyFile, UnreadableKeys
from opdeplank.keys.keyring import LOOK_EVERY, Keyring

NOW = datetime.now(UTC)
UNTIL = NOW + timedelta(days=1)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ring(tmp_path: Path, clock: Clock) -> Keyring:
    return Keyring(tmp_path, clock=clock)


def added(folder: Path, name: str = "x") -> str:
    shown, key = new(name, Rol.ANALIST, None, UNTIL)
    assert KeyFile(folder).add(key)
    return shown


def test_a_key_opens_for_who_it_was_made_and_nothing_else_does(tmp_path: Path, ring: Keyring, clock: Clock) -> None:
    assert ring.viewer("odp_abcdefgh_" + "a" * 43) is None, "there is no file yet"
    clock.now += 1
    shown = added(tmp_path)
    found = ring.viewer(shown)
    assert found is not None
    assert (found.role, found.key) == (Rol.ANALIST, shown.split("_")[1])
    for wrong in (shown[:-1] + ("a" if shown[-1] != "a" else "b"), shown + "a", shown[:-1], shown.upper(), "", "odp"):
        assert ring.viewer(wrong) is None, wrong
    assert ring.viewer(shown, UNTIL) is None, "at its end"
    assert ring.viewer(shown, UNTIL - timedelta(seconds=1)) == found


def test_a_key_that_is_withdrawn_works_no_longer_than_a_look(tmp_path: Path, ring: Keyring, clock: Clock) -> None:
    shown, other = added(tmp_path), added(tmp_path)
    assert ring.viewer(shown)
    assert ring.viewer(other)
    KeyFile(tmp_path).withdraw(shown.split("_")[1], NOW)
    clock.now += LOOK_EVERY + 0.01
    assert ring.viewer(shown) is None
    assert ring.viewer(other)
    assert LOOK_EVERY < 1


def test_a_known_key_asks_the_file_nothing(
    tmp_path: Path, ring: Keyring, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = added(tmp_path)
    assert ring.viewer(shown)
    monkeypatch.setattr(keyring, "find", lambda *_: pytest.fail("it is known"))
    monkeypatch.setattr(keyring, "stamped", lambda _: pytest.fail("it was looked at a moment ago"))
    assert ring.viewer(shown)


def test_what_is_remembered_is_bounded_and_what_is_unknown_is_not_remembered(
    tmp_path: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "MOST", 3)
    shown = [added(tmp_path) for _ in range(5)]
    assert all(ring.viewer(each) for each in shown)
    for _ in range(50):
        assert ring.viewer(new("x", Rol.ANALIST, None, UNTIL)[0]) is None
    assert [*ring.known] == [digest(each) for each in shown[-3:]]
    assert all(ring.viewer(each) for each in shown), "who was forgotten is found again"


def test_another_file_in_its_place_is_what_counts(tmp_path: Path, ring: Keyring, clock: Clock) -> None:
    first = added(tmp_path)
    shutil.copy(tmp_path / NAME, tmp_path / "kopie")
    assert ring.viewer(first)
    second = added(tmp_path)
    clock.now += 1
    assert ring.viewer(second)
    (tmp_path / "kopie").replace(tmp_path / NAME)
    clock.now += 1
    assert ring.viewer(second) is None, "the copy is older"
    assert ring.viewer(first)
    (tmp_path / NAME).unlink()
    clock.now += 1
    assert ring.viewer(first) is None


def test_a_file_that_cannot_be_read_opens_nothing(tmp_path: Path, ring: Keyring, clock: Clock) -> None:
    shown = added(tmp_path)
    assert ring.viewer(shown)
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).write_bytes(b"iets anders" * 500)
    clock.now += 1
    for _ in range(2):
        with pytest.raises(UnreadableKeys):
            ring.viewer(shown)


def test_each_use_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    ring = Keyring(tmp_path, told.append)
    shown = added(tmp_path)
    assert ring.viewer(shown)
    assert ring.viewer(shown + "a") is None
    assert ring.viewer(shown, UNTIL) is None
    assert told == [shown.split("_")[1]]
