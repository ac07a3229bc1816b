"""A picture as a file that other programs read: each thing and each line once, whatever stands in a name."""

from xml.etree import ElementTree as Xml

from opdeplank.pages.explore.nearby_things import Buur, Omgeving, Relatie
from opdeplank.pages.explore.paths_shown import PadZin
from opdeplank.pages.explore.picture_file import NAMESPACE, graphml

SPACE = {"g": NAMESPACE}
ODD = 'Wmo & <script> "x"\x00\x0b'


def thing(key: str, *near: str) -> Omgeving:
    found = tuple(Buur(each, ODD, "Thema", None, "") for each in near)
    return Omgeving(key, key, "Oplossing", "", (Relatie("themas", "Gaat over", len(found), found),))


def path(*keys: str) -> PadZin:
    ends = [{"id": key, "weergavenaam": key, "__typename": "Wet"} for key in keys]
    return PadZin(len(keys) - 1, (), (), ends)


def test_things_and_lines_stand_once_with_name_kind_and_relation() -> None:
    text = graphml([thing("o:a", "t:1", "t:2"), thing("o:b", "t:1", "o:a")], [path("o:a", "w:1")])
    root = Xml.fromstring(text)
    nodes = {n.get("id"): [d.text for d in n] for n in root.iterfind(".//g:node", SPACE)}
    assert nodes.keys() == {"o:a", "o:b", "t:1", "t:2", "w:1"}
    assert nodes["t:1"] == ['Wmo & <script> "x"', "thema"]
    lines = [(e.get("source"), e.get("target"), e[0].text) for e in root.iterfind(".//g:edge", SPACE)]
    assert lines == [
        ("o:a", "t:1", "Gaat over"), ("o:a", "t:2", "Gaat over"), ("o:b", "t:1", "Gaat over"),
        ("o:b", "o:a", "Gaat over"), ("o:a", "w:1", "op het pad"),
    ]  # fmt: skip


def test_every_attribute_that_is_used_is_declared_first() -> None:
    root = Xml.fromstring(graphml([thing("o:a", "t:1")]))
    declared = {(k.get("id"), k.get("for")) for k in root.iterfind("g:key", SPACE)}
    used = {(d.get("key"), of) for of in ("node", "edge") for d in root.iterfind(f".//g:{of}/g:data", SPACE)}
    assert used == declared
