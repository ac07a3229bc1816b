"""The limits that hold before a question is read: its size, how often one address asks, how many at a time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from ipaddress import IPv6Address

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.dutch.phrasing import some
from opdeplank.door.viewers import viewer_of
from opdeplank.http.problems import Problem, respond
from opdeplank.settings.proxies import parsed
from opdeplank.settings.table import Settings
from opdeplank.watching.seen import of as seen_of
from schema.execute.rate import MINUTE, Minutes

HOUR = 3_600
FORM_BYTES = 1_000_000
"""Of a form that is read: more than fits in it, so that who pastes too much gets that back."""
LEFT = "over"
"""In the state of a request: how often its caller may still ask, for who wants to say so in the answer."""
DIGITS = re.compile("[0-9]{1,19}")
LONGEST_ADDRESS = 64
"""What a proxy may write instead of an address is cut off here before it is remembered."""


class TooLarge(Exception):
    """The body went over its limit while it was being read."""


class Gone(Exception):
    """The caller left before its body was there."""


class Traffic:
    """Around one endpoint. A question takes its place among the `slots` when all of it is there, and leaves it when the
    answer begins: who sends or fetches slowly keeps nobody else waiting."""

    def __init__(
        self, app: ASGIApp, settings: Settings, slots: "Slots", rate: "Rate", form: bool = False
    ) -> None:  # fmt: skip
        """`form`: somebody typed it on a page, and gets it back with what is wrong when it is too long."""
        self._app, self._form = app, form
        self._most = max(settings.grens_body, FORM_BYTES) if form else settings.grens_body
        self._slots, self._rate = slots, rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        who = caller_of(request)
        try:
            refusal = self._refusal(request, who)
            if refusal is None:
                left = self._rate.left(who)
                scope.setdefault("state", {})[LEFT] = {} if left is None else {"verzoeken": left}
                body = await self._read(request, receive)
                with self._slots.taken(who) as place:
                    await self._app(scope, _given(body, receive), place.left_by(send))
                return
        except TooLarge:
            refusal = self._too_large()
        except Full:
            refusal = self._slots.refusal()
        except Gone:
            return
        if seen := seen_of(scope):
            seen.limit = str(refusal.extra.get("limiet", ""))
        await respond(request, refusal)(scope, receive, send)

    def _refusal(self, request: Request, who: str | None) -> Problem | None:
        length = request.headers.get("content-length", "")
        if DIGITS.fullmatch(length) and int(length) > self._most:
            return self._too_large(int(length))
        if wait := self._rate.seconds_to_wait(who):
            return too_often(wait, self._rate.most_for(who))
        return None

    def _too_large(self, asked: int | None = None) -> Problem:
        extra = {"limiet": "body", "hoogstens": self._most} | ({"gevraagd": asked} if asked else {})
        if self._form:
            advice = "Ga terug: je tekst staat er nog. Maak hem korter, en verstuur hem opnieuw."
            return Problem(413, "Je tekst is te lang.", advice, code="OPERATION_TOO_LARGE", extra=extra)
        advice = f"Hij mag hooguit {self._most} bytes zijn. Vraag minder tegelijk, of zet waarden in variabelen."
        return Problem(413, "Je vraag is te groot.", advice, code="OPERATION_TOO_LARGE", extra=extra)

    async def _read(self, request: Request, receive: Receive) -> bytes:
        """The whole body; a request that announces none is not waited for."""
        headers = request.headers
        if "content-length" not in headers and "transfer-encoding" not in headers and request.method != "POST":
            return b""
        parts: list[bytes] = []
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Gone
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._most:
                raise TooLarge
            more = message.get("more_body", False)
        return b"".join(parts)


def _given(body: bytes, receive: Receive) -> Receive:
    """A receive that has the body ready, and after that tells whether the caller is still there."""
    waiting = [body]

    async def receive_given() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return receive_given


class Full(Exception):
    """No place is left among the questions that are being answered."""


class Slots:
    """How many questions are being answered, and of whom: one address gets half of the places at most."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.busy = 0
        self._of: dict[str, int] = {}

    @contextmanager
    def taken(self, who: str | None) -> Iterator["Place"]:
        """Take a place; raises Full."""
        of_this_one = self._of.get(who, 0) if who else 0
        if self.busy >= self.most or of_this_one >= max(1, self.most // 2):
            raise Full
        self.busy += 1
        if who:
            self._of[who] = of_this_one + 1
        place = Place(self, who)
        try:
            yield place
        finally:
            place.leave()

    def left(self, who: str | None) -> None:
        self.busy -= 1
        if who:
            self._of[who] -= 1
            if not self._of[who]:
                del self._of[who]

    def refusal(self) -> Problem:
        return _over("Het is nu te druk.", "Probeer het zo opnieuw.", 503, "gelijktijdig", self.most, 1)


class Place:
    """One of the places, until it is left."""

    def __init__(self, slots: Slots, who: str | None) -> None:
        self._slots, self._who = slots, who
        self._held = True

    def leave(self) -> None:
        if self._held:
            self._held = False
            self._slots.left(self._who)

    def left_by(self, send: Send) -> Send:
        """A send that leaves the place at its first message: what follows goes at the pace of the caller."""

        async def send_and_leave(message: Message) -> None:
            self.leave()
            await send(message)

        return send_and_leave


def too_often(wait: int, most: int) -> Problem:
    advice = f"Probeer het over {some(wait, 'seconde', 'seconden')} opnieuw."
    return _over("Je stelt te veel vragen per minuut.", advice, 429, "verzoeken", most, wait)


def _over(title: str, advice: str, status: int, name: str, most: int, wait: int) -> Problem:
    extra = {"limiet": name, "hoogstens": most}
    return Problem(status, title, advice, code="RATE_LIMITED", extra=extra, headers={"Retry-After": str(wait)})


class Holder(str):
    """Who is counted by his key and not by his address."""

    __slots__ = ()


class Rate:
    """Requests per address, and per key, in the running minute, or another number of `seconds`; 0 is no limit. Of more
    than `most` callers the one that asked longest ago is forgotten."""

    def __init__(self, per_minute: int, per_key: int = 0, most: int = 20_000, seconds: int = MINUTE) -> None:
        self.per_minute, self.per_key = per_minute, per_key
        self._asked = Minutes(most, seconds)

    def most_for(self, who: str | None) -> int:
        """How often this caller may ask in a minute; 0 is without end."""
        if who is None:
            return 0
        return self.per_key if isinstance(who, Holder) else self.per_minute

    def seconds_to_wait(self, who: str | None) -> int:
        """Count a request of this `caller`; 0 when it may go on."""
        if who is None or not (allowed := self.most_for(who)):
            return 0
        return self._asked.wait() if self._asked.spend(who, 1) > allowed else 0

    def left(self, who: str | None) -> dict[str, int] | None:
        """What is left of this minute: how many may be asked, how many more, and the seconds until it is over."""
        if who is None or not (allowed := self.most_for(who)):
            return None
        return {"hoogstens": allowed, "over": max(0, allowed - self._asked.spent(who)), "wacht": self._asked.wait()}


@lru_cache(4096)
def counted_as(address: str) -> str:
    """Whose an address is: an IPv6 network of 64 bits is one house."""
    found = parsed(address)
    if found is None:
        return address[:LONGEST_ADDRESS]
    if isinstance(found, IPv6Address):
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)


def caller_of(request: Request) -> str | None:
    """Who to count a request for: the key it came with, from wherever, or else its address."""
    if key := viewer_of(request).key:
        return Holder(f"sleutel:{key}")
    return caller(request.client.host if request.client else "")


@lru_cache(4096)
def caller(address: str) -> str | None:
    """Who to count for; this machine itself (None) is not counted."""
    found = parsed(address)
    return None if found is not None and found.is_loopback else counted_as(address)
