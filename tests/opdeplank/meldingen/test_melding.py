"""The number of a melding, and what can be said."""

import pytest

from opdeplank.meldingen.melding import NUMBER, MeldingSoort, MeldingStand, new_number, number_of


def test_a_number_is_found_however_it_is_typed() -> None:
    nummer = new_number()
    assert NUMBER.fullmatch(nummer)
    shown = f"{nummer[:4]}-{nummer[4:]}"
    for typed in (nummer, shown, shown.upper(), f"  {nummer[:4]} {nummer[4:]}\n", shown.replace("-", "–")):
        assert number_of(typed) == nummer


@pytest.mark.parametrize("typed", ["", "k7m2", "k7m2-qx4p9", "k7m2-qxip", "' OR 1=1", "x" * 100_000])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number_of(typed) is None


def test_some_things_are_only_said_for_a_gemeente_and_what_is_closed_waits_no_more() -> None:
    assert [each.name for each in MeldingSoort if each.by_a_gemeente] == ["GEBRUIKEN_WIJ", "GEBRUIKEN_WIJ_NIET_MEER"]
    assert [each.name for each in MeldingStand if each.open] == ["NIEUW", "IN_BEHANDELING"]
