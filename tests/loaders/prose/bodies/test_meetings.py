"""Whose meeting a page is of."""

import pytest

from loaders.prose.bodies.meetings import Meeting, meeting
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Notulen van de raad der gemeente Ede\n", Meeting("raadslid", "", ("gemeente:gm0228",))),
        ("De gemeenteraad van Ede besluit\n", Meeting("raadslid", "", ("gemeente:gm0228",))),
        ("Verslag Adviesraad Sociaal Domein\n", Meeting("lid", "Adviesraad Sociaal Domein")),
        ("De Raad van Toezicht van Xqala\n", Meeting("lid", "Raad van Toezicht van Xqala")),
        (
            "Programmaraad Sociaal Domein\n",
            Meeting("lid", "Programmaraad Sociaal Domein", ("organisatie:programmaraad-sociaal-domein",)),
        ),
        ("Nieuws over zorg\n", None),
    ],
)
def test_the_first_lines_say_whose_it_is(text: str, found: Meeting | None) -> None:
    assert meeting(reader.seen(text)) == found
