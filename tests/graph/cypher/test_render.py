"""A read described as data becomes one canonical text; each rule that was learnt by measuring is a case here."""

import pytest

from graph.cypher.atoms import Among, EdgeProp, EdgeType, Facts, Hop, Is, Param, Prop, Scan, Seek, Step
from graph.cypher.predicates import OPERATORS
from graph.cypher.query import (
    ALWAYS,
    All,
    Case,
    Condition,
    Different,
    Either,
    Filled,
    Found,
    Joined,
    Key,
    Missing,
    Not,
    Order,
    Rows,
    Sub,
    Tally,
    Total,
    Value,
)
from graph.cypher.query import Test as Compare
from graph.cypher.render import Rendered, render
from graph.cypher.text import escape

OUT, BACK = Hop((Step(("UIT",), True),)), Hop((Step(("UIT",), False),))
NAME = (Order(Prop("naam")),)


def text(*columns: Value) -> str:
    [statement] = render(columns).statements
    return statement.text.removeprefix("RETURN ").removesuffix(" AS c0")


def rows(*values: Value, where: Condition = ALWAYS, order: tuple[Order, ...] = (), limit: Param | None = None) -> Sub:
    return Sub(Rows(Scan("Ding"), values, where, order, limit))


def below(*values: Value, source: Hop | Facts = OUT, **more: object) -> Sub:
    return Sub(Rows(source, values, **more))  # type: ignore[arg-type]


def test_values_stand_in_the_order_of_their_text_and_the_layout_says_where() -> None:
    read = rows(Prop("b"), Prop("a"), Total(OUT, ALWAYS))
    made = render([read])
    assert made.statements[0].text == (
        "RETURN COLLECT { MATCH (n1:Ding) RETURN [COUNT { MATCH (n1)-[:UIT]->() }, n1.a, n1.b] } AS c0"
    )
    assert made.layout[read.rows] == (Total(OUT, ALWAYS), Prop("a"), Prop("b"))
    turned = rows(Total(OUT, ALWAYS), Prop("a"), Prop("b"))
    assert render([turned]).statements[0].text == made.statements[0].text


def test_the_limit_comes_before_the_values_are_made() -> None:
    assert text(rows(below(Prop("a")), order=NAME, limit=Param(1))) == (
        "COLLECT { MATCH (n1:Ding) WITH n1, n1.naam AS s1_0 ORDER BY s1_0 LIMIT $p0 "
        "RETURN [COLLECT { MATCH (n1)-[:UIT]->(n2) RETURN [n2.a] }] }"
    )


def test_every_value_of_a_caller_is_a_parameter_numbered_where_it_stands() -> None:
    where = All((Compare(Prop("b"), "=", Param("b")), Compare(Prop("a"), "holds", Param("a"))))
    [statement] = render([rows(Prop("x"), where=where, limit=Param("limit"))]).statements
    assert "WHERE ($p0 IN n1.a AND n1.b = $p1) WITH n1 LIMIT $p2" in statement.text
    assert statement.params == (Param("a"), Param("b"), Param("limit"))


def test_a_nested_read_never_uses_a_variable_of_an_outer_one() -> None:
    deep = rows(below(EdgeProp("p"), below(EdgeProp("q"), Prop("a"))))
    assert text(deep) == (
        "COLLECT { MATCH (n1:Ding) RETURN [COLLECT { MATCH (n1)-[r2:UIT]->(n2) "
        "RETURN [COLLECT { MATCH (n2)-[r3:UIT]->(n3) RETURN [n3.a, r3.q] }, r2.p] }] }"
    )


def test_a_relationship_gets_a_variable_only_when_something_looks_at_it() -> None:
    assert "[:UIT]" in text(rows(below(Prop("a"))))
    for seen in (
        below(EdgeType()),
        below(Prop("a"), order=(Order(Joined((EdgeProp("x"),))),)),
        below(Prop("a"), where=Not(Missing(EdgeProp("x")))),
        below(below(Prop("id"), source=Facts(of_edge=True))),
    ):
        assert "[r2:UIT]" in text(rows(seen))


def test_a_far_end_has_a_label_only_where_the_relationship_allows_several_types() -> None:
    assert "COUNT { MATCH (n1)-[:UIT]->() }" in text(rows(Total(OUT, ALWAYS)))
    several = Hop((Step(("A", "B"), False), Step(("UIT",), True, 6)), "Partij")
    assert text(rows(Found(several, ALWAYS))) == (
        "COLLECT { MATCH (n1:Ding) RETURN [EXISTS { MATCH (n1)<-[:A|B]-()-[:UIT*0..6]->(n2:Partij) }] }"
    )


def test_an_id_is_a_seek_and_the_rest_of_the_condition_stands_beside_it() -> None:
    seek = Sub(Rows(Seek("Entiteit", "id", Param(0)), (Prop("a"),), Is(("Ding",))))
    assert "MATCH (n1:Entiteit {id: $p0}) WHERE (n1:Ding) RETURN" in text(seek)
    among = Sub(Rows(Among("Entiteit", Param(0)), (Prop("a"),), Missing(Prop("b"))))
    assert (
        "UNWIND $p0 AS i1 MATCH (n1:Entiteit {id: i1}) USING INDEX n1:Entiteit(id) WHERE n1.b IS NULL RETURN"
        in text(among)
    )


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (Not(Missing(Prop("a"))), "n1.a IS NOT NULL"),
        (Not(Not(Missing(Prop("a")))), "n1.a IS NULL"),
        (Not(Compare(Prop("a"), "=", Param(0))), "NOT coalesce(n1.a = $p0, false)"),
        (Not(Found(OUT, ALWAYS)), "NOT EXISTS { MATCH (n1)-[:UIT]->() }"),
        (Not(All((Missing(Prop("a")), Found(OUT, ALWAYS)))),
         "(NOT EXISTS { MATCH (n1)-[:UIT]->() } OR n1.a IS NOT NULL)"),
        (Not(Either((Missing(Prop("a")), Missing(Prop("b"))))), "(n1.a IS NOT NULL AND n1.b IS NOT NULL)"),
        (Not(All()), "false"),
        (Either(()), "false"),
        (All(), "true"),
        (Is(("B", "A")), "(n1:A OR n1:B)"),
    ],
)  # fmt: skip
def test_not_counts_null_as_not_holding_and_stands_at_what_is_tested(condition: Condition, wanted: str) -> None:
    found = text(rows(Found(OUT, ALWAYS), where=Either((condition,))))
    assert f"WHERE {wanted} RETURN" in found


def test_conditions_in_another_order_are_the_same_text() -> None:
    parts = (Missing(Prop("b")), Compare(Prop("a"), "in", Param(1)), Found(BACK, Missing(Prop("c"))))
    assert text(rows(Prop("x"), where=All(parts))) == text(rows(Prop("x"), where=All(parts[::-1])))


def test_a_sort_key_of_several_parts_and_one_with_its_nulls_last() -> None:
    order = (Order(Filled(Prop("n"), 9), True), Order(Joined((Prop("a"), EdgeType()))))
    assert (
        "WITH n2, r2, coalesce(n2.n, 9) AS s2_0, coalesce(n2.a, '') + '\t' + coalesce(type(r2), '') AS s2_1 "
        "ORDER BY s2_0 DESC, s2_1 "
    ) in text(rows(below(Prop("x"), order=order)))


def test_a_node_that_several_relationships_lead_to_is_kept_once() -> None:
    once = Sub(Rows(OUT, (Prop("a"),), Missing(EdgeProp("tot")), NAME, once=True))
    assert "WHERE r2.tot IS NULL WITH DISTINCT n2, n2.naam AS s2_0 ORDER BY s2_0" in text(rows(once))


def test_a_total_of_nodes_counts_each_once() -> None:
    where = Missing(EdgeProp("tot"))
    assert "COUNT { MATCH (n1)-[r2:UIT]->(n2) WHERE r2.tot IS NULL RETURN DISTINCT n2 }" in text(
        rows(Total(OUT, where, once=True))
    )
    assert "COUNT { MATCH (n1)-[:UIT]->(n2) RETURN DISTINCT n2 }" in text(rows(Total(OUT, ALWAYS, once=True)))


def test_what_only_one_type_has_stands_in_a_case() -> None:
    case = Case((("A", (Prop("x"), Prop("a"))), ("B", (Prop("y"),))))
    made = render([rows(case, Prop("id"))])
    assert "RETURN [CASE WHEN n1:A THEN [n1.a, n1.x] WHEN n1:B THEN [n1.y] END, n1.id]" in made.statements[0].text
    assert made.layout[case, "A"] == (Prop("a"), Prop("x"))


def test_a_count_per_group_is_lifted_out_of_the_projection() -> None:
    tally = Tally(OUT, ALWAYS, (Key(Prop("soort")),), Param("most"))
    assert text(rows(tally, Prop("a"))).startswith("WITH COLLECT { MATCH (n1:Ding) WITH n1, COLLECT { MATCH (n1)")
    assert text(rows(tally, Prop("a"))).endswith("AS f1_0 RETURN [f1_0, n1.a] } AS f0_0\nRETURN f0_0")


def test_how_many_groups_there_are_is_counted_where_it_stands() -> None:
    keys = (Key(Prop("soort")), Key(Prop("id"), Prop("naam"), OUT))
    assert text(rows(Different(OUT, ALWAYS, keys[:1]), Prop("a"))) == (
        "COLLECT { MATCH (n1:Ding) RETURN [COUNT { MATCH (n1)-[:UIT]->(n2) WITH DISTINCT n2.soort AS k0 "
        "WHERE k0 IS NOT NULL RETURN k0 }, n1.a] }"
    )
    assert ("OPTIONAL MATCH (n2)-[:UIT]->(g2_1) WITH DISTINCT n2.soort AS k0, g2_1.id AS k1 RETURN k0 }") in text(
        rows(Different(OUT, ALWAYS, keys, optional=True))
    )


def test_evidence_is_found_by_the_ids_of_its_facts() -> None:
    assert "UNWIND n1.feiten AS f2 MATCH (:Feit {id: f2})-[:BLIJKT_UIT]->(n2:Passage)" in text(
        rows(below(Prop("id"), source=Facts()))
    )
    edge = below(below(Prop("id"), source=Facts(of_edge=True)))
    assert "UNWIND r2.feiten AS f3" in text(rows(edge))


def test_roots_share_a_statement_until_it_grows_too_large_to_plan() -> None:
    roots = [rows(*(below(Prop(f"p{i}")) for i in range(5)), where=Missing(Prop(f"w{n}"))) for n in range(3)]

    def sizes(made: Rendered) -> list[int]:
        return [s.subqueries for s in made.statements]

    assert sizes(render(roots, most=12)) == [12, 6]
    assert sizes(render(roots, most=100)) == [18]
    assert sizes(render(roots, most=1)) == [6, 6, 6]
    assert render([]).statements == ()


def test_a_name_becomes_text_by_one_road() -> None:
    assert escape("naam") == "naam"
    assert escape("naam`) DETACH DELETE n //") == "`naam``) DETACH DELETE n //`"
    assert escape("één") == "`één`"
    assert escape("") == "``"
    assert text(rows(Prop("a b"))) == "COLLECT { MATCH (n1:Ding) RETURN [n1.`a b`] }"


def test_every_operator_puts_its_value_and_its_parameter_once() -> None:
    for name, pattern in OPERATORS.items():
        found = text(rows(Prop("x"), where=Compare(Prop("v"), name, Param(0))))
        assert pattern.replace("{v}", "n1.v").replace("{p}", "$p0") in found


def test_equal_parts_are_one_value() -> None:
    assert Rows(OUT, (Prop("a"),)) == Rows(Hop((Step(("UIT",), True),)), (Prop("a"),))
    assert len({Sub(Rows(OUT, (Prop("a"),))), Sub(Rows(OUT, (Prop("a"),)))}) == 1
