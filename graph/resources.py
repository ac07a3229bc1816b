"""What a look-up may use besides the graph. Who opens a store makes it, and hands it on: nothing is kept beside it."""

from collections import OrderedDict
from collections.abc import Hashable, Sized
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.meaning.index import Beside
from graph.search.unanswered import Listener

V = TypeVar("V", bound=Sized)
LARGE, MOST_KEPT = 500, 30_000
"""What has so many things in it is kept while the graph stays as it is; and so many things in all, about 20 MB."""


class Kept(Generic[V]):
    """Large values of one stand of the graph, those used last."""

    def __init__(self) -> None:
        self._stand: Hashable = None
        self._values: OrderedDict[Hashable, V] = OrderedDict()

    def get(self, stand: Hashable, key: Hashable) -> V | None:
        if stand != self._stand:
            self._values.clear()
            self._stand = stand
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
        return found

    def put(self, stand: Hashable, key: Hashable, made: V) -> None:
        if stand != self._stand or len(made) < LARGE:
            return
        self._values[key] = made
        while sum(map(len, self._values.values())) > MOST_KEPT and len(self._values) > 1:
            self._values.popitem(last=False)


@dataclass(frozen=True)
class Resources:
    """Of one graph, and of nobody else's."""

    beside: Beside | None = None
    """The words the graph knows, and what it means; without them a look-up goes by the letters of the question."""
    heard: Listener | None = None
    """Hears every question that nothing answers; it should return at once."""
    pools: Kept[Sized] | None = None
    """Large pools of oplossingen (`graph.pasklaar.pool`): every gemeente that asks about a knelpunt, and every next
    page, needs the same one."""


NONE = Resources()
"""The graph and nothing else."""
