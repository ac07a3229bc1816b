"""Who may read an answer from a page of another site (CORS).

What is public and asked without a key may be read by every page: linked data, registered questions, the widget, the
schema. A free question only by pages of the sites in OPDEPLANK_CORS.
"""

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Receive, Scope, Send

from opdeplank.http.requestid import HEADER

OPEN = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", f"ETag, Retry-After, {HEADER}".encode()),
    (b"cross-origin-resource-policy", b"cross-origin"),
)
OPEN_HEADERS = {name.decode(): value.decode() for name, value in OPEN}
ASKED = "access-control-request-method"
READING = ("GET", "HEAD")
PREFLIGHT = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": f"Accept, Accept-Language, Content-Type, If-None-Match, {HEADER}",
    "Access-Control-Max-Age": "86400",
}
"""What a browser is told that asks whether it may read: it may ask. Whether its page sees the answer, that says."""


def preflight(headers: Headers) -> dict[str, str]:
    """The headers for a browser that asks beforehand; none when it asks for something else than reading."""
    return dict(PREFLIGHT) if "origin" in headers and headers.get(ASKED) in READING else {}


class ListedOrigins(CORSMiddleware):
    """Starlette's, for the origins that the settings list; it would refuse every other one what is public."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        asks = scope["type"] == "http" and scope["method"] == "OPTIONS" and ASKED in headers
        if asks and not self.is_allowed_origin(headers.get("origin", "")):
            await self.app(scope, receive, send)
            return
        await super().__call__(scope, receive, send)
