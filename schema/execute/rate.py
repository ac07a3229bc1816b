"""What a caller may ask of the database in a minute: points, and texts that it does not know yet.

A known text costs the database nothing to plan, a new one 30 to 100 ms for each subquery: the real price an attacker
can make us pay. So each caller has a budget of texts that nobody asked for before. What a text costs each time it is
asked, its points say: fifteen look-ups in one request count as fifteen. All memories are bounded, and a clock that is
put right changes nothing.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from graph.dutch.phrasing import some
from schema.refusals import Refused

MINUTE = 60


def now() -> float:
    """Seconds of a clock that nobody puts right."""
    return time.monotonic()


class Minutes:
    """What each caller spent in the running minute, or another number of `seconds`. Counting per minute bounds the
    memory by the callers of one, and of more than `most` the one that came longest ago is forgotten."""

    def __init__(self, most: int = 20_000, seconds: int = MINUTE) -> None:
        self.most, self.seconds = most, seconds
        self._spent: OrderedDict[str, int] = OrderedDict()
        self._minute = -1

    def __len__(self) -> int:
        return len(self._spent)

    def spend(self, caller: str, amount: int) -> int:
        """Count this; what the caller spent in all."""
        if (minute := int(now() // self.seconds)) != self._minute:
            self._minute = minute
            self._spent.clear()
        spent = self._spent[caller] = self._spent.pop(caller, 0) + amount
        if len(self._spent) > self.most:
            self._spent.popitem(last=False)
        return spent

    def spent(self, caller: str) -> int:
        return self._spent.get(caller, 0) if int(now() // self.seconds) == self._minute else 0

    def wait(self) -> int:
        """Seconds until the next minute begins."""
        return self.seconds - int(now() % self.seconds)


class Shapes:
    """The texts the database has planned, and what each caller spent in this minute."""

    def __init__(self, per_minute: int, most: int = 20_000) -> None:
        self.per_minute, self.most = per_minute, most
        self.known: OrderedDict[int, None] = OrderedDict()
        self.spent = Minutes(most)

    def spend(self, caller: str | None, texts: Iterable[str]) -> None:
        """Note the texts; raises RATE_LIMITED when a caller asks too many new ones. `None` is never refused."""
        fresh = 0
        for text in texts:
            key = hash(text)
            if key in self.known:
                self.known.move_to_end(key)
            else:
                fresh += 1
                self._learn(key)
        if fresh and caller is not None and self.per_minute:
            self._charge(caller, fresh)

    def left(self, caller: str | None) -> int | None:
        """How many new ones this caller may still ask in this minute; None when nobody counts."""
        if caller is None or not self.per_minute:
            return None
        return max(0, self.per_minute - self.spent.spent(caller))

    def _learn(self, key: int) -> None:
        self.known[key] = None
        if len(self.known) > self.most:
            self.known.popitem(last=False)

    def _charge(self, caller: str, fresh: int) -> None:
        spent = self.spent.spend(caller, fresh)
        if spent > self.per_minute:
            wait = self.spent.wait()
            raise Refused(
                "RATE_LIMITED",
                f"Je stelt te veel nieuwe soorten vragen per minuut (hoogstens {self.per_minute}). "
                f"Gebruik variabelen, of wacht {some(wait, 'seconde', 'seconden')}.",
                status=429,
                limiet="vormen",
                hoogstens=self.per_minute,
                gevraagd=spent,
                wacht=wait,
            )


class Points:
    """What the questions of each caller cost together in this minute: of an address, and of a key; 0 is no limit."""

    def __init__(self, per_address: int, per_key: int = 0) -> None:
        self._most = {False: per_address, True: per_key}
        self._minutes = Minutes()

    def spend(self, caller: str | None, by_key: bool, price: int) -> None:
        """Charge a question before it is asked; raises RATE_LIMITED for who has not so much left, and then it costs
        nothing. `None` is never refused."""
        most = self._most[by_key]
        if caller is None or not most:
            return
        left = most - self._minutes.spent(caller)
        if price > left:
            wait = self._minutes.wait()
            raise Refused(
                "RATE_LIMITED",
                f"Deze vraag kost {some(price, 'punt', 'punten')}, en je hebt er deze minuut nog {left} van de {most}. "
                f"Vraag minder, of wacht {some(wait, 'seconde', 'seconden')}.",
                status=429,
                limiet="punten",
                hoogstens=most,
                gevraagd=price,
                over=left,
                wacht=wait,
            )
        self._minutes.spend(caller, price)

    def left(self, caller: str | None, by_key: bool) -> dict[str, int] | None:
        """What this caller may spend in this minute, and what is left of it; None when nobody counts."""
        most = self._most[by_key]
        if caller is None or not most:
            return None
        return {"hoogstens": most, "over": max(0, most - self._minutes.spent(caller)), "wacht": self._minutes.wait()}


def left(shapes: Shapes, points: Points, charged: str | None, caller: str | None, by_key: bool) -> dict[str, Any]:
    """What is left of both in this minute, of which somebody counts. `charged` is whose shapes it are."""
    found: dict[str, Any] = {}
    if (more := shapes.left(charged)) is not None:
        found["vormen"] = {"hoogstens": shapes.per_minute, "over": more}
    if (spare := points.left(caller, by_key)) is not None:
        found["punten"] = spare
    return found
