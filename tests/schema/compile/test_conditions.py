"""A null in a filter says as little as leaving the field out, wherever it stands and however it comes."""

from typing import Any

import pytest

from graph.domain.viewer import PUBLIC
from tests.asking import plans

PLANS = plans()
ASK = "query($f: KnelpuntFilter) { knelpunten(filter: $f) { aantal } }"


def statement(given: Any) -> str:
    document = PLANS.document(ASK)
    plan, _ = PLANS.plan(document, PLANS.variables(document, {"f": given}), PUBLIC)
    return "\n".join(s.text for s in plan.statements)


@pytest.mark.parametrize(
    ("with_null", "without"),
    [
        (None, {}),
        ({"id": None}, {}),
        ({"wet": None, "titel": None}, {}),
        ({"id": ["knelpunt:a"], "niet": None, "en": None, "of": None}, {"id": ["knelpunt:a"]}),
        ({"thema": {"enige": {"id": None}}}, {"thema": {"enige": {}}}),
        (
            {"thema": {"enige": {"id": ["thema:a"], "inclusiefOnderliggend": None}}},
            {"thema": {"enige": {"id": ["thema:a"]}}},
        ),
    ],
)
def test_null_is_not_a_condition(with_null: Any, without: Any) -> None:
    assert statement(with_null) == statement(without)
