"""What waits for somebody at the desk, in one queue: proposals to decide on and meldingen to answer, the oldest
first."""

import asyncio
from collections.abc import Iterator, Mapping

from graph.dutch.phrasing import some
from graph.errors import GraphError
from graph.upkeep import own_reports
from opdeplank.bureau.cases import FAILED, LOADED, READY, Card
from opdeplank.bureau.deciding import table_of
from opdeplank.bureau.desk_rows import is_open, stand
from opdeplank.bureau.office import Office, at, load_at
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.bureau.views.entries import Entry, Section, day
from opdeplank.meldingen.melding import Melding, MeldingStand
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen
from opdeplank.pages.meld.overtaken import Overtaken

MOST, SHORT = 10, 140
FEW = 2_000
NOTHING = "Er wacht niets. Voeg hierboven documenten toe."


async def waiting(office: Office, session: Session) -> Section:
    """Of meldingen the oldest: whoever fills the list hides no proposal."""
    names, told, more = office.sessions.names(), "", None
    rows = [*_proposals(office, names)]
    try:
        meldingen, count = await reported(office)
    except UnreadableMeldingen as error:
        meldingen, count, told = [], 0, str(error)
    rows += [_melding(each, names) for each in meldingen]
    rows += await _counting_already(office, names)
    if count:
        more = ("Bekijk de melding" if count == 1 else f"Bekijk alle meldingen ({count})", f"{HOME}/meldingen")
    rows.sort(key=lambda each: each[0])
    number = len(rows) - len(meldingen) + count
    return Section("Wat wacht", [row for _, row in rows], NOTHING, told, number, more)


async def reported(office: Office) -> tuple[list[Melding], int]:
    """The meldingen that wait longest, without those that close themselves, and how many there are."""
    file = MeldingFile(office.settings.data)
    found = await asyncio.to_thread(file.waiting, MOST)
    while await Overtaken(office.desk, file).closed(found):
        found = await asyncio.to_thread(file.waiting, MOST)
    return found, sum((await asyncio.to_thread(file.counted)).values())


async def _counting_already(office: Office, names: Mapping[str, str]) -> list[tuple[str, Entry]]:
    """What gemeenten reported with their own key, until somebody looked at it."""
    try:
        found = await own_reports.unseen(office.store.rows, MOST)
    except GraphError:  # the rest of the page needs no database
        return []
    kind, waits = "Gemeld met een sleutel", "nog niet bekeken"
    by = {each.lading: f"{day(each.op)}, {names.get(each.door, each.door)}" for each in found}
    return [
        (each.op, Entry(each.titel, load_at(each.lading), by[each.lading], waits, soort=kind)) for each in found
    ]  # fmt: skip


def _proposals(office: Office, names: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    for key, card in office.cases.cards():
        if card.stand == LOADED:
            continue
        by = f"{day(card.gemaakt)}, {names.get(card.door, card.door)}"
        wrong = False
        if office.jobs.job(key) is not None:
            left = "wordt gelezen"
        elif card.stand != READY:
            left, wrong = "niet gelezen", card.stand == FAILED
        else:
            left = _left(office, key, card)
        yield card.gemaakt, Entry(card.naam, at(key), by, left, wrong, "Voorstel")


def _left(office: Office, key: str, card: Card) -> str:
    """How many questions are left; of a large proposal how many there were."""
    case = office.cases.case(key) if card.feiten <= FEW else None
    if case is None:
        return f"{some(card.vragen, 'vraag', 'vragen')}, {some(card.feiten, 'feit', 'feiten')}"
    left = sum(map(is_open, stand(table_of(case), case)))
    said = some(left, "vraag", "vragen") if left else "alles beantwoord"
    return f"{said}, {some(card.feiten, 'feit', 'feiten')}"


def _melding(melding: Melding, names: Mapping[str, str]) -> tuple[str, Entry]:
    moment = melding.gemaakt.isoformat()
    busy = melding.stand is MeldingStand.IN_BEHANDELING and melding.door
    stands = f"bij {names.get(melding.door or '', melding.door or '')}" if busy else melding.stand.value.lower()
    by = f"{day(moment)}, nummer {melding.shown}"
    said = f"{melding.soort.value}: {shortened(melding.tekst)}"
    return moment, Entry(said, f"{HOME}/melding/{melding.nummer}", by, stands, soort="Melding")


def shortened(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= SHORT else f"{one[:SHORT]}…"
