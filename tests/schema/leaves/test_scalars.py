"""A scalar takes one way of writing, whatever else Python would read."""

import pytest
from graphql import GraphQLError

from schema.leaves.scalars import SCALARS, Date, DateTime, GemeenteCode

REFUSED = {
    Date: ("20240131", "2024-W05-3", "2024-1-31", "2024-02-30", "2024-01-31T00:00:00", " 2024-01-31", "٢٠٢٤-01-31", ""),
    DateTime: ("2024-01-31", "20240131T120000Z", "2024-01-31 12:00:00Z", "2024-01-31T12:00:00", "2024-01-31T25:00:00Z"),
    GemeenteCode: ("GM٠٣٤٤", "GM344", "0344", "GM03444"),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in REFUSED.items() for text in texts])
def test_another_way_of_writing_is_refused(kind: object, text: str) -> None:
    parse = SCALARS[kind].parse_value
    assert parse is not None
    with pytest.raises(GraphQLError):
        parse(text)


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (Date, "2024-01-31", "2024-01-31"),
        (DateTime, "2024-01-31T12:00:00Z", "2024-01-31T12:00:00+00:00"),
        (GemeenteCode, "gm0344", "GM0344"),
    ],
)
def test_the_way_that_is_meant_is_read(kind: object, text: str, kept: str) -> None:
    parse = SCALARS[kind].parse_value
    assert parse is not None
    assert parse(text) == kept
