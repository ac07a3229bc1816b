"""The catalogue, checked with the shapes of its profile and read by rdflib."""

from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from opdeplank.exports import dcat
from opdeplank.exports.catalogue_page import lists
from opdeplank.exports.file_kinds import KINDS
from opdeplank.http.site import Site
from tests.opdeplank.exports.files.test_excel_file import ABOUT

pytestmark = [
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyshacl"),
]
SHAPES = Path(__file__).parent / "dcat-ap-nl-3.0.0"
DCAT, DCT, SH = (
    Namespace(dcat.PREFIXES["dcat"]),
    Namespace(dcat.PREFIXES["dct"]),
    Namespace("http://www.w3.org/ns/shacl#"),
)
AT = Site("https://plank.test", "/p")


def made(kind: str = "ttl") -> Graph:
    return Graph().parse(
        data=dcat.written(kind, lists(), ABOUT, AT), format={"ttl": "turtle", "jsonld": "json-ld"}[kind]
    )


@cache
def shapes() -> Graph:
    found = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        found.parse(path)
    return found


def complaints(graph: Graph) -> list[tuple[str, str]]:
    """What the profile says of it: how bad, and about which property."""
    _, report, _ = validate(graph, shacl_graph=shapes(), inference="none", advanced=False)
    return sorted(
        (str(report.value(each, SH.resultSeverity)).rpartition("#")[2], str(report.value(each, SH.resultPath)))
        for each in report.subjects(RDF.type, SH.ValidationResult)
    )


def test_the_profile_and_what_it_advises_have_nothing_to_say() -> None:
    assert complaints(made()) == []


def test_a_dataset_without_publisher_or_file_without_licence_would_be_told() -> None:
    graph = made()
    graph.remove((URIRef("https://plank.test/p/catalogus#oplossingen"), DCT.publisher, None))
    graph.remove((URIRef("https://plank.test/p/catalogus#oplossingen-csv"), DCT.license, None))
    told = complaints(graph)
    assert ("Violation", str(DCT.publisher)) in told
    assert ("Violation", str(DCT.license)) in told


def test_every_list_is_in_it_with_every_kind_of_file() -> None:
    graph = made()
    assert isomorphic(graph, made("jsonld"))
    assert len(set(graph.objects(None, DCAT.dataset))) == len(lists()) >= 7
    addresses = {str(each) for each in graph.objects(None, DCAT.downloadURL)}
    assert addresses == {f"https://plank.test/p/export/{each.name}.{kind}" for each in lists() for kind in KINDS}
