"""GraphQL over HTTP (the specification's draft): media types, statuses and what a GET may do."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph import state
from graph.errors import GraphError
from graph.provenance import MODEL
from graph.store import Store
from opdeplank import problems
from opdeplank.api import SCHEMA
from opdeplank.problems import Problem
from opdeplank.settings import Settings
from opdeplank.traffic import caller
from schema.execution import Executor, Reply, failure
from schema.execution import Request as Operation
from schema.limits import Budget
from schema.plans import Plans

MODERN, PLAIN = "application/graphql-response+json", "application/json"
UNSUPPORTED = Problem(415, "Dit soort inhoud kan niet.", "Stuur de vraag als application/json in UTF-8.")
UNACCEPTABLE = Problem(406, "Dat soort antwoord kan niet.", f"Vraag met Accept om {MODERN} of {PLAIN}.")
POST_ONLY = Problem(
    405, "Een vrije vraag kan niet met GET.", "Stuur haar met POST, of gebruik een geregistreerde vraag.",
    headers={"Allow": "POST"},
)  # fmt: skip


def budget(settings: Settings) -> Budget:
    """The limits of an operation."""
    return Budget(
        tokens=settings.grens_tokens,
        depth=settings.grens_diepte,
        aliases=settings.grens_aliassen,
        roots=settings.grens_wortelvelden,
        directives=settings.grens_directives,
        page=settings.pagina,
        most_per_page=settings.grens_pagina,
        subqueries=settings.grens_subqueries,
        subqueries_per_statement=settings.deelvragen_per_opdracht,
        nodes=settings.grens_knopen,
        cost=settings.grens_kosten,
        shapes=settings.grens_vormen,
        answer=settings.grens_antwoord,
    )


def graphql_endpoint(store: Store, settings: Settings) -> Any:
    """The ASGI endpoint of `/graphql`."""
    return Endpoint(store, settings).app


class Endpoint:
    """One executor per service; it is made at the first request, when the graph is there."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.settings = store, settings
        self._executor: Executor | None = None

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        response = await self.respond(request)
        await response(scope, receive, send)

    async def executor(self) -> Executor:
        if self._executor is None:
            secret = await state.secret(self.store)
            self._executor = Executor(self.store, Plans(SCHEMA, MODEL, secret, budget(self.settings)))
        return self._executor

    async def respond(self, request: Request) -> Response:
        kind = media_type(request.headers.get("accept", ""))
        if kind is None:
            return problems.respond(request, UNACCEPTABLE)
        read: dict[str, Callable[[Request], Awaitable[dict[str, Any] | Problem]]] = {
            "GET": self._from_query,
            "POST": self._from_body,
        }
        if request.method not in read:
            return problems.respond(request, Problem(405, "Dit kan niet.", "Gebruik POST.", headers={"Allow": "POST"}))
        given = await read[request.method](request)
        if isinstance(given, Problem):
            return problems.respond(request, given)
        wrong = shape_error(given)
        if wrong:
            return _answer(refused(wrong), kind)
        operation = Operation(
            given["query"],
            given.get("variables"),
            given.get("operationName"),
            self.settings.rol,
            self.settings.rol in ("ANALIST", "PROGRAMMABUREAU"),
            caller(request.client.host if request.client else ""),
        )
        try:
            executor = await self.executor()
        except GraphError as error:
            return _answer(failure(error), kind)
        reply = await executor.execute(operation)
        return _answer(_plainly(reply) if kind == PLAIN else reply, kind)

    async def _from_body(self, request: Request) -> dict[str, Any] | Problem:
        main, _, rest = request.headers.get("content-type", "").partition(";")
        charset = rest.partition("charset=")[2].strip().strip('"').lower()
        if main.strip().lower() != "application/json" or charset not in ("", "utf-8", "utf8"):
            return UNSUPPORTED
        try:
            found = orjson.loads(await request.body())
        except orjson.JSONDecodeError:
            return Problem(400, "De vraag is geen JSON.", 'Stuur bijvoorbeeld {"query": "{ themas { naam } }"}.')
        if not isinstance(found, dict):
            return Problem(400, "De vraag is geen JSON-object.", 'Stuur bijvoorbeeld {"query": "{ themas { naam } }"}.')
        return found

    async def _from_query(self, request: Request) -> dict[str, Any] | Problem:
        if not self.settings.get_vrij:
            return POST_ONLY
        found: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in found:
                try:
                    found[name] = orjson.loads(found[name]) if found[name] else None
                except orjson.JSONDecodeError:
                    return Problem(400, f"`{name}` is geen JSON.", "Zet er een JSON-object in.")
        return found


def media_type(accept: str) -> str | None:
    """The answer's media type; a caller that says nothing gets plain JSON."""
    if not accept.strip():
        return PLAIN
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept.split(",")):
        name, *parameters = [p.strip() for p in part.split(";")]
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            ranked.append((-float(weight), place, name.lower()))
        except ValueError:
            continue
    for weight_, _, name in sorted(ranked):
        if weight_ == 0:
            continue
        if name in (MODERN, PLAIN):
            return name
        if name in ("*/*", "application/*"):
            return PLAIN
    return None


def shape_error(given: dict[str, Any]) -> str | None:
    """What is wrong with the members of a request, if anything."""
    if not isinstance(given.get("query"), str):
        return "`query` ontbreekt of is geen tekst"
    if not isinstance(given.get("operationName"), str | None):
        return "`operationName` is geen tekst"
    for name in ("variables", "extensions"):
        if not isinstance(given.get(name), dict | None):
            return f"`{name}` is geen object"
    return None


def refused(message: str) -> Reply:
    body = {"errors": [{"message": message, "extensions": {"code": "BAD_USER_INPUT"}}]}
    return Reply(orjson.dumps(body), 400, False)


def _plainly(reply: Reply) -> Reply:
    """With plain JSON the specification wants 200 for a document that is refused; 400 is for what is no request."""
    return replace(reply, status=200) if reply.status == 400 else reply


def _answer(reply: Reply, kind: str) -> Response:
    return Response(reply.body, reply.status, {"Vary": "Accept, Authorization"}, f"{kind}; charset=utf-8")
