"""What a row of the workbook shows of a fact."""

from datetime import datetime

from tests.loaders.proposal.desk import ANNA, BRAM, TIE, WHICH, edited


def test_a_row_says_what_who_where_and_why() -> None:
    _, sheet = edited()
    assert sheet.get(ANNA.id, "organisatie") == "Waterdam (gemeente:gm9001)"
    assert sheet.get(ANNA.id, "vanaf") == datetime(2018, 1, 24)
    assert sheet.get(ANNA.id, "plaats") == "regel 3"
    assert sheet.get(BRAM.id, "organisatie") == "gemeente Bergen"
    assert sheet.get(BRAM.id, "plaats") == f"teken {BRAM.bewijs[0].van} tot {BRAM.bewijs[0].tot}"
    assert sheet.get(BRAM.id, "vraag") == WHICH
    assert sheet.get(TIE.id, "wat") == "relatie: GAAT_OVER; van: knelpunt:a; naar: thema:b"
