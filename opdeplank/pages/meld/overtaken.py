"""Meldingen that close themselves: what they say stands in the graph by now, or what they are about is no longer there.

Looked at when somebody looks at them: their sender, or the Programmabureau.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile
from opdeplank.pages.desk import Desk, Unanswered

THERE = "Dit staat nu op de plank. Kijk op de pagina van de oplossing."
STOPPED = "Op de plank staat nu dat jouw gemeente hiermee is gestopt."
WITHDRAWN = "Waar je melding over ging, is ingetrokken."
GONE = "Waar je melding over ging, staat niet meer op de plank."
USED = {"IN_GEBRUIK", "VOORBEREIDING"}


class Overtaken:
    def __init__(self, desk: Desk, file: MeldingFile) -> None:
        self._desk, self._file = desk, file

    async def every(self, meldingen: Iterable[Melding]) -> list[Melding]:
        """Those that still wait. Raises Unanswered, UnreadableMeldingen."""
        looked = [await self.looked_at(each) for each in meldingen]
        return [each for each in looked if each.stand.open]

    async def closed(self, meldingen: Sequence[Melding]) -> int:
        """How many of those that waited close themselves; while the database is away they can be read all the same.
        Raises UnreadableMeldingen."""
        try:
            return len(meldingen) - len(await self.every(meldingen))
        except Unanswered:
            return 0

    async def looked_at(self, melding: Melding) -> Melding:
        """The melding as it is now. What was merged into another is followed."""
        if not melding.stand.open or not melding.over:
            return melding
        now = await self._now(melding.over)
        if now is not None and now != melding.over:
            await asyncio.to_thread(self._file.move, {melding.over: now})
            melding = replace(melding, over=now)
        why = await self._why(melding) if now else await self._gone(melding.over)
        if why is None:
            return melding
        moment = datetime.now(UTC).replace(microsecond=0)
        closed = (melding.nummer, MeldingStand.ACHTERHAALD, why, None, moment)
        if await asyncio.to_thread(self._file.close, *closed):
            return replace(melding, stand=MeldingStand.ACHTERHAALD, antwoord=why, behandeld=moment)
        return await asyncio.to_thread(self._file.one, melding.nummer) or melding

    async def _now(self, key: str) -> str | None:
        """The id that a thing has now; None when nobody sees it any more."""
        try:
            found = (await self._desk.ask("ding", id=key))["node"]
        except Unanswered as error:
            if error.passing:
                raise
            return None
        return str(found["id"]) if found else None

    async def _gone(self, key: str | None) -> str:
        return WITHDRAWN if key and await self._desk.withdrawn(key) else GONE

    async def _why(self, melding: Melding) -> str | None:
        """Why there is nothing left to do about it."""
        if not melding.soort.by_a_gemeente or not melding.gemeente or not (melding.over or "").startswith("oplossing:"):
            return None
        found = await self._desk.ask("gebruik", oplossing={"id": melding.over}, gemeente=melding.gemeente)
        uses = found["oplossing"]["toepassingen"]["nodes"] if found["oplossing"] else []
        stands = uses[0]["status"] if uses else None
        if melding.soort is MeldingSoort.GEBRUIKEN_WIJ:
            return THERE if stands in USED else None
        return STOPPED if stands == "GESTOPT" else None
