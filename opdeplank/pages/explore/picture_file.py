"""A picture as GraphML, for Gephi, yEd and the like: what is drawn, each thing and each line once.

Written with the standard library: the format is five elements, and a library for graphs would bring numpy along.
"""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as Xml

from opdeplank.pages.explore.nearby_things import Omgeving
from opdeplank.pages.explore.paths_shown import PadZin
from opdeplank.pages.explore.relation_words import KINDS

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
KIND = "application/graphml+xml"
KEYS = (("naam", "node"), ("soort", "node"), ("relatie", "edge"))
FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""What may not stand in XML at all, however it is written."""


def graphml(things: Sequence[Omgeving], paths: Sequence[PadZin] = ()) -> str:
    """Nodes carry `naam` and `soort`, lines `relatie`: the heading under which the neighbour stands on the page."""
    Xml.register_namespace("", NAMESPACE)
    root = Xml.Element(f"{{{NAMESPACE}}}graphml")
    for name, of in KEYS:
        _below(root, "key", id=name, attrib={"for": of, "attr.name": name, "attr.type": "string"})
    graph = _below(root, "graph", id="beeld", edgedefault="directed")
    for key, (name, kind) in nodes(things, paths).items():
        node = _below(graph, "node", id=key)
        _data(node, "naam", name)
        _data(node, "soort", KINDS.get(kind, (kind.lower(), ""))[0])
    for source, target, heading in lines(things, paths):
        _data(_below(graph, "edge", source=source, target=target), "relatie", heading)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def nodes(things: Iterable[Omgeving], paths: Iterable[PadZin]) -> dict[str, tuple[str, str]]:
    """Name and kind by id."""
    found: dict[str, tuple[str, str]] = {}
    for thing in things:
        found[thing.id] = thing.naam, thing.soort
        for relatie in thing.relaties:
            found |= {buur.id: (buur.naam, buur.soort) for buur in relatie.buren}
    for path in paths:
        found |= {each["id"]: (each["weergavenaam"], each["__typename"]) for each in path.dingen}
    return found


def lines(things: Iterable[Omgeving], paths: Iterable[PadZin]) -> list[tuple[str, str, str]]:
    """Each line once, also where both its ends are drawn with their neighbours."""
    found: dict[frozenset[str], tuple[str, str, str]] = {}
    for thing in things:
        for relatie in thing.relaties:
            for buur in relatie.buren:
                found.setdefault(frozenset((thing.id, buur.id)), (thing.id, buur.id, relatie.kop))
    for path in paths:
        for source, target in zip(path.ids, path.ids[1:], strict=False):
            found.setdefault(frozenset((source, target)), (source, target, "op het pad"))
    return list(found.values())


def _below(parent: Xml.Element, name: str, attrib: dict[str, str] | None = None, **given: str) -> Xml.Element:
    attributes = {name: _clean(value) for name, value in {**given, **(attrib or {})}.items()}
    return Xml.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)


def _data(parent: Xml.Element, key: str, text: str) -> None:
    _below(parent, "data", key=key).text = _clean(text)


def _clean(text: str) -> str:
    return text.translate(FORBIDDEN)
