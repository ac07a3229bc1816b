"""Around everything: what each request was, how long it took and how it ended, told to whoever watches."""

import asyncio
import time
from collections.abc import Mapping, Sequence

from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.domain.viewer import Viewer
from opdeplank.http.requestid import request_id
from opdeplank.watching.seen import GONE_AWAY, KEY, SeenRequest, Watcher

STREAM = b"text/event-stream"
FAILED = 500


def declared(routes: Sequence[BaseRoute]) -> dict[int, str]:
    """The path of each endpoint, as it is declared; by its id, since not every endpoint can be a key."""
    found: dict[int, str] = {}
    for route in routes:
        if isinstance(route, Route):
            found.setdefault(id(route.endpoint), route.path)
    return found


class Watched:
    """A request that nobody watches costs nothing: then this is not there."""

    def __init__(self, app: ASGIApp, paths: Mapping[int, str], watchers: Sequence[Watcher], viewer: str) -> None:
        """`paths` of endpoints, as `declared`; `viewer`: the name in the state of a request of who looks."""
        self._app, self._paths, self._watchers, self._viewer = app, paths, watchers, viewer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = scope.setdefault("state", {})[KEY] = SeenRequest(method=scope["method"])
        began, started = time.time(), time.perf_counter()

        async def send_seen(message: Message) -> None:
            _look(seen, message)
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        except BaseException as error:
            seen.broken_off = True
            seen.status = seen.status or (GONE_AWAY if isinstance(error, asyncio.CancelledError) else FAILED)
            raise
        finally:
            seen.seconds = time.perf_counter() - started
            self._tell(seen, scope, began)

    def _tell(self, seen: SeenRequest, scope: Scope, began: float) -> None:
        if not seen.status:
            seen.status, seen.broken_off = GONE_AWAY, True
        seen.route = self._paths.get(id(scope.get("endpoint")), "")
        seen.number = request_id(scope)
        viewer = scope["state"].get(self._viewer)
        seen.role = viewer.role.name if isinstance(viewer, Viewer) else ""
        for each in self._watchers:
            each.saw(seen, scope, began)


def _look(seen: SeenRequest, message: Message) -> None:
    if message["type"] == "http.response.start":
        seen.status = message["status"]
        kind = next((value for name, value in message["headers"] if name.lower() == b"content-type"), b"")
        seen.streamed = kind.startswith(STREAM)
    elif message["type"] == "http.response.body":
        seen.size += len(message.get("body", b""))
