"""Sending a page: compressed when the browser can, tagged by its bytes, and kept as long as the graph is the same."""

import gzip
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import date

import orjson
from starlette.requests import Request
from starlette.responses import Response

from opdeplank.graphql.cache import Answers, Kept, Key
from opdeplank.http import accept, etags, problems, site
from opdeplank.http.origins import OPEN
from opdeplank.pages.desk import Desk, Unanswered

HTML, JSON_LD, TURTLE = "text/html", "application/ld+json", "text/turtle"
VARY = "Accept, Accept-Encoding"
ASK_AGAIN = "no-cache"
PRIVATE = "private, no-cache"
"""For an answer to a question: nobody on the way may keep what somebody asked."""

Make = Callable[[], Awaitable[str]]


def page(request: Request, body: str, kind: str = HTML, cache: str = ASK_AGAIN) -> Response:
    if (coding := coding_for(request)) is None:
        return problems.respond(request, problems.UNACCEPTABLE)
    return _respond(request, _packed(body, kind, coding, cache))


class Shown:
    """Pages that say the same to everyone, finished, until the graph changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._answers = Answers(most=1_000, most_bytes=8_000_000)

    async def respond(
        self, request: Request, make: Make, kind: str = HTML, depends_on: Sequence[str] = (), beside: str = ""
    ) -> Response:  # fmt: skip
        """What `make` wrote earlier for this address, or what it writes now. `depends_on` are the parameters that the
        page looks at; others are no part of its address here. `beside` is what else it says, that is not of the
        graph."""
        if (coding := coding_for(request)) is None:
            return problems.respond(request, problems.UNACCEPTABLE)
        looked_at = [request.scope["path"], beside, *(request.query_params.get(name, "") for name in depends_on)]
        key = (orjson.dumps(looked_at), f"{kind} {coding} {site.of(request.scope).whole('')}")
        try:
            stamp = (await self._desk.version(), date.today())
        except Unanswered:
            if (old := self._meanwhile(key)) is None:
                raise
            return _respond(request, old)
        kept = self._answers.get(stamp, key)
        if kept is None:
            kept = _packed(await make(), kind, coding, ASK_AGAIN)
            self._answers.put(stamp, key, kept)
        return _respond(request, kept)

    def _meanwhile(self, key: Key) -> Kept | None:
        """What is kept, with its age, while the database is away."""
        age, kept = self._desk.age(), self._answers.last(key)
        return None if age is None or kept is None else kept.aged(age)


def coding_for(request: Request) -> str | None:
    return accept.encoding(request.headers.get("accept-encoding"))


def _packed(body: str, kind: str, coding: str, cache: str) -> Kept:
    content = body.encode()
    if coding == accept.GZIP:
        content = gzip.compress(content, compresslevel=6, mtime=0)
    tag = b'"' + hashlib.blake2b(content, digest_size=12).hexdigest().encode() + b'"'
    headers = [
        (b"content-type", f"{kind}; charset=utf-8".encode()),
        (b"etag", tag),
        (b"cache-control", cache.encode()),
        (b"vary", VARY.encode()),
        *(OPEN if kind != HTML else ()),
    ]
    return Kept(tag, headers + ([(b"content-encoding", b"gzip")] if coding == accept.GZIP else []), content)


def _respond(request: Request, kept: Kept) -> Response:
    known = etags.known(request.headers.get("if-none-match", ""), kept.etag.decode())
    response = Response(b"" if known else kept.body, 304 if known else 200)
    leave = (b"content-type", b"content-encoding") if known else ()
    length = [] if known else [(b"content-length", str(len(kept.body)).encode())]
    response.raw_headers = [pair for pair in kept.headers if pair[0] not in leave] + length
    return response
