"""The three limits that hold before a question is read: its size, how often one address asks, how many at a time."""

import time
from collections import Counter
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from opdeplank.http.problems import Problem, respond
from opdeplank.settings.table import Settings

MINUTE = 60


class TooLarge(Exception):
    """The body went over its limit while it was being read."""


class Traffic:
    """Around one endpoint, not around the whole service: no other route reads a body or asks the database much."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._busy = 0
        self._rate = Rate(settings.grens_verzoeken)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        refusal = self._refusal(request)
        if refusal:
            await respond(request, refusal)(scope, receive, send)
            return
        self._busy += 1
        try:
            await self._app(scope, self._counted(receive), send)
        except TooLarge:
            await respond(request, self._too_large())(scope, receive, send)
        finally:
            self._busy -= 1

    def _refusal(self, request: Request) -> Problem | None:
        limits = self._settings
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > limits.grens_body:
            return self._too_large(int(length))
        if wait := self._rate.seconds_to_wait(request.client.host if request.client else ""):
            return too_often(wait, limits.grens_verzoeken)
        if self._busy >= limits.grens_gelijktijdig:
            advice = "Probeer het zo opnieuw."
            return _over("Het is nu te druk.", advice, 503, "gelijktijdig", limits.grens_gelijktijdig, 1)
        return None

    def _too_large(self, asked: int | None = None) -> Problem:
        limit = self._settings.grens_body
        extra = {"limiet": "body", "hoogstens": limit} | ({"gevraagd": asked} if asked else {})
        advice = f"Hij mag hooguit {limit} bytes zijn. Vraag minder tegelijk, of zet waarden in variabelen."
        return Problem(413, "Je vraag is te groot.", advice, code="OPERATION_TOO_LARGE", extra=extra)

    def _counted(self, receive: Receive) -> Receive:
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._settings.grens_body:
                raise TooLarge
            return message

        return receive_counted


def too_often(wait: int, most: int) -> Problem:
    advice = f"Probeer het over {wait} seconden opnieuw."
    return _over("Je stelt te veel vragen per minuut.", advice, 429, "verzoeken", most, wait)


def _over(title: str, advice: str, status: int, name: str, most: int, wait: int) -> Problem:
    extra = {"limiet": name, "hoogstens": most}
    return Problem(status, title, advice, code="RATE_LIMITED", extra=extra, headers={"Retry-After": str(wait)})


class Rate:
    """Requests per address in the running minute. Counting per minute bounds the memory by the addresses of one."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._minute = 0
        self._asked: Counter[str] = Counter()

    def seconds_to_wait(self, address: str) -> int:
        """Count a request; 0 when it may go on."""
        who = caller(address)
        if not self._per_minute or who is None:
            return 0
        now = time.time()
        if (minute := int(now // MINUTE)) != self._minute:
            self._minute = minute
            self._asked.clear()
        self._asked[who] += 1
        return MINUTE - int(now % MINUTE) if self._asked[who] > self._per_minute else 0


@lru_cache(4096)
def caller(address: str) -> str | None:
    """Who to count for: an IPv6 network of 64 bits is one house; this machine itself (None) is not counted."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.is_loopback:
        return None
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)
