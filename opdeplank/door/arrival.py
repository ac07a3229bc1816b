"""What is settled of every request before a route sees it: where it comes from, and under which address it came in.

That address is, in this order: the setting OPDEPLANK_ADRES; what a listed proxy says; what was connected to. A Host
header is anybody's text: it counts only where it names this machine. Otherwise one request could put a stranger's
address in a page that is kept for everyone.
"""

from functools import lru_cache
from ipaddress import IPv6Address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from opdeplank.door import forwarded
from opdeplank.door.forwarded import HOST, Seen
from opdeplank.http import site
from opdeplank.http.problems import Problem, respond
from opdeplank.http.site import Site
from opdeplank.settings.proxies import parsed
from opdeplank.settings.table import Settings

LONGEST_HOST = 100
"""Letters of a Host header that are looked at: names of this machine are shorter."""
PORTS = {"http": 80, "https": 443}

NO_HOST = Problem(400, "De kop Host ontbreekt of staat er twee keer.", "Stuur precies één kop Host.")


class Arrival:
    """Changes the scope in place, so that what stands around it sees the same."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            problem = self._problem(scope)
            self._settle(scope)
            if problem:
                await respond(Request(scope), problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _settle(self, scope: Scope) -> None:
        peer = (scope.get("client") or ("", 0))[0]
        told = any(name.startswith((b"x-forwarded-", b"forwarded")) for name, _ in scope["headers"])
        seen = forwarded.seen(peer, Headers(scope=scope), self._settings.proxy) if told else Seen(peer)
        if seen.client != peer:
            scope["client"] = (seen.client, 0)
        scope["scheme"] = seen.scheme or scope["scheme"]
        found = scope.setdefault("state", {})[site.KEY] = address(scope, self._settings, seen)
        path = scope["path"]
        if found.prefix and (path == found.prefix or path.startswith(f"{found.prefix}/")):
            scope["path"] = path[len(found.prefix) :] or "/"  # a proxy may leave the prefix on, or take it off

    def _problem(self, scope: Scope) -> Problem | None:
        hosts = sum(name == b"host" for name, _ in scope["headers"])
        if hosts > 1 or (not hosts and scope["http_version"] == "1.1"):
            return NO_HOST
        size = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        return self._too_long(size) if size > self._settings.grens_adres else None

    def _too_long(self, size: int) -> Problem:
        most = self._settings.grens_adres
        advice = f"Het mag hooguit {most} bytes zijn. Stuur een lange vraag met POST."
        extra = {"limiet": "adres", "hoogstens": most, "gevraagd": size}
        return Problem(414, "Het adres is te lang.", advice, code="OPERATION_TOO_LARGE", extra=extra)


def address(scope: Scope, settings: Settings, seen: Seen) -> Site:
    if settings.adres:
        return listed(settings.adres)
    if seen.host:
        scheme = seen.scheme or scope["scheme"]
        return Site(f"{scheme}://{without_own_port(scheme, seen.host)}", seen.prefix or "")
    server, port = scope.get("server") or ("127.0.0.1", None)
    host = next((value for name, value in scope["headers"] if name == b"host"), b"")[:LONGEST_HOST]
    return Site(_own(host.decode("latin-1").lower(), server, port), seen.prefix or "")


@lru_cache(4)
def listed(address: str) -> Site:
    parts = urlsplit(address)
    return Site(f"{parts.scheme}://{parts.netloc}", parts.path)


@lru_cache(256)
def _own(host: str, server: str, port: int | None) -> str:
    """`http://127.0.0.1:8000`, or with the name that was typed when that is a name of this machine."""
    scheme = "http"
    if HOST.fullmatch(host) and _names_us(host, server, port):
        return f"{scheme}://{without_own_port(scheme, host)}"
    found = parsed(server)
    shown = f"[{server}]" if isinstance(found, IPv6Address) else server
    return f"{scheme}://{without_own_port(scheme, f'{shown}:{port}' if port else shown)}"


def _names_us(host: str, server: str, port: int | None) -> bool:
    """Whether it is this machine seen from itself, or exactly the address that was connected to."""
    name, _, number = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "")
    address = parsed(name.strip("[]"))
    if name == "localhost" or (address is not None and address.is_loopback):
        return True
    return address is not None and address == parsed(server) and int(number or PORTS["http"]) == (port or 80)


def without_own_port(scheme: str, host: str) -> str:
    return host.removesuffix(f":{PORTS[scheme]}")
