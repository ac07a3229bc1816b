"""An answer as RDF, read back by rdflib."""

import io
from itertools import count
from typing import Any

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from opdeplank.exports.files import triples
from opdeplank.exports.files.neighbours import walk
from opdeplank.http.site import Site
from tests.opdeplank.exports.files.asking_parts import part
from tests.opdeplank.exports.files.test_excel_file import ABOUT

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
READ = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}
SCHEMA, PLANK, DCT = Namespace(triples.SCHEMA), Namespace(triples.PLANK), Namespace(triples.DCT)
QUESTION = """{
  gemeenten {
    nodes { id naam inwoners website gewijzigdOp trajecten { edges { rol node { id naam } } } }
  }
}"""
ANSWER = {
    "nodes": [
        {
            "id": "gemeente:gm0344",
            "naam": 'U"\\\n',
            "inwoners": 5,
            "website": "https://x.test/a?b=ñ",
            "gewijzigdOp": "2026-11-29T00:00:00+00:00",
            "trajecten": {"edges": [{"rol": "trekker", "node": {"id": "traject:t", "naam": "T"}}]},
        }
    ]
}
HERE = URIRef("https://plank.test/gemeente/GM0344")


def made(kind: str, answer: Any = ANSWER) -> Graph:
    out = io.BytesIO()
    found = part(QUESTION)
    triples.write(out, kind, walk(found, answer, ABOUT.address, count(1)), ABOUT, Site("https://plank.test"))
    return Graph().parse(data=out.getvalue(), format=READ[kind])


def test_the_three_forms_say_the_same() -> None:
    graphs = [made(kind) for kind in READ]
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


def test_things_are_named_by_their_page_and_said_in_shared_words() -> None:
    graph = made("ttl")
    assert (HERE, RDF.type, PLANK.Gemeente) in graph
    assert (HERE, RDF.type, SCHEMA.AdministrativeArea) in graph
    assert (HERE, SCHEMA.name, Literal('U"\\\n')) in graph
    assert (HERE, PLANK.inwoners, Literal(5)) in graph
    assert (HERE, SCHEMA.url, URIRef("https://x.test/a?b=%C3%B1")) in graph
    assert (HERE, DCT.modified, Literal("2026-11-29T00:00:00+00:00", datatype=XSD.dateTime)) in graph
    traject = URIRef("https://plank.test/traject/t")
    assert (HERE, PLANK.doetMeeAan, traject) in graph
    relation = graph.value(predicate=PLANK.naar, object=traject)
    assert graph.value(relation, PLANK.van) == HERE
    assert graph.value(relation, PLANK.rol) == Literal("trekker")


def test_the_file_says_whose_it_is() -> None:
    graph, file = made("jsonld"), URIRef(ABOUT.address)
    assert graph.value(file, DCT.license) == URIRef(ABOUT.licence.code)
    assert graph.value(file, DCT.issued) == Literal("2026-11-30", datatype=XSD.date)
    assert graph.value(file, DCT.source) == URIRef(ABOUT.home)


def test_what_has_no_page_is_named_by_its_id() -> None:
    names = triples.Names(Site("https://plank.test", "/p"))
    assert names("wet:jeugdwet").value == "urn:opdeplank:wet:jeugdwet"
    assert names("oplossing:a b#deel-1").value == "https://plank.test/p/oplossing/a%20b#deel-1"
    assert names("https://plank.test/export/x.ttl?a=1#rij-2").value == "https://plank.test/export/x.ttl?a=1#rij-2"
