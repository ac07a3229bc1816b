"""How many streams there may be: in all, of one address, and with one key."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from graph.dutch.phrasing import some
from opdeplank.http.problems import Problem
from opdeplank.settings.table import Settings

LATER = 10
"""Seconds after which a seat may well be free."""


class Taken(Exception):
    """No seat is left; `problem` says of which kind."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


class Seats:
    def __init__(self, settings: Settings) -> None:
        self._most = {
            "stromen": settings.grens_stromen,
            "stromen_adres": settings.grens_stromen_adres,
            "stromen_sleutel": settings.grens_stromen_sleutel,
        }
        self._held: Counter[tuple[str, str]] = Counter()

    def __len__(self) -> int:
        return self._held["stromen", ""]

    @contextmanager
    def taken(self, address: str | None, key: str | None) -> Iterator[None]:
        """Hold a seat; raises Taken. Who shows a key is counted by it, and this machine itself only in all."""
        whose = [("stromen", "")]
        if key is not None:
            whose.append(("stromen_sleutel", key))
        elif address is not None:
            whose.append(("stromen_adres", address))
        for kind, who in whose:
            if self._held[kind, who] >= self._most[kind]:
                raise Taken(_full(kind, self._most[kind]))
        self._held.update(whose)
        try:
            yield
        finally:
            self._held.subtract(whose)
            for each in whose:
                if not self._held[each]:
                    del self._held[each]


def _full(kind: str, most: int) -> Problem:
    advice = f"Sluit er een, of probeer het over {some(LATER, 'seconde', 'seconden')} opnieuw."
    extra = {"limiet": kind, "hoogstens": most}
    return Problem(
        503, "Er lopen te veel stromen.", advice, code="RATE_LIMITED", extra=extra, headers={"Retry-After": str(LATER)}
    )
