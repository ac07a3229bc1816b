"""The graph of a service that runs: a command asks at its inner door, and then works over Bolt as the service does.

A load does the same there as in a folder of its own, with the same receipt; the service goes on answering. What is said
at the door, a line of JSON each:

    us       {"sleutel", "versie"}
    service  {"uri", "gebruiker", "wachtwoord", "database"}, or {"fout"} for who may not come in
    us       {"klaar": true}, when something was written
    service  {"versie"}: its answers are of this version of the graph from now on

Who goes away without a word wrote nothing, or is not interested.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any, Self, TypeVar

import orjson

from graph.engine.store import WRITE_SECONDS, Run, Store
from graph.errors import StoreError, StoreFailed, StoreLocked
from opdeplank import VERSIE
from opdeplank.graph import running
from opdeplank.graph.running import LONGEST, NOTE, BadNote, Running
from opdeplank.settings.table import Settings
from opdeplank.terminal.refused import Refused

T = TypeVar("T")
ANSWER_SECONDS = 5.0
NOTICE_SECONDS = 10.0
"""For the service to look at the graph again, and to learn some of what came in."""
BUSY = (
    "De gegevensmap {folder} is al in gebruik door een ander proces. De dienst start of stopt net, of er loopt een "
    "ander commando. Wacht tot dat klaar is en probeer het opnieuw."
)
UNREADABLE = (
    "Het bestand {folder}/{note} is niet te lezen. Doe dit als de gebruiker van wie de dienst is, of start de dienst "
    "opnieuw."
)
WRONG_KEY = (
    "De dienst (proces {proces}) herkent de sleutel in {folder}/{note} niet. Start de dienst opnieuw: dan maakt hij "
    "een nieuwe sleutel."
)
OTHER_VERSION = "De dienst draait op versie {theirs} en dit commando is versie {ours}. Start de dienst opnieuw."
FULL = "De dienst helpt al andere commando's. Probeer het over een minuut opnieuw."
STOPPED = (
    "De dienst stopte terwijl dit commando bezig was. Doe hetzelfde commando nog eens: wat al was opgeslagen komt er "
    "niet dubbel in, en dan hoor je hoe het staat."
)
FAILED = (
    "De database van de dienst kon dit niet opslaan; er is niets veranderd. Was het veel? Stop dan de dienst, doe het "
    "nog eens, en start hem weer. Kijk anders of de schijf vol is."
)
MOST_FACTS = 10_000
"""Facts that fit beside the answers in the memory of a service, with room to spare: 40,000 do not."""
TOO_MUCH = (
    "Dit zijn {facts} feiten. Terwijl de dienst draait laad ik er hooguit {most} tegelijk. Stop de dienst, laad, en "
    "start hem weer."
)
REFUSALS = {"sleutel": WRONG_KEY, "versie": OTHER_VERSION, "vol": FULL}
"""What the door says to who may not come in, and what we say of it."""


class Visiting(Store):
    """The store of somebody else's engine: it is prepared already, and its answers have to follow what we write."""

    wrote = False

    async def write(self, work: Callable[[Run], Awaitable[T]], timeout: float = WRITE_SECONDS) -> T:
        done = await super().write(work, timeout)
        self.wrote = True
        return done


class Door:
    """Our end of the connection with the inner door."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def knock(cls, found: Running) -> Self:
        """Raises OSError when nobody is there."""
        async with asyncio.timeout(ANSWER_SECONDS):
            return cls(*await asyncio.open_connection("127.0.0.1", found.poort, limit=LONGEST))

    async def ask(self, said: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        """Raises OSError (a TimeoutError too) or ValueError when no answer comes that makes sense."""
        async with asyncio.timeout(seconds):
            self._writer.write(orjson.dumps(said) + b"\n")
            await self._writer.drain()
            answer = orjson.loads(await self._reader.readline())
        if not isinstance(answer, dict):
            raise ValueError(answer)
        return answer

    @property
    def closed(self) -> bool:
        """Whether the service went away."""
        return self._reader.at_eof()

    async def close(self) -> None:
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()


@asynccontextmanager
async def visit(settings: Settings, locked: StoreLocked) -> AsyncIterator[Store]:
    """The store of the service that has the folder. Raises Refused, saying what to do, when it cannot be asked."""
    folder = settings.data.resolve()
    try:
        found = running.found(folder)
    except BadNote as error:
        raise Refused(UNREADABLE.format(folder=folder, note=NOTE)) from error
    busy = Refused(BUSY.format(folder=folder))
    if found is None:
        raise busy from locked
    try:
        door = await Door.knock(found)
    except OSError as error:
        raise busy from error
    try:
        async with await _let_in(door, found, settings, busy) as store:
            yield store
            if store.wrote:
                with suppress(OSError, ValueError):  # it looks once a second by itself
                    await door.ask({"klaar": True}, NOTICE_SECONDS)
    except StoreError as error:
        if await _gone(door):
            raise Refused(STOPPED) from error
        if isinstance(error, StoreFailed):
            raise Refused(FAILED) from error
        raise
    finally:
        await door.close()


def must_fit(store: Store, facts: int) -> None:
    """Raises Refused for more than fits in the memory of the service that has the graph."""
    if isinstance(store, Visiting) and facts > MOST_FACTS:
        raise Refused(TOO_MUCH.format(facts=facts, most=MOST_FACTS))


async def _let_in(door: Door, found: Running, settings: Settings, busy: Refused) -> Visiting:
    try:
        answer = await door.ask({"sleutel": found.sleutel, "versie": VERSIE}, ANSWER_SECONDS)
    except (OSError, ValueError) as error:
        raise busy from error
    if refusal := REFUSALS.get(answer.get("fout", "")):
        said = {"folder": settings.data.resolve(), "note": NOTE, "proces": found.proces}
        raise Refused(refusal.format(**said, theirs=answer.get("versie"), ours=VERSIE))
    uri, who, word, database = (str(answer.get(name)) for name in ("uri", "gebruiker", "wachtwoord", "database"))
    store = await Visiting.open(uri, who, word, database, settings.grens_tijd)
    store.disk = settings.data.resolve()
    return store


async def _gone(door: Door) -> bool:
    """Whether the service went away; the end of its connections may come in any order."""
    for _ in range(10):
        if door.closed:
            return True
        await asyncio.sleep(0.1)
    return False
