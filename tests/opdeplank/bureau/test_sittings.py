"""A session is known by its hash, ends with its key, and its stamp says nothing of its cookie."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.bureau.sittings import HOURS, Sessions, stamp_of
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
FAR = NOW + timedelta(days=30)


def begun(folder: Path, role: Rol = Rol.PROGRAMMABUREAU, until: datetime = FAR) -> tuple[Sessions, str, str]:
    _, key = new("Toos", role, None, until)
    KeyFile(folder).add(key)
    sessions = Sessions(folder, everybody=False)
    return sessions, sessions.begin(key.viewer, NOW), key.prefix


def test_a_session_is_known_by_its_token_alone(tmp_path: Path) -> None:
    sessions, token, prefix = begun(tmp_path)
    found = Sessions(tmp_path, everybody=False).of(token, NOW)
    assert found is not None
    assert (found.key, found.door, found.stamp) == (prefix, prefix, stamp_of(token))
    assert found.viewer.role is Rol.PROGRAMMABUREAU
    assert sessions.names() == {prefix: "Toos"}
    assert sessions.of("", NOW) is None
    assert sessions.of(token[:-1], NOW) is None
    assert sessions.of(stamp_of(token), NOW) is None
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*.sqlite"))
    assert token.encode() not in written
    assert stamp_of(token).encode() not in written


def test_it_ends_with_its_key(tmp_path: Path) -> None:
    sessions, token, prefix = begun(tmp_path)
    KeyFile(tmp_path).withdraw(prefix, NOW)
    assert sessions.of(token, NOW) is None


def test_it_ends_when_its_key_does_and_after_a_working_day(tmp_path: Path) -> None:
    sessions, token, _ = begun(tmp_path, until=NOW + timedelta(minutes=5))
    assert sessions.of(token, NOW + timedelta(minutes=4)) is not None
    assert sessions.of(token, NOW + timedelta(minutes=5)) is None
    sessions, token, _ = begun(tmp_path)
    assert sessions.of(token, NOW + timedelta(hours=HOURS)) is None


def test_a_key_of_another_role_keeps_no_session(tmp_path: Path) -> None:
    sessions, token, _ = begun(tmp_path, Rol.ANALIST)
    assert sessions.of(token, NOW) is None


def test_who_has_the_role_without_a_key_has_it_as_long_as_everybody_has(tmp_path: Path) -> None:
    open_ = Sessions(tmp_path, everybody=True)
    token = open_.begin(Viewer(Rol.PROGRAMMABUREAU), NOW)
    found = open_.of(token, NOW)
    assert found is not None
    assert found.door == "programmabureau"
    assert Sessions(tmp_path, everybody=False).of(token, NOW) is None


def test_leaving_ends_it(tmp_path: Path) -> None:
    sessions, token, _ = begun(tmp_path)
    sessions.end(token)
    assert sessions.of(token, NOW) is None
    sessions.end(token)


def test_a_token_of_elsewhere_ends_when_it_says(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, everybody=False)
    token = sessions.begin(Viewer(Rol.PROGRAMMABUREAU, None, "token:toos", NOW + timedelta(minutes=5)), NOW)
    assert sessions.of(token, NOW) is not None
    assert sessions.of(token, NOW + timedelta(minutes=6)) is None
