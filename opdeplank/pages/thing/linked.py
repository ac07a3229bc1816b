"""A thing as linked data: schema.org where it has a word for it, SKOS for knelpunten and thema's, else our own words.

Written from what its page was made of. Things are named by their address on this site, in full: a copy elsewhere still
says whose they are.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from pyoxigraph import RdfFormat, parse, serialize

from opdeplank.display.display import address
from opdeplank.display.passages import Citaat, Sources
from opdeplank.http.site import Site

Data = Mapping[str, Any]
PREFIXES = {
    "schema": "https://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#", "plank": "urn:opdeplank:",
}  # fmt: skip
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: PREFIXES[name] for name in ("skos", "prov", "plank")},
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "sameAs": {"@id": "https://schema.org/sameAs", "@type": "@id"},
}
TYPES = {
    "oplossing": ["CreativeWork", "plank:Oplossing"],
    "knelpunt": ["skos:Concept", "plank:Knelpunt"],
    "thema": ["skos:Concept", "plank:Thema"],
    "onderwerp": ["skos:Concept", "plank:Onderwerp"],
    "gemeente": ["AdministrativeArea", "plank:Gemeente"],
    "traject": ["Project", "plank:Traject"],
}


def written(thing: Data, kind: str, at: Site) -> str:
    name = thing.get("titel") or thing.get("naam")
    document = {
        "@context": CONTEXT,
        "@id": at.whole(address(thing["id"]) or ""),
        "@type": TYPES[kind],
        "identifier": thing["id"],
        "name": name,
        "description": thing.get("samenvatting") or thing.get("omschrijving"),
        **PARTS[kind](thing),
        "prov:wasDerivedFrom": _sources(thing),
    }
    shown = {key: _whole(value, at) for key, value in document.items() if value not in (None, [], "")}
    return orjson.dumps(shown, option=orjson.OPT_INDENT_2).decode()


def _whole(value: Any, at: Site) -> Any:
    """The same value with the paths of our own pages as whole addresses, wherever they name a thing."""
    if isinstance(value, list):
        return [_whole(item, at) for item in value]
    if isinstance(value, dict) and "@id" in value:
        return {**value, "@id": at.whole(value["@id"])}
    return value


def turtle(written: str, base: str) -> str:
    """The same in Turtle."""
    triples = (quad.triple for quad in parse(written, format=RdfFormat.JSON_LD, base_iri=base))
    made = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    assert made is not None, "it is not written to a file"
    return made.decode()


def _sources(thing: Data) -> list[dict[str, Any]]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    return [_quotation(citaat) for citaat in sources.citaten]


def _quotation(citaat: Citaat) -> dict[str, Any]:
    made = {
        "@type": ["Quotation", "prov:Entity"],
        "text": citaat.tekst,
        "isBasedOn": {"@type": "CreativeWork", "name": citaat.titel, "url": citaat.url, "datePublished": citaat.datum},
        "plank:onderbouwt": citaat.onderbouwt,
    }
    made["isBasedOn"] = {k: v for k, v in made["isBasedOn"].items() if v}  # type: ignore[union-attr]
    return {key: value for key, value in made.items() if value}


def _named(things: Iterable[Data]) -> list[dict[str, Any]]:
    return [_ref(thing) for thing in things]


def _ref(thing: Data) -> dict[str, Any]:
    name = thing.get("titel") or thing.get("naam") or thing.get("weergavenaam")
    page = address(thing["id"])
    return {"@id": page, "name": name} if page else {"identifier": thing["id"], "name": name}


def _oplossing(thing: Data) -> dict[str, Any]:
    return {
        "creator": _named(thing["ontwikkeldDoor"]["nodes"]),
        "about": _named(thing["themas"]["nodes"]),
        "license": thing["licentie"],
        "temporalCoverage": thing["periode"],
        "plank:rijpheid": thing["rijpheid"],
        "plank:bewijs": thing["bewijs"],
        "plank:lostOp": _named(thing["knelpunten"]["nodes"]),
        "plank:gebruiktDoor": _named(t["gemeente"] for t in thing["toepassingen"]["nodes"]),
        "isBasedOn": _ref(thing["afgeleidVan"]) if thing["afgeleidVan"] else None,
    }


def _knelpunt(thing: Data) -> dict[str, Any]:
    return {
        "about": _named(thing["themas"]["nodes"]),
        "skos:related": _named(v["node"] for v in thing["verwant"]["edges"]),
        "plank:fase": thing["fase"],
        "plank:route": thing["route"],
        "plank:oplossing": _named(thing["oplossingen"]["nodes"]),
        "plank:ervarenDoor": _named(thing["ervarenDoor"]["nodes"]),
    }


def _gemeente(thing: Data) -> dict[str, Any]:
    return {
        "sameAs": thing["tooi"],
        "containedInPlace": thing["provincie"],
        "plank:inwoners": thing["inwoners"],
        "dissolutionDate": thing["einddatum"],
        "plank:opgegaanIn": _named(thing["opvolgers"]["nodes"]),
        "plank:gebruikt": _named(t["oplossing"] for t in thing["toepassingen"]["nodes"]),
        "plank:bedacht": _named(thing["ontwikkelde"]["nodes"]),
        "plank:doetMeeAan": _named(e["node"] for e in thing["trajecten"]["edges"]),
    }


def _traject(thing: Data) -> dict[str, Any]:
    return {
        "about": _named(thing["themas"]["nodes"]),
        "startDate": thing["gestartOp"],
        "endDate": thing["afgerondOp"],
        "member": _named(e["node"] for e in thing["deelnemers"]["edges"]),
        "plank:onderzoekt": _named(thing["knelpunten"]["nodes"]),
        "plank:levertOp": _named(thing["oplossingen"]["nodes"]),
    }


def _thema(thing: Data) -> dict[str, Any]:
    return {
        "skos:broader": _ref(thing["bovenliggend"]) if thing["bovenliggend"] else None,
        "skos:narrower": _named(thing["onderliggend"]["nodes"]),
        "skos:exactMatch": thing["toplijst"],
        "plank:oplossing": _named(thing["oplossingen"]["nodes"]),
        "plank:knelpunt": _named(thing["knelpunten"]["nodes"]),
    }


def _onderwerp(thing: Data) -> dict[str, Any]:
    return {
        "skos:broader": _ref(thing["boven"]) if thing["boven"] else None,
        "skos:narrower": _named(thing["onder"]["nodes"]),
        "skos:altLabel": list(thing["zegswijzen"]),
        "plank:domein": thing["domein"],
        "plank:oplossing": _named(thing["oplossingen"]["nodes"]),
        "plank:knelpunt": _named(thing["knelpunten"]["nodes"]),
    }


PARTS = {
    "oplossing": _oplossing, "knelpunt": _knelpunt, "gemeente": _gemeente, "traject": _traject, "thema": _thema,
    "onderwerp": _onderwerp,
}  # fmt: skip
