"""The parts of a question, as the tests of what is made of them write it."""

from graphql import parse, validate

from opdeplank.exports.files.parts import Part, parts
from opdeplank.graphql.api import SCHEMA


def part(query: str) -> Part:
    (found,) = all_parts(query)
    return found


def all_parts(query: str) -> tuple[Part, ...]:
    document = parse(query)
    assert not validate(SCHEMA, document)
    return parts(SCHEMA, document)
