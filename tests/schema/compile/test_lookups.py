"""Filling an answer that was worked out: ids are collected by place, and things put where their ids stood."""

import pytest

from schema.compile.lookups import Leaf, Listed, Name, Object, Thing
from schema.refusals import Refused
from schema.request.binding import Slot
from schema.response.projector import Gap

HIT = Object((("wat", "oplossing", Thing(0)), ("score", "score", Leaf()), ("soort", "__typename", Name("Treffer"))))
FOUND = [{"oplossing:a": {"titel": "A"}}]


def test_ids_are_collected_and_things_come_in_their_place() -> None:
    value = {"oplossing": "oplossing:a", "score": 3, "meer": "niet gevraagd"}
    sink: list[list[str]] = [[]]
    HIT.collect(value, sink, {})
    assert sink == [["oplossing:a"]]
    assert HIT.fill(value, FOUND, {}) == {"wat": {"titel": "A"}, "score": 3, "soort": "Treffer"}


def test_nothing_stays_nothing() -> None:
    sink: list[list[str]] = [[]]
    HIT.collect(None, sink, {})
    assert sink == [[]]
    assert HIT.fill(None, FOUND, {}) is None
    assert Thing(0).fill(None, FOUND, {}) is None


def test_what_has_gone_since_is_a_gap_where_it_was_promised() -> None:
    assert Thing(0).fill("oplossing:weg", FOUND, {}) is None
    with pytest.raises(Gap):
        Thing(0, required=True).fill("oplossing:weg", FOUND, {})


def test_of_a_list_the_first_are_read_and_shown() -> None:
    value = ["oplossing:a", "oplossing:b", "oplossing:c"]
    listed = Listed(Thing(0), Slot(("first",)))
    sink: list[list[str]] = [[]]
    listed.collect(value, sink, {"first": 2})
    assert sink == [["oplossing:a", "oplossing:b"]]
    assert listed.fill(value, FOUND, {"first": 1}) == [{"titel": "A"}]
    assert Listed(Leaf()).fill(value, FOUND, {}) == value
    for wrong in (-1, 101):
        with pytest.raises(Refused):
            listed.fill(value, FOUND, {"first": wrong})
