import pytest

from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from opdeplank.display.scales import STEPS, Drawn, bewijs, rijpheid


@pytest.mark.parametrize(("place", "level"), [*enumerate(r for r in Rijpheid if r is not Rijpheid.UITGEFASEERD)])
def test_as_many_books_are_full_as_it_is_ripe(place: int, level: Rijpheid) -> None:
    shape = rijpheid(level.name)
    assert (shape.full.count("M"), shape.empty.count("M"), shape.struck) == (place, STEPS - place, False)


def test_what_is_phased_out_is_struck_through() -> None:
    shape = rijpheid(Rijpheid.UITGEFASEERD.name)
    assert (shape.full, shape.struck) == ("", True)


@pytest.mark.parametrize(("place", "level"), [*enumerate(Bewijsniveau)])
def test_evidence_is_a_staircase_with_a_step_for_each_level(place: int, level: Bewijsniveau) -> None:
    shape = bewijs(level.name)
    assert (shape.full.count("M"), shape.empty.count("M")) == (place, STEPS - place)


def test_a_page_draws_each_shape_once_and_points_at_it() -> None:
    drawn = Drawn()
    pointed_at = [drawn.rijpheid("PILOT"), drawn.bewijs("NIET_BEOORDEELD"), drawn.rijpheid("PILOT")]
    assert pointed_at[0] == pointed_at[2]
    assert drawn.shapes == {pointed_at[0]: rijpheid("PILOT"), pointed_at[1]: bewijs("NIET_BEOORDEELD")}
