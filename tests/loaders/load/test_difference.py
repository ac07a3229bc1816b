"""What a plan would change in a graph."""

from pathlib import Path

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.load.difference import compare
from loaders.load.plan import Hand, Plan
from tests.loaders.papers import base

pytestmark = pytest.mark.anyio
HAND = Hand("toos", "2018-02-01T09:00:00.000Z")
FACT = {"feiten": ["feit:1"]}


def plan(**things: str) -> Plan:
    """`plan(schulden="Schulden")`: thema's by the end of their id and their name."""
    made = Plan(MODEL)
    for key, name in things.items():
        made.node(MODEL.nodes["Thema"], f"thema:{key}", {"naam": name, **FACT})
    return made


async def test_only_what_differs_is_written_with_what_stood_there(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    found = await compare(store.rows, MODEL, plan(schulden="Schuld", wonen="Wonen"), HAND)
    assert [row.id for row in found.new_nodes()] == ["thema:wonen"]
    [changed] = found.changed_nodes()
    assert (changed.properties["naam"], changed.properties["versie"], changed.properties["gewijzigdOp"]) == (
        "Schuld",
        2,
        HAND.op,
    )
    assert found.before_nodes["thema:schulden"].properties["naam"] == "Schulden"
    assert "feit:1" in changed.properties["feiten"]
    assert len(changed.properties["feiten"]) == 2


async def test_a_plan_that_says_what_stands_there_changes_nothing(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    known = await compare(store.rows, MODEL, plan(schulden="Schulden"), HAND)
    assert len(known.changed_nodes()) == 1  # it rests on one more fact
    again = Plan(MODEL)
    again.node(MODEL.nodes["Thema"], "thema:schulden", {"naam": "Schulden"})
    found = await compare(store.rows, MODEL, again, HAND)
    assert (found.nodes, found.same) == ([], 1)


async def test_a_missing_end_and_a_code_of_another_are_refused(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    loose = plan()
    loose.edge("DEEL_VAN", "thema:schulden", "thema:weg", "feit:1", FACT)
    with pytest.raises(GraphError, match="iets dat niet bestaat: thema:weg"):
        await compare(store.rows, MODEL, loose, HAND)
    taken = Plan(MODEL)
    taken.node(MODEL.nodes["Gemeente"], "gemeente:anders", {"code": "GM9001", "naam": "Anders", **FACT})
    with pytest.raises(GraphError, match="De code GM9001 is van 'gemeente:gm9001'"):
        await compare(store.rows, MODEL, taken, HAND)
