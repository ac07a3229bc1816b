"""The page of a thing: what stands on it besides the answer of its operation. Pure functions, one per kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.dutch.phrasing import series
from opdeplank.display.display import number, party
from opdeplank.display.passages import Citaat, Sources
from opdeplank.pages.shelf.hits import made_by, ways, whom_to_call
from opdeplank.pages.shelf.nothing import ROUTES, duo, ministries, running

Data = Mapping[str, Any]
OLD = 3
WORKING = (None, "IN_GEBRUIK")


@dataclass(frozen=True)
class Gebruik:
    """A gemeente that uses an oplossing, and the passages of the page that say so."""

    toepassing: Data
    citaten: list[Citaat]


def oplossing(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    uses = [Gebruik(t, _said_by(sources, t)) for t in thing["toepassingen"]["nodes"]]
    return {
        "gebruik": uses,
        "van": made_by(thing),
        "bellen": whom_to_call(thing["bellen"]),
        "telling": _stands(thing["gebruik"]),
        "ontbreekt": _missing(thing, sources, year),
        "citaten": sources.citaten,
        "wetten": _laws(thing["knelpunten"]["nodes"]),
    }


def _said_by(sources: Sources, use: Data) -> list[Citaat]:
    """Its own passages; else those of the page that call the gemeente by name."""
    own = sorted(sources.add(use["herkomst"]["nodes"], claim="PAST_TOE"), key=lambda citaat: citaat.nummer)
    name = use["gemeente"]["naam"]
    return own or [c for c in sources.citaten if c.tekst and name in c.tekst]


STANDS = {
    "inGebruik": ("{} in gebruik",) * 2, "voorbereiding": ("{} in voorbereiding",) * 2,
    "overweegt": ("{} denkt erover na", "{} denken erover na"), "gestopt": ("{} gestopt",) * 2,
    "onbekend": ("{} zonder bekende stand",) * 2,
}  # fmt: skip
"""How many gemeenten stand where: one, and several."""


def _stands(counts: Data) -> str:
    """`12 in gebruik, 1 in voorbereiding, 2 gestopt`."""
    told = [texts[counts[name] > 1].format(number(counts[name])) for name, texts in STANDS.items() if counts[name]]
    return ", ".join(told)


def _missing(thing: Data, sources: Sources, year: int) -> list[str]:
    """What is not there, as far as everything was looked at: of what the page does not show nothing is said."""
    dates = [c.datum for c in sources.citaten if c.datum]
    sourced = _whole(thing["herkomst"])
    gaps = {
        "We kennen niemand die je hierover kunt bereiken.": not thing["bellen"],
        "Er is geen materiaal bekend: geen draaiboek, geen verordening, geen voorbeeldbrief.": not thing["materialen"],
        "Niemand heeft gekeken welke wet dit raakt.": not thing["overneembaarheid"]["juridischeGrondslag"],
        "Niemand heeft beoordeeld hoe ver het is.": thing["rijpheid"] == "NIET_BEOORDEELD",
        "Niemand heeft het bewijs beoordeeld.": thing["bewijs"] == "NIET_BEOORDEELD",
        "Geen bron heeft een datum.": sourced and not dates,
        f"De nieuwste bron is ouder dan {_years(OLD)} jaar.": sourced
        and bool(dates)
        and int(max(dates)[:4]) < year - OLD,
    }
    return [gap for gap, holds in gaps.items() if holds]


def _whole(connection: Data) -> bool:
    """Whether all there is stands on the page."""
    return int(connection["aantal"]) <= len(connection.get("nodes") or connection.get("edges") or ())


def _years(count: int) -> str:
    return {2: "twee", 3: "drie", 5: "vijf"}[count]


def _laws(knelpunten: Iterable[Data]) -> list[str]:
    return list(dict.fromkeys(w["naam"] for k in knelpunten for w in k["wetten"]["nodes"]))


def knelpunt(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    route = thing["route"]
    return {
        "omschrijving": _without(thing["titel"], thing["omschrijving"] or ""),
        "uitleg": ROUTES[route] if route else "Niemand heeft vastgesteld wat hier nodig is. We raden niet.",
        "departementen": ministries(thing["wetten"]["nodes"]),
        "trajecten": [running(t) for t in thing["gesignaleerdIn"]["nodes"]],
        "citaten": sources.citaten,
        "bel": {o["id"]: _whom(o) for o in thing["oplossingen"]["nodes"]},
    }


def _without(title: str, text: str) -> str:
    """A description that begins by saying the title again goes on after it."""
    return text.removeprefix(f"{title}.").strip()


def _whom(thing: Data) -> str:
    """`Bel gemeente Utrecht en nog 3 gemeenten.`"""
    users = [f"gemeente {t['gemeente']['naam']}" for t in thing["toepassingen"]["nodes"]]
    if users:
        more = thing["toepassingen"]["aantal"] - 1
        return f"Bel {users[0]}" + (f" of een van de {number(more)} andere" if more > 1 else "") + "."
    makers = [party(m) for m in thing["ontwikkeldDoor"]["nodes"]]
    return f"Vraag het {series(makers)}." if makers else ""


def gemeente(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    made = {o["id"] for o in thing["ontwikkelde"]["nodes"]}
    used = {t["oplossing"]["id"] for t in thing["toepassingen"]["nodes"]}
    whole = _whole(thing["toepassingen"]) and _whole(thing["ontwikkelde"])
    return {
        "aantal": len(made | used),
        "meer": not whole,
        "rijen": [_row(t, t["oplossing"]["id"] in made) for t in thing["toepassingen"]["nodes"]]
        + [Rij(o, "Bedacht", None, "", "") for o in thing["ontwikkelde"]["nodes"] if o["id"] not in used],
        "klaar": [(n, _for(n), _caller(n)) for n in thing["pasklaarElders"]["nodes"]],
        "buren": [(v, _new(v["node"], made | used) if whole else []) for v in thing["vergelijkbaar"]["edges"]],
        "trajecten": [(e["node"], e["rol"], _others(e["node"], thing)) for e in thing["trajecten"]["edges"]],
        "mensen": [e for e in thing["mensen"]["edges"] if not e["tot"] and e["van"]],
        "ongedateerd": [e for e in thing["mensen"]["edges"] if not e["tot"] and not e["van"]],
        "wegen": ways(thing),
        "eerder": [e for e in thing["mensen"]["edges"] if e["tot"]],
        "citaten": sources.citaten,
    }


@dataclass(frozen=True)
class Rij:
    """One oplossing of a gemeente."""

    oplossing: Data
    rol: str
    status: str | None
    sinds: str
    reden: str


def _row(use: Data, made: bool) -> Rij:
    told = [use["sinds"] and f"sinds {use['sinds'][:4]}", use["tot"] and f"tot {use['tot'][:4]}"]
    return Rij(
        use["oplossing"],
        "Bedacht" if made else "Overgenomen",
        use["status"],
        " ".join(filter(None, told)),
        use["redenGestopt"] or "",
    )


def _for(node: Data) -> str:
    """The knelpunt of ours that a hit answers, as its first reason names it."""
    return next((r["uitleg"] for r in node["redenen"] if r["soort"] == "ZELFDE_KNELPUNT"), "")


def _caller(node: Data) -> str:
    first = next(iter(node["bellen"]), None)
    if first is None:
        return ""
    return f"Bel {first['wie']}: {first['telefoon']}." if first["telefoon"] else f"Neem contact op met {first['wie']}."


def _new(neighbour: Data, known: set[str]) -> list[Data]:
    """What a comparable gemeente uses and this one does not."""
    uses = [t["oplossing"] for t in neighbour["toepassingen"]["nodes"] if t["status"] in WORKING]
    return [oplossing for oplossing in uses if oplossing["id"] not in known][:4]


def _others(traject: Data, own: Data) -> str:
    names = [party(p) for p in traject["deelnemers"]["nodes"] if p["id"] != own["id"]]
    return f"Met {series(names)}." if names else ""


def traject(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    criteria = [(c, sources.add(c["grond"])) for c in thing["criteria"]]
    places = duo(thing["regisseurs"]["nodes"])
    return {
        "duo": places,
        "bekend": sum(1 for p in places if p.naam),
        "voortgang": [(v, sources.add(v["herkomst"]["nodes"])) for v in _newest_first(thing["voortgang"]["nodes"])],
        "criteria": criteria,
        "telling": _outcomes(thing["criteria"]),
        "onbekend": _unknown(thing),
        "citaten": sources.citaten,
    }


def _newest_first(messages: Iterable[Data]) -> list[Data]:
    return sorted(messages, key=lambda v: str(v["op"]), reverse=True)


def _outcomes(criteria: Iterable[Data]) -> str:
    """`4 voldoet, 2 onbekend`."""
    found = [c["uitkomst"] for c in criteria]
    words = {"VOLDOET": "voldoet", "VOLDOET_NIET": "voldoet niet", None: "onbekend"}
    return ", ".join(f"{found.count(name)} {word}" for name, word in words.items() if name in found)


def _unknown(thing: Data) -> list[str]:
    gaps = {
        "Wanneer het traject begon.": not thing["gestartOp"],
        "Of het nog loopt.": not thing["status"],
        "Hoe het ervoor staat: er is geen bericht over de voortgang.": not thing["voortgang"]["nodes"],
    }
    return [gap for gap, holds in gaps.items() if holds]


def thema(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    return {"citaten": sources.citaten, "zonder": thing["zonder"]["aantal"]}


def onderwerp(thing: Data, year: int) -> dict[str, Any]:
    sources = Sources()
    sources.add(thing["herkomst"]["nodes"])
    return {"citaten": sources.citaten, "leeg": EMPTY[thing["domein"]]}


EMPTY = {
    "SOCIAAL": "Hier ligt nog niets over op de plank. Ken je iets? Meld het bij het Programmabureau.",
    "RAND": "Hier ligt niets over op de plank. Een ander gaat erover, al raakt het het sociaal domein.",
    "BUITEN": "Hier ligt niets over op de plank. Dit valt buiten het sociaal domein.",
}
VIEWS: Mapping[str, Callable[[Data, int], dict[str, Any]]] = {
    "oplossing": oplossing, "knelpunt": knelpunt, "gemeente": gemeente, "traject": traject, "thema": thema,
    "onderwerp": onderwerp,
}  # fmt: skip
