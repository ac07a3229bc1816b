"""The pages that the server writes: they work without JavaScript, and also when the database is away."""

import time
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from graph import tally
from graph.errors import StoreError
from graph.store import Store
from opdeplank import templates
from opdeplank.examples import EXAMPLES
from opdeplank.settings import ROOT, Settings

COUNTED = {"Oplossing": "oplossingen", "Knelpunt": "knelpunten", "Traject": "trajecten", "Document": "bronnen"}
KEEP_COUNTS = 30.0  # seconds: this page is open to everyone, the database need not count at every visit
VALID_DAYS = 180


class StartPage:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._counted_at = 0.0
        self._counts: list[tuple[str, int]] = []

    async def __call__(self, request: Request) -> Response:
        body = templates.render("start.html", voorbeelden=EXAMPLES, cijfers=await self._figures())
        return Response(body, headers={"Cache-Control": "no-cache"}, media_type="text/html")

    async def _figures(self) -> list[tuple[str, int]]:
        if time.monotonic() - self._counted_at > KEEP_COUNTS or not self._counts:
            try:
                self._counts = [(name, await tally.count(self._store, label)) for label, name in COUNTED.items()]
                self._counted_at = time.monotonic()
            except StoreError:
                return []
        return self._counts


async def schema(request: Request) -> Response:
    """The printed schema: plain text, so that a browser shows it."""
    return FileResponse(ROOT / "schema" / "schema.graphql", media_type="text/plain; charset=utf-8")


class SecurityTxt:
    """RFC 9116. It must expire, so it is written at each request and not kept in a file that somebody forgets."""

    def __init__(self, settings: Settings) -> None:
        self._contact = settings.meldpunt

    async def __call__(self, request: Request) -> Response:
        expires = (datetime.now(UTC) + timedelta(days=VALID_DAYS)).replace(hour=0, minute=0, second=0, microsecond=0)
        lines = [f"Contact: {self._contact}", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: nl, en"]
        return PlainTextResponse("\n".join(lines) + "\n")
