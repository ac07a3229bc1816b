"""The organisation right behind a name."""

import pytest

from loaders.prose.people.employers import PLACE, known_start
from tests.loaders.prose import reader


@pytest.mark.parametrize(
    ("behind", "vorm", "rest"),
    [
        (" van Almere zegt dat", "Almere", " zegt dat"),
        (" (VNG)", "VNG", ")"),
        (", gemeente Almere, en", "gemeente Almere", ", en"),
        (" bij het ministerie van VWS kwam", "ministerie van VWS", " kwam"),
        (" van Xqala", "", ""),
        (" van de vng", "", ""),
    ],
)
def test_the_longest_beginning_that_is_a_name_we_know(behind: str, vorm: str, rest: str) -> None:
    page = reader.seen(behind)
    found = PLACE.match(behind)
    assert found is not None
    said, ids, end = known_start(page, found)
    assert (said, bool(ids), behind[end:]) == (vorm, bool(vorm), rest)


@pytest.mark.parametrize("behind", [" en Almere", ", Almere", " zegt van Almere"])
def test_other_words_are_no_employer(behind: str) -> None:
    assert PLACE.match(behind) is None
