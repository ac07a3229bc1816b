"""HTTP/1.1 on one connection, by uvicorn; what it leaves open is bounded here.

uvicorn takes headers of any size and waits for them for as long as they take, and for a body too: `httptools` only
parses. So bytes are counted before the parser sees them, and what a connection is waiting for has a time:

    rest ─first byte─> headers ─blank line─> body ─last byte─> answer ─sent─> rest

Refusals that no route can give (431, 408, 400) are written here as problem details. After a refusal the connection is
read for a moment more and then closed: closing with bytes unread would take the refusal from who sent them.
"""

import asyncio
import socket
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from opdeplank.door.sockets import Connections
from opdeplank.http import problems
from opdeplank.http.frame import ENCODED, GONE, POLICY_ENCODED
from opdeplank.http.problems import Problem

GRACE = 2.0
"""Seconds that a body may be slower than it should: the first bytes of a far client take a while."""
LINGER, LINGER_BYTES = 2.0, 256_000
"""How long, and how much, is still read after a refusal."""
PIPELINED = 16
"""Requests that may wait behind the one that is being answered."""
UNSENT = 131_072
"""Bytes of an answer that the system may hold ready for a connection and could not send yet (`tcp(7)`, not bounded
otherwise: Linux takes 4 MB off our hands). What it holds counts nowhere, and waits for as long as the reader likes."""
PIECE = 16_384
"""Bytes that the parser gets at a time, so that headers can never be much larger than their limit."""

MALFORMED = Problem(400, "Dit is geen geldig HTTP-verzoek.", "Controleer de eerste regel en de koppen.")
SLOW_HEAD = Problem(408, "De koppen van je verzoek kwamen te langzaam.", "Probeer het opnieuw.", code="TIMEOUT")
SLOW_BODY = Problem(408, "De inhoud van je verzoek kwam te langzaam.", "Probeer het opnieuw.", code="TIMEOUT")
CROWDED = Problem(
    503, "Er zijn te veel verbindingen.", "Sluit verbindingen, of probeer het zo opnieuw.", code="RATE_LIMITED",
    headers={"Retry-After": "1"},
)  # fmt: skip


class Refuse(Exception):
    """Thrown out of the parser: this request goes no further."""


class Line(HttpToolsProtocol):
    """One connection. `reading` is what is still to come of a request: "head", "body", or nothing."""

    def __init__(self, connections: Connections, **given: Any) -> None:
        super().__init__(**given)
        self._connections, self._clock = connections, connections.clock
        self._limits = connections.settings
        self.address = ""
        self.reading = ""
        self.since = self._clock()
        self.read = 0
        """Bytes of what is being read: of the headers, or of the body."""
        self._begun = 0
        """Requests that began in the piece that the parser has."""
        self.unsent_since: float | None = None
        self.lingers: float | None = None
        """Until when what still comes is thrown away; None while the connection is in use."""
        self._work: asyncio.Task[None] | None = None
        self._answered: RequestResponseCycle | None = None

    # what asyncio calls

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        if hasattr(socket, "TCP_NOTSENT_LOWAT"):
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT)
        if not self._connections.enter(self):
            transport.write(written(CROWDED))
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.leave(self)
        super().connection_lost(exc)
        if self._work is not None and self._answered is not None and not self._work.done():
            self._answered.scope["state"][GONE] = True
            self._work.cancel()  # nobody waits for it, and others do

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), PIECE):
            if self.lingers is not None:
                self._throw_away(len(data) - start)
                return
            if self.transport.is_closing():
                return
            self._feed(data[start : start + PIECE])

    def _feed(self, piece: bytes) -> None:
        rested, in_body = not self.reading, self.reading == "body"
        if rested:
            self._begin("head")
        self._begun = 0
        super().data_received(piece)
        whole = not in_body and self._begun == rested  # else it began somewhere in this piece
        if self.reading == "head" and whole:
            self.read += len(piece)
            if self.read > self._limits.grens_koppen:
                self.refuse(self._too_much_head())

    def _throw_away(self, size: int) -> None:
        self.read += size
        if self.read > LINGER_BYTES:
            self.transport.abort()

    # what the parser calls

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun += 1
        self._begin("head")

    def on_headers_complete(self) -> None:
        size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
        if size > self._limits.grens_koppen:
            self.refuse(self._too_much_head())
            raise Refuse
        if len(self.pipeline) >= PIPELINED:
            raise Refuse
        self._begin("body")
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self.read += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._begin("")
        if self.parser.should_upgrade():  # what follows is of a protocol that we do not speak
            self.cycle.keep_alive = False

    def _begin(self, part: str) -> None:
        self.reading, self.since, self.read = part, self._clock(), 0

    # what uvicorn calls

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answered = cycle
        self._work = self.loop.create_task(cycle.run_asgi(app))
        self._work.add_done_callback(self.tasks.discard)
        self.tasks.add(self._work)

    def on_response_complete(self) -> None:
        if self.transport.get_write_buffer_size():
            self.unsent_since = self._clock()
        if self.reading == "body" and not self.transport.is_closing():
            self._linger()  # answered before all of it was there: the rest is of no use
        super().on_response_complete()
        if not self.reading:
            self.since = self._clock()

    def timeout_keep_alive_handler(self) -> None:
        """uvicorn's own time for a connection at rest; ours is in `overdue`."""

    def send_400_response(self, msg: str) -> None:
        self.refuse(MALFORMED)

    def _unsupported_upgrade_warning(self) -> None:
        """uvicorn would advise to install websockets; the request is answered as if it did not ask for them."""

    # what the walk over all connections calls

    def overdue(self, now: float) -> bool:
        limits = self._limits
        if self._is_stuck(now):
            self.transport.abort()
            return True
        if self.lingers is not None:
            if now > self.lingers:
                self.transport.abort()
            return now > self.lingers
        spent = now - self.since
        if self.reading == "body" and not self.flow.read_paused and not self.pipeline and self._dawdles(spent):
            self.refuse(SLOW_BODY)
        elif self.reading == "head" and not self.answering and spent > limits.grens_tijd_koppen:
            self.refuse(SLOW_HEAD)
        elif not self.reading and not self.answering and spent > limits.grens_rust:
            self.transport.close()
        else:
            return False
        return True

    def waiting(self) -> float | None:
        return self.since if self.reading or not self.answering else None

    def unsent(self) -> int:
        return int(self.transport.get_write_buffer_size())

    def give_way(self) -> None:
        self.transport.abort()

    @property
    def answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _dawdles(self, spent: float) -> bool:
        wanted = (spent - GRACE) * self._limits.grens_snelheid
        return spent > self._limits.grens_tijd_body or self.read < wanted

    def _is_stuck(self, now: float) -> bool:
        """Whether an answer stands ready for longer than it may."""
        if not self.transport.get_write_buffer_size():
            self.unsent_since = None
        elif self.unsent_since is None:
            self.unsent_since = now
        return self.unsent_since is not None and now - self.unsent_since > self._limits.grens_tijd_antwoord

    # refusing

    def _too_much_head(self) -> Problem:
        most = self._limits.grens_koppen
        advice = f"Ze mogen samen hooguit {most} bytes zijn. Stuur minder koppen, of kortere."
        extra = {"limiet": "koppen", "hoogstens": most}
        return Problem(431, "De koppen van je verzoek zijn te groot.", advice, code="OPERATION_TOO_LARGE", extra=extra)

    def refuse(self, problem: Problem) -> None:
        """Say why, and close. An answer that is being written would be mixed with it: then only close."""
        if self.transport.is_closing() or self.lingers is not None:
            return
        if self.pipeline or (self.answering and self.cycle.response_started):
            self.transport.abort()
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.transport.write(written(problem))
        self._linger()

    def _linger(self) -> None:
        self.lingers, self.read = self._clock() + LINGER, 0
        self.flow.resume_reading()
        if self.transport.can_write_eof():
            self.transport.write_eof()
        else:
            self.transport.close()


def written(problem: Problem) -> bytes:
    """A refusal as it goes over the line."""
    body = problems.details(problem)
    lines = [
        f"HTTP/1.1 {problem.status} {HTTPStatus(problem.status).phrase}".encode(),
        b"content-type: application/problem+json",
        b"content-length: " + str(len(body)).encode(),
        b"connection: close",
        *(name + b": " + value for name, value in (*ENCODED, POLICY_ENCODED)),
        *(f"{name}: {value}".encode() for name, value in problem.headers.items()),
    ]
    return b"\r\n".join([*lines, b"", body])
