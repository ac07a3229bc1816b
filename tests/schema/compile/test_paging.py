import pytest

from graph.cypher.atoms import Prop
from graph.cypher.query import ALWAYS, All, Either, Order
from graph.cypher.query import Test as Compare
from graph.domain.provenance import MODEL
from schema.compile.frames import Frame
from schema.compile.paging import ID, NAME, Pages, keyset
from schema.request.binding import Bind, Const


def pages() -> Pages:
    return Pages(lambda signature: lambda keys: f"{signature}:{keys}")


def test_a_list_goes_on_after_a_cursor_by_its_first_key() -> None:
    made = keyset((Order(Prop("inwoners"), True), NAME), "c", "plaats")
    assert isinstance(made, All)
    first, rest = made.parts
    assert isinstance(first, Compare)
    assert (first.value, first.operator) == (Prop("inwoners"), "<=")
    assert isinstance(rest, Either)
    assert [getattr(part, "operator", "") for part in rest.parts] == ["<", ">"]
    assert first.param.key == Bind(Const("c"), "cursor", ("plaats", 0, 2))


def test_keys_after_a_unique_one_add_nothing() -> None:
    assert pages().paging("x", {}, (NAME, ID)).order == (NAME,)
    assert pages().paging("x", {}, (ID, ID)).order == (ID,)


def test_backwards_everything_is_turned_round() -> None:
    forward, backward = pages().paging("x", {"first": 2}, (ID,)), pages().paging("x", {"last": 2}, (ID,))
    assert (forward.backward, backward.backward) == (False, True)
    assert backward.order == (Order(Prop("id"), True),)
    assert forward.signature == backward.signature, "a cursor of one way is good for the other"
    assert forward.after == ALWAYS
    assert not forward.continued


def test_an_order_of_its_own_makes_other_cursors() -> None:
    [key] = pages().keys(MODEL, "Gemeente", [{"veld": "INWONERS", "richting": "AFLOPEND"}])
    assert key.descending
    assert pages().paging("x", {}, (key, NAME)).signature != pages().paging("x", {}, (NAME,)).signature
    twice = [{"veld": "INWONERS", "richting": "AFLOPEND"}, {"veld": "INWONERS", "richting": "AFLOPEND"}]
    assert pages().keys(MODEL, "Gemeente", twice) == (key,)


def test_a_cursor_is_made_of_the_sort_keys_of_its_row() -> None:
    frame = Frame(MODEL.nodes["Thema"])
    cursor = pages().paging("x", {}, (NAME,)).cursor(frame)
    assert [*frame.values] == [Prop("volgorde")]
    assert cursor.write(["aa"]).endswith("['aa']")


@pytest.mark.parametrize("relation", ["themas", "mensen"])
def test_a_relation_is_read_by_name_unless_something_is_asked(relation: str) -> None:
    found = MODEL.nodes["Traject"].relations.get(relation) or MODEL.nodes["Gemeente"].relations[relation]
    assert pages().order(MODEL, found, None)[0] == NAME
