"""What is missing in the graph, what runs out, and what people asked that nothing answers: counted on the start of the
desk, and each kind as a list that leads to the things themselves."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from graph.errors import GraphError
from graph.search import unanswered
from graph.upkeep import gaps
from graph.upkeep.gaps import EXPIRING, MISSING
from opdeplank.bureau.office import Office
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.bureau.views.entries import Entry, Section, day
from opdeplank.display.display import address, number
from opdeplank.display.pager import number_in, pages
from opdeplank.http import problems
from opdeplank.http.problems import Problem
from opdeplank.keys.key import Standing
from opdeplank.keys.key_file import KeyFile, UnreadableKeys

A_PAGE, MOST_PAGES, SUBJECTS, QUESTIONS = 50, 1_000, 10, 200
LIST = "werkbank_lijst"
KEY_ENDS = timedelta(days=30)
NO_LIST = Problem(404, "Deze lijst is er niet.", "Kijk op de werkbank welke er zijn.", code="NOT_FOUND")
NOT_KEPT = "Vragen zonder antwoord worden alleen geteld als OPDEPLANK_VRAGEN_BEWAREN op ja staat."
TOLD: Mapping[str, tuple[str, str]] = {
    "contact": ("Oplossingen zonder iemand om te bellen", "Geef een contactpunt, of hoe je de maker bereikt."),
    "bron": ("Oplossingen zonder bron op het web", "Lees een pagina waar het staat."),
    "oordeel": (
        "Oplossingen die niet zijn beoordeeld",
        "Zeg hoe ver ze zijn en wat het bewijs is, of waarom dat niet kan.",
    ),
    "rol-zonder-datum": ("Functies zonder datum", "Niemand weet of dit nog zo is. Zoek een bron met een datum."),
    "persoon-zonder-rol": ("Personen zonder functie van nu", "Zoek wat ze nu doen, of haal ze weg."),
    "knelpunt-zonder-oplossing": ("Knelpunten waar niets voor ligt", "Zoek een oplossing, of zeg wat er nodig is."),
    "duo": ("Trajecten zonder volledig duo", "Er horen een directeur van een gemeente en een van een ministerie bij."),
    "toepassing-voorbij": ("Gebruik dat voorbij is", "De einddatum is geweest, en er staat niet dat het is gestopt."),
    "toepassing": ("Gebruik dat binnen 90 dagen eindigt", "Vraag de gemeente of ze doorgaat."),
    "rol": ("Functies die binnen 90 dagen eindigen", "Zoek wie het overneemt."),
    "contact-zonder-rol": ("Contactpersonen zonder functie van nu", "Zoek wie je nu kunt bellen."),
    "oude-bron": ("Oplossingen met alleen bronnen ouder dan drie jaar", "Vraag of het nog loopt."),
}
"""What each kind is called, and what one does about it."""


async def missing(office: Office, session: Session) -> Section:
    return await _section(office, "Wat ontbreekt", MISSING, "Er ontbreekt niets van wat we tellen.")


async def expiring(office: Office, session: Session) -> Section:
    found = await _section(office, "Wat verloopt", EXPIRING, "Er verloopt niets binnen 90 dagen.")
    found.rijen.extend(_ending_keys(office, datetime.now(UTC)))
    return found


async def _section(office: Office, title: str, kinds: Mapping[str, str], nothing: str) -> Section:
    try:
        counted = await _counted(office)
    except GraphError as error:  # the rest of the page needs no database
        return Section(title, [], error.melding)
    rows = [
        Entry(TOLD[kind][0], f"{HOME}/ontbreekt/{kind}", TOLD[kind][1], number(counted[kind]))
        for kind in kinds if counted[kind]
    ]  # fmt: skip
    return Section(title, rows, nothing, aantal=sum(counted[kind] for kind in kinds))


async def _counted(office: Office) -> dict[str, int]:
    """Once for each version of the graph and each day: a large graph takes a moment."""
    now = (await office.freshness.version(), date.today())
    if office.kept.get("gaten", (None,))[0] != now:
        office.kept["gaten"] = (now, await gaps.counted(office.store.rows, now[1]))
    found: dict[str, int] = office.kept["gaten"][1]
    return found


def _ending_keys(office: Office, now: datetime) -> list[Entry]:
    try:
        keys = KeyFile(office.settings.data).all()
    except UnreadableKeys:
        return []
    ending = [each for each in keys if each.standing(now) is Standing.GELDIG and each.until - now < KEY_ENDS]
    return [
        Entry(f"De sleutel van {each.name}", "", "Maak een nieuwe met opdeplank sleutel maak.",
              f"tot {day(each.until.isoformat())}")
        for each in ending
    ]  # fmt: skip


async def asked(office: Office, session: Session) -> Section:
    """What people look for that nobody has, by subject of the map."""
    title = "Vragen zonder antwoord"
    try:
        found = await unanswered.by_subject(office.store.rows, SUBJECTS)
    except GraphError as error:
        return Section(title, [], error.melding)
    rows = [
        Entry(
            each.naam or "Over geen onderwerp van de kaart", f"{HOME}/vragen?onderwerp={each.id}",
            some(each.verschillend, "vraag", "vragen"), f"{number(each.aantal)} keer gesteld",
        )
        for each in found
    ]  # fmt: skip
    nothing = "Er zijn geen vragen zonder antwoord bewaard."
    return Section(title, rows, nothing if office.settings.vragen_bewaren else f"{nothing} {NOT_KEPT}",
                   aantal=sum(each.verschillend for each in found))  # fmt: skip


class GapPages:
    def __init__(self, office: Office) -> None:
        self._office = office

    async def listed(self, request: Request, session: Session) -> Response:
        """The things of one kind of gap, by name."""
        office, kind = self._office, request.path_params["soort"]
        if kind not in TOLD:
            return problems.respond(request, NO_LIST)
        try:
            count = (await _counted(office))[kind]
            last = pages(count, A_PAGE, MOST_PAGES)
            now = min(max(1, number_in(request.query_params.get("bladzijde", ""))), last)
            found = await gaps.listed(office.store.rows, kind, date.today(), A_PAGE, (now - 1) * A_PAGE)
        except GraphError:
            return problems.respond(request, problems.NOT_READY)
        rows = [Entry(each.naam, _page_of(each.id), each.bij or "") for each in found]
        values: dict[str, Any] = {
            "titel": TOLD[kind][0],
            "uitleg": TOLD[kind][1],
            "aantal": count,
            "nu": now,
            "laatste": last,
        }
        return office.show(request, session, LIST, rijen=rows, hier=f"{HOME}/ontbreekt/{kind}", **values)

    async def questions(self, request: Request, session: Session) -> Response:
        """The questions about one subject, asked most first."""
        subject = request.query_params.get("onderwerp", "")[:200]
        try:
            found = await unanswered.about(self._office.store.rows, subject, QUESTIONS)
        except GraphError:
            return problems.respond(request, problems.NOT_READY)
        rows = [
            Entry(each.tekst, "", _said(each), f"{number(each.aantal)} keer") for each in found
        ]  # fmt: skip
        name = next((each.onderwerp for each in found if each.onderwerp), "geen onderwerp van de kaart")
        told = "Wat hier het vaakst is gevraagd, staat bovenaan. Wie een naam noemde, is niet bewaard."
        values: dict[str, Any] = {
            "titel": f"Vragen over {name}",
            "uitleg": told,
            "aantal": len(rows),
            "nu": 1,
            "laatste": 1,
        }
        return self._office.show(request, session, LIST, rijen=rows, hier=f"{HOME}/vragen", **values)


def _said(question: unanswered.Vraag) -> str:
    asked_by = f"uit {', '.join(question.gemeenten)}" if question.gemeenten else ""
    near = f"lijkt op: {question.knelpunt}" if question.knelpunt else ""
    return ". ".join(filter(None, [f"Laatst op {day(question.laatste)}", asked_by, near]))


def _page_of(key: str) -> str:
    """Where somebody reads about a thing; who has no page is looked at in the explorer."""
    return address(key) or f"/verken?van={key}"
