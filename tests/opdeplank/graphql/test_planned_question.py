"""A question in a file: its text, its values, and what it becomes."""

from pathlib import Path

import pytest

from graph.domain.viewer import PUBLIC
from opdeplank.graphql.planned_question import planned, text_in, values_in
from opdeplank.terminal.arguments import WrongUse
from schema.execute.parsing import Invalid
from tests.asking import plans

LOOK_UP = '{ pasklaar(invoer: {vraag: {thema: "thema:a"}}) { nodes { oplossing { titel } } } }'


def test_values_come_from_what_is_given_and_make_the_price() -> None:
    text = "query ($n: Int) { gemeenten(first: $n) { nodes { naam } } }"
    few, many = (planned(plans(), text, values_in(f'{{"n": {n}}}'), PUBLIC) for n in (1, 9))
    assert (few.things, many.things) == (1, 9)
    assert few.price < many.price
    assert 9 in next(iter(many.plan.parameters(many.bound))).values()


def test_a_look_up_is_planned_as_one_that_finds_nothing() -> None:
    assert planned(plans(), LOOK_UP, {}, PUBLIC).plan.lookups


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        planned(plans(), "{ nietsbekends }", {}, PUBLIC)
    with pytest.raises(WrongUse, match="niet te lezen"):
        text_in(str(tmp_path / "weg"))
    for given in ("[]", "{", "3"):
        with pytest.raises(WrongUse, match="--variabelen"):
            values_in(given)
