"""`zoek`: a connection like any other, but its rows come from the full text, in the order of what they answer."""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import get_named_type
from graphql.execution.collect_fields import FieldDetails

from graph.cypher.query import (
    ALWAYS,
    Closeness,
    Condition,
    Either,
    Found,
    Hop,
    Is,
    Key,
    Kind,
    Order,
    Prop,
    Ranked,
    Rows,
    Step,
    Sub,
    Tally,
    Test,
    Wholeness,
    Worded,
)
from graph.cypher.relevance import TEXTS
from graph.domain.vocabulary import Rijpheid
from graph.dutch.words import fragment
from graph.pasklaar.ranking import from_level
from graph.search.find import OPENBAAR, SOORTEN
from schema.compile import facets
from schema.compile.compiler import Compiler
from schema.compile.conditions import conjunction
from schema.compile.frames import Frame
from schema.compile.paging import NAME
from schema.request.binding import param
from schema.request.cost import Cost
from schema.request.selection import Fields, name_of
from schema.response.outputs import Const, Fixed, Obj, Out, Page, Worked

ORDER = (Order(Closeness(), True), Order(Wholeness(), True), NAME)
PRICE = 15
FACET = "SOORT"
KINDS = param(len(SOORTEN), "page", ("eerste", 10, 0))
"""All of them; the same as what a facet shows when nobody says how many, so that it is counted once."""
BELOW = Hop((Step(("GAAT_OVER",), True), Step(("DEEL_VAN",), True, 4)), "Thema")
Path = tuple[str, ...]


def search(compiler: Compiler, frame: Frame, field: Any, details: list[FieldDetails], key: str) -> Page:
    """The root field `zoek`."""
    arguments = compiler.selection.arguments(field, details)
    kind = get_named_type(field.type)
    term = arguments["term"]
    found = Worded(param(term, "full text"), param(term, "words"), _such(arguments))
    source = Ranked(found, param(term, "stems"))
    paging = compiler.pages.paging("Query.zoek", arguments, ORDER, 10)
    compiler.cost.price += PRICE
    cost = compiler.node_cost(compiler.cost.item(paging.size))
    own = Frame(None, seek="Entiteit")
    made: list[tuple[str, str, Any]] = []
    for response, inner in compiler.selection.below(kind, details).items():
        name, path = name_of(inner), (key, response)
        far: Any = get_named_type(kind.fields[name].type) if name in kind.fields else None
        match name:
            case "edges":
                fields = compiler.selection.below(far, inner)
                edge = (_edge(compiler, own, far, n, d, paging, source, cost, (*path, n)) for n, d in fields.items())
                made.append((response, "edges", Obj(tuple(zip(fields, edge, strict=True)))))
            case "pageInfo":
                wanted = tuple((k, name_of(d)) for k, d in compiler.selection.below(far, inner).items())
                made.append((response, "info", wanted))
            case "aantal":
                made.append((response, "count", Worked((_counts(frame, found),), _total)))
            case "facetten":
                fields = compiler.selection.below(far, inner)
                facet = facets.facet(compiler, frame, FACET, Key(Kind()), fields, far, found, ALWAYS)
                made.append((response, "count", Fixed((facet,))))
            case "bedoeldeU":
                counted = Worked((_counts(frame, found),), _total)
                made.append((response, "count", compiler.worked_out("ZoekConnectie", name, counted, {"term": term})))
            case _:
                made.append((response, "name", Const(kind.name)))
    peeks = any(part == "info" for _, part, _ in made)
    limit = paging.size if peeks else paging.exact
    cursor = paging.cursor(own) if peeks else None
    sub = None
    if any(part in ("edges", "info") for _, part, _ in made):
        sub = frame.want(Sub(Rows(source, tuple(own.values), paging.after, paging.order, limit)))
    return Page(sub, limit, False, paging.continued, cursor, tuple(made))


def _such(arguments: Mapping[str, Any]) -> Condition:
    """What may be a hit: of these kinds, public, about a thema, ripe enough (only an oplossing is ripe)."""
    typen, themas, least = (arguments.get(name) for name in ("typen", "thema", "minimaleRijpheid"))
    labels = SOORTEN if typen is None else tuple(s for s in SOORTEN if s.upper() in typen)
    parts: list[Condition] = [
        Is(labels) if labels else Either(()),
        Test(Prop("publicatieStatus"), "in", param(list(OPENBAAR))),
    ]
    if themas is not None:
        parts.append(Found(BELOW, Test(Prop("id"), "in", param(themas))))
    if least is not None:
        parts.append(Test(Prop("rijpheid"), "in", param(list(from_level(Rijpheid[least])))))
    return conjunction(parts)


def _edge(
    compiler: Compiler, own: Frame, kind: Any, key: str, details: list[FieldDetails], paging: Any, source: Ranked,
    cost: Cost, path: Path,
) -> Out:  # fmt: skip
    name = name_of(details)
    match name:
        case "cursor":
            return paging.cursor(own)  # type: ignore[no-any-return]
        case "node":
            return compiler.object(own, get_named_type(kind.fields[name].type), details, cost, path)
        case "score":
            return Worked((own.want(Closeness()),), lambda closeness: round(closeness, 3))
        case "fragmenten":
            inner = compiler.selection.below(get_named_type(kind.fields[name].type), details)
            texts = tuple(own.want(Prop(name)) for name in ("weergavenaam", *TEXTS))
            return Worked(texts, _fragments(inner), source.stems)
    return Const(kind.name)


def _fragments(fields: Fields) -> Callable[..., Any]:
    """Where the words of the question stand: the field, and the piece of text around them."""
    wanted = [(key, name_of(details)) for key, details in fields.items()]

    def read(stems: list[str], *texts: Any) -> list[dict[str, Any]]:
        found = []
        for veld, value in zip(("naam", *TEXTS), texts, strict=True):
            piece = fragment("; ".join(value) if isinstance(value, list) else value or "", stems)
            if piece:
                known = {"veld": veld, "tekst": piece, "__typename": "Fragment"}
                found.append({key: known[name] for key, name in wanted})
        return found

    return read


def _counts(frame: Frame, found: Worded) -> Tally:
    return frame.want(Tally(found, ALWAYS, (Key(Kind()),), KINDS))


def _total(rows: list[Any]) -> int:
    return sum(row[2] for row in rows)
