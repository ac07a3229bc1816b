"""What is asked before a melding is put in the graph."""

from dataclasses import replace

import pytest

from opdeplank.bureau.views.taken_over import NotTaken, way
from opdeplank.meldingen.melding import Melding, MeldingSoort
from tests.opdeplank.meldingen.test_melding_file import melding

USES, STOPS = MeldingSoort.GEBRUIKEN_WIJ, MeldingSoort.GEBRUIKEN_WIJ_NIET_MEER
MISSING = MeldingSoort.KNELPUNT_MIST


def test_only_what_names_its_gemeente_and_its_oplossing_is_put_there_by_a_button() -> None:
    said = melding()
    for other in (
        said, replace(said, soort=MeldingSoort.WEET_MEER), replace(said, soort=USES, gemeente=None),
        replace(said, soort=USES, over="knelpunt:a"), replace(said, soort=STOPS, over=None),
        replace(said, soort=MISSING, gemeente=None),
    ):  # fmt: skip
        assert way(other) is None
    for kind, over in ((USES, "oplossing:a"), (STOPS, "oplossing:a"), (MISSING, None), (MISSING, "thema:a")):
        assert way(replace(said, soort=kind, over=over)) is not None


@pytest.mark.parametrize(
    ("kind", "given", "wrong"),
    [
        (USES, {}, {"status"}),
        (USES, {"status": "GESTOPT", "sinds": "gisteren"}, {"status", "sinds"}),
        (STOPS, {"reden": "  "}, {"reden"}),
        (MISSING, {"omschrijving": "Iets"}, {"titel"}),
    ],
)
def test_what_is_not_filled_in_is_said_by_field(kind: MeldingSoort, given: dict[str, str], wrong: set[str]) -> None:
    said: Melding = melding(soort=kind)
    how = way(said)
    assert how is not None
    with pytest.raises(NotTaken) as refused:
        how.invoer(said, given)
    assert refused.value.fouten.keys() == wrong


def test_what_is_filled_in_is_asked_in_the_name_of_the_gemeente() -> None:
    said = melding(soort=USES)
    how = way(said)
    assert how is not None
    assert how.invoer(said, {"status": "IN_GEBRUIK", "sinds": ""}) == {
        "oplossing": "oplossing:a", "gemeente": {"id": "gemeente:gm0034"}, "status": "IN_GEBRUIK", "sinds": None,
    }  # fmt: skip
