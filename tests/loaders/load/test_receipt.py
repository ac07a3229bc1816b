"""The receipt: what undoing a load needs, kept as text and read back."""

import json

import pytest

from graph.contents.old_ids import Alias
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.provenance import MODEL
from graph.errors import GraphError
from loaders.load.difference import Difference
from loaders.load.receipt import Bon, Undo, edges_in, fingerprint, nodes_in, undo_from

THEMA, PART = MODEL.nodes["Thema"], MODEL.relationships["DEEL_VAN"]
NEW, OLD = NodeRow(THEMA, "thema:a", {"naam": "A"}), NodeRow(THEMA, "thema:b", {"naam": "B", "versie": 1})
CHANGED = NodeRow(THEMA, "thema:b", {"naam": "B", "versie": 2})
TIE = EdgeRow(PART, "thema:a", "thema:b", "feit:1", {"id": "feit:1", "feiten": ["feit:1"]})


def undo() -> Undo:
    made = Undo()
    made.add(Difference(nodes=[NEW, CHANGED], edges=[TIE], before_nodes={"thema:b": OLD}))
    made.loaded = [("bron:1", "lading:0")]
    made.aliases = [(Alias("thema:c", "thema:a", "C"), None)]
    return made


def test_what_was_written_is_new_or_has_what_stood_there() -> None:
    made = undo()
    assert [row.id for row in made.new()] == ["thema:a", "feit:1"]
    assert made.changed() == [OLD]
    assert ([row.id for row in nodes_in(made.new())], [row.id for row in edges_in(made.new())]) == (
        ["thema:a"],
        ["feit:1"],
    )


def test_it_is_the_same_when_it_is_read_back() -> None:
    made = undo()
    again = undo_from(MODEL, made.to_text())
    assert again.to_text() == made.to_text()
    assert [w.mark for w in again.written] == [fingerprint(NEW), fingerprint(TIE), fingerprint(CHANGED)]
    assert again.aliases == made.aliases


def test_what_a_passage_cannot_be_without_needs_no_line() -> None:
    proves = EdgeRow(MODEL.relationships["BLIJKT_UIT"], "feit:1", "vermelding:1", "vermelding:1", {})
    made = Undo()
    made.add(Difference(edges=[proves], nodes=[NodeRow(MODEL.nodes["Vermelding"], "vermelding:1", {})]))
    assert [(w.row.id, w.mark) for w in made.written] == [("vermelding:1", "")]


def test_a_receipt_of_an_older_program_is_refused() -> None:
    with pytest.raises(GraphError, match="ouder programma"):
        undo_from(MODEL, json.dumps({"versie": 1}))


def test_the_mark_of_a_row_changes_with_it() -> None:
    assert fingerprint(OLD) != fingerprint(CHANGED)
    assert Bon("lading:1").as_json()["lading"] == "lading:1"
