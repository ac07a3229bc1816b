"""GraphQL over HTTP (the specification's draft): media types, statuses and what a GET may do."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from graph.upkeep import state
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.cache import Answers, Kept, etag
from opdeplank.graphql.cache import headers as kept_headers
from opdeplank.graphql.registered import registered
from opdeplank.http import problems
from opdeplank.http.problems import Problem
from opdeplank.http.traffic import caller
from opdeplank.settings.table import Settings
from schema.execute.execution import Executor, Reply, failure
from schema.execute.execution import Request as Operation
from schema.execute.plans import Plans
from schema.request.limits import Budget

MODERN, PLAIN = "application/graphql-response+json", "application/json"
UNSUPPORTED = Problem(415, "Dit soort inhoud kan niet.", "Stuur de vraag als application/json in UTF-8.")
UNACCEPTABLE = Problem(406, "Dat soort antwoord kan niet.", f"Vraag met Accept om {MODERN} of {PLAIN}.")
UNKNOWN_DOCUMENT = Problem(
    404, "Deze vraag is niet geregistreerd.", "Gebruik een `documentId` uit de lijst, of stuur de vraag zelf met POST.",
    code="PERSISTED_QUERY_NOT_FOUND",
)  # fmt: skip
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
        conditions=settings.grens_voorwaarden,
        filter_depth=settings.grens_filterdiepte,
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
        self._freshness = Freshness(store)
        self._answers = Answers()

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        if scope["method"] in ("GET", "HEAD") and b"documentId=" in scope["query_string"]:
            await self._kept(request, send)
            return
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
        if request.method not in ("GET", "POST"):
            return problems.respond(request, Problem(405, "Dit kan niet.", "Gebruik POST.", headers={"Allow": "POST"}))
        given = await (self._from_body(request) if request.method == "POST" else self._from_query(request))
        if isinstance(given, Problem):
            return problems.respond(request, given)
        if given.get("query") is None and isinstance(given.get("documentId"), str):
            known = registered().get(given["documentId"])
            if known is None:
                return problems.respond(request, UNKNOWN_DOCUMENT)
            given["query"] = known.text
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
            return _public(failure(error), kind)
        reply = await executor.execute(operation)
        return _answer(_plainly(reply) if kind == PLAIN else reply, kind)

    async def _kept(self, request: Request, send: Any) -> None:
        """A registered operation: from what is kept when the graph has not changed, and without asking the database."""
        asked: bytes = request.scope["query_string"]
        kind = media_type(request.headers.get("accept", ""))
        if kind is None:
            await problems.respond(request, UNACCEPTABLE)(request.scope, request.receive, send)
            return
        try:
            stamp = (self._freshness.known() or await self._freshness.version(), date.today())
        except GraphError as error:
            await _public(failure(error), kind)(request.scope, request.receive, send)
            return
        answer = self._answers.get(stamp, (asked, kind))
        if answer is None:
            found = await self._registered(request, kind, etag(*_split(stamp, asked, kind)))
            if isinstance(found, Response):
                await found(request.scope, request.receive, send)
                return
            answer = found
            self._answers.put(stamp, (asked, kind), answer)
        await _send(request, answer, send)

    async def _registered(self, request: Request, kind: str, tag: bytes) -> Kept | Response:
        """Ask a registered operation; what cannot be kept is a response of its own."""
        given = parameters(request)
        if isinstance(given, Problem):
            return problems.respond(request, given)
        known = registered().get(given["documentId"])
        if known is None:
            return problems.respond(request, UNKNOWN_DOCUMENT)
        try:
            executor = await self.executor()
        except GraphError as error:
            return _answer(failure(error), kind)
        reply = await executor.execute(Operation(known.text, given.get("variables"), role="OPENBAAR"))
        if not reply.executed:
            return _public(_plainly(reply) if kind == PLAIN else reply, kind)
        return Kept(tag, kept_headers(tag, kind, len(reply.body)), reply.body)

    async def _from_body(self, request: Request) -> dict[str, Any] | Problem:
        if not is_json(request.headers.get("content-type", "")):
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
        return parameters(request)


def parameters(request: Request) -> dict[str, Any] | Problem:
    """The members of a request in an address."""
    found: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if name in found:
            try:
                found[name] = orjson.loads(found[name]) if found[name] else None
            except orjson.JSONDecodeError:
                return Problem(400, f"`{name}` is geen JSON.", "Zet er een JSON-object in.")
            if not isinstance(found[name], dict | None):
                return Problem(400, f"`{name}` is geen JSON-object.", "Zet er een JSON-object in.")
    return found


@lru_cache(64)
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


@lru_cache(64)
def is_json(content_type: str) -> bool:
    """JSON in UTF-8."""
    main, _, rest = content_type.partition(";")
    charset = rest.partition("charset=")[2].strip().strip('"').lower()
    return main.strip().lower() == "application/json" and charset in ("", "utf-8", "utf8")


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


def _split(stamp: tuple[int, date], asked: bytes, kind: str) -> tuple[int, bytes, str, date]:
    return stamp[0], asked, kind, stamp[1]


async def _send(request: Request, answer: Kept, send: Any) -> None:
    """The answer, or 304 when the caller has it already."""
    seen = request.headers.get("if-none-match", "")
    if seen and (seen == "*" or answer.etag.decode() in [t.strip().removeprefix("W/") for t in seen.split(",")]):
        kept = [pair for pair in answer.headers if pair[0] not in (b"content-type", b"content-length")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    body = b"" if request.method == "HEAD" else answer.body
    await send({"type": "http.response.body", "body": body})


def _plainly(reply: Reply) -> Reply:
    """With plain JSON the specification wants 200 for a document that is refused; 400 is for what is no request."""
    return replace(reply, status=200) if reply.status == 400 else reply


def _public(reply: Reply, kind: str) -> Response:
    """A refusal of a registered question: a portal may read it, as it may read the answer."""
    answer = _answer(reply, kind)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _answer(reply: Reply, kind: str) -> Response:
    return Response(reply.body, reply.status, {"Vary": "Accept, Authorization"}, f"{kind}; charset=utf-8")
