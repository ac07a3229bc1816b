from graph.cypher.atoms import Hop, Param, Prop, Scan, Step
from graph.cypher.query import ALWAYS, All, Either, Order, Rows, Sub
from graph.cypher.query import Test as Compare


def rows(name: str = "naam", limit: str = "x") -> Rows:
    inner = Rows(Hop((Step(("DEEL_VAN",), True),)), (Prop(name),), ALWAYS, (Order(Prop("id")),), Param(limit))
    return Rows(Scan("Thema"), (Prop("id"), Sub(inner)))


def test_equal_reads_are_the_same_read() -> None:
    assert rows() == rows()
    assert len({rows(), rows()}) == 1
    assert len({rows(), rows("code"), rows(limit="y")}) == 3


def test_a_condition_without_parts_is_not_the_same_as_one_that_never_holds() -> None:
    assert All(()) == ALWAYS
    assert Either(()) != ALWAYS
    assert Rows(Scan("Thema"), ()).where is ALWAYS


def test_each_level_is_hashed_once_however_deep() -> None:
    made = Rows(Scan("Thema"), (Prop("id"),))
    for _ in range(400):  # hashing all that is below at each level would not come back from this
        made = Rows(Scan("Thema"), (Sub(made), Sub(made)), Compare(Prop("id"), "=", Param(1)))
    assert hash(made) == hash(made)
