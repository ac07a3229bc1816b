"""What a row of the workbook shows of a fact."""

from datetime import datetime

from loaders.facts.fact import Fact
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import Proposal
from loaders.proposal.shown import decisions
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


def test_what_is_new_goes_by_its_name_and_who_does_what_is_not_made_up() -> None:
    velden = {"persoon": "Anna Bos", "organisatie": "organisatie:dal", "organisatie_vorm": "Stichting Dal"}
    asked = Fact("feit:1", "rol", velden, regel="buurt-organisatie", vraag="Welke functie?")
    matter = Matter("vraag:1", "doc:1", "Hoort dit erbij?", None, [], ["feit:1"])
    made = Proposal(1, "", [], [asked], [], [matter])
    together, row = decisions(made, str, {})
    assert together["wat"] == "Anna Bos – functie niet genoemd, Stichting Dal"
    assert row["organisatie"] == "Stichting Dal (organisatie:dal)"
