"""How far a gemeente is, in the words of a sentence."""

import pytest

from graph.domain.vocabulary import ToepassingStatus
from loaders.prose.subjects.stands import stand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Culemborg gebruikt dit al.", ToepassingStatus.IN_GEBRUIK),
        ("Daar loopt het inloophuis al vier jaar.", ToepassingStatus.IN_GEBRUIK),
        ("Emmen en Stadskanaal starten in het voorjaar.", ToepassingStatus.VOORBEREIDING),
        ("Houten begint volgend jaar ook.", ToepassingStatus.VOORBEREIDING),
        ("Meppel wil volgend jaar ook beginnen.", ToepassingStatus.OVERWEEGT),
        ("Ook Asten heeft belangstelling.", ToepassingStatus.OVERWEEGT),
        ("Deurne stopte met de proef.", ToepassingStatus.GESTOPT),
        ("Bodegraven ziet er voorlopig van af.", None),
        ("Someren doet nog niet mee.", None),
        ("De vergadering is om tien uur.", None),
    ],
)
def test_the_first_words_that_fit_count(text: str, expected: ToepassingStatus | None) -> None:
    assert stand(text) is expected
