"""Things and their relations as GraphML, for Gephi, yEd, Cytoscape and networkx.

The keys are known from the question, so the file can be written while it is read; of a thing that stands under more
than one other, the first time counts. Written event by event with the parser's counterpart of the standard library:
networkx wants the whole graph first.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, cast
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from opdeplank.exports.files.about_data import About
from opdeplank.exports.files.csv_text import Sink
from opdeplank.exports.files.flat_rows import BETWEEN
from opdeplank.exports.files.neighbours import Seen, Tie, told
from opdeplank.exports.files.parts import Part

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"Int": "long", "Float": "double", "Boolean": "boolean"}
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OURS = {"soort": "String", "label": "String"}
NAMES = ("weergavenaam", "titel", "naam")


def write(out: Sink, parts: Iterable[Part], found: Iterable[Seen | Tie], about: About) -> None:
    paper = Paper(out)
    paper.begin("graphml", xmlns=NAMESPACE)
    paper.element("desc", "\n".join(f"{what}: {said}" for what, said in about.sentences))
    for place, keys in zip(("node", "edge"), _keys(parts), strict=True):
        for name, kind in keys.items():
            said = {"for": place, "attr.name": name, "attr.type": TYPES.get(kind, "string")}
            paper.element("key", "", id=f"{place[0]}.{name}", **said)
    paper.begin("graph", edgedefault="directed", id="plank")
    known: set[bytes] = set()
    number = 0
    for each in found:
        if isinstance(each, Tie):
            number += 1
            _edge(paper, each, number)
        elif (digest := blake2b(each.key.encode(), digest_size=8).digest()) not in known:
            known.add(digest)
            _node(paper, each)
    paper.end("graph")
    paper.end("graphml")


class Paper:
    """What XML is written on; letters that it cannot hold become a question mark in a diamond."""

    def __init__(self, out: Sink) -> None:
        self._xml = XMLGenerator(cast(Any, out), "utf-8", short_empty_elements=True)
        self._xml.startDocument()

    def begin(self, name: str, **attributes: str) -> None:
        self._xml.startElement(name, AttributesImpl({key: _clean(value) for key, value in attributes.items()}))

    def end(self, name: str) -> None:
        self._xml.endElement(name)

    def element(self, name: str, text: str, **attributes: str) -> None:
        self.begin(name, **attributes)
        if text:
            self._xml.characters(_clean(text))
        self.end(name)

    def data(self, place: str, said: dict[str, Any]) -> None:
        for name, value in said.items():
            self.element("data", _text(value), key=f"{place}.{name}")


def _node(paper: Paper, seen: Seen) -> None:
    paper.begin("node", id=seen.key)
    name = next((seen.thing[name] for name in NAMES if seen.thing.get(name)), seen.key)
    paper.data("n", {"soort": seen.kind, "label": name, **_named(seen.values())})
    paper.end("node")


def _edge(paper: Paper, tie: Tie, number: int) -> None:
    paper.begin("edge", id=f"e{number}", source=tie.source, target=tie.target)
    paper.data("e", {"soort": tie.name, "label": tie.name, **_named(told(tie.parts, tie.said))})
    paper.end("edge")


SAID_TOO = ".gezegd"
"""Behind the name of what is said, where our own data has that name: the soort of a relation is ours."""


def _name(part: Part) -> str:
    return f"{part.key}{SAID_TOO}" if part.key in OURS else part.key


def _named(said: Iterable[tuple[Part, Any]]) -> dict[str, Any]:
    return {_name(part): value for part, value in said}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _clean(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text)


def _keys(parts: Iterable[Part]) -> tuple[dict[str, str], dict[str, str]]:
    """Name and type of everything that is said of things and of their relations. Two types under one name are text."""
    nodes, edges = dict(OURS), dict(OURS)

    def note(where: dict[str, str], part: Part) -> None:
        name = _name(part)
        kind = "String" if part.many else part.kind
        where[name] = kind if where.get(name, kind) == kind else "String"

    def look(part: Part, root: bool) -> None:
        for inner in part.parts:
            if not inner.leaf:
                look(inner, False)
            elif not inner.count:
                note(nodes, inner)
        for inner in part.edge:
            if inner.leaf and not inner.count:
                note(nodes if root else edges, inner)

    for part in parts:
        look(part, True)
    return nodes, edges
