"""The word for a function says which kind of body it is held at."""

import pytest

from loaders.prose.bodies.subject import Topic
from loaders.prose.places import implied_bodies
from tests.loaders.prose import reader

EDE, GELDERLAND = Topic("gemeente:gm0228", ""), Topic("organisatie:provincie-gelderland", "")
RECHTBANK, SCHOOL = Topic("", "", "Rechtbank Dal"), Topic("", "", "Hogeschool Dal")


@pytest.mark.parametrize(
    ("function", "first"),
    [("gedeputeerde", GELDERLAND), ("rechter", RECHTBANK), ("lector armoede", SCHOOL), ("adviseur", EDE)],
)
def test_that_kind_is_offered_first(function: str, first: Topic) -> None:
    answers = [EDE, RECHTBANK, SCHOOL, GELDERLAND]
    assert implied_bodies.first(reader.seen("Ede"), function, answers)[0] == first


def test_without_a_body_of_that_kind_the_order_stays() -> None:
    assert implied_bodies.first(reader.seen("Ede"), "rechter", [EDE, SCHOOL]) == [EDE, SCHOOL]
