"""What was given for a fact means what it would in the workbook, and is refused in the same words."""

import pytest

from graph.domain.provenance import MODEL
from loaders.answers.given import Given
from loaders.proposal.filled_in import Checker, decided
from loaders.proposal.proposal import BadProposal
from tests.loaders.proposal.desk import ANNA, BRAM, CEES, names, proposal


def test_nothing_given_is_the_proposal_as_it_was() -> None:
    made = proposal()
    assert decided(made, {}, MODEL, names(), "proef") == made


def test_an_answer_goes_to_its_fact() -> None:
    given = {BRAM.id: Given("ja", {"organisatie": "Bergen (NH.)"}), ANNA.id: Given("nee")}
    found = {fact.id: fact for fact in decided(proposal(), given, MODEL, names(), "proef").feiten}
    assert (found[BRAM.id].besluit, found[BRAM.id].velden["organisatie"]) == ("ja", "gemeente:gm9002")
    assert found[ANNA.id].besluit == "nee"
    assert found[CEES.id] == CEES


def test_every_mistake_is_told_with_its_number() -> None:
    given = {BRAM.id: Given("ja", {"organisatie": "Bergen"}), ANNA.id: Given("ja", {"vanaf": "ooit"})}
    with pytest.raises(BadProposal) as told:
        decided(proposal(), given, MODEL, names(), "proef")
    assert "kolom organisatie" in str(told.value)
    assert "kolom vanaf" in str(told.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Given("ja", {"organisatie": "Bergen"}), "kan Bergen"),
        (Given("later", {"organisatie": "Waterdam"}), "het besluit is later"),
        (Given("ja", {"tot": "2018-13-01"}), "geen hele datum"),
        (Given("ja", {"titel": "x"}), "hoort hier niets"),
        (Given("misschien"), "geen keuze"),
        (Given("ja", {"organisatie": "Waterdam"}), ""),
        (Given("nee"), ""),
    ],
)
def test_one_answer_is_checked_alone(given: Given, said: str) -> None:
    found = " ".join(Checker(proposal(), MODEL, names()).problems(BRAM.id, given))
    assert said in found
    assert bool(said) == bool(found)
