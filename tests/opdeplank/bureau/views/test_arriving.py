"""Files that come in have a name that leads nowhere, and reading that was broken off is told."""

from pathlib import Path

import pytest

from opdeplank.bureau.cases import FAILED, READY, Cases
from opdeplank.bureau.views.arriving import named, unread
from tests.loaders.proposal.desk import proposal


def test_reading_that_a_stop_broke_off_is_told(tmp_path: Path) -> None:
    cases = Cases(tmp_path)
    half, whole = cases.new("Half", "toos"), cases.new("Heel", "toos")
    cases.put(whole, proposal(), {}, {}, {})
    for key in (half, whole):
        unread(cases, key)
    cards = dict(cases.cards())
    assert (cards[half].stand, cards[whole].stand) == (FAILED, READY)
    assert "Lees opnieuw" in cards[half].uitleg


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\map\\nota.docx", "nota.docx"), (".ssh", "ssh"), ("", "zonder naam.txt"),
        ("\x00\x07.md", "md"), ("nota.docx.bron.yaml", "nota.docx.bron.yaml"), ("é <b>.md", "é <b>.md"),
    ],
)  # fmt: skip
def test_a_name_leads_nowhere(given: str, name: str) -> None:
    assert named(given) == name
    assert len(named("x" * 300 + ".pdf")) < 130
    assert named("x" * 300 + ".pdf").endswith(".pdf")
