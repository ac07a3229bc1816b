"""`/catalogus.ttl` and `.jsonld`: what can be had here, in DCAT-AP-NL 3.0, for portals that harvest.

    Catalog ─┬─ dataset ──> Dataset (one for each list) ── distribution ──> Distribution (one for each kind of file)
             ├─ record ───> CatalogRecord
             └─ service ──> DataService: GraphQL, the downloads

Whatever it names of others (a theme, a language, a licence) is said what it is as well: the profile looks at that, and
a harvester need not ask elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.dutch.phrasing import upper_first
from opdeplank import VERSIE
from opdeplank.exports.file_kinds import KINDS
from opdeplank.exports.files.about_data import About
from opdeplank.http.site import Site

RDF, RESOURCE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#Resource"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "skos": "http://www.w3.org/2004/02/skos/core#", "xsd": XSD,
}  # fmt: skip
EU, IANA = "http://publications.europa.eu/resource/authority/", "http://www.iana.org/assignments/media-types/"
PUBLIC, DUTCH = f"{EU}access-right/PUBLIC", f"{EU}language/NLD"
THEMES = {f"{EU}data-theme/SOCI": "Bevolking en maatschappij", f"{EU}data-theme/GOVE": "Overheid en publieke sector"}
FILE_TYPES = {
    "csv": "CSV", "xlsx": "XLSX", "graphml": "XML", "jsonld": "JSON_LD", "ttl": "RDF_TURTLE", "nt": "RDF_N_TRIPLES",
}  # fmt: skip
FILE_TYPE, SDL = f"{EU}file-type/", "/schema.graphql"
PUBLISHER = "Programma Sociaal Domein"
PROFILE = "https://geonovum.github.io/DCAT-AP-NL30/"
WORDS = ("sociaal domein", "gemeenten", "oplossingen", "knelpunten", "hergebruik")

Value: TypeAlias = "NamedNode | Literal"
Said: TypeAlias = Mapping[str, "Value | Sequence[Value]"]


@dataclass(frozen=True)
class Listed:
    """A list that can be downloaded: the name it has in an address, and what is in it."""

    name: str
    purpose: str


def written(kind: str, lists: Iterable[Listed], about: About, at: Site) -> bytes:
    """The catalogue; `kind` is ttl or jsonld."""
    how = RdfFormat.TURTLE if kind == "ttl" else RdfFormat.JSON_LD
    made = serialize(Catalogue(about, at).triples(tuple(lists)), format=how, prefixes=PREFIXES)
    assert made is not None, "it is not written to a file"
    return made


def node(short: str) -> NamedNode:
    """`dct:title` -> its whole name; what is whole already stays so."""
    prefix, _, name = short.partition(":")
    return NamedNode(PREFIXES[prefix] + name) if prefix in PREFIXES else NamedNode(short)


def text(said: str) -> Literal:
    return Literal(said, language="nl")


class Catalogue:
    def __init__(self, about: About, at: Site) -> None:
        self._about, self._at = about, at
        self._changed = Literal(about.changed, datatype=NamedNode(f"{XSD}dateTime"))
        self._contact, self._publisher = self._own("contact"), self._own("uitgever")

    def triples(self, lists: Sequence[Listed]) -> Iterator[Triple]:
        datasets = {each: self._own(each.name) for each in lists}
        records = {each: self._own(f"{each.name}-beschrijving") for each in lists}
        services = [self._own("graphql"), self._own("downloads")]
        yield from _thing(
            self._own("catalogus"), "dcat:Catalog",
            {
                "dct:title": text("Op de Plank"), "dct:description": text(CATALOGUE), "dct:language": node(DUTCH),
                "dct:publisher": self._publisher, "dct:creator": self._publisher, "dcat:contactPoint": self._contact,
                "foaf:homepage": self._page("/"), "dct:license": node(self._about.licence.code),
                "dct:modified": self._changed, "dcat:themeTaxonomy": node(f"{EU}data-theme"),
                "dcat:dataset": list(datasets.values()), "dcat:record": list(records.values()),
                "dcat:service": services,
            },
        )  # fmt: skip
        for each, dataset in datasets.items():
            yield _is(dataset, "dcat:Resource")
            yield from self._dataset(each, dataset)
            yield from self._record(each, records[each], dataset)
        yield from self._services(services, list(datasets.values()))
        yield from self._surroundings()

    def _dataset(self, each: Listed, dataset: NamedNode) -> Iterator[Triple]:
        files = {kind: self._own(f"{each.name}-{kind}") for kind in KINDS}
        yield from _thing(
            dataset, "dcat:Dataset",
            {
                "dct:title": text(f"Op de Plank: {each.name}"), "dct:description": text(each.purpose),
                **self._common(dataset), "dcat:landingPage": self._page("/gegevens"), "dct:modified": self._changed,
                "foaf:page": self._page("/gegevens"), "dct:conformsTo": self._page(SDL),
                "dcat:keyword": [text(word) for word in WORDS], "dcat:distribution": list(files.values()),
            },
        )  # fmt: skip
        for kind, file in files.items():
            address = node(self._at.whole(f"/export/{each.name}.{kind}"))
            yield _is(address, RESOURCE)
            yield from _thing(
                file, "dcat:Distribution",
                {
                    "dct:title": text(f"{upper_first(each.name)} als {kind}"), "dct:description": text(each.purpose),
                    "dcat:accessURL": address, "dcat:downloadURL": address, "dct:language": node(DUTCH),
                    "dct:license": node(self._about.licence.code), "dct:format": node(FILE_TYPE + FILE_TYPES[kind]),
                    "dcat:mediaType": node(IANA + KINDS[kind]), "dcat:accessService": self._own("downloads"),
                    "dct:conformsTo": self._page(SDL), "dct:modified": self._changed,
                },
            )  # fmt: skip

    def _record(self, each: Listed, record: NamedNode, dataset: NamedNode) -> Iterator[Triple]:
        yield from _thing(
            record, "dcat:CatalogRecord",
            {
                "dct:title": text(f"Beschrijving van {each.name}"), "dct:language": node(DUTCH),
                "dct:modified": self._changed, "foaf:primaryTopic": dataset, "dct:conformsTo": node(PROFILE),
            },
        )  # fmt: skip

    def _services(self, services: Sequence[NamedNode], datasets: Sequence[NamedNode]) -> Iterator[Triple]:
        addresses = (("/graphql", "GraphQL", GRAPHQL), ("/export", "Downloads", DOWNLOADS))
        yield _is(self._page(SDL), RESOURCE)
        for service, (path, title, purpose) in zip(services, addresses, strict=True):
            yield _is(self._page(path), RESOURCE)
            yield from _thing(
                service, "dcat:DataService",
                {
                    "dct:title": text(f"Op de Plank: {title}"), "dct:description": text(purpose),
                    **self._common(service),
                    "dcat:endpointURL": self._page(path), "dcat:endpointDescription": self._page(SDL),
                    "dcat:landingPage": self._page("/gegevens"), "foaf:page": self._page("/gegevens"),
                    "dct:license": node(self._about.licence.code), "dcat:keyword": [text(word) for word in WORDS],
                    "dcat:servesDataset": list(datasets), "dcat:version": Literal(VERSIE),
                },
            )  # fmt: skip

    def _common(self, of: NamedNode) -> Said:
        """What the profile asks of a dataset and of a service alike."""
        return {
            "dct:identifier": Literal(of.value), "dct:accessRights": node(PUBLIC), "dct:publisher": self._publisher,
            "dct:creator": self._publisher, "dcat:contactPoint": self._contact, "dct:language": node(DUTCH),
            "dcat:theme": [node(theme) for theme in THEMES],
        }  # fmt: skip

    def _surroundings(self) -> Iterator[Triple]:
        """Everything that is named, with what it is."""
        licence = self._about.licence
        yield from _thing(
            self._publisher, "foaf:Agent", {"foaf:name": text(PUBLISHER), "foaf:homepage": self._page("/")}
        )
        yield from _thing(
            self._contact, "vcard:Organization",
            {"vcard:fn": text(f"{PUBLISHER}, Op de Plank"), "vcard:hasURL": node(self._at.whole("/melding"))},
        )  # fmt: skip
        yield _is(self._contact, "vcard:Kind")
        yield from _thing(node(licence.code), "dct:LicenseDocument", {"dct:title": text(licence.name)})
        yield from _thing(node(PUBLIC), "dct:RightsStatement", {"skos:prefLabel": text("openbaar")})
        yield from _thing(node(DUTCH), "dct:LinguisticSystem", {"skos:prefLabel": text("Nederlands")})
        yield from _thing(node(f"{EU}data-theme"), "skos:ConceptScheme", {"dct:title": text("Thema's van de EU")})
        for theme, name in THEMES.items():
            yield from _thing(node(theme), "skos:Concept", {"skos:prefLabel": text(name)})
        for path, title in (("/gegevens", "Gegevens"), ("/", "Op de Plank")):
            yield from _thing(self._page(path), "foaf:Document", {"dct:title": text(title)})
        yield from _thing(self._page(SDL), "dct:Standard", {"dct:title": text("Het schema van Op de Plank")})
        yield from _thing(node(PROFILE), "dct:Standard", {"dct:title": text("DCAT-AP-NL 3.0")})
        for kind, name in FILE_TYPES.items():
            yield from _thing(node(FILE_TYPE + name), "dct:MediaTypeOrExtent", {"skos:prefLabel": text(name)})
            yield from _thing(node(IANA + KINDS[kind]), "dct:MediaType", {"skos:prefLabel": text(KINDS[kind])})

    def _own(self, name: str) -> NamedNode:
        return NamedNode(self._at.whole(f"/catalogus#{name}"))

    def _page(self, path: str) -> NamedNode:
        return NamedNode(self._at.whole(path))


CATALOGUE = (
    "Welke gemeente heeft een oplossing klaar voor een knelpunt in het sociaal domein, wie werkt eraan, en waar staat "
    "dat? Bij elk feit staat de bron."
)
GRAPHQL = "Alles wat op Op de Plank staat, op te vragen met GraphQL, zonder sleutel."
DOWNLOADS = "Elke lijst, elk ding en elke geregistreerde vraag als bestand, met filters in het adres."


def _is(subject: NamedNode, kind: str) -> Triple:
    return Triple(subject, NamedNode(f"{RDF}type"), node(kind))


def _thing(subject: NamedNode, kind: str, said: Said) -> Iterator[Triple]:
    yield _is(subject, kind)
    for name, values in said.items():
        for value in values if isinstance(values, Sequence) else (values,):
            yield Triple(subject, node(name), value)
