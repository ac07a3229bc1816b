"""What a visitor asked, made harmless: `/?vraag=…&gemeente=…&rijpheid=…&bewijs=…&eigen=ja&bladzijde=…`, or `/?v=…` in
which the question is sealed."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from graph.domain.vocabulary import Bewijsniveau, Rijpheid

LONGEST = 2_000
"""Characters of a question; a longer one is not asked, and not cut either."""
RIJPHEID = ("PILOT", "BEPROEFD", "PASKLAAR")
BEWIJS = ("GOED_BESCHREVEN", "GOED_ONDERBOUWD", "EERSTE_AANWIJZINGEN", "GOEDE_AANWIJZINGEN")
"""The rungs that the form offers; the address may name any."""
MOST_PAGES = 20
Opened = Callable[[str], str | None]


@dataclass(frozen=True)
class Vraag:
    """`gesteld` is false on the start page; `tekst` is empty when the form was sent without a question. `gesloten` is
    the question as it stands in the address when nobody else may read it there."""

    gesteld: bool
    tekst: str
    gemeente: str
    rijpheid: str
    bewijs: str
    ook_eigen: bool
    na: str
    bladzijde: int = 1
    gesloten: str = ""
    onleesbaar: bool = False
    """The address holds a question that we cannot open."""

    @property
    def verfijnd(self) -> bool:
        return bool(self.rijpheid or self.bewijs or self.ook_eigen)

    @property
    def te_lang(self) -> bool:
        return len(self.tekst) > LONGEST

    def variables(self, code: str) -> dict[str, Any]:
        """For the registered operation `antwoord`."""
        given = {
            "vraag": self.tekst, "gemeente": {"code": code} if code else None, "rijpheid": self.rijpheid or None,
            "bewijs": self.bewijs or None, "zonderEigen": not self.ook_eigen, "after": self.na or None,
        }  # fmt: skip
        return {name: value for name, value in given.items() if value is not None}

    def address(self, **changes: str) -> str:
        """This question's own address with something else in it; an empty value leaves a part out."""
        question = {"v": self.gesloten} if self.gesloten else {"vraag": self.tekst}
        now = {
            **question, "gemeente": self.gemeente, "rijpheid": self.rijpheid, "bewijs": self.bewijs,
            "eigen": "ja" if self.ook_eigen else "", "na": self.na,
            "bladzijde": str(self.bladzijde) if self.bladzijde > 1 else "",
        }  # fmt: skip
        return "/?" + urlencode({name: value for name, value in {**now, **changes}.items() if value})


def read(given: Mapping[str, str], opened: Opened = lambda sealed: None) -> Vraag:
    """`opened` reads what was sealed."""
    sealed = given.get("v", "")
    whole = opened(sealed) if sealed else given.get("vraag", "")
    page = given.get("bladzijde", "")
    return Vraag(
        gesteld="vraag" in given or bool(sealed),
        tekst=tidied_lines(whole or ""),
        gemeente=tidy(given.get("gemeente", ""))[:100],
        rijpheid=_one_of(given.get("rijpheid", ""), [r.name for r in Rijpheid]),
        bewijs=_one_of(given.get("bewijs", ""), [b.name for b in Bewijsniveau]),
        ook_eigen=given.get("eigen") == "ja",
        na=given.get("na", "")[:500],
        bladzijde=min(max(int(page), 1), MOST_PAGES) if page.isascii() and page.isdigit() and 0 < len(page) < 4 else 1,
        gesloten=sealed if whole else "",
        onleesbaar=bool(sealed) and whole is None,
    )


def tidy(text: str) -> str:
    """One line, without control characters and half characters."""
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text)
    return " ".join(spaced.split())


def tidied_lines(text: str) -> str:
    """The same for each line of a letter, with at most one empty line between two."""
    lines = [tidy(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip()


def _one_of(value: str, allowed: list[str]) -> str:
    return value if value in allowed else ""
