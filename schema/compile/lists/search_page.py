"""`zoek`: a connection like any other, but its rows come from the full text, in the order of what they answer."""

from collections.abc import Callable
from typing import Any

from graph.cypher.atoms import Closeness, Is, Kind, Prop, Wholeness
from graph.cypher.query import ALWAYS, Condition, Either, Key, Order, Ranked, Tally, Test, Worded
from graph.cypher.relevance import TEXTS
from graph.domain.reader import upper_snake
from graph.domain.vocabulary import Rijpheid
from graph.dutch.words import fragment
from graph.pasklaar.weights import from_level
from graph.search.find import OPENBAAR, SOORTEN
from schema.compile import facets
from schema.compile.connection import info, page, shows_rows
from schema.compile.frames import Frame
from schema.compile.paging import NAME
from schema.compile.spot import Arguments, Listing, Spot, Steps, arguments, below, charge
from schema.fields.comparisons import conjunction
from schema.request.binding import param
from schema.request.selection import Fields, name_of
from schema.response.outputs import Beside, Const, Fixed, Obj, Out, Page, PageField, Shown, Worked

ORDER = (Order(Closeness(), True), Order(Wholeness(), True), NAME)
KINDS = param(len(SOORTEN), "page", ("first", 10, 0))
"""All of them; the same as what a facet shows when nobody says how many, so that it is counted once."""


def search(steps: Steps, spot: Spot) -> Page:
    """The root field `zoek`."""
    given = arguments(steps, spot)
    term = given["term"]
    found = Worded(param(term, "full text"), param(term, "words"), _such(steps, given))
    paging = steps.pages.paging("Query.zoek", given, ORDER)
    own = Frame(None, seek="Entiteit")
    charge(steps, spot, items=shows_rows(steps, spot))
    row = spot.on(own, spot.cost.item(paging.size))
    row.cost.nodes += 1
    listing = Listing(own, Ranked(found, param(term, "stems")), ALWAYS, paging)
    counted = Listing(own, found, ALWAYS, paging)
    parts = [
        _part(steps, spot.inner(spot.object_type, key, details), row, listing, counted)
        for key, details in below(steps, spot).items()
    ]
    return page(spot.frame, listing, parts)


def _part(steps: Steps, spot: Spot, row: Spot, listing: Listing, counted: Listing) -> PageField:
    """One field of the connection; `row` is its spot on the hits, `counted` the same hits without their order."""
    key = spot.path[-1]
    if spot.name in spot.owner.fields:
        charge(steps, spot)
    match spot.name:
        case "edges":
            inner = spot.on(row.frame, row.cost)
            fields = below(steps, spot)
            made = ((k, _edge(steps, inner.inner(spot.object_type, k, d), listing)) for k, d in fields.items())
            return Shown(key, Obj(tuple(made)))
        case "nodes":
            return Shown(key, steps.object(spot.on(row.frame, row.cost)))
        case "pageInfo":
            return info(steps, spot)
        case "aantal":
            return Beside(key, _total(spot.frame, counted))
        case "facetten":
            asked = arguments(steps, spot)["velden"]
            return Beside(key, Fixed(tuple(facets.facet(steps, spot, name, Key(Kind()), counted) for name in asked)))
        case "bedoeldeU":
            term = arguments(steps, row)["term"]
            return Beside(
                key, steps.worked_out(spot.owner.name, spot.name, _total(spot.frame, counted), {"term": term})
            )
    return Beside(key, Const(spot.owner.name))


def _such(steps: Steps, arguments: Arguments) -> Condition:
    """What may be a hit: of these kinds, public, about a thema, ripe enough (only an oplossing is ripe)."""
    typen, themas, least = (arguments.get(name) for name in ("typen", "thema", "minimaleRijpheid"))
    labels = SOORTEN if typen is None else tuple(s for s in SOORTEN if s.upper() in typen)
    parts: list[Condition] = [
        Is(labels) if labels else Either(()),
        Test(Prop("publicatieStatus"), "in", param(list(OPENBAAR))),
    ]
    if themas is not None:
        parts.append(steps.filter("Knelpunt", {"thema": themas}))  # what a knelpunt is about, anything may be about
    if least is not None:
        parts.append(Test(Prop("rijpheid"), "in", param(list(from_level(Rijpheid[least])))))
    return conjunction(parts)


def _edge(steps: Steps, spot: Spot, listing: Listing) -> Out:
    own = listing.own
    match spot.name:
        case "cursor":
            return listing.paging.cursor(own)
        case "node":
            return steps.object(spot)
        case "score":
            return Worked((own.want(Closeness()),), lambda closeness: round(closeness, 3))
        case "fragmenten":
            assert isinstance(listing.source, Ranked)
            texts = tuple(own.want(Prop(name)) for name in ("weergavenaam", *TEXTS))
            return Worked(texts, _fragments(below(steps, spot)), listing.source.stems)
    return Const(spot.owner.name)


def _fragments(fields: Fields) -> Callable[..., Any]:
    """Where the words of the question stand: the field, and the piece of text around them."""
    wanted = [(key, name_of(details)) for key, details in fields.items()]

    def read(stems: list[str], *texts: Any) -> list[dict[str, Any]]:
        found = []
        for veld, value in zip(("naam", *TEXTS), texts, strict=True):
            piece = fragment("; ".join(value) if isinstance(value, list) else value or "", stems)
            if piece:
                known = {"veld": upper_snake(veld), "tekst": piece, "__typename": "Fragment"}
                found.append({key: known[name] for key, name in wanted})
        return found

    return read


def _total(frame: Frame, counted: Listing) -> Worked:
    """How many hits there are: the sum over their types, which is counted anyway when there are facets."""
    return Worked((frame.want(Tally(counted.source, ALWAYS, (Key(Kind()),), KINDS)),), _sum)


def _sum(rows: list[Any]) -> int:
    return sum(row[2] for row in rows)
