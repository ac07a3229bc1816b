"""Who reports, and what he writes in."""

from dataclasses import dataclass

from graph.domain.provenance import INSIDE
from graph.domain.reader import Model
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.gathering import Gathering
from loaders.load.plan import Hand

OUTSIDE = frozenset((Rol.OPENBAAR, Rol.GEMEENTE))
"""Roles that see what is published, and nothing else."""


@dataclass(frozen=True)
class Reporter:
    """Who reports, and the transaction it is written in. `number` is the version of the graph that it makes."""

    run: Gathering
    model: Model
    viewer: Viewer
    hand: Hand
    number: int
    embedded: bool = False
    """Whether the engine is the one inside this process."""

    @property
    def by(self) -> str:
        """Who it is, as everybody may know."""
        return self.viewer.gemeente or self.viewer.role.name

    @property
    def inside(self) -> bool:
        """Whether he may know which key did what."""
        return self.viewer.role in INSIDE.rollen
