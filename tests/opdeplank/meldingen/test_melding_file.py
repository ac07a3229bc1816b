"""The file with meldingen: nothing twice, nothing after it was dealt with, and addresses gone from the disk."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from opdeplank.meldingen import melding_file
from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand, new_number
from opdeplank.meldingen.melding_file import KEPT, NAME, MeldingFile, TooManyMeldingen, UnreadableMeldingen

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def melding(tekst: str = "Dit klopt niet", over: str | None = "oplossing:a", **given: object) -> Melding:
    made = Melding(new_number(), MeldingSoort.KLOPT_NIET, over, "gemeente:gm0034", tekst, NOW)
    return replace(made, **given)  # type: ignore[arg-type]


def test_what_came_in_waits_the_oldest_first_until_it_is_dealt_with(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    assert (file.waiting(), file.one("k7m2qx4p"), file.handled()) == ([], None, {})
    assert not file.path.exists(), "looking makes no file"
    later = file.add(melding("later", gemaakt=NOW + timedelta(days=1)))
    first = file.add(melding("eerst"))
    assert file.waiting() == [first, later]
    assert file.take(first.nummer, "Bureau")
    assert file.one(first.nummer) == replace(first, stand=MeldingStand.IN_BEHANDELING, door="Bureau")
    assert file.close(first.nummer, MeldingStand.AFGEHANDELD, "Dank.", "Bureau", NOW)
    assert not file.close(first.nummer, MeldingStand.AFGEHANDELD, "Nog eens", "Ander", NOW), "once"
    assert not file.take(first.nummer, "Ander")
    assert file.waiting() == [later]
    (done,) = file.dealt_with(10)
    assert (done.antwoord, done.door, done.behandeld) == ("Dank.", "Bureau", NOW)
    assert file.handled() == {"oplossing:a": (1, "2026-11-30")}


def test_an_address_is_gone_from_the_disk_once_it_was_dealt_with(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    kept = file.add(melding(), "jan.bos@almere.example")
    assert file.address_of(kept.nummer) == "jan.bos@almere.example"
    assert b"jan.bos" in file.path.read_bytes()
    file.close(kept.nummer, MeldingStand.AFGEHANDELD, "Dank.", "Bureau", NOW)
    assert file.address_of(kept.nummer) is None
    assert b"jan.bos" not in file.path.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_pressing_twice_sends_once_and_eight_at_a_time_lose_nothing(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    assert file.add(melding(), None, "formulier-1") == file.add(melding(), None, "formulier-1")
    with ThreadPoolExecutor(8) as pool:
        sent = [*pool.map(lambda n: file.add(melding(f"{n}"), None, f"ander-{n}"), range(40))]
    assert len({each.nummer for each in sent}) == 40
    assert len(file.waiting()) == 41
    taken = file.add(melding(nummer=sent[0].nummer))
    assert taken.nummer != sent[0].nummer, "its number was taken"


def test_a_full_list_takes_no_more_until_something_is_dealt_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(melding_file, "MOST_WAITING", 2)
    file = MeldingFile(tmp_path)
    first, _ = file.add(melding()), file.add(melding())
    with pytest.raises(TooManyMeldingen):
        file.add(melding())
    file.close(first.nummer, MeldingStand.ACHTERHAALD, "Weg.", None, NOW)
    file.add(melding())
    assert file.handled() == {}, "what was overtaken nobody dealt with"


def test_a_text_is_thrown_away_a_year_after_it_was_dealt_with(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    assert file.throw_away(NOW) == 0
    done, waits = file.add(melding("oude-tekst")), file.add(melding("wacht-nog"))
    file.close(done.nummer, MeldingStand.AFGEHANDELD, "Dank.", "Bureau", NOW)
    assert file.throw_away(NOW + KEPT - timedelta(seconds=1)) == 0
    assert file.throw_away(NOW + KEPT + timedelta(seconds=1)) == 1
    assert b"oude-tekst" not in file.path.read_bytes()
    kept = [file.one(each.nummer) for each in (done, waits)]
    assert [each and each.tekst for each in kept] == ["", "wacht-nog"]


def test_what_was_merged_is_followed_and_who_is_forgotten_is_taken_out(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    assert file.redact(str.upper) == 0
    kept, other = file.add(melding("Jan Bos zegt het")), file.add(melding("niemand", over="oplossing:b"))
    file.close(kept.nummer, MeldingStand.AFGEHANDELD, "Jan Bos heeft gelijk", "Bureau", NOW)
    file.move({"oplossing:a": "oplossing:b"})
    assert file.handled().keys() == {"oplossing:b"}
    assert file.redact(lambda text: text.replace("Jan Bos", "…")) == 1
    assert b"Jan Bos" not in file.path.read_bytes()
    assert file.one(other.nummer) == other


def test_a_file_that_cannot_be_used_says_which_and_what_to_do(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    file.path.write_bytes(b"geen database, en dat is te zien aan het begin")
    for ask in (file.waiting, file.handled, lambda: file.add(melding()), lambda: file.one("k7m2qx4p")):
        with pytest.raises(UnreadableMeldingen, match=f"{NAME} is niet te gebruiken .*zet een kopie terug"):
            ask()


def test_who_writes_elsewhere_is_waited_for_and_then_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(melding_file, "PATIENCE", 0.01)
    file = MeldingFile(tmp_path)
    file.add(melding())
    other = sqlite3.connect(file.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UnreadableMeldingen, match="bezet"):
        file.add(melding())
    other.execute("ROLLBACK")
    other.close()
    file.add(melding())
