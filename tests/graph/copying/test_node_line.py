"""A node as a line: one way to write it, and only what is one is read."""

import pytest

from graph.copying import node_line
from graph.copying.node_line import Edge, Record
from graph.domain.provenance import MODEL
from graph.errors import GraphError


def test_the_order_in_which_an_engine_gives_things_does_not_show() -> None:
    ties = (Edge("B", "Entiteit", "wet:b", {"z": 1, "a": [1.0, 2]}), Edge("A", "Entiteit", "wet:c", {}))
    one = Record(("Wet", "Entiteit"), {"naam": "é", "id": "wet:a"}, ties)
    other = Record(("Entiteit", "Wet"), {"id": "wet:a", "naam": "é"}, ties[::-1])
    assert node_line.line(one) == node_line.line(other)
    assert node_line.line(one).decode() == (
        '[["Entiteit","Wet"],{"id":"wet:a","naam":"é"},'
        '[["A","Entiteit","wet:c",{}],["B","Entiteit","wet:b",{"a":[1.0,2],"z":1}]]]'
    )
    assert node_line.line(node_line.read(node_line.line(one))) == node_line.line(one)


@pytest.mark.parametrize(
    "text", [b"", b"1", b"[]", b"[[],{},[]]", b'[["A"],{"id":1},[]]', b'[["A"],{"id":"a"},[1]]', b'[["A"],[],[]]']
)
def test_what_is_no_line_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (orjson raises its own kind of it)
        node_line.read(text)


def test_a_value_that_no_engine_of_ours_gives_is_named() -> None:
    with pytest.raises(GraphError, match="wet:a"):
        node_line.line(Record(("Wet",), {"id": "wet:a", "vreemd": object()}))


def test_every_label_with_an_id_of_its_own_has_a_place() -> None:
    places = node_line.seeks(MODEL)
    assert {node.seek for node in MODEL.nodes.values()} < set(places)
    assert places[-1] == "Meta"
    assert len(places) == len(set(places))
    assert node_line.seek_of(MODEL, ["Partij", "Gemeente", "Entiteit"]) == "Entiteit"
    assert node_line.seek_of(MODEL, ["Boek"]) == ""


def test_the_end_of_a_tie_to_a_load_is_in_the_id_of_the_tie() -> None:
    row = ["bron:a", ["Document"], {"id": "bron:a"}, [["GELADEN_MET", ["Lading"], "bron:a>lading:b", {}]]]
    assert node_line.from_row(MODEL, row).edges == (Edge("GELADEN_MET", "Lading", "lading:b", {}),)
