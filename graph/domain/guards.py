"""What a role may see, as it is declared with a type: its `zicht`. Read by `graph.domain.reader`, which refuses a type
without, and compiled into every pattern by `graph.cypher.sight`.

    NaarStatus   a thing of the domain: by how far its publication is
    Achter       what stands behind others: seen when one of those is
    Over         what is told about things, by their ids: seen when those are
    Genoteerd    of which was written down whether it is for everybody
    Voor         of the service itself: for some roles

A thing of the domain is also hidden when what it cannot do without is: a toepassing of a hidden oplossing. What is of
one gemeente says so with `eigen`, the relationship from her to it: her people see it before it is published (DRAFTS).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graph.domain.marks import Bijnaam, Heeft, Naam, Toestemming, Zoek
from graph.domain.vocabulary import PublicatieStatus, Rol
from graph.errors import ModelError


@dataclass(frozen=True)
class NaarStatus:
    """By `publicatieStatus`; a role that is not named sees every status."""

    ziet: Mapping[Rol, tuple[PublicatieStatus, ...]]

    def seen(self, role: Rol) -> tuple[PublicatieStatus, ...] | None:
        """The statuses that the role sees; None for all."""
        return self.ziet.get(role)


@dataclass(frozen=True)
class Achter:
    """Seen when something it stands behind is: that is at the other end of a relationship of this type. `voorwaarts`
    when the relationship begins here."""

    relatie: str
    voorwaarts: bool = False


@dataclass(frozen=True)
class Over:
    """Seen when nothing it names is hidden. `sleutels` are properties that hold an id, or an id and more behind a bar;
    what they name may also be a word, or something that is not there."""

    sleutels: tuple[str, ...]


@dataclass(frozen=True)
class Genoteerd:
    """Seen when this property says so: that was decided when it was written down, and stays."""

    eigenschap: str


@dataclass(frozen=True)
class Voor:
    """Seen by these roles alone."""

    rollen: tuple[Rol, ...]


Zicht: TypeAlias = NaarStatus | Achter | Over | Genoteerd | Voor
PUBLISHED = (PublicatieStatus.GEPUBLICEERD,)
THINGS = NaarStatus({Rol.OPENBAAR: PUBLISHED, Rol.GEMEENTE: PUBLISHED})
"""The public and the gemeenten see what is published. Who studies or keeps the graph sees also what is not there yet
and what is not there any more, with its status beside it."""


DRAFTS = (PublicatieStatus.CONCEPT, PublicatieStatus.TER_BEOORDELING)
"""What is not there yet, and what its own gemeente sees of what is hers."""


def limited(role: Rol) -> bool:
    """Whether there is anything that this role does not see."""
    return THINGS.seen(role) is not None


def check(where: str, marks: tuple[object, ...]) -> None:
    """A guarded property says for whom it is, and stands in no text that everybody searches; raises ModelError."""
    heeft = next((mark for mark in marks if isinstance(mark, Heeft)), None)
    if heeft is None:
        return
    if not heeft.rollen:
        raise ModelError(f"{where}: afgeschermd zonder rol; zeg in `Heeft` wie het ziet")
    if any(isinstance(mark, Naam | Bijnaam | Zoek) for mark in marks):
        raise ModelError(f"{where}: afgeschermd, en toch in de tekst waarin iedereen zoekt (Naam, Bijnaam of Zoek)")


def check_consent(where: str, marked: Mapping[str, tuple[object, ...]]) -> None:
    """What needs consent says where the day of that stands, and is for some roles; raises ModelError."""
    for name, marks in marked.items():
        for mark in marks:
            if isinstance(mark, Toestemming) and mark.dag not in marked:
                raise ModelError(f"{where}.{name}: de dag van de toestemming, `{mark.dag}`, staat er niet bij")
            if isinstance(mark, Toestemming) and not any(isinstance(each, Heeft) for each in marks):
                raise ModelError(
                    f"{where}.{name}: vraagt toestemming, en is toch voor iedereen; zeg in `Heeft` voor wie"
                )
