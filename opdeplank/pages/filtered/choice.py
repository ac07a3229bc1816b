"""What somebody chose from a list, as the address says it, and what is left to choose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any
from urllib.parse import urlencode

from opdeplank.display.pager import number_in
from opdeplank.pages.filtered.list_criteria import LISTS, ORDERS, Criterium, Filter, whole
from opdeplank.pages.shelf.visitor_question import tidy

Data = Mapping[str, Any]
LONGEST = 200
MOST, SHOWN = 100, 50
"""Values of a facet that an answer holds, and that one can choose from."""
PATHS = {"oplossingen": "/oplossing", "knelpunten": "/knelpunt"}


@dataclass(frozen=True)
class Keuze:
    """What was chosen of the list `lijst`: a value by criterion; `bladzijde` is the page of it. `na` and `voor` are a
    place in it, as older addresses say it."""

    lijst: str
    gekozen: tuple[tuple[Criterium, str], ...] = ()
    sorteer: str = ""
    na: str = ""
    voor: str = ""
    bladzijde: int = 1

    @classmethod
    def of(cls, lijst: str, given: Mapping[str, str]) -> "Keuze":
        """What does not stand for anything is left out."""
        said = ((c, tidy(given.get(c.naam, ""))[:LONGEST]) for c in LISTS[lijst])
        chosen = tuple((c, value) for c, value in said if value and c.valid(value))
        order = given.get("sorteer", "")
        places = {name: given.get(name, "")[:LONGEST] for name in ("na", "voor")}
        number = number_in(given.get("bladzijde", ""))
        return cls(lijst, chosen, order if order in ORDERS[lijst] else "", **places, bladzijde=max(1, number))

    @property
    def values(self) -> dict[Criterium, str]:
        return dict(self.gekozen)

    @property
    def filter(self) -> Filter:
        return whole(self.values)

    @property
    def order(self) -> list[Filter]:
        return ORDERS[self.lijst][self.sorteer][1]

    @property
    def adres(self) -> str:
        told = [(c.naam, value) for c, value in self.gekozen]
        told += [(name, value) for name in ("sorteer", "na", "voor") if (value := getattr(self, name))]
        told += [("bladzijde", str(self.bladzijde))] if self.bladzijde > 1 else []
        return PATHS[self.lijst] + (f"?{urlencode(told)}" if told else "")

    def zonder(self, criterium: Criterium) -> str:
        """The same list without one of the criteria, from its beginning."""
        rest = tuple(pair for pair in self.gekozen if pair[0] is not criterium)
        return replace(self, gekozen=rest, na="", voor="", bladzijde=1).adres

    @property
    def bladen(self) -> str:
        """The address of any page, up to its number."""
        plain = replace(self, na="", voor="", bladzijde=1).adres
        return f"{plain}{'&' if '?' in plain else '?'}bladzijde="

    def verder(self, na: str) -> str:
        """Where the list goes on after its last page with a number."""
        return replace(self, na=na, voor="", bladzijde=1).adres


@dataclass(frozen=True)
class Optie:
    """A value to choose; `aantal` is None where how many there are would be a guess."""

    waarde: str
    naam: str
    aantal: int | None
    gekozen: bool


@dataclass(frozen=True)
class Groep:
    """A criterion with its values. `meer`: there may be more values than are shown."""

    criterium: Criterium
    opties: Sequence[Optie]
    meer: bool

    @property
    def gekozen(self) -> Optie | None:
        return next((optie for optie in self.opties if optie.gekozen), None)


def group(criterium: Criterium, values: Sequence[Data], chosen: str, sure: bool) -> Groep:
    """From how a facet counts its values; what was chosen stays in the list, also when nothing is left of it."""
    counted = [(v["sleutel"], criterium.word(v["sleutel"], v["label"]), v["aantal"]) for v in values]
    if criterium.naam == "jaar":
        counted = list(_since(counted))
        shown = counted
    else:
        shown = [each for place, each in enumerate(counted) if place < SHOWN or each[0] == chosen]
    if chosen and chosen not in [key for key, _, _ in shown]:
        shown.append((chosen, criterium.word(chosen, chosen), 0))
    found = [Optie(key, name, count if sure else None, key == chosen) for key, name, count in shown]
    return Groep(criterium, found, len(shown) < len(counted) or len(values) == MOST)


def _since(counted: Iterable[tuple[str, str, int]]) -> Iterable[tuple[str, str, int]]:
    """Of each year how many began in it or later, the newest first."""
    newest_first = sorted(counted, reverse=True)
    totals = accumulate(count for _, _, count in newest_first)
    return [(key, name, total) for (key, name, _), total in zip(newest_first, totals, strict=True)]
