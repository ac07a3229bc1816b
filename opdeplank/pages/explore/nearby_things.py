"""A thing with its neighbours, relation by relation, as an answer to `operaties/verken-….graphql` tells them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.dutch.phrasing import series
from opdeplank.display.display import several
from opdeplank.pages.explore.relation_words import HEADINGS, KINDS, MEASURES

Data = Mapping[str, Any]
TEXTS = ("samenvatting", "omschrijving", "soortOrganisatie", "provincie", "afkorting")
MOST = 100
"""Neighbours of one relation that an answer holds, and so that a picture shows."""


@dataclass(frozen=True)
class Buur:
    """The thing at the other end. `aantal` is what it has itself, None when nothing of it is counted; `erbij` is what
    stands behind its name."""

    id: str
    naam: str
    soort: str
    aantal: int | None
    erbij: str

    @property
    def weight(self) -> int:
        return self.aantal or 0


@dataclass(frozen=True)
class Relatie:
    """One relation: `aantal` is how many there are, `buren` those that were asked."""

    veld: str
    kop: str
    aantal: int
    buren: tuple[Buur, ...]

    @property
    def whole(self) -> bool:
        return self.aantal <= MOST


@dataclass(frozen=True)
class Omgeving:
    """A thing and its neighbours; relations without any are left out."""

    id: str
    naam: str
    soort: str
    tekst: str
    relaties: tuple[Relatie, ...]

    @property
    def aantal(self) -> int:
        return sum(relatie.aantal for relatie in self.relaties)

    @property
    def capped(self) -> list[Relatie]:
        """The relations of which a picture shows only the beginning."""
        return [relatie for relatie in self.relaties if not relatie.whole]


def surroundings(thing: Data, by_count: bool = False) -> Omgeving:
    kind = thing["__typename"]
    found = (relation(kind, field, thing.get(field), by_count) for field in HEADINGS[kind])
    text = next((str(thing[name]) for name in TEXTS if thing.get(name)), "")
    return Omgeving(thing["id"], thing["weergavenaam"], kind, text, tuple(each for each in found if each.aantal))


def relation(kind: str, field: str, value: Data | None, by_count: bool = False) -> Relatie:
    """A relation from a list, or from the one thing at its end; `by_count` puts who has most first."""
    seen: dict[str, Buur] = {}
    for row in rows(value):
        neighbour = _neighbour(row)
        seen.setdefault(neighbour.id, neighbour)
    found = list(seen.values())
    if by_count:
        found.sort(key=lambda buur: -buur.weight)
    count = len(found) if value is None or "aantal" not in value else int(value["aantal"])
    return Relatie(field, HEADINGS[kind][field], count, tuple(found))


def rows(value: Data | None) -> Sequence[Data]:
    if value is None:
        return ()
    if "id" in value:
        return (value,)
    return value.get("nodes") or value.get("edges") or ()


def _neighbour(row: Data) -> Buur:
    """The thing in a row: the row itself, or what it leads to; the row then says how."""
    thing = row if "id" in row else next(v for v in row.values() if isinstance(v, Mapping))
    kind = thing["__typename"]
    field, one, more = MEASURES.get(kind, ("", "", ""))
    count = int(thing[field]["aantal"]) if field in thing else None
    bare = Buur(thing["id"], thing["weergavenaam"], kind, count, "")
    said = _said(row) or (several(count, one, more) if count else "")
    return replace(bare, erbij=said or KINDS[kind][0])


def _said(row: Data) -> str:
    """`directeur (tot 2018)`, `gestopt`: what a row tells of the relation itself."""
    if row.get("status") == "GESTOPT":
        return "gestopt"
    function = row.get("functie")
    if not function:
        return ""
    return f"{function} (tot {row['tot'][:4]})" if row.get("tot") else str(function)


def kinds_in(things: Iterator[Omgeving] | Sequence[Omgeving]) -> dict[str, int]:
    """How many of each kind are drawn: every thing once, the most frequent kind first."""
    seen: dict[str, str] = {}
    for thing in things:
        seen[thing.id] = thing.soort
        seen |= {buur.id: buur.soort for relatie in thing.relaties for buur in relatie.buren}
    kinds = list(seen.values())
    return dict(sorted(((kind, kinds.count(kind)) for kind in dict.fromkeys(kinds)), key=lambda pair: -pair[1]))


def told(counts: Mapping[str, int]) -> str:
    """`5 gemeenten, 3 thema’s en 1 knelpunt`."""
    return series([several(count, *KINDS[kind]) for kind, count in counts.items()], most=len(counts))
