"""Who looks: the role of a caller, and for a medewerker of a gemeente which one.

A viewer goes with the request, from the door to the plan: what he may see is compiled into every statement, and
nothing that was made for one viewer is given to another (`Viewer.sight`).
"""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.vocabulary import Rol


@dataclass(frozen=True)
class Viewer:
    """Somebody who asks. `gemeente` is the id of his gemeente, such as `gemeente:gm0344`, and stands with the role
    GEMEENTE only; `key` names what he came in with (the prefix of a key, the subject of a token) and `until` is when
    that ends, in UTC. Without a key he is anybody."""

    role: Rol = Rol.OPENBAAR
    gemeente: str | None = None
    key: str | None = None
    until: datetime | None = None

    @property
    def sight(self) -> tuple[str, str | None]:
        """What decides what he sees: two viewers with the same sight may share a plan, an answer and an ETag."""
        return self.role.name, self.gemeente

    @property
    def anonymous(self) -> bool:
        """Whether an answer to him may stand in a cache that others read."""
        return self.key is None and self.role is Rol.OPENBAAR


PUBLIC = Viewer()
"""Everybody: who shows no key."""
