"""What a visitor asked in the address: `/?vraag=…&gemeente=…&rijpheid=…&bewijs=…&eigen=ja&na=…`, made harmless."""

import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from graph.domain.vocabulary import Bewijsniveau, Rijpheid

LONGEST = 500
RIJPHEID = ("PILOT", "BEPROEFD", "PASKLAAR")
BEWIJS = ("GOED_BESCHREVEN", "GOED_ONDERBOUWD", "EERSTE_AANWIJZINGEN", "GOEDE_AANWIJZINGEN")
"""The rungs that the form offers; the address may name any."""


@dataclass(frozen=True)
class Vraag:
    """`gesteld` is false on the start page; `tekst` is empty when the form was sent without a question."""

    gesteld: bool
    tekst: str
    ingekort: bool
    gemeente: str
    rijpheid: str
    bewijs: str
    ook_eigen: bool
    na: str

    @property
    def verfijnd(self) -> bool:
        return bool(self.rijpheid or self.bewijs or self.ook_eigen)

    def variables(self, code: str) -> dict[str, Any]:
        """For the registered operation `antwoord`."""
        given = {
            "vraag": self.tekst, "gemeente": {"code": code} if code else None, "rijpheid": self.rijpheid or None,
            "bewijs": self.bewijs or None, "zonderEigen": not self.ook_eigen, "after": self.na or None,
        }  # fmt: skip
        return {name: value for name, value in given.items() if value is not None}

    def address(self, **changes: str) -> str:
        """This question's own address with something else in it; an empty value leaves a part out."""
        now = {
            "vraag": self.tekst, "gemeente": self.gemeente, "rijpheid": self.rijpheid, "bewijs": self.bewijs,
            "eigen": "ja" if self.ook_eigen else "", "na": self.na,
        }  # fmt: skip
        return "/?" + urlencode({name: value for name, value in {**now, **changes}.items() if value})


def read(given: QueryParams) -> Vraag:
    whole = tidy(given.get("vraag", ""))
    return Vraag(
        gesteld="vraag" in given,
        tekst=_cut(whole),
        ingekort=len(whole) > LONGEST,
        gemeente=tidy(given.get("gemeente", ""))[:100],
        rijpheid=_one_of(given.get("rijpheid", ""), [r.name for r in Rijpheid]),
        bewijs=_one_of(given.get("bewijs", ""), [b.name for b in Bewijsniveau]),
        ook_eigen=given.get("eigen") == "ja",
        na=given.get("na", "")[:500],
    )


def _cut(text: str) -> str:
    """At a word where there is one: half a word would count as another."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST + 1].rpartition(" ")[0] or text[:LONGEST]


def tidy(text: str) -> str:
    """One line, without control characters and half characters."""
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    return " ".join(spaced.split())


def _one_of(value: str, allowed: list[str]) -> str:
    return value if value in allowed else ""
