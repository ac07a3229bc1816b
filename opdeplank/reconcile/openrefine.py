"""`/reconcile`: the addresses of OpenRefine's protocol. Any page may read them, and nobody needs a key.

GET  /reconcile                      what it can
GET  /reconcile?queries={…}          names, and POST with the same as a form
GET  /reconcile?extend={…}           columns, and POST
GET  /reconcile/suggest/…?prefix=    while somebody types
GET  /reconcile/eigenschappen?type=  which columns there are
GET  /reconcile/voorbeeld?id=        a thing in a small window on another site
GET  /reconcile/ding?id=             leads on to its page
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, quote

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, request_response

from graph.dutch.phrasing import some
from opdeplank.display.display import address
from opdeplank.door.traffic import Rate, Slots, Traffic, caller_of
from opdeplank.http import problems, site, templates
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.problems import Problem
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.reconcile import extension
from opdeplank.reconcile.kinds import NAMES, properties
from opdeplank.reconcile.lookup_names import LookUpNames, Wanted
from opdeplank.reconcile.recognised import Candidate, described, match
from opdeplank.reconcile.service_manifest import BASE, MOST_AT_ONCE, manifest, types
from opdeplank.settings.table import Settings

FEW, MOST = 5, 20
"""Candidates of a row when it does not say how many, and at most."""
MOST_ROWS = 500
"""Things in one request for columns."""
FORM = "application/x-www-form-urlencoded"
FRAMED = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors *"


class Refused(Exception):
    def __init__(self, title: str, advice: str, status: int = 400) -> None:
        self.problem = Problem(status, title, advice)


class Reconciliation:
    def __init__(self, desk: Desk) -> None:
        self._desk, self._names = desk, LookUpNames(desk)

    async def service(self, request: Request) -> Any:
        given = await parameters(request)
        if "queries" in given:
            return await self._queries(read(given["queries"], "queries"), caller_of(request))
        if "extend" in given:
            return await self._extend(read(given["extend"], "extend"), caller_of(request))
        return manifest(site.of(request.scope))

    async def entities(self, request: Request) -> Any:
        prefix, start = request.query_params.get("prefix", ""), _cursor(request)
        found = await self._names.beginning(prefix, [*NAMES], start + MOST, caller_of(request))
        shown = [
            {
                "id": each["id"],
                "name": each["weergavenaam"],
                "description": described(each),
                "notable": [each["__typename"]],
            }
            for each in found[start:]
        ]
        return {"result": shown}

    async def kinds(self, request: Request) -> Any:
        prefix = request.query_params.get("prefix", "").casefold()
        found = [
            each for each in types() if each["name"].startswith(prefix) or each["id"].casefold().startswith(prefix)
        ]
        return {"result": found[_cursor(request) :]}

    async def fields(self, request: Request) -> Any:
        prefix = request.query_params.get("prefix", "").casefold()
        found = {name: each for kind in NAMES for name, each in properties(kind).items()}
        shown = [
            {"id": name, "name": name, "description": each.description}
            for name, each in sorted(found.items())
            if name.casefold().startswith(prefix)
        ]
        return {"result": shown[_cursor(request) :][:MOST]}

    async def proposed(self, request: Request) -> Any:
        """Which columns a kind has; without a kind those of every kind."""
        asked = request.query_params.get("type", "")
        kinds = [asked] if asked in NAMES else [] if asked else [*NAMES]
        found = dict.fromkeys(name for kind in kinds for name in properties(kind))
        limit = _number(request.query_params.get("limit"), len(found))
        return {"type": asked, "properties": [{"id": name, "name": name} for name in found][:limit], "limit": limit}

    async def preview(self, request: Request) -> Response:
        key = request.query_params.get("id", "")
        thing = (await self._names.things([key], caller_of(request))).get(key)
        if thing is None:
            return problems.respond(request, problems.NOT_FOUND)
        at = site.of(request.scope)
        body = templates.render(
            "voorbeeld.html", at, naam=thing["weergavenaam"], uitleg=described(thing), sleutel=key, adres=address(key)
        )
        return Response(body, headers={"Content-Security-Policy": FRAMED}, media_type="text/html")

    async def leads_on(self, request: Request) -> Response:
        key = request.query_params.get("id", "")
        thing = (await self._names.things([key], caller_of(request))).get(key)
        if thing is None:
            return problems.respond(request, problems.NOT_FOUND)
        page = address(thing["id"]) or f"{BASE}/voorbeeld?id={quote(key)}"
        return RedirectResponse(site.of(request.scope).link(page), 303)

    async def _queries(self, given: Mapping[str, Any], caller: str | None) -> Any:
        if len(given) > MOST_AT_ONCE:
            raise Refused("Dit zijn te veel namen tegelijk.", f"Vraag er hooguit {MOST_AT_ONCE} in één keer.", 413)
        found = await self._names([_wanted(name, each) for name, each in given.items()], caller)
        return {name: {"result": _result(each)} for name, each in zip(given, found, strict=True)}

    async def _extend(self, given: Mapping[str, Any], caller: str | None) -> Any:
        ids, asked = given.get("ids"), given.get("properties")
        if (
            not isinstance(ids, list)
            or not isinstance(asked, list)
            or not all(isinstance(each, dict) for each in asked)
        ):
            raise Refused("`extend` klopt niet.", 'Stuur bijvoorbeeld {"ids": [], "properties": [{"id": "inwoners"}]}.')
        if len(ids) > MOST_ROWS or len(asked) > MOST_AT_ONCE:
            things, columns = some(MOST_ROWS, "ding", "dingen"), some(MOST_AT_ONCE, "eigenschap", "eigenschappen")
            raise Refused("Dit is te veel tegelijk.", f"Vraag hooguit {things} en {columns} in één keer.", 413)
        names = list(dict.fromkeys(str(each.get("id")) for each in asked))
        limits = {str(each.get("id")): _limit(each) for each in asked}
        found = await extension.rows(self._desk, list(dict.fromkeys(map(str, ids))), names, limits, caller)
        return {"meta": [_meta(name) for name in names], "rows": found}


def _meta(name: str) -> dict[str, Any]:
    kind = next((properties(kind)[name].kind for kind in NAMES if name in properties(kind)), "")
    led = {"type": {"id": kind, "name": NAMES[kind]}} if kind in NAMES else {}
    return {"id": name, "name": name, **led}


def _limit(asked: Mapping[str, Any]) -> int:
    settings = asked.get("settings")
    given = settings.get(extension.SETTING) if isinstance(settings, dict) else None
    return min(extension.MOST, max(1, _number(given, extension.STANDARD)))


def _wanted(name: str, given: Any) -> Wanted:
    if not isinstance(given, dict):
        raise Refused(f"'{name}' in `queries` is geen object.", 'Stuur bijvoorbeeld {"q0": {"query": "Utrecht"}}.')
    asked = given.get("type")
    kinds = [kind for kind in ([asked] if isinstance(asked, str) else asked or []) if kind in NAMES]
    said = {str(each["pid"]): _values(each.get("v")) for each in given.get("properties") or () if _has_pid(each)}
    most = min(MOST, max(1, _number(given.get("limit"), FEW)))
    return Wanted(str(given.get("query") or ""), kinds or ([] if asked else [*NAMES]), said, most)


def _has_pid(each: Any) -> bool:
    return isinstance(each, dict) and "pid" in each


def _values(value: Any) -> list[str]:
    """A value of a property in a row: a text, a number, a thing, or more of those."""
    found = value if isinstance(value, list) else [value]
    return [str(each.get("name") or each.get("id")) if isinstance(each, dict) else str(each) for each in found]


def _result(found: Sequence[Candidate]) -> list[dict[str, Any]]:
    sure = match(found)
    return [
        {
            "id": each.id, "name": each.name, "description": each.description, "score": each.score,
            "match": each is sure, "type": [{"id": each.kind, "name": NAMES[each.kind]}],
            "features": [{"id": "exact", "value": each.exact}, {"id": "past", "value": each.fits}],
        }
        for each in found
    ]  # fmt: skip


async def parameters(request: Request) -> Mapping[str, str]:
    """What is asked, in the address or in a form."""
    if request.method != "POST":
        return request.query_params
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Refused("Dit soort inhoud kan niet.", f"Stuur de vraag als {FORM}.", 415)
    form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
    return {**request.query_params, **{name: values[0] for name, values in form.items()}}


def read(text: str, name: str) -> Mapping[str, Any]:
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise Refused(f"`{name}` is geen JSON-object.", "Kijk in de specificatie van versie 0.2 hoe het eruitziet.")
    return found


def _cursor(request: Request) -> int:
    return min(extension.MOST, max(0, _number(request.query_params.get("cursor"), 0)))


def _number(given: Any, otherwise: int) -> int:
    try:
        return int(given)
    except (TypeError, ValueError, OverflowError):
        return otherwise


Answer = Callable[[Request], Awaitable[Any]]


def answered(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """As JSON that any page may read, refusals too."""

    async def respond(request: Request) -> Response:
        try:
            found = await answer(request)
        except Refused as error:
            found = problems.as_json(request, error.problem)
        except Unanswered as error:
            found = problems.as_json(request, error.passing or problems.OUR_FAULT)
        except ValueError:  # more fields than a form of ours has
            found = problems.as_json(request, Refused("Dit formulier klopt niet.", "Stuur één veld: queries.").problem)
        made = found if isinstance(found, Response) else Response(orjson.dumps(found), media_type="application/json")
        made.headers.update(OPEN_HEADERS)
        return made

    return respond


def routes(reconciliation: Reconciliation, settings: Settings, slots: Slots) -> list[Route]:
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)

    def limited(path: str, answer: Answer, *methods: str) -> Route:
        return Route(
            path, Traffic(request_response(answered(answer)), settings, slots, rate), methods=["GET", *methods]
        )

    return [
        limited(BASE, reconciliation.service, "POST"),
        limited(f"{BASE}/", reconciliation.service, "POST"),
        limited(f"{BASE}/suggest/entity", reconciliation.entities),
        limited(f"{BASE}/suggest/type", reconciliation.kinds),
        limited(f"{BASE}/suggest/property", reconciliation.fields),
        limited(f"{BASE}/eigenschappen", reconciliation.proposed),
        limited(f"{BASE}/voorbeeld", reconciliation.preview),
        limited(f"{BASE}/ding", reconciliation.leads_on),
    ]
