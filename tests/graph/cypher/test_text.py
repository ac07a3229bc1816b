import re
from pathlib import Path

import graph
from graph.cypher.atoms import Param, Step
from graph.cypher.text import SLOT, At, Text, arrow, by_id, escape, first_id, join, known, pattern

HERE = At("n0", "r0", 0)


def test_a_name_can_never_be_more_than_a_name() -> None:
    assert escape("naam") == "naam"
    assert escape("naam) DETACH DELETE (n") == "`naam) DETACH DELETE (n`"
    assert escape("a`b") == "`a``b`"
    assert escape("überblik") == "`überblik`", "what one engine takes for a letter another may not"


def test_many_are_looked_up_by_the_index() -> None:
    assert by_id("a", "Entiteit", "row.id") == "(a:Entiteit {id: row.id}) USING INDEX a:Entiteit(id)"


def test_no_statement_finds_a_node_by_what_may_be_nothing() -> None:
    """The embedded engine then reads every node, for each row: it made a page of hits three times as slow."""
    assert known("n.id") == "coalesce(n.id, '')"
    assert first_id("f.voorwerp") == "coalesce(split(f.voorwerp, '|')[0], '')"
    written = {str(p): p.read_text("utf-8") for p in Path(graph.__file__).parent.rglob("*.py")}
    bare = re.compile(r":Entiteit \{+\w+: (?:split\()?(?!row\.)\w+\.\w+[,}]")
    assert {path: found for path, text in written.items() if (found := bare.findall(text))} == {}


def test_pieces_keep_their_parameters_in_order_and_count_what_is_in_them() -> None:
    one, two = Text(f"a = {SLOT}", (Param("x"),), 1), Text(f"b = {SLOT}", (Param("y"),), 2)
    assert join([one, two], " AND ", "(", ")") == Text(
        f"(a = {SLOT} AND b = {SLOT})", (Param("x"), Param("y")), 3
    )  # fmt: skip


def test_a_step_is_an_arrow_in_its_direction() -> None:
    assert arrow(Step(("DEEL_VAN",), True), "r") == "-[r:DEEL_VAN]->"
    assert arrow(Step(("VAN", "PAST_TOE"), False), "") == "<-[:VAN|PAST_TOE]-"
    assert arrow(Step(("DEEL_VAN",), True, 4), "") == "-[:DEEL_VAN*0..4]->"


def test_only_the_end_of_a_pattern_is_named() -> None:
    steps = (Step(("REGISSEERT",), False), Step(("WERKT_BIJ",), True))
    there = HERE.inside()
    assert (there.node, there.edge, there.depth) == ("n1", "r1", 1)
    with_edge = "(n0)<-[:REGISSEERT]-()-[r1:WERKT_BIJ]->(n1:Gemeente)"
    assert pattern(steps, "Gemeente", HERE, there, anonymous=False) == with_edge
    assert (
        pattern(steps, "", HERE, there._replace(edge=""), anonymous=True) == "(n0)<-[:REGISSEERT]-()-[:WERKT_BIJ]->()"
    )
