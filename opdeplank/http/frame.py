"""What surrounds every answer: its number, the security headers, and a calm page when our own code fails.

Outermost, because an answer that is made outside of it would go out without its headers.
"""

import asyncio
import logging

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.errors import GraphError, StoreError
from opdeplank import VERSIE
from opdeplank.http import problems
from opdeplank.http.requestid import HEADER, number_request

log = logging.getLogger("opdeplank")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# The picture of /verken works out where things stand in a worker.
WORKER_POLICY = POLICY + "; worker-src 'self'"
# The editor of GraphiQL writes style elements of its own and checks the query in a worker.
GRAPHIQL_POLICY = WORKER_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "API-Version": VERSIE,
}
ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
POLICY_ENCODED = (b"content-security-policy", POLICY.encode())
WIDER_ENCODED = {
    "/verken": (b"content-security-policy", WORKER_POLICY.encode()),
    "/graphiql": (b"content-security-policy", GRAPHIQL_POLICY.encode()),
}
"""By path: the pages that need more than the others."""
GONE = "weg"
"""In the state of a request whose caller hung up: what was being done for it has been cancelled."""
NUMBER = HEADER.lower().encode()


class Frame:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = number_request(scope)
        started = False

        async def send_framed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _add_headers(message, scope, number)
            await send(message)

        try:
            await self._app(scope, receive, send_framed)
        except (ClientDisconnect, asyncio.CancelledError):
            if not scope["state"].get(GONE):  # else nobody is there to answer
                raise
        except Exception as error:
            _log(error, number)
            if started:  # half an answer is out: breaking off is the only honest end
                raise
            await problems.respond(Request(scope), _problem(error))(scope, receive, send_framed)


def _add_headers(message: Message, scope: Scope, number: str) -> None:
    """Ours, where the answer does not say it itself; in bytes, since this is done for every answer."""
    path = "/graphiql" if scope["path"].startswith("/graphiql/") else scope["path"]
    ours = [*ENCODED, WIDER_ENCODED.get(path, POLICY_ENCODED)]
    if scope["scheme"] == "https":
        ours.append((b"strict-transport-security", b"max-age=31536000"))
    said = {name for name, _ in message["headers"]}
    if POLICY_ENCODED[0] in said:  # which says who may frame it, and this older header can only say nobody
        said.add(b"x-frame-options")
    added = [pair for pair in ours if pair[0] not in said]
    message["headers"] = [*message["headers"], *added, (NUMBER, number.encode("latin-1"))]


def _problem(error: Exception) -> problems.Problem:
    return problems.NOT_READY if isinstance(error, StoreError) else problems.OUR_FAULT


def _log(error: Exception, number: str) -> None:
    if isinstance(error, GraphError):
        log.warning("%s verzoek=%s %s", type(error).__name__, number, error)
    else:
        log.error("onverwachte fout verzoek=%s", number, exc_info=error)
