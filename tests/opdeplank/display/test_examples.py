from urllib.parse import parse_qs, urlsplit

import pytest
from graphql import parse, validate

from opdeplank.display.examples import EXAMPLES, Example
from opdeplank.graphql.api import SCHEMA


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_can_be_asked_and_opened(example: Example) -> None:
    assert validate(SCHEMA, parse(example.query)) == []
    address = urlsplit(example.path)
    assert address.path == "/graphiql"
    assert parse_qs(address.query)["query"] == [example.query]
    assert example.title.endswith("?")
