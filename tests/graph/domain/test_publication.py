"""The steps of publication, as one table."""

import pytest

from graph.domain.publication import STEPS, onward, step
from graph.domain.vocabulary import PublicatieStatus as Status
from graph.domain.vocabulary import Rol


def test_nothing_is_published_that_nobody_judged() -> None:
    assert {each.van for each in STEPS if each.naar is Status.GEPUBLICEERD} == {Status.TER_BEOORDELING}


@pytest.mark.parametrize("status", [*Status])
def test_no_status_is_an_end_and_every_one_is_reached(status: Status) -> None:
    assert onward(status)
    assert any(each.naar is status for each in STEPS)
    assert step(status, status) is None


def test_only_withdrawing_asks_a_reason_and_only_the_programme_takes_a_step() -> None:
    withdrawing = step(Status.GEPUBLICEERD, Status.INGETROKKEN)
    assert withdrawing is not None
    assert [each for each in STEPS if each.reden or each.vervanging] == [withdrawing]
    assert {each.rollen for each in STEPS} == {(Rol.PROGRAMMABUREAU,)}
