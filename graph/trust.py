"""Whether a database is to be believed: shared by all who hold a store of it."""

from dataclasses import dataclass

from graph.errors import StoreDamaged


@dataclass
class Trust:
    """`refusal`: why nothing is read or written."""

    refusal: StoreDamaged | None = None

    def check(self) -> None:
        """Raises StoreDamaged."""
        if self.refusal is not None:
            raise StoreDamaged(self.refusal.melding)
