"""Files for the browser: our own style and letter, and the built GraphiQL.

Starlette's StaticFiles would read and compress the 6.6 MB of GraphiQL at every visit. These folders do not change while
the service runs, so each file is compressed once, at its first request and outside the event loop, and the list of
files is fixed at the start: a path that is not in the list does not exist.
"""

import asyncio
import gzip
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.http import etags, problems
from opdeplank.http.accept import GZIP, encoding
from opdeplank.http.own_files import digest
from opdeplank.settings.shipped import WEB

GRAPHIQL = WEB / "graphiql" / "gebouwd"

# Not left to the machine's own table: it differs per system, and a browser obeys `nosniff`.
KINDS = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
COMPRESSIBLE = frozenset(KINDS) - {".woff2"}
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


@dataclass(frozen=True)
class Body:
    content: bytes
    etag: str
    encoding: str


class Assets:
    """One folder. `forever` says which of its paths carry their own hash in the name and so never change."""

    def __init__(self, folder: Path, forever: str) -> None:
        self._folder = folder
        self._forever = forever
        self._files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        self._compressed: dict[str, Body] = {}
        self._tags: dict[str, str] = {}
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self, request: Request) -> Response:
        return await self.serve(request, request.path_params["path"])

    async def serve(self, request: Request, name: str) -> Response:
        path = self._files.get(name)
        if path is None:
            return problems.respond(request, problems.NOT_FOUND)
        coding = encoding(request.headers.get("accept-encoding"))
        if coding is None:
            return problems.respond(request, problems.UNACCEPTABLE)
        body = await self._body(name, path, coding == GZIP)
        hashed = name.startswith(self._forever) or "v" in request.query_params
        headers = {
            "ETag": body.etag,
            "Cache-Control": FOREVER if hashed else ASK_AGAIN,
            "Vary": "Accept-Encoding",
        }
        if etags.known(request.headers.get("if-none-match", ""), body.etag):
            return Response(status_code=304, headers=headers)
        if body.encoding:
            headers["Content-Encoding"] = body.encoding
        kind = KINDS.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(body.content, headers=headers, media_type=kind)

    async def _body(self, name: str, path: Path, gzips: bool) -> Body:
        if not gzips or path.suffix not in COMPRESSIBLE:
            return self._plain(name, path)
        async with self._one_at_a_time:
            if name not in self._compressed:
                self._compressed[name] = await asyncio.to_thread(_packed, path)
        return self._compressed[name]

    def _plain(self, name: str, path: Path) -> Body:
        content = path.read_bytes()
        tag = self._tags.get(name) or self._tags.setdefault(name, digest(content))
        return Body(content, f'"{tag}"', "")


def _packed(path: Path) -> Body:
    content = path.read_bytes()
    return Body(gzip.compress(content, compresslevel=9, mtime=0), f'"{digest(content)}-gzip"', GZIP)
