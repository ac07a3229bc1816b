from graph.cypher.atoms import EdgeProp, EdgeType, Facts, Hop, Param, Prop, Scan, Step
from graph.cypher.demands import grouped, groups, sees_edge
from graph.cypher.query import ALWAYS, Case, Filled, Found, Joined, Key, Missing, Not, Rows, Sub, Tally, Total, Value

HOP = Hop((Step(("DEEL_VAN",), True),))
COUNTED = Tally(HOP, ALWAYS, (Key(Prop("naam")),), Param("x"))


def test_what_speaks_of_the_relationship_needs_it_named() -> None:
    asks: list[Value] = [
        EdgeProp("tot"), EdgeType(), Joined((Prop("naam"), EdgeProp("tot"))), Filled(EdgeProp("tot"), "9"),
        Sub(Rows(Facts(of_edge=True), ())), Total(Facts(of_edge=True), ALWAYS),
        Case((("Wet", (EdgeProp("tot"),)),)),
    ]  # fmt: skip
    assert all(map(sees_edge, asks))
    assert sees_edge(Not(Missing(EdgeProp("tot"))))
    does_not: list[Value] = [
        Prop("naam"), Sub(Rows(Facts(), ())), Total(HOP, ALWAYS), Found(HOP, Missing(EdgeProp("tot")))
    ]  # fmt: skip
    assert not any(map(sees_edge, does_not)), "below a hop it is another relationship"


def test_a_count_per_group_is_lifted_from_any_depth() -> None:
    inner = Sub(Rows(HOP, (Prop("naam"), COUNTED)))
    plain = Sub(Rows(Scan("Thema"), (Prop("naam"),)))
    cased = Case((("Wet", (plain, inner)),))
    assert [groups(each) for each in (COUNTED, inner, cased, plain, Prop("naam"))] == [True, True, True, False, False]
    assert [*grouped([Prop("naam"), plain, cased, COUNTED])] == [inner, COUNTED]
