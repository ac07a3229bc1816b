"""The folder with copies: the newest stay, and nothing else is ever touched."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from opdeplank.copies import kept_copies
from opdeplank.settings.table import Settings

NOW = datetime(2026, 11, 30, 2, 15, tzinfo=UTC)


def test_the_newest_stay_and_what_is_not_ours_too(tmp_path: Path) -> None:
    for days in range(5):
        (tmp_path / kept_copies.name(NOW - timedelta(days=days))).touch()
    for name in ("plank-oud.gz", "plank-2026-01-01T000000.gz.bak", "notities.gz"):
        (tmp_path / name).touch()
    gone = kept_copies.rotate(tmp_path, 2)
    assert [path.name for path in gone] == [kept_copies.name(NOW - timedelta(days=d)) for d in (4, 3, 2)]
    assert len([*tmp_path.iterdir()]) == 5
    assert not kept_copies.rotate(tmp_path, 2)


def test_how_old_the_newest_is(tmp_path: Path) -> None:
    assert kept_copies.age(tmp_path / "niets") is None
    (tmp_path / kept_copies.name(NOW)).touch()
    assert kept_copies.age(tmp_path, NOW + timedelta(hours=2)) == 7200


def test_copies_of_a_clock_that_was_wrong_push_out_no_others(tmp_path: Path) -> None:
    wrong = [NOW + timedelta(days=365 + days) for days in range(3)]
    for moment in wrong:
        (tmp_path / kept_copies.name(moment)).touch()
    assert kept_copies.age(tmp_path, NOW) is None, "so the next one is due"
    (tmp_path / kept_copies.name(NOW)).touch()
    assert kept_copies.age(tmp_path, NOW + timedelta(hours=2)) == 7200
    gone = kept_copies.rotate(tmp_path, 2, NOW + timedelta(hours=2))
    assert [path.name for path in gone] == [kept_copies.name(moment) for moment in wrong[:2]]


def test_without_a_setting_they_lie_in_the_data_folder(tmp_path: Path) -> None:
    assert kept_copies.folder_of(Settings(data=tmp_path)) == tmp_path / "kopieen"
    assert kept_copies.folder_of(Settings(data=tmp_path, kopie_map=tmp_path / "b")) == tmp_path / "b"
