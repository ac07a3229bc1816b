"""A question for a list in two: the ids in order, and what is said of them."""

import pytest
from graphql import parse, print_ast, validate

from opdeplank.exports.files.parts import parts
from opdeplank.exports.halved_question import Halved, halved
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import registered


def of(text: str) -> Halved | None:
    document = parse(text)
    assert not validate(SCHEMA, document)
    return halved(SCHEMA, text, next(part for part in parts(SCHEMA, document) if part.turns))


def test_the_first_half_keeps_the_list_and_what_stands_beside_it_the_second_what_is_said() -> None:
    found = of(
        "query q($after: String, $f: OplossingFilter, $elk: Int) { wat: oplossingen(after: $after, filter: $f) "
        "{ hoeveel: aantal dingen: nodes { id ...meer } pageInfo { endCursor } } stand { versie } } "
        "fragment meer on Oplossing { naam: titel themas(first: $elk) { nodes { ...thema } } } "
        "fragment thema on Thema { id }"
    )
    assert found is not None
    assert found.which == print_ast(
        parse(
            "query q($after: String, $f: OplossingFilter) { wat: oplossingen(after: $after, filter: $f) "
            "{ hoeveel: aantal dingen: nodes { id } pageInfo { endCursor } } stand { versie } }"
        )
    )
    assert found.what == print_ast(
        parse(
            "query q($sleutels: [ID!]!, $elk: Int) { nodes(ids: $sleutels) { ... on Oplossing { id ...meer } } } "
            "fragment meer on Oplossing { naam: titel themas(first: $elk) { nodes { ...thema } } } "
            "fragment thema on Thema { id }"
        )
    )
    assert (found.of_which, found.of_what) == ({"after", "f"}, {"sleutels", "elk"})


@pytest.mark.parametrize(
    "selection",
    [
        "nodes { titel }",  # nothing to find them by
        "nodes { sleutel: id titel }",
        "nodes { id: titel }",
        "edges { cursor node { id titel } }",  # the place is of the list, not of the thing
        "nodes { id } nodes { titel }",  # one list in two pieces
    ],
)
def test_what_cannot_be_found_again_by_its_id_stays_one_question(selection: str) -> None:
    assert of(f"query q($after: String) {{ oplossingen(after: $after) {{ {selection} }} }}") is None


def test_the_halves_of_all_our_own_questions_are_questions_too() -> None:
    made = 0
    for each in registered().values():
        turned = next((part for part in parts(SCHEMA, parse(each.text)) if part.turns), None)
        found = halved(SCHEMA, each.text, turned) if turned else None
        if found is None:
            assert not each.file.startswith("uitvoer-"), each.file
            continue
        made += 1
        for text, names in ((found.which, found.of_which), (found.what, found.of_what - {"sleutels"})):
            assert not validate(SCHEMA, parse(text)), each.file
            assert names <= each.variables, each.file
    assert made > 10
