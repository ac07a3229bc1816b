"""Which things a look-up may come back with."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.domain.vocabulary import Rijpheid


@dataclass(frozen=True)
class Wanted:
    """Things with one of these statuses, and of oplossingen those with one of these levels, except some.

    What is `nooit` wanted does not come back at all. What only falls short of the rest may, when it is among the
    nearest of all: how near the nearest is tells how near the others are. But it never takes the place of one that is
    wanted, however many there are of it.
    """

    statussen: Collection[str]
    rijpheden: Collection[str] | None = None
    bewijzen: Collection[str] | None = None
    behalve: Collection[str] = frozenset()
    nooit: Collection[str] = (Rijpheid.UITGEFASEERD.name,)

    @property
    def strict(self) -> bool:
        """Whether anything can fall short."""
        return self.rijpheden is not None or self.bewijzen is not None or bool(self.behalve)

    def takes(self, key: str, rijpheid: str | None, bewijs: str | None) -> bool:
        """Whether a thing that may come back is wanted; what has no level is no oplossing, and always is."""
        return (
            (rijpheid is None or self.rijpheden is None or rijpheid in self.rijpheden)
            and (bewijs is None or self.bewijzen is None or bewijs in self.bewijzen)
            and key not in self.behalve
        )
