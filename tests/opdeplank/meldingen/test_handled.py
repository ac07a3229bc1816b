"""What everybody sees of meldingen: how many were dealt with."""

from datetime import UTC, datetime
from pathlib import Path

from opdeplank.meldingen import handled
from opdeplank.meldingen.handled import Handled
from opdeplank.meldingen.melding import MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile
from tests.opdeplank.meldingen.test_melding_file import melding


def test_it_is_read_again_when_something_was_dealt_with_and_kept_while_it_cannot_be(tmp_path: Path) -> None:
    file = MeldingFile(tmp_path)
    seen = Handled(file)
    assert seen.about("oplossing:a") is None
    kept = file.add(melding())
    file.close(kept.nummer, MeldingStand.AFGEHANDELD, "Dank.", "Bureau", datetime(2026, 12, 3, tzinfo=UTC))
    assert seen.about("oplossing:a") is None, "it looked a moment ago"
    seen._looked -= handled.LOOK_EVERY
    assert seen.about("oplossing:a") == (1, "2026-12-03")
    assert seen.about("oplossing:b") is None
    file.path.write_bytes(b"kapot")
    seen._looked -= handled.LOOK_EVERY
    assert seen.about("oplossing:a") == (1, "2026-12-03")
