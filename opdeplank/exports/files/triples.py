"""The same as RDF, written by pyoxigraph from a generator: nothing of the graph is kept while it is written.

The words are those of the page of a thing as linked data (`opdeplank.pages.thing.linked`): schema.org where it has one,
SKOS for what is a concept, else our own. What an edge says besides that it is there stands in a `plank:Relatie` of its
own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.domain.web_address import is_web_address
from opdeplank.display.display import address
from opdeplank.exports.files.about_data import About
from opdeplank.exports.files.csv_text import Sink
from opdeplank.exports.files.neighbours import Seen, Tie, told, within
from opdeplank.exports.files.parts import Part
from opdeplank.http.site import Site

SCHEMA, SKOS, PLANK = "https://schema.org/", "http://www.w3.org/2004/02/skos/core#", "urn:opdeplank:"
DCT, DCAT, XSD = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#", "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"schema": SCHEMA, "skos": SKOS, "plank": PLANK, "dct": DCT, "dcat": DCAT, "xsd": XSD}
FORMATS = {"jsonld": RdfFormat.JSON_LD, "ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES}
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ALSO: Mapping[str, tuple[str, ...]] = {
    "Oplossing": (f"{SCHEMA}CreativeWork",), "Knelpunt": (f"{SKOS}Concept",), "Thema": (f"{SKOS}Concept",),
    "Onderwerp": (f"{SKOS}Concept",), "Gemeente": (f"{SCHEMA}AdministrativeArea",), "Traject": (f"{SCHEMA}Project",),
    "Organisatie": (f"{SCHEMA}Organization",), "Departement": (f"{SCHEMA}GovernmentOrganization",),
    "Persoon": (f"{SCHEMA}Person",), "Wet": (f"{SCHEMA}Legislation",),
}  # fmt: skip
"""What a thing is in other people's words, besides our own."""
TERMS: Mapping[str, str] = {
    "id": f"{SCHEMA}identifier", "naam": f"{SCHEMA}name", "titel": f"{SCHEMA}name", "weergavenaam": f"{SCHEMA}name",
    "samenvatting": f"{SCHEMA}description", "omschrijving": f"{SCHEMA}description", "licentie": f"{SCHEMA}license",
    "periode": f"{SCHEMA}temporalCoverage", "tooi": f"{SCHEMA}sameAs", "provincie": f"{SCHEMA}containedInPlace",
    "einddatum": f"{SCHEMA}dissolutionDate", "gestartOp": f"{SCHEMA}startDate", "afgerondOp": f"{SCHEMA}endDate",
    "url": f"{SCHEMA}url", "website": f"{SCHEMA}url", "toplijst": f"{SKOS}exactMatch", "themas": f"{SCHEMA}about",
    "ontwikkeldDoor": f"{SCHEMA}creator", "afgeleidVan": f"{SCHEMA}isBasedOn", "deelnemers": f"{SCHEMA}member",
    "bovenliggend": f"{SKOS}broader", "boven": f"{SKOS}broader", "onderliggend": f"{SKOS}narrower",
    "onder": f"{SKOS}narrower", "zegswijzen": f"{SKOS}altLabel", "synoniemen": f"{SKOS}altLabel",
    "verwant": f"{SKOS}related", "ookBekendAls": f"{SKOS}altLabel", "gewijzigdOp": f"{DCT}modified",
}  # fmt: skip
"""Fields that have a word of others; every other field is `plank:` and its own name."""
OF_TYPE: Mapping[tuple[str, str], str] = {
    ("Oplossing", "knelpunten"): f"{PLANK}lostOp", ("Knelpunt", "oplossingen"): f"{PLANK}oplossing",
    ("Thema", "oplossingen"): f"{PLANK}oplossing", ("Thema", "knelpunten"): f"{PLANK}knelpunt",
    ("Onderwerp", "oplossingen"): f"{PLANK}oplossing", ("Onderwerp", "knelpunten"): f"{PLANK}knelpunt",
    ("Traject", "knelpunten"): f"{PLANK}onderzoekt", ("Traject", "oplossingen"): f"{PLANK}levertOp",
    ("Gemeente", "ontwikkelde"): f"{PLANK}bedacht", ("Gemeente", "trajecten"): f"{PLANK}doetMeeAan",
    ("Gemeente", "opvolgers"): f"{PLANK}opgegaanIn",
}  # fmt: skip
NOT_IN_A_PLACE = re.compile("[:#/?]")
TYPED = {"Int": "integer", "Float": "double", "Boolean": "boolean", "Date": "date", "DateTime": "dateTime"}


def write(out: Sink, kind: str, found: Iterable[Seen | Tie], about: About, at: Site) -> None:
    """`kind` is one of `FORMATS`."""
    short = PREFIXES if kind == "ttl" else None
    serialize(statements(found, about, at), out, format=FORMATS[kind], prefixes=short)  # type: ignore[arg-type]


def statements(found: Iterable[Seen | Tie], about: About, at: Site) -> Iterator[Triple]:
    names = Names(at)
    yield from _about(about)
    for each in found:
        yield from _seen(names, each) if isinstance(each, Seen) else _tie(names, each)


class Names:
    """What things are called: by the address of their page, or by their id where they have none."""

    def __init__(self, at: Site) -> None:
        self._at = at

    def __call__(self, key: str) -> NamedNode:
        if key.startswith(("http://", "https://")):
            return NamedNode(quote(key, safe=":/?&=%#.-_~,;+"))
        thing, mark, place = key.partition("#")
        page = address(thing)
        whole = self._at.whole(quote(page)) if page else f"{PLANK}{quote(thing, safe=':')}"
        return NamedNode(whole + mark + quote(place))


def _seen(names: Names, seen: Seen) -> Iterator[Triple]:
    subject = names(seen.key)
    yield Triple(subject, TYPE, NamedNode(PLANK + seen.kind))
    for other in ALSO.get(seen.kind, ()):
        yield Triple(subject, TYPE, NamedNode(other))
    for part, value in seen.values():
        yield from _said(subject, seen.kind, part, value)


def _tie(names: Names, tie: Tie) -> Iterator[Triple]:
    source, target = names(tie.source), names(tie.target)
    yield Triple(source, _word(tie.kind, tie.name), target)
    said = list(told(tie.parts, tie.said))
    if said:
        relation = names(within(tie.source, f"{tie.name}-{NOT_IN_A_PLACE.sub('-', tie.target)}"))
        yield Triple(relation, TYPE, NamedNode(f"{PLANK}Relatie"))
        yield Triple(relation, NamedNode(f"{PLANK}van"), source)
        yield Triple(relation, NamedNode(f"{PLANK}naar"), target)
        yield Triple(relation, NamedNode(f"{PLANK}soortRelatie"), Literal(tie.name))
        for part, value in said:
            yield from _said(relation, "", part, value)


def _said(subject: NamedNode, kind: str, part: Part, value: Any) -> Iterator[Triple]:
    word = _word(kind, part.name)
    for each in value if isinstance(value, list) else (value,):
        yield Triple(subject, word, _value(part.kind, each))


def _word(kind: str, name: str) -> NamedNode:
    return NamedNode(OF_TYPE.get((kind, name)) or TERMS.get(name) or PLANK + name)


def _value(kind: str, value: Any) -> NamedNode | Literal:
    if kind == "URI" and is_web_address(value):
        return NamedNode(quote(value, safe=":/?&=%#.-_~,;+!$'()*@[]"))
    if isinstance(value, bool):
        return Literal(value)
    return Literal(str(value), datatype=NamedNode(XSD + TYPED[kind])) if kind in TYPED else Literal(str(value))


def _about(about: About) -> Iterator[Triple]:
    """The file itself, as DCAT describes one."""
    subject = NamedNode(quote(about.address, safe=":/?&=%#.-_~,;+"))
    yield Triple(subject, TYPE, NamedNode(f"{DCAT}Distribution"))
    yield Triple(subject, NamedNode(f"{DCT}title"), Literal(about.title, language="nl"))
    yield Triple(subject, NamedNode(f"{DCT}license"), NamedNode(about.licence.code))
    yield Triple(subject, NamedNode(f"{DCT}rights"), Literal(f"{about.licence.name}, {about.licence.address}"))
    yield Triple(subject, NamedNode(f"{DCT}issued"), _day(about.on))
    yield Triple(subject, NamedNode(f"{DCT}modified"), _value("DateTime", about.changed))
    yield Triple(subject, NamedNode(f"{DCT}source"), NamedNode(about.home))


def _day(on: date) -> Literal:
    return Literal(on.isoformat(), datatype=NamedNode(f"{XSD}date"))
