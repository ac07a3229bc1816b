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


def test_a_commissie_in_small_letters_and_a_rekenkamer_are_meetings() -> None:
    text = "Verslag van de openbare vergadering van de commissie algemene zaken, gehouden op 6 juni 2007.\n"
    said = [meeting(reader.seen(each)) for each in (text, "Colofon Rekenkamercommissie Leden: P. Bos (vz.)\n")]
    assert [each.vorm for each in said if each] == ["commissie algemene zaken", "Rekenkamercommissie"]
