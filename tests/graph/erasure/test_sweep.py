"""Texts as they are stored, without a name; the whole graph is swept in the test of `loaders.curate.forget`."""

import json

from graph.cypher.rows import NodeRow
from graph.domain.provenance import MODEL
from graph.erasure.sweep import changed, changed_node


def quiet(text: str) -> str:
    return text.replace("Jan Bos", "X")


def test_json_is_taken_apart_and_put_together_again() -> None:
    text = json.dumps({"naam": 'Jan "Bos"', "zegt": "Jan Bos\nzei", "n": 3}, ensure_ascii=False)
    assert json.loads(changed(text, quiet)) == {"naam": 'Jan "Bos"', "zegt": "X\nzei", "n": 3}
    assert changed("{Jan Bos}", quiet) == "{X}", "no JSON at all"


def test_an_address_with_a_name_in_it_goes_as_a_whole() -> None:
    assert changed("https://voorbeeld.test/Jan Bos", quiet) is None
    assert changed(["https://voorbeeld.test/", "mailto:Jan Bos", "Jan Bos"], quiet) == ["https://voorbeeld.test/", "X"]
    assert changed(7, quiet) == 7


def test_what_follows_from_a_text_follows_and_an_id_stays() -> None:
    thing = MODEL.nodes["Thema"]
    row = NodeRow(thing, "thema:a", {"id": "thema:a", "naam": "Werk van Jan Bos", "weergavenaam": "Werk van Jan Bos"})
    made = changed_node(row, quiet)
    assert made.properties["weergavenaam"] == "Werk van X"
    assert "bos" not in made.properties["naamVormen"] + made.properties["zoektekst"].lower()
    same = NodeRow(thing, "thema:b", {"id": "Jan Bos", "naam": "Werk"})
    assert changed_node(same, quiet) is same
