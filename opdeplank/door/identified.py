"""Around all routes: every request has its viewer, or is refused here with the same words whatever is wrong."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.domain.viewer import Viewer
from opdeplank.door.traffic import Rate, caller_of, too_often
from opdeplank.door.viewers import comes_as
from opdeplank.http.problems import Problem, respond
from opdeplank.keys.identity import Identity


class Identified:
    """Who shows what opens nothing is counted, and told after a while to come back later."""

    def __init__(self, app: ASGIApp, identity: Identity, rate: Rate) -> None:
        self._app, self._identity, self._rate = app, identity, rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            found = await self._identity.of(Headers(scope=scope))
            if not isinstance(found, Viewer):
                await respond(Request(scope), self._refusal(scope, found))(scope, receive, send)
                return
            comes_as(scope, found)
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope, problem: Problem) -> Problem:
        wait = self._rate.seconds_to_wait(caller_of(Request(scope)))
        return too_often(wait, self._rate.per_minute) if wait else problem
