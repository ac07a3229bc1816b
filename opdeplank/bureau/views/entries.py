"""What the start of the desk is made of: sections with rows, each of which leads to where one does something about
it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from opdeplank.bureau.office import Office
from opdeplank.bureau.sittings import Session


@dataclass(frozen=True)
class Entry:
    """One row: `soort` is what kind of thing it is, `adres` where it leads, empty when nowhere."""

    tekst: str
    adres: str = ""
    bij: str = ""
    teller: str = ""
    waarschuwing: bool = False
    soort: str = ""


@dataclass(frozen=True)
class Section:
    """`leeg` is said when there are no rows; `aantal` is how many there are when these are not all, and `heel` where
    all of them stand, with what that link says. What is only good to know stands `terzijde`."""

    titel: str
    rijen: list[Entry] = field(default_factory=list)
    leeg: str = ""
    uitleg: str = ""
    aantal: int | None = None
    heel: tuple[str, str] | None = None
    terzijde: bool = False


Make = Callable[[Office, Session], Awaitable[Section]]


def day(moment: str) -> str:
    """`2026-11-30T10:12…` -> `30-11-2026`"""
    year, month, date = moment[:10].split("-")
    return f"{date}-{month}-{year}"
