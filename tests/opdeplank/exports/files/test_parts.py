"""What an answer looks like, from the question alone."""

from opdeplank.exports.files.parts import Part
from opdeplank.graphql.registered import registered
from tests.opdeplank.exports.files.asking_parts import all_parts, part


def below(found: Part) -> dict[str, Part]:
    return {each.key: each for each in found.parts}


def test_a_list_in_pages_knows_where_its_things_are_and_whether_it_goes_on() -> None:
    found = part(
        "query q($after: String) { wat: oplossingen(after: $after, first: 2) "
        "{ hoeveel: aantal dingen: nodes { id naam: titel } pageInfo { hasNextPage } } }"
    )
    assert (found.key, found.name, found.kind, found.many) == ("wat", "oplossingen", "Oplossing", True)
    assert (found.through, found.node, found.count, found.turns) == ("dingen", "", "hoeveel", True)
    assert [(each.key, each.name, each.kind) for each in found.parts] == [
        ("id", "id", "ID"),
        ("naam", "titel", "String"),
    ]
    assert list(found.each({"hoeveel": 1, "dingen": [{"id": "a"}]})) == [({"id": "a"}, {})]


def test_what_an_edge_says_stands_apart_from_its_thing() -> None:
    found = part(
        '{ gemeente(sleutel: {code: "GM0344"}) { id trajecten { edges { cursor rol ding: node { id naam } } } } }'
    )
    tie = below(found)["trajecten"]
    assert (tie.kind, tie.node) == ("Traject", "ding")
    assert [each.key for each in tie.edge] == ["rol"]
    assert [each.key for each in tie.parts] == ["id", "naam"]
    assert list(tie.each({"edges": [{"rol": "trekker", "ding": {"id": "t"}}]})) == [
        ({"id": "t"}, {"rol": "trekker", "ding": {"id": "t"}})
    ]
    assert list(tie.each(None)) == []


def test_fragments_on_several_types_give_each_key_once() -> None:
    found = part(
        '{ oplossing(sleutel: {slug: "x"}) { ontwikkeldDoor { nodes { __typename id ...g '
        "... on Organisatie { soort weergavenaam } } } } } fragment g on Gemeente { soort code }"
    )
    assert [each.key for each in below(found)["ontwikkeldDoor"].parts] == ["id", "soort", "code", "weergavenaam"]


def test_of_somebody_only_what_is_public_is_in_a_file() -> None:
    found = part('{ persoon(sleutel: {slug: "x"}) { id naam email functie } }')
    assert [each.key for each in found.parts] == ["id", "naam", "functie"]


def test_what_is_only_counted_is_a_number_and_groups_are_left_out() -> None:
    assert part("{ themas { aantal } }").kind == "Int"
    assert all_parts("{ gemeenten { groepeer(op: [PROVINCIE]) { aantal } } }") == ()


NO_ROWS = {"aantalOplossingen", "bladwijzer", "facetKnelpunten", "facetOplossingen"}
"""Registered questions that only count, or say where a page begins."""


def test_every_registered_question_has_parts_unless_it_only_counts() -> None:
    without = {e.name for e in registered().values() if all(found.leaf for found in all_parts(e.text))}
    assert without == NO_ROWS
