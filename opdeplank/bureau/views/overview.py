"""The start of the desk: what waits, what was loaded, who did what. A list of sections, each a function that gives rows
with links; who has more that waits adds a function to `SECTIONS`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from graph.errors import GraphError
from graph.upkeep import loads as kept
from opdeplank.bureau.cases import FAILED, LOADED, READY, Card
from opdeplank.bureau.deciding import table_of
from opdeplank.bureau.desk_rows import is_open, stand
from opdeplank.bureau.office import Office, at
from opdeplank.bureau.sittings import Session
from opdeplank.display import display
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen

LAST = 10
MOST, SHORT = 50, 140
FEW = 2_000


@dataclass(frozen=True)
class Entry:
    """One row: `adres` is where it leads, empty when nowhere."""

    tekst: str
    adres: str = ""
    bij: str = ""
    teller: str = ""
    waarschuwing: bool = False


@dataclass(frozen=True)
class Section:
    """`leeg` is said when there are no rows."""

    titel: str
    rijen: list[Entry] = field(default_factory=list)
    leeg: str = ""
    uitleg: str = ""


Make = Callable[[Office, Session], Awaitable[Section]]


class Overview:
    def __init__(self, office: Office, sections: tuple[Make, ...]) -> None:
        self._office, self._sections = office, sections

    async def page(self, request: Request, session: Session) -> Response:
        found = [await make(self._office, session) for make in self._sections]
        return self._office.show(request, session, "werkbank", secties=found)


async def waiting(office: Office, session: Session) -> Section:
    """Proposals that wait for somebody."""
    rows = []
    names = office.sessions.names()
    for key, card in office.cases.cards():
        if card.stand == LOADED:
            continue
        by = f"{_day(card.gemaakt)}, {names.get(card.door, card.door)}"
        if office.jobs.job(key) is not None:
            rows.append(Entry(card.naam, at(key), by, "wordt gelezen"))
        elif card.stand != READY:
            rows.append(Entry(card.naam, at(key), by, "niet gelezen", waarschuwing=card.stand == FAILED))
        else:
            rows.append(Entry(card.naam, at(key), by, _left(office, key, card)))
    return Section("Wat wacht", rows, "Er wacht niets. Voeg hierboven documenten toe.")


def _left(office: Office, key: str, card: Card) -> str:
    """How many questions are left; of a large proposal how many there were."""
    case = office.cases.case(key) if card.feiten <= FEW else None
    if case is None:
        return f"{some(card.vragen, 'vraag', 'vragen')}, {some(card.feiten, 'feit', 'feiten')}"
    left = sum(map(is_open, stand(table_of(case), case)))
    said = some(left, "vraag", "vragen") if left else "alles beantwoord"
    return f"{said}, {some(card.feiten, 'feit', 'feiten')}"


async def reported(office: Office, session: Session) -> Section:
    """What visitors said is wrong or missing, and waits for an answer."""
    try:
        waiting = await asyncio.to_thread(MeldingFile(office.settings.data).waiting)
    except UnreadableMeldingen as error:
        return Section("Meldingen", [], str(error))
    rows = [
        Entry(
            f"{each.soort.value}: {shortened(each.tekst)}", (display.address(each.over) or "") if each.over else "",
            f"{_day(each.gemaakt.isoformat())}, nummer {each.shown}", each.stand.value.lower(),
        )
        for each in waiting[:MOST]
    ]  # fmt: skip
    more = f"En nog {some(len(waiting) - MOST, 'melding', 'meldingen')}." if len(waiting) > MOST else ""
    return Section("Meldingen", rows, "Er wachten geen meldingen.", more)


def shortened(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= SHORT else f"{one[:SHORT]}…"


async def loaded(office: Office, session: Session) -> Section:
    """The last loads, wherever they were made."""
    names, found = office.sessions.names(), []
    try:
        rows = await kept.last(office.store.rows, LAST)
    except GraphError as error:  # the rest of the page needs no database
        return Section("Laatste ladingen", [], error.melding)
    cards = {each["lading"]: (key, card) for key, card in office.cases.cards() for each in card.ladingen}
    for load in rows:
        key, card = cards.get(load.id, ("", None))
        where = at(key, "bon") if card else ""
        about = card.naam if card else load.documenten or "zonder document"
        counted = f"{some(load.aangemaakt, 'nieuw', 'nieuw')}, {some(load.bijgewerkt, 'veranderd', 'veranderd')}"
        by = f"{_day(load.op)}, {names.get(load.door, load.door)}"
        own = f"/werkbank/lading/{load.id.partition(':')[2]}"
        said = "teruggedraaid" if load.terug else "begingegevens" if load.begin else counted
        found.append(Entry(about, where or own, by, said))
    return Section("Laatste ladingen", found, "Er is nog niets geladen.")


async def done(office: Office, session: Session) -> Section:
    """Who decided how much, by proposal."""
    names, rows = office.sessions.names(), []
    for key, card in list(office.cases.cards())[:LAST]:
        case = office.cases.case(key)
        if case is None:
            continue
        by_whom: dict[str, int] = {}
        for step in case.ledger.steps:
            if step.terug is None:
                by_whom[step.door] = by_whom.get(step.door, 0) + len(step.besluiten)
        for door, number in sorted(by_whom.items(), key=lambda each: -each[1]):
            last = max(step.op for step in case.ledger.steps if step.door == door)
            said = f"{names.get(door, door)} nam {some(number, 'besluit', 'besluiten')} over {card.naam}"
            rows.append(Entry(said, at(key), f"laatst {_day(last)}"))
    return Section("Wie deed wat", rows[:LAST], "Er is nog niets besloten.")


def _day(moment: str) -> str:
    """`2026-11-30T10:12…` -> `30-11-2026`"""
    year, month, day = moment[:10].split("-")
    return f"{day}-{month}-{year}"


SECTIONS: tuple[Make, ...] = (waiting, reported, loaded, done)
