"""The first spelling of ids: what it was, what it is now, and that what is hashed keeps its hash."""

import hashlib

import pytest

from graph.domain.first_spelling import PREFIXES, first, first_in, present
from graph.domain.provenance import MODEL
from graph.domain.reader import kebab
from loaders.facts.fact import Evidence, passage_id


@pytest.mark.parametrize(
    ("was", "now"),
    [("f:12ab", "feit:12ab"), ("passage:12ab", "vermelding:12ab"), ("doc:12ab", "bron:12ab"),
     ("doc:12ab>gemeente:gm0344", "bron:12ab>gemeente:gm0344")],
)  # fmt: skip
def test_an_id_in_both_spellings(was: str, now: str) -> None:
    assert (present(was), first(now)) == (now, was)
    assert (present(now), first(was)) == (now, was)


@pytest.mark.parametrize("other", ["gemeente:gm0344", "f", "doc", "", "feiten:1", "fonds"])
def test_any_other_text_stays(other: str) -> None:
    assert (present(other), first(other)) == (other, other)


def test_ids_inside_a_json_text() -> None:
    assert first_in(b'{"feiten":["feit:1","thema:a"],"id":"bron:2"}') == b'{"feiten":["f:1","thema:a"],"id":"doc:2"}'


def test_every_present_prefix_is_that_of_a_type() -> None:
    assert set(PREFIXES.values()) <= {kebab(name) for name in MODEL.nodes}
    assert not set(PREFIXES) & {node.prefix for node in MODEL.nodes.values()}


def test_a_passage_has_the_hash_that_it_was_recorded_under() -> None:
    hashed = hashlib.sha256(b"doc:1\x1f0\x1f9\x1ff:1").hexdigest()[:20]
    assert passage_id(Evidence("bron:1", 0, 9, ""), "feit:1") == f"vermelding:{hashed}"
