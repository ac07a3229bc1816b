"""Subscriptions by server-sent events: graphql-sse in its distinct mode, one request for one stream.

    retry: 3000                    at once, so that who connects knows that it works, and proxies let go of the headers
    : begonnen

    id: 4710                       from here on every change comes
    : volgt

    id: 4711                       the position, so that a browser goes on from there by itself (Last-Event-ID)
    event: next
    data: {"data": {"wijzigingen": {…}}}

    :                              every fifteen seconds, when the key is checked again

    event: complete
    data:

Only `next` and `complete` are events: its client breaks off at any other. What is wrong with the question is a `next`
too, on a stream that was accepted. Written here on plain ASGI: the packages for it know no `id`, or patch the server's
signals.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from graph.domain.viewer import Viewer
from graph.errors import GraphError
from opdeplank.door.traffic import DIGITS, caller_of
from opdeplank.door.viewers import viewer_of
from opdeplank.following.follower import Event, Follower
from opdeplank.following.log_reader import Gone, LogReader
from opdeplank.following.seats import Seats, Taken
from opdeplank.graphql.endpoint import NOTHING_ASKED, Endpoint
from opdeplank.graphql.question import Question, addressed, posted
from opdeplank.http import problems
from opdeplank.http.accept import best
from opdeplank.http.problems import Problem
from opdeplank.keys.identity import Identity
from schema.execute.envelope import failure
from schema.execute.execution import Request as Operation
from schema.execute.parsing import Invalid, formatted
from schema.execute.subscriptions import Subscription
from schema.refusals import Refused

EVENTS = "text/event-stream"
HEARTBEAT = 15.0
"""Seconds between two looks at the key."""
HEADERS = {
    "content-type": f"{EVENTS}; charset=utf-8",
    "cache-control": "no-cache, no-store, no-transform, private",
    "x-accel-buffering": "no",
    "vary": "Accept, Authorization",
}
FIRST, BEAT, COMPLETE = b"retry: 3000\n: begonnen\n\n", b":\n\n", b"event: complete\ndata:\n\n"
FEED = "/wijzigingen.json"
GAP = {
    "message": "Vanaf deze positie kan de stroom niet verder. Lees eerst de bladzijden van de feed en volg dan verder.",
    "extensions": {"code": "GAP", "feed": FEED},
}
UNACCEPTABLE = Problem(406, "Hier is alleen een stroom te krijgen.", f"Vraag met Accept om {EVENTS}.")
ONLY_STREAMS = {
    "message": "Met GET kun je hier alleen een subscription vragen. Stuur een andere vraag met POST naar /graphql.",
    "extensions": {"code": "BAD_USER_INPUT"},
}


def wanted(scope: Scope) -> bool:
    """Whether a request to `/graphql` asks for a stream."""
    accept = Headers(scope=scope).get("accept", "")
    return bool(accept) and best(accept, (problems.JSON, problems.GRAPHQL, EVENTS)) == EVENTS


class Streams:
    def __init__(
        self, endpoint: Endpoint, reader: LogReader, identity: Identity, seats: Seats, heartbeat: float = HEARTBEAT
    ) -> None:
        self._endpoint, self._reader, self._identity, self._seats = endpoint, reader, identity, seats
        self._heartbeat = heartbeat

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        asked = addressed(scope["query_string"]) if request.method != "POST" else await posted(request)
        problem = asked if isinstance(asked, Problem) else None if asked else NOTHING_ASKED
        if best(request.headers.get("accept", ""), (EVENTS,)) is None:
            problem = UNACCEPTABLE
        if problem is not None or not isinstance(asked, Question):
            await problems.respond(request, problem or NOTHING_ASKED)(scope, receive, send)
            return
        viewer = viewer_of(request, self._endpoint.settings.rol)
        try:
            with self._seats.taken(caller_of(request), viewer.key):
                await self._accepted(request, asked, viewer, send)
        except Taken as error:
            await problems.respond(request, error.problem)(scope, receive, send)

    async def _accepted(self, request: Request, asked: Question, viewer: Viewer, send: Send) -> None:
        head = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await _send(send, FIRST)
        last = b""
        async for part in self._parts(request, asked, viewer):
            await _send(send, last := part)
        await _send(send, b"" if last.endswith(COMPLETE) else COMPLETE, more=False)

    async def _parts(self, request: Request, asked: Question, viewer: Viewer) -> Any:
        """What goes over the stream, in pieces."""
        operation = Operation(
            asked.query, asked.variables, asked.operation_name, viewer, caller=caller_of(request)
        )  # fmt: skip
        follower: Follower | None = None
        try:
            executor = await self._endpoint.executor()
            found = await executor.subscription(operation)
            if found is None:
                alone = request.method != "POST"
                yield _next(_errors([ONLY_STREAMS]) if alone else (await executor.execute(operation)).body)
                return
            if refusal := await self._refusal(found, viewer, operation.caller):
                yield _next(refusal)
                return
            follower = Follower(found, viewer, 0)
            await self._reader.start(follower, since(request.headers, found.asked))
            async for part in self._following(follower, request.headers):
                yield part
        except Gone:
            yield _next(_errors([GAP]))
        except Invalid as error:
            yield _next(_errors(error.formatted))
        except Refused as error:
            yield _next(_errors([error.formatted()]))
        except GraphQLError as error:
            yield _next(_errors([formatted(error, "BAD_USER_INPUT")]))
        except GraphError as error:
            yield _next(failure(error).body)
        finally:
            if follower is not None:
                self._reader.leave(follower)

    async def _refusal(self, found: Subscription, viewer: Viewer, caller: str | None) -> bytes | None:
        """Why the selection is not answered to this reader, found out before anything changes."""
        executor = await self._endpoint.executor()
        reply = await executor.execute(Operation(found.query, found.given([]), viewer=viewer, caller=caller))
        return None if reply.executed else reply.body

    async def _following(self, follower: Follower, headers: Headers) -> Any:
        yield b"id: %d\n: volgt\n\n" % follower.place
        checked = time.monotonic()
        while True:
            events = await follower.next(self._patience(follower.viewer, checked))
            if events:
                yield b"".join(map(_event, events))
            if follower.ended and not follower.waiting:
                return
            if _over(follower.viewer):
                return
            if time.monotonic() - checked >= self._heartbeat:
                checked = time.monotonic()
                now = await self._identity.of(headers)
                if not isinstance(now, Viewer) or now.sight != follower.viewer.sight:
                    return
                yield BEAT

    def _patience(self, viewer: Viewer, checked: float) -> float:
        """Seconds to wait for changes: until the next look at the key, or until it ends."""
        left = checked + self._heartbeat - time.monotonic()
        if viewer.until is not None:
            left = min(left, (viewer.until - datetime.now(UTC)).total_seconds())
        return max(0.0, left)


def _over(viewer: Viewer) -> bool:
    return viewer.until is not None and datetime.now(UTC) >= viewer.until


def since(headers: Headers, asked: Mapping[str, Any]) -> int | None:
    """The position to go on from: what a browser that comes back had last, or what the question says."""
    last = headers.get("last-event-id", "")
    return int(last) if DIGITS.fullmatch(last) else asked.get("sinds")


def _event(event: Event) -> bytes:
    return b"id: %d\n%b" % (event.place, _next(event.body))


def _next(body: bytes) -> bytes:
    """`body` is JSON on one line."""
    return b"event: next\ndata: %b\n\n" % body


def _errors(errors: Sequence[Mapping[str, Any]]) -> bytes:
    return orjson.dumps({"errors": list(errors)})


async def _send(send: Send, part: bytes, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": part, "more_body": more})
    await asyncio.sleep(0)  # others may go first, also while nobody keeps us waiting
