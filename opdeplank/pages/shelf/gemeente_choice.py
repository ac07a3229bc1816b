"""The gemeenten to choose from, and what a visitor's choice means: one that exists, a former one, or none we know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from opdeplank.pages.desk import Desk, Unanswered

CODE = re.compile(r"GM\d{4}", re.IGNORECASE)


@dataclass(frozen=True)
class Keuze:
    """A gemeente in the list."""

    code: str
    naam: str


@dataclass(frozen=True)
class Gekozen:
    """What was chosen. `opvolgers` are there when the gemeente no longer exists; `code` is empty when it is unknown."""

    gevraagd: str
    code: str = ""
    naam: str = ""
    opvolgers: tuple[str, ...] = ()

    @property
    def onbekend(self) -> bool:
        return bool(self.gevraagd) and not self.code


class Gemeenten:
    """The list of today's gemeenten, read again when the graph has changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._version = -1
        self._keuzes: Sequence[Keuze] = ()

    async def all(self) -> Sequence[Keuze]:
        version = await self._desk.version()
        if version != self._version:
            self._keuzes = await self._read()
            self._version = version
        return self._keuzes

    async def chosen(self, given: str) -> Gekozen:
        """A choice by code or by name."""
        asked = given.strip()[:100]
        if not asked:
            return Gekozen("")
        for keuze in await self.all():
            if asked.casefold() in (keuze.code.casefold(), keuze.naam.casefold()):
                return Gekozen(asked, keuze.code, keuze.naam)
        key = {"code": asked.upper()} if CODE.fullmatch(asked) else {"naam": asked}
        try:
            found = (await self._desk.ask("gemeente", sleutel=key))["gemeente"]
        except Unanswered as error:
            if error.code in ("BAD_USER_INPUT", "NOT_FOUND"):
                return Gekozen(asked)
            raise
        if found is None:
            return Gekozen(asked)
        opvolgers = tuple(o["naam"] for o in found["opvolgers"]["nodes"]) if found["einddatum"] else ()
        return Gekozen(asked, found["code"], found["naam"], opvolgers)

    async def _read(self) -> list[Keuze]:
        return [Keuze(n["code"], n["naam"]) for n in await self._desk.whole("gemeenten", "gemeenten")]
