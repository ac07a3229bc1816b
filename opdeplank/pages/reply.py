"""Sending a page: compressed when the browser can, tagged by its bytes, and kept as long as the graph is the same."""

import gzip
import hashlib
from collections.abc import Awaitable, Callable
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.graphql.cache import Answers, Kept
from opdeplank.pages.desk import Desk

HTML, JSON_LD, TURTLE = "text/html", "application/ld+json", "text/turtle"
VARY = "Accept, Accept-Encoding"
ASK_AGAIN = "no-cache"
PRIVATE = "private, no-cache"
"""For an answer to a question: nobody on the way may keep what somebody asked."""

Make = Callable[[], Awaitable[str]]


def page(request: Request, body: str, kind: str = HTML, cache: str = ASK_AGAIN) -> Response:
    return _respond(request, _packed(body, kind, gzips(request), cache))


class Shown:
    """Pages that say the same to everyone, finished, until the graph changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._answers = Answers(most=1_000, most_bytes=16_000_000)

    async def respond(self, request: Request, make: Make, kind: str = HTML, host: str = "") -> Response:
        """What `make` wrote earlier for this address, or what it writes now; `host` where that stands in it."""
        stamp = (await self._desk.version(), date.today())
        key = (request.url.path.encode() + b"?" + request.scope["query_string"], f"{kind} {gzips(request)} {host}")
        kept = self._answers.get(stamp, key)
        if kept is None:
            kept = _packed(await make(), kind, gzips(request), ASK_AGAIN)
            self._answers.put(stamp, key, kept)
        return _respond(request, kept)


def gzips(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def _packed(body: str, kind: str, packs: bool, cache: str) -> Kept:
    content = body.encode()
    if packs:
        content = gzip.compress(content, compresslevel=6, mtime=0)
    tag = b'"' + hashlib.blake2b(content, digest_size=12).hexdigest().encode() + b'"'
    headers = [
        (b"content-type", f"{kind}; charset=utf-8".encode()),
        (b"etag", tag),
        (b"cache-control", cache.encode()),
        (b"vary", VARY.encode()),
    ]
    return Kept(tag, headers + ([(b"content-encoding", b"gzip")] if packs else []), content)


def _respond(request: Request, kept: Kept) -> Response:
    known = kept.etag.decode() in [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    response = Response(b"" if known else kept.body, 304 if known else 200)
    leave = (b"content-type", b"content-encoding") if known else ()
    length = [] if known else [(b"content-length", str(len(kept.body)).encode())]
    response.raw_headers = [pair for pair in kept.headers if pair[0] not in leave] + length
    return response
