"""Small files that the server writes itself."""

from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from opdeplank.http import site
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.settings.table import ROOT, Settings

VALID_DAYS = 180


async def schema(request: Request) -> Response:
    """The printed schema: plain text, so that a browser shows it."""
    kind = "text/plain; charset=utf-8"
    return FileResponse(ROOT / "schema" / "schema.graphql", headers=OPEN_HEADERS, media_type=kind)


class SecurityTxt:
    """RFC 9116. It must expire, so it is written at each request and not kept in a file that somebody forgets."""

    def __init__(self, settings: Settings) -> None:
        self._contact = settings.meldpunt

    async def __call__(self, request: Request) -> Response:
        expires = (datetime.now(UTC) + timedelta(days=VALID_DAYS)).replace(hour=0, minute=0, second=0, microsecond=0)
        lines = [f"Contact: {self._contact}", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: nl, en"]
        if (whole := site.of(request.scope).whole("/.well-known/security.txt")).startswith("https://"):
            lines.append(f"Canonical: {whole}")
        return PlainTextResponse("\n".join(lines) + "\n")
