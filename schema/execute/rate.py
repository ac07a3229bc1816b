"""How many new statements a caller may have the database plan.

A known text costs the database nothing to plan, a new one 30 to 100 ms for each subquery: the real price an attacker
can make us pay. So each caller has a budget of texts that nobody asked for before. Both memories are bounded.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable

from graph.dutch.phrasing import some
from schema.refusals import Refused

MINUTE = 60.0


class Shapes:
    """The texts the database has planned, and what each caller spent in this minute."""

    def __init__(self, per_minute: int, most: int = 20_000) -> None:
        self.per_minute, self.most = per_minute, most
        self.known: OrderedDict[int, None] = OrderedDict()
        self.minute = 0
        self.spent: OrderedDict[str, int] = OrderedDict()

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
        spent = self.spent.get(caller, 0) if int(time.monotonic() // MINUTE) == self.minute else 0
        return max(0, self.per_minute - spent)

    def _learn(self, key: int) -> None:
        self.known[key] = None
        if len(self.known) > self.most:
            self.known.popitem(last=False)

    def _charge(self, caller: str, fresh: int) -> None:
        now = time.monotonic()
        if int(now // MINUTE) != self.minute:
            self.minute = int(now // MINUTE)
            self.spent.clear()
        spent = self.spent[caller] = self.spent.pop(caller, 0) + fresh
        if len(self.spent) > self.most:
            self.spent.popitem(last=False)
        if spent > self.per_minute:
            wait = int(MINUTE - now % MINUTE) + 1
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
