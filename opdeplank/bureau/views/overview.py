"""The start of the desk: what waits, what runs out or is missing, what was loaded, who did what. A list of sections,
each a function that gives rows with links; who has more that waits adds a function to `SECTIONS`.
"""

import asyncio
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from graph.errors import GraphError
from graph.upkeep import loads as kept
from opdeplank.bureau.office import Office, at, load_at
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.bureau.views.entries import Entry, Make, Section, day
from opdeplank.bureau.views.gap_pages import asked, expiring, missing
from opdeplank.bureau.views.queue import waiting
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen

LAST = 10


class Overview:
    def __init__(self, office: Office, sections: tuple[Make, ...]) -> None:
        self._office, self._sections = office, sections

    async def page(self, request: Request, session: Session) -> Response:
        found = [await make(self._office, session) for make in self._sections]
        return self._office.show(request, session, "werkbank", secties=found)


async def loaded(office: Office, session: Session) -> Section:
    """The last loads, wherever they were made."""
    names, found = office.sessions.names(), []
    try:
        rows = await kept.last(office.store.rows, LAST)
    except GraphError as error:  # the rest of the page needs no database
        return Section("Laatste ladingen", [], error.melding, terzijde=True)
    cards = {each["lading"]: (key, card) for key, card in office.cases.cards() for each in card.ladingen}
    for load in rows:
        key, card = cards.get(load.id, ("", None))
        where = at(key, "bon") if card else ""
        about = card.naam if card else load.documenten or "zonder document"
        counted = f"{some(load.aangemaakt, 'nieuw', 'nieuw')}, {some(load.bijgewerkt, 'veranderd', 'veranderd')}"
        by = f"{day(load.op)}, {names.get(load.door, load.door)}"
        said = "teruggedraaid" if load.terug else "begingegevens" if load.begin else counted
        found.append(Entry(about, where or load_at(load.id), by, said))
    return Section("Laatste ladingen", found, "Er is nog niets geladen.", terzijde=True)


async def done(office: Office, session: Session) -> Section:
    """Who did what: decisions by proposal, loads, meldingen; the last of it first."""
    names = office.sessions.names()
    acts = [*_decided(office), *await _answered(office), *await _loaded(office)]
    acts.sort(key=lambda each: each[0], reverse=True)
    rows = [Entry(f"{names.get(door, door)} {said}", where, day(op)) for op, door, said, where in acts[:LAST]]
    return Section("Wie deed wat", rows, "Er is nog niets besloten, geladen of beantwoord.", terzijde=True)


Act = tuple[str, str, str, str]
"""When, who, what, and where that stands."""


def _decided(office: Office) -> Iterator[Act]:
    for key, card in list(office.cases.cards())[:LAST]:
        case = office.cases.case(key)
        by_whom: dict[str, tuple[str, int]] = {}
        for step in case.ledger.steps if case else ():
            if step.terug is None:
                by_whom[step.door] = (step.op, by_whom.get(step.door, ("", 0))[1] + len(step.besluiten))
        for door, (last, number) in by_whom.items():
            yield last, door, f"nam {some(number, 'besluit', 'besluiten')} over {card.naam}", at(key)


async def _answered(office: Office) -> list[Act]:
    """What closed itself nobody did."""
    try:
        found = await asyncio.to_thread(MeldingFile(office.settings.data).dealt_with, LAST)
    except UnreadableMeldingen:
        return []
    return [
        (each.behandeld.isoformat(), each.door, f"handelde melding {each.shown} af", f"{HOME}/melding/{each.nummer}")
        for each in found if each.behandeld and each.door
    ]  # fmt: skip


async def _loaded(office: Office) -> list[Act]:
    try:
        found = await kept.last(office.store.rows, LAST)
    except GraphError:
        return []
    return [
        (each.op, each.door, f"laadde {each.documenten or 'zonder document'}", load_at(each.id))
        for each in found if not each.begin
    ]  # fmt: skip


SECTIONS: tuple[Make, ...] = (waiting, expiring, missing, asked, loaded, done)
