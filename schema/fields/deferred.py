"""Deferred fields: their types, arguments and prices as a table, and the look-up behind each.

Read by `schema.types.types` (the API) and `schema.compile.compiler` (a Pending in the answer, see
`schema.compile.stages`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.contact.uses import uses
from graph.domain.viewer import PUBLIC, Viewer
from graph.dutch.spelling import suggestion
from graph.engine.store import Store
from graph.errors import NotFound
from graph.pasklaar import for_gemeente, lookup
from graph.pasklaar.alternative import Alternatief, Verwant
from graph.pasklaar.candidates import Treffer, callers
from graph.resources import NONE, Resources
from graph.search import paths, similar, traject_criteria
from graph.search.similar import Neighbour
from graph.search.traject_criteria import Judgement
from schema.fields.calling import belpunt, telling
from schema.fields.gemeente_key import gemeente_id
from schema.fields.paged import best, page_arguments
from schema.fields.ranked_page import RankedPage, ranked
from schema.leaves.directives import Kosten, per_item
from schema.refusals import Refused
from schema.request.binding import Limits, page_size

Arguments = Mapping[str, Any]
NOTHING = lookup.Answer()
RANK, NEAR = 3, 2
"""The parts of what a place is worth: of `Rang`, and of a score and an id."""


@dataclass(frozen=True)
class Asked:
    """What a look-up may use."""

    store: Store
    limits: Limits
    resources: Resources = NONE
    ways: bool = False
    """Whether the paths behind the reasons of hits are wanted (`PasklaarReden.pad`): they cost two statements more."""
    passing: list[str] = field(default_factory=list)
    """The look-ups that will soon be answered better, by name: now they went by words, wholly or partly."""
    viewer: Viewer = PUBLIC


Answer = Callable[[Asked, Any, Arguments], Awaitable[Any]]


@dataclass(frozen=True)
class Deferred:
    """A field that is worked out after its thing is read. `result` is its type, a list
    unless it is a connection or a count."""

    owner: str
    name: str
    result: str
    description: str
    arguments: Mapping[str, tuple[Any, Any, str]]
    cost: Kosten
    answer: Answer


def _like(find: Callable[[Store, str, Viewer], Awaitable[list[Neighbour]]], place: str) -> Answer:
    """The answer of a list at `place` of what is near a thing."""

    async def found(asked: Asked, key: str, arguments: Arguments) -> dict[str, Any]:
        page = ranked(asked.limits, place, arguments, NEAR)
        near = await find(asked.store, key, asked.viewer)
        worths = [(-n.score, n.id) for n in near]
        part = near[page.of(worths)]
        said = [{"score": n.score, "gedeeldeKnelpunten": n.gedeeld, "redenen": list(n.redenen)} for n in part]
        return page.shown(worths, [n.id for n in part], said)

    return found


async def _ready(asked: Asked, key: str, arguments: Arguments) -> dict[str, Any]:
    """Knelpunt.pasklaar: what lies ready for it."""
    page = pasklaar_page(asked, "Knelpunt.pasklaar", arguments)
    question = lookup.Question(knelpunt=key, gemeente=await gemeente_id(asked.store, arguments.get("gemeente")))
    try:
        found = await lookup.look_up(asked.store, question, page.of, resources=asked.resources)
    except NotFound as error:
        if error.key != key:
            raise
        found = NOTHING  # it is not public: the look-up does not know it
    return await pasklaar(asked, page, found)


async def _elsewhere(asked: Asked, key: str, arguments: Arguments) -> dict[str, Any]:
    """Gemeente.pasklaarElders: what lies ready for the knelpunten it feels."""
    page = pasklaar_page(asked, "Gemeente.pasklaarElders", arguments)
    try:
        found = await for_gemeente.ready(asked.store, key, page.of, resources=asked.resources)
    except NotFound as error:
        if error.key != key:
            raise
        found = NOTHING
    return await pasklaar(asked, page, found)


def pasklaar_page(asked: Asked, place: str, arguments: Arguments) -> RankedPage:
    """The page of hits that is asked for."""
    return ranked(asked.limits, place, arguments, RANK)


async def pasklaar(asked: Asked, page: RankedPage, found: lookup.Answer) -> dict[str, Any]:
    """PasklaarConnection as plain values."""
    own = {each.oplossing: each.uitleg for each in found.heeft_al}
    hits = await treffers(asked, found.treffers, own)
    nothing = alternatief(found.alternatief) if found.alternatief else None
    understood = counted("begrepenAls", [verwant(v) for v in found.begrepen_als])
    begrip = found.begrip
    return {
        **page.shown(found.rangen, hits),
        **counted("heeftAl", [{"oplossing": own.oplossing, "uitleg": own.uitleg} for own in found.heeft_al]),
        **understood,
        "uitkomst": found.uitkomst.name,
        "onderwerp": found.onderwerp,
        "genoemd": found.genoemd,
        "begrepenOp": begrip.hoe.name if begrip else None,
        "letOp": begrip.let_op if begrip else None,
        "alternatief": nothing,
    }


def counted(name: str, found: Sequence[Any]) -> dict[str, Any]:
    """A list of which the API shows the first, and the total beside it: `wetten`, `aantalWetten`."""
    return {name: list(found), f"aantal{name[0].upper()}{name[1:]}": len(found)}


def alternatief(found: Alternatief) -> dict[str, Any]:
    """PasklaarAlternatief as plain values."""
    return {
        "verwanteKnelpunten": [verwant(v) for v in found.verwante_knelpunten],
        **counted("lopendeTrajecten", found.lopende_trajecten),
        "route": found.route,
        **counted("wetten", found.wetten),
        **counted("departementen", found.departementen),
        "uitleg": found.uitleg,
        "aantalVragen": found.gevraagd,
        **counted("dichtbij", found.dichtbij),
    }


async def _criteria(asked: Asked, key: str, arguments: Arguments) -> list[dict[str, Any]]:
    return [judgement(j) for j in await traject_criteria.judge(asked.store, key, asked.viewer)]


async def _meant(asked: Asked, found: int, arguments: Arguments) -> str | None:
    """ZoekConnection.bedoeldeU: another spelling, when nothing was found."""
    beside = None if found else asked.resources.beside
    # with the words of a large graph, this takes tens of milliseconds
    return await asyncio.to_thread(suggestion, arguments["term"], beside.words) if beside else None


def judgement(found: Judgement) -> dict[str, Any]:
    """CriteriumOordeel as plain values."""
    return {
        "criterium": found.criterium,
        "uitkomst": "VOLDOET" if found.voldoet else None,
        "toelichting": found.toelichting,
        "grond": list(found.grond),
        "aantalGrond": found.aantal_grond,
    }


async def treffers(asked: Asked, found: Sequence[Treffer], own: Mapping[str, str]) -> list[dict[str, Any]]:
    """PasklaarTreffer as plain values, with the paths behind the reasons when they are wanted. `own` says of what the
    asking gemeente has already what it does with it."""
    ways = await paths.along(asked.store, (r.via for t in found for r in t.redenen), asked.viewer) if asked.ways else {}
    return [{**_treffer(t, ways), "heeftAl": own.get(t.oplossing)} for t in found]


def _treffer(found: Treffer, ways: Mapping[tuple[str, ...], paths.Path]) -> dict[str, Any]:
    return {
        "oplossing": found.oplossing,
        "score": found.score,
        "redenen": [
            {
                "soort": r.soort.name,
                "uitleg": r.uitleg,
                "gewicht": r.gewicht,
                "pad": path(ways[r.via]) if r.via in ways else None,
            }
            for r in found.redenen
        ],
        "toepassers": list(found.toepassers),
        "aantalToepassers": found.aantal_toepassers,
        "ontbreekt": list(found.ontbreekt),
        "bellen": [belpunt(each) for each in found.bellen],
    }


async def _calling(asked: Asked, key: str, arguments: Arguments) -> list[dict[str, Any]]:
    """Oplossing.bellen: who can be reached about it, whoever asks."""
    most = page_size(arguments.get("first"), ("first", 3, 0), asked.limits)
    return [belpunt(each) for each in (await callers(asked.store, key, date.today()))[:most]]


async def _uses(asked: Asked, key: str, arguments: Arguments) -> dict[str, Any]:
    """Oplossing.gebruik: gemeenten by how far they are."""
    return telling(await uses(asked.store, key, date.today().isoformat()))


def path(found: paths.Path) -> dict[str, Any]:
    """Pad as plain values."""
    return {
        "lengte": len(found.stappen),
        "stappen": [
            {
                "soort": s.soort,
                "voorwaarts": s.voorwaarts,
                "van": s.van,
                "naar": s.naar,
                "herkomst": list(s.vermeldingen),
                "aantalHerkomst": s.aantal_vermeldingen,
            }
            for s in found.stappen
        ],
        "uitleg": found.uitleg,
    }


def verwant(found: Verwant) -> dict[str, Any]:
    """VerwantKnelpunt as plain values."""
    return {"knelpunt": found.id, "score": found.score, "redenen": list(found.redenen)}


FIELDS: tuple[Deferred, ...] = (
    Deferred(
        "Gemeente", "vergelijkbaar", "VergelijkbareGemeenteConnection", "Gemeenten die op deze lijken, met uitleg",
        page_arguments(), per_item(200), _like(similar.gemeenten, "Gemeente.vergelijkbaar"),
    ),
    Deferred(
        "Gemeente", "pasklaarElders", "PasklaarConnection",
        "Wat elders pasklaar ligt voor de knelpunten die deze gemeente ervaart",
        page_arguments(), per_item(300, 20), _elsewhere,
    ),
    Deferred(
        "Knelpunt", "verwant", "VerwantKnelpuntConnection", "Knelpunten die op dit lijken, met uitleg",
        page_arguments(), per_item(150), _like(similar.knelpunten, "Knelpunt.verwant"),
    ),
    Deferred(
        "Knelpunt", "pasklaar", "PasklaarConnection", "Ligt er iets pasklaar op de plank voor dit knelpunt?",
        {"gemeente": ("GemeenteSleutel", None, "Jouw gemeente"), **page_arguments()}, per_item(200, 20), _ready,
    ),
    Deferred(
        "Oplossing", "vergelijkbaar", "VergelijkbareOplossingConnection", "Oplossingen die hierop lijken, met uitleg",
        page_arguments(), per_item(200), _like(similar.oplossingen, "Oplossing.vergelijkbaar"),
    ),
    Deferred(
        "Oplossing", "bellen", "Belpunt",
        "Wie je erover kunt bellen of mailen: alleen wie te bereiken is, de beste ingang eerst",
        best(3), Kosten(basis=100), _calling,
    ),
    Deferred(
        "Oplossing", "gebruik", "GebruikTelling", "Hoeveel gemeenten waar staan: gebruiken, voorbereiden, overwegen",
        {}, Kosten(basis=50), _uses,
    ),
    Deferred(
        "Traject", "samenhang", "SamenhangendTrajectConnection",
        "Trajecten die knelpunten, thema's, partijen of regisseurs delen, met uitleg",
        page_arguments(), per_item(200), _like(similar.trajecten, "Traject.samenhang"),
    ),
    Deferred(
        "Traject", "criteria", "CriteriumOordeel", "De zes criteria, elk met de grond waarop het oordeel rust",
        {}, Kosten(basis=100), _criteria,
    ),
)  # fmt: skip
MEANT = Deferred(
    "ZoekConnection", "bedoeldeU", "String", "Een andere schrijfwijze die wel iets oplevert", {}, Kosten(), _meant
)
BY_FIELD = {(f.owner, f.name): f for f in (*FIELDS, MEANT)}


async def answer(owner: str, name: str, asked: Asked, of: object, arguments: Arguments) -> Any:
    """Work out a deferred field of this (the id of its thing); raises Refused."""
    try:
        return await BY_FIELD[owner, name].answer(asked, of, arguments)
    except NotFound as error:
        raise Refused("NOT_FOUND", error.melding, (name,)) from None
