"""GraphQL over HTTP (the specification's draft): media types, statuses and what a GET may do."""

from dataclasses import replace
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.domain.provenance import INSIDE, MODEL
from graph.domain.viewer import PUBLIC, Viewer
from graph.engine.store import Store
from graph.errors import GraphError
from graph.resources import NONE, Resources
from graph.upkeep import state
from opdeplank.door.traffic import LEFT, caller_of
from opdeplank.door.viewers import viewer_of
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.cache import Answers, Kept, Key, etag
from opdeplank.graphql.cache import headers as kept_headers
from opdeplank.graphql.question import Question, Unknown, addressed, posted
from opdeplank.graphql.saved_questions import SavedQuestions
from opdeplank.http import etags, problems
from opdeplank.http.accept import best
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.problems import GRAPHQL, JSON, Problem
from opdeplank.privacy.processing_log import ProcessingLog
from opdeplank.settings.table import Settings
from opdeplank.watching.seen import AD_HOC
from opdeplank.watching.seen import of as seen_of
from schema.execute.envelope import Reply, failure
from schema.execute.envelope import Request as Operation
from schema.execute.execution import Executor
from schema.execute.plans import Plans
from schema.request.limits import Budget

KINDS = (JSON, GRAPHQL)
"""What we can answer with; a caller that says nothing gets plain JSON."""
UNACCEPTABLE = Problem(406, "Dat soort antwoord kan niet.", f"Vraag met Accept om {GRAPHQL} of {JSON}.")
POST_ONLY = Problem(
    405, "Een vrije vraag kan niet met GET.", "Stuur haar met POST, of gebruik een geregistreerde vraag.",
    headers={"Allow": "OPTIONS, POST"},
)  # fmt: skip
NOTHING_ASKED = Problem(400, "Er staat geen vraag in dit adres.", "Stuur haar met POST, of noem een `documentId`.")


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
        fields=settings.grens_velden,
        fragments=settings.grens_fragmenten,
        repeats=settings.grens_herhalingen,
        schema_depth=settings.grens_schemadiepte,
        schema_fields=settings.grens_schemavelden,
        shapes=settings.grens_vormen,
        points=settings.grens_punten,
        points_by_key=settings.grens_punten_sleutel,
        answer=settings.grens_antwoord,
    )


class Endpoint:
    """One executor per service; it is made at the first request, when the graph is there."""

    def __init__(
        self, store: Store, settings: Settings, resources: Resources = NONE, freshness: Freshness | None = None
    ) -> None:  # fmt: skip
        self.store, self.settings, self.resources = store, settings, resources
        self._executor: Executor | None = None
        self._freshness = freshness or Freshness(store, resources.beside)
        self._answers = Answers()
        self.shown = ProcessingLog(settings.data)
        self.saved = SavedQuestions(settings.data)

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        kind = best(request.headers.get("accept", ""), KINDS)
        if kind is None:
            await problems.respond(request, UNACCEPTABLE)(scope, receive, send)
            return
        reading = request.method != "POST"
        seen = seen_of(scope)
        asked = self._own(addressed(scope["query_string"]) if reading else await posted(request))
        if seen and isinstance(asked, Question):
            seen.operation = asked.document.name if asked.document else AD_HOC
            seen.kept = True if asked.document and reading else None
        if isinstance(asked, Question) and asked.document and reading:
            await self._registered(request, asked, kind, send)
            return
        response = await self._answer(request, asked, kind)
        await response(scope, receive, send)

    def _own(self, asked: Question | Problem | None) -> Question | Problem | None:
        """A question that was registered here, where none of the program's has the id."""
        if isinstance(asked, Unknown) and (found := self.saved.find(asked.named)):
            return Question(found.text, asked.variables, asked.operation_name, found)
        return asked

    async def executor(self) -> Executor:
        if self._executor is None:
            secret = await state.secret(self.store)
            plans = Plans(SCHEMA, MODEL, secret, budget(self.settings))
            self._executor = Executor(self.store, plans, self.settings.grens_tijd, self.resources)
        return self._executor

    async def _answer(self, request: Request, asked: Question | Problem | None, kind: str) -> Response:
        """The answer to a question that is not kept."""
        if asked is None:
            return problems.respond(request, NOTHING_ASKED)
        if isinstance(asked, Problem):
            return problems.respond(request, asked)
        if request.method != "POST" and not self.settings.get_vrij:
            return problems.respond(request, POST_ONLY)
        viewer = viewer_of(request, self.settings.rol)
        operation = Operation(
            asked.query,
            asked.variables,
            asked.operation_name,
            viewer,
            viewer.role in INSIDE.rollen,
            caller_of(request),
            reading=request.method != "POST",
            left=request.scope.get("state", {}).get(LEFT, {}),
        )
        try:
            executor = await self.executor()
        except GraphError as error:
            return _response(failure(error), kind, viewer)
        reply = await executor.execute(operation)
        _note(request, operation)
        if reply.people:
            known = executor.plans.documents.get((asked.query, asked.operation_name))
            self.shown.note(viewer, known.name if known else None, asked.query, reply.people)
        if reply.wrote:  # who wrote reads it back, also where answers are kept
            self._freshness.outdated()
        return _response(_plainly(reply, kind), kind, viewer)

    async def _registered(self, request: Request, asked: Question, kind: str, send: Any) -> None:
        """A registered operation: from what is kept when the graph has not changed, and without asking the database.
        What is kept is given too while the database is away, with its age."""
        key = (asked.key, kind)
        try:
            stamp = (self._freshness.known() or await self._freshness.version(), date.today())
            answer = self._answers.get(stamp, key) or await self._made(asked, kind, stamp, request)
        except GraphError as error:
            answer = self._meanwhile(key) or _public(failure(error), kind)
        else:
            if isinstance(answer, Kept):
                self._answers.put(stamp, key, answer)
        if isinstance(answer, Kept):
            await _send(request, answer, send)
        else:
            await answer(request.scope, request.receive, send)

    def _meanwhile(self, key: Key) -> Kept | None:
        age, kept = self._freshness.age(), self._answers.last(key)
        return None if age is None or kept is None else kept.aged(age)

    async def _made(self, asked: Question, kind: str, stamp: tuple[int, date], request: Request) -> Kept | Response:
        """Ask a registered operation; what cannot be kept is a response of its own."""
        executor = await self.executor()
        operation = Operation(
            asked.query, asked.variables, asked.operation_name, PUBLIC, caller=caller_of(request), registered=True,
            reading=True,
        )  # fmt: skip
        reply = await executor.execute(operation)
        _note(request, operation)
        if not reply.executed or not reply.lasting:
            return _public(_plainly(reply, kind), kind)
        tag = etag(stamp[0], asked.key, kind, stamp[1])
        return Kept(tag, kept_headers(tag, kind, len(reply.body)), reply.body)


async def _send(request: Request, answer: Kept, send: Any) -> None:
    """The answer, or 304 when the caller has it already."""
    if etags.known(request.headers.get("if-none-match", ""), answer.etag.decode()):
        kept = [pair for pair in answer.headers if pair[0] not in (b"content-type", b"content-length")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    body = b"" if request.method == "HEAD" else answer.body
    await send({"type": "http.response.body", "body": body})


def _note(request: Request, operation: Operation) -> None:
    """For who watches: what it took, and that it was not kept."""
    if seen := seen_of(request.scope):
        notes = operation.notes
        seen.cost, seen.known, seen.limit = notes.price, notes.known, notes.limit
        seen.database, seen.statements = notes.database, notes.statements
        seen.kept = None if seen.kept is None else False


def _plainly(reply: Reply, kind: str) -> Reply:
    """With plain JSON the specification wants 200 for a document that is refused; 400 is for what is no request."""
    return replace(reply, status=200) if reply.status == 400 and kind == JSON else reply


def _public(reply: Reply, kind: str) -> Response:
    """What is not kept of a registered question: a refusal, or an answer that would be better in a moment. A portal may
    read it, as it may read the answer."""
    answer = _response(reply, kind, PUBLIC)
    answer.headers.update(OPEN_HEADERS)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _response(reply: Reply, kind: str, viewer: Viewer) -> Response:
    headers = {"Vary": "Accept, Authorization"} | ({} if reply.wait is None else {"Retry-After": str(reply.wait)})
    if reply.status == 405:
        headers |= POST_ONLY.headers or {}
    if not viewer.anonymous:
        headers["Cache-Control"] = "private, no-store"
    return Response(reply.body, reply.status, headers, f"{kind}; charset=utf-8")
