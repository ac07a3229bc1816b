"""The graph of an answer, read back by networkx."""

import io
from itertools import count
from typing import Any

import networkx

from opdeplank.exports.files import graphml
from opdeplank.exports.files.neighbours import walk
from tests.opdeplank.exports.files.asking_parts import part
from tests.opdeplank.exports.files.test_excel_file import ABOUT

QUESTION = """{
  gemeenten {
    nodes { id naam inwoners regios soort trajecten { edges { rol node { id naam duoCompleet } } } }
  }
}"""


def read(nodes: list[dict[str, Any]]) -> tuple[Any, bytes]:
    out = io.BytesIO()
    found = part(QUESTION)
    graphml.write(out, [found], walk(found, {"nodes": nodes}, "https://hier", count(1)), ABOUT)
    return networkx.read_graphml(io.BytesIO(out.getvalue()), force_multigraph=True), out.getvalue()


def gemeente(key: str, **said: Any) -> dict[str, Any]:
    tie = {"rol": "trekker", "node": {"id": "traject:t", "naam": "<T> & \x0b", "duoCompleet": True}}
    return {"id": key, "naam": "G", "inwoners": 5, "regios": ["a", "b"], "soort": "GEMEENTE", **said,
            "trajecten": {"edges": [tie]}}  # fmt: skip


def test_things_and_ties_come_back_with_their_types() -> None:
    graph, text = read([gemeente("gemeente:a"), gemeente("gemeente:b", inwoners=None)])
    assert set(graph.nodes) == {"gemeente:a", "gemeente:b", "traject:t"}
    assert graph.nodes["gemeente:a"] == {
        "soort": "Gemeente", "label": "G", "id": "gemeente:a", "naam": "G", "inwoners": 5, "regios": "a | b",
        "soort.gezegd": "GEMEENTE",
    }  # fmt: skip
    assert "inwoners" not in graph.nodes["gemeente:b"]
    assert graph.nodes["traject:t"]["duoCompleet"] is True
    assert graph.nodes["traject:t"]["naam"] == "<T> & \ufffd"
    ties = sorted((a, b, said["soort"], said["rol"]) for a, b, said in graph.edges(data=True))
    assert ties == [(f"gemeente:{each}", "traject:t", "trajecten", "trekker") for each in "ab"]
    assert ABOUT.address.encode() in text
    assert ABOUT.licence.address.encode() in text


def test_a_thing_that_stands_twice_is_there_once() -> None:
    _, text = read([gemeente("gemeente:a"), gemeente("gemeente:b")])
    assert text.count(b'<node id="traject:t"') == 1
