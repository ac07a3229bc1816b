"""The passages under a thing, as a page shows them: each once, with everything it is evidence of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.domain.web_address import openable
from opdeplank.display.display import proves

RECORD = "record"
"""The reading rule of rows and fields: they are for machines, so a page names their source and does not quote it."""
IN_OUR_WORDS = "webpagina, samengevat"


@dataclass
class Citaat:
    """One passage. `nummer` is how the page refers to it; without `tekst` only the source is named."""

    nummer: int
    tekst: str | None
    titel: str
    url: str | None
    datum: str | None
    eigen_woorden: bool
    onderbouwt: list[str] = field(default_factory=list)

    @property
    def zegt(self) -> str:
        return proves(self.onderbouwt)


@dataclass
class Sources:
    """The passages of a page, numbered as they come."""

    citaten: list[Citaat] = field(default_factory=list)

    def add(self, vermeldingen: Iterable[Mapping[str, Any]], claim: str | None = None) -> list[Citaat]:
        """Take in passages, and say which of the page's they are. `claim` replaces what the graph calls the fact."""
        found: list[Citaat] = []
        for vermelding in vermeldingen:
            citaat = self._citaat(vermelding)
            if citaat is None:
                continue
            name = claim or str(vermelding["onderbouwt"])
            if name not in citaat.onderbouwt:
                citaat.onderbouwt.append(name)
            if citaat not in found:
                found.append(citaat)
        return found

    def _citaat(self, vermelding: Mapping[str, Any]) -> Citaat | None:
        bron = vermelding["bron"]
        url = openable(bron["url"])
        own = bron["soort"] == IN_OUR_WORDS
        quotable = own or vermelding["regel"] != RECORD
        text = (" ".join((vermelding["passage"] or "").split()) or None) if quotable else None
        if text is None and url is None:
            return None
        for known in self.citaten:
            if (known.tekst, known.titel) == (text, bron["titel"]):
                return known
        made = Citaat(len(self.citaten) + 1, text, bron["titel"], url, bron["datum"], own)
        self.citaten.append(made)
        return made


def passages(vermeldingen: Iterable[Mapping[str, Any]]) -> list[Citaat]:
    sources = Sources()
    sources.add(vermeldingen)
    return sources.citaten
