from graph.cypher.atoms import Prop
from graph.domain.provenance import MODEL
from schema.compile.frames import Frame


def test_a_value_that_is_wanted_twice_is_read_once() -> None:
    frame = Frame(MODEL.nodes["Thema"])
    first = frame.want(Prop("naam"))
    assert frame.want(Prop("naam")) is first
    assert [*frame.values] == [Prop("naam")]


def test_the_same_row_seen_as_another_type_wants_nothing_yet() -> None:
    frame = Frame(None, seek="Entiteit")
    frame.want(Prop("id"))
    other = frame.beside(MODEL.nodes["Thema"])
    assert (other.node, other.seek, other.values) == (MODEL.nodes["Thema"], "Entiteit", {})
