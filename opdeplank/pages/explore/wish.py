"""What somebody wants to see of the graph. Every view has an address of its own, so back goes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from opdeplank.pages.shelf.visitor_question import tidy

MOST_BESIDE = 7
"""Things that are drawn with their neighbours beside the one in the middle."""
LONGEST = 200
PATH = "/verken"


@dataclass(frozen=True)
class Wens:
    """`van` is the id in the middle, `erbij` the ids of what is opened beside it, `naar` an id or words for the end of
    a path, `zoek` what was typed at the start. `relatie` is one relation in pages, `na` and `voor` the place in it."""

    van: str = ""
    erbij: tuple[str, ...] = ()
    naar: str = ""
    zoek: str = ""
    sorteer: str = ""
    relatie: str = ""
    na: str = ""
    voor: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Wens":
        van = tidy(given.get("van", ""))[:LONGEST]
        beside = dict.fromkeys(each.strip()[:LONGEST] for each in given.get("erbij", "").split(","))
        erbij = tuple(each for each in beside if ":" in each and each != van)[:MOST_BESIDE]
        said = {name: tidy(given.get(name, ""))[:LONGEST] for name in ("naar", "zoek", "relatie")}
        places = {name: given.get(name, "")[:LONGEST] for name in ("na", "voor")}
        return cls(van, erbij, sorteer="aantal" if given.get("sorteer") == "aantal" else "", **said, **places)

    @property
    def by_count(self) -> bool:
        return self.sorteer == "aantal"

    @property
    def ids(self) -> tuple[str, ...]:
        """What is drawn with its neighbours."""
        return (self.van, *self.erbij)

    @property
    def vol(self) -> bool:
        return len(self.erbij) >= MOST_BESIDE

    @property
    def adres(self) -> str:
        return self.at(PATH)

    @property
    def graphml(self) -> str:
        return self.at(f"{PATH}/beeld.graphml")

    def at(self, path: str) -> str:
        told = {
            "van": self.van, "erbij": ",".join(self.erbij), "naar": self.naar, "zoek": self.zoek,
            "sorteer": self.sorteer, "relatie": self.relatie, "na": self.na, "voor": self.voor,
        }  # fmt: skip
        asked = "&".join(f"{name}={quote(value, safe=':,')}" for name, value in told.items() if value)
        return f"{path}?{asked}" if asked else path

    def verder(self, key: str) -> str:
        """Go on from another thing."""
        return Wens(key, sorteer=self.sorteer).adres

    def met(self, key: str) -> str:
        """The same with the neighbours of one more thing."""
        return replace(self, erbij=(*self.erbij, key), relatie="", na="", voor="").adres

    def zonder(self, key: str) -> str:
        return replace(self, erbij=tuple(each for each in self.erbij if each != key)).adres

    def bladzijde(self, relatie: str = "", na: str = "", voor: str = "") -> str:
        """One relation in pages; without one, all of them again."""
        return replace(self, relatie=relatie, na=na, voor=voor).adres

    def pad(self, key: str) -> str:
        return replace(self, naar=key, relatie="", na="", voor="").adres
