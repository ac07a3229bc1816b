"""What questions mean: each worked out once, in turn for who asks, or not at all when that would take too long.

The model reads with one thread, and a question takes it tens of milliseconds. So a question that was asked before is
not worked out again, one that is being worked out is not begun a second time, nobody waits for somebody else's whole
pile, and who would have to wait too long hears that, and can go by words.
"""

import asyncio
import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.dutch.spelling import Vocabulary, spelled_out
from graph.meaning.encoder import Encoder
from graph.turns import Caller, Full, Once, Turns

if TYPE_CHECKING:
    from graph.meaning.encoder import Floats

KNOWN = 1_000
"""Questions whose vectors are kept: less than 4 MB when they are short, and 11 MB when all are long."""
LONGEST = 1_000
"""Characters of a question that are looked at."""
CLAUSES, SHORT = 6, 12
"""So many clauses of a long question are looked at besides the whole, those of more than so many characters."""
ENDS = re.compile(r"(?<=[.!?;:])\s+|\n+")


class Busy(Exception):
    """The model has no time for this question now."""


@dataclass(frozen=True)
class Allowed:
    """What one question may take of the model: pieces of words that it reads (`tokens`, which is what its time goes
    by, whatever the script), questions that may wait, and the seconds that an answer waits for it."""

    tokens: int = 128
    waiting: int = 16
    seconds: float = 1.0


class Questions:
    """The vectors of questions, as one model makes them. Belongs to one event loop."""

    def __init__(self, encoder: Encoder, words: Vocabulary, allowed: Allowed) -> None:
        self._encoder, self._words, self._allowed = encoder, words, allowed
        self._known: OrderedDict[tuple[str, int], Floats] = OrderedDict()
        # at the priority of everything else: a thread that yields may be put aside while it holds the interpreter
        self._turns = Turns("betekenis", allowed.waiting)
        self._once: Once[tuple[str, int], Floats] = Once()

    async def vectors(self, text: str, edition: int, caller: Caller = None) -> "Floats":
        """The vector of a question, and below it those of its clauses when it has several; raises Busy. With another
        `edition` of the words it may be read otherwise."""
        key = text[:LONGEST], edition
        if (found := self._known.get(key)) is not None:
            self._known.move_to_end(key)
            return found
        try:
            async with asyncio.timeout(self._allowed.seconds):
                return await self._once.get(key, lambda: self._worked_out(key, caller))
        except (TimeoutError, Full):
            raise Busy from None

    async def _worked_out(self, key: tuple[str, int], caller: Caller) -> "Floats":
        made = self._known[key] = await self._turns.do(caller, lambda: self._read(key[0]))
        if len(self._known) > KNOWN:
            self._known.popitem(last=False)
        return made

    def _read(self, text: str) -> "Floats":
        texts = [spelled_out(part, self._words) for part in (text, *clauses(text))]
        made: Floats = self._encoder.encode(texts, self._allowed.tokens)
        return made

    def close(self) -> None:
        self._turns.close()


def clauses(text: str) -> list[str]:
    """The sentences of a text of several, without greetings: `Hallo,` says nothing."""
    found = [part.strip() for part in ENDS.split(text)]
    told = [part for part in found if len(part) > SHORT]
    return told[:CLAUSES] if sum(1 for part in found if part) > 1 else []
