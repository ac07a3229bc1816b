"""Meldingen at the desk: the list of what waits, and one of them beside what it is about. Dealing with one answers its
sender, at his number."""

from asyncio import to_thread
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from opdeplank.bureau.office import Office, onward
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.bureau.views.beside_melding import beside
from opdeplank.bureau.views.taken_over import THANKS, NotTaken, take_over, way
from opdeplank.display.pager import number_in, pages
from opdeplank.http import problems
from opdeplank.http.problems import Problem
from opdeplank.meldingen.melding import Melding, MeldingSoort, MeldingStand, number_of
from opdeplank.meldingen.melding_file import MOST_WAITING, MeldingFile, UnreadableMeldingen
from opdeplank.meldingen.melding_text import MOST, faults_in_text, tidied
from opdeplank.pages.desk import Unanswered
from opdeplank.pages.meld.overtaken import Overtaken

A_PAGE, ALIKE = 25, 50
UNKNOWN = Problem(404, "Deze melding is er niet.", "Kijk op de werkbank welke er wachten.", code="NOT_FOUND")


@dataclass(frozen=True)
class Filled:
    """What stood in the forms, and what is wrong with it: per field, and under an empty name with the whole."""

    velden: Mapping[str, str] = field(default_factory=dict)
    fouten: Mapping[str, str] = field(default_factory=dict)
    overgenomen: bool = False
    """Whether it was the form that puts it on the shelf."""


class MeldingDesk:
    """A file that cannot be read is a page that says so."""

    def __init__(self, office: Office) -> None:
        self._office, self._file = office, MeldingFile(office.settings.data)
        self._overtaken = Overtaken(office.desk, self._file)

    async def every(self, request: Request, session: Session) -> Response:
        """What waits, `?soort=` of one kind; or with `?klaar=ja` what was dealt with last."""
        try:
            await to_thread(self._file.throw_away, datetime.now(UTC))
            found = await (self._done() if request.query_params.get("klaar") == "ja" else self._waiting(request))
        except UnreadableMeldingen as error:
            return problems.respond(request, _unreadable(error))
        return self._office.show(
            request, session, "werkbank_meldingen", heet=await self._called(found["meldingen"]), **found
        )  # fmt: skip

    async def _called(self, meldingen: Sequence[Melding]) -> dict[str, str]:
        """What they are about and who sent them, by name; while the database is away, as their ids say it."""
        ids = sorted({key for each in meldingen for key in (each.over, each.gemeente) if key})
        names = {key: key.partition(":")[2].replace("-", " ") for key in ids}
        try:
            found = (await self._office.desk.ask("herken-dingen", ids=ids))["nodes"] if ids else ()
        except Unanswered:
            found = ()
        return names | {key: each["weergavenaam"] for key, each in zip(ids, found, strict=False) if each}

    async def _done(self) -> dict[str, Any]:
        found = await to_thread(self._file.dealt_with, A_PAGE)
        return {"meldingen": found, "soort": None, "tellingen": {}, "klaar": True, "nu": 1, "laatste": 1, "gesloten": 0}

    async def _waiting(self, request: Request) -> dict[str, Any]:
        """What was overtaken in the meantime closes itself first, and its place is filled."""
        kind = MeldingSoort.__members__.get(request.query_params.get("soort", ""))
        wanted, closed = number_in(request.query_params.get("bladzijde", "")) or 1, 0
        while True:
            counted = await to_thread(self._file.counted)
            count = counted.get(kind, 0) if kind else sum(counted.values())
            last = pages(count, A_PAGE, MOST_WAITING)
            now = min(wanted, last)
            found = await to_thread(self._file.waiting, A_PAGE, (now - 1) * A_PAGE, kind)
            if not (more := await self._overtaken.closed(found)):
                break
            closed += more
        return {"meldingen": found, "soort": kind, "tellingen": counted, "klaar": False, "nu": now, "laatste": last,
                "gesloten": closed}  # fmt: skip

    async def one(self, request: Request, session: Session) -> Response:
        return await self._shown(request, session, Filled())

    async def _shown(self, request: Request, session: Session, filled: Filled, status: int = 200) -> Response:
        """The page of one melding; `status` is 422 or 409 when a form could not be done."""
        try:
            melding = await self._meant(request)
            if melding is None:
                return problems.respond(request, UNKNOWN)
            mail, others, after = await to_thread(self._around, melding)
            before = number_of(request.query_params.get("na", ""))
            dealt_with = await to_thread(self._file.one, before) if before else None
        except UnreadableMeldingen as error:
            return problems.respond(request, _unreadable(error))
        about = await beside(self._office.desk, session.viewer, melding)
        return self._office.show(
            request, session, "werkbank_melding", status, melding=melding, naast=about, mail=mail, gelijk=others,
            volgende=after, net=dealt_with if dealt_with and not dealt_with.stand.open else None, ingevuld=filled,
            heet=await self._called(others),
            dank=THANKS.get(melding.soort, ""), over_te_nemen=way(melding) is not None, hoogstens=MOST,
            van_mij=melding.door == session.door,
        )  # fmt: skip

    def _around(self, melding: Melding) -> tuple[str | None, list[Melding], Melding | None]:
        """Its address, others like it, and which is next."""
        return (
            self._file.address_of(melding.nummer), self._file.alike(melding, ALIKE), self._file.after(melding)
        )  # fmt: skip

    async def _meant(self, request: Request) -> Melding | None:
        """As it is now: it may have closed itself."""
        nummer = number_of(request.path_params["nummer"])
        melding = await to_thread(self._file.one, nummer) if nummer else None
        if melding is None:
            return None
        try:
            return await self._overtaken.looked_at(melding)
        except Unanswered:
            return melding

    async def take(self, request: Request, session: Session, form: FormData) -> Response:
        """Say that one is busy with it: its sender sees that, and who else works here."""
        nummer = number_of(request.path_params["nummer"])
        try:
            known = bool(nummer and await to_thread(self._file.one, nummer))
            if nummer and known:
                await to_thread(self._file.take, nummer, session.door)
        except UnreadableMeldingen as error:
            return problems.respond(request, _unreadable(error))
        return onward(request, f"{HOME}/melding/{nummer}") if known else problems.respond(request, UNKNOWN)

    async def answer(self, request: Request, session: Session, form: FormData) -> Response:
        """Deal with it: what its sender reads, and what goes on the shelf when that was asked for."""
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        taking, answer = given.get("doe") == "overnemen", tidied(given.get("antwoord", ""))
        try:
            melding = await self._meant(request)
            if melding is None:
                return problems.respond(request, UNKNOWN)
            if not melding.stand.open:  # another was first, or it closed itself
                return await self._shown(request, session, Filled(given, {"": _too_late(melding)}, taking), 409)
            if faults := " ".join(faults_in_text(answer)):
                told = {"antwoord": faults if answer else "Schrijf op wat de melder leest."}
                return await self._shown(request, session, Filled(given, told, taking), 422)
            how = way(melding) if taking else None
            if how is not None:
                await take_over(self._office.desk, session.viewer, melding, how, given)
                self._office.freshness.outdated()
            also = [each for text in form.getlist("ook") if isinstance(text, str) and (each := number_of(text))]
            await to_thread(self._close, [melding.nummer, *also], answer, session.door)
            after = await to_thread(self._file.after, melding)
        except NotTaken as error:
            return await self._shown(request, session, Filled(given, error.fouten, taking), 422)
        except Unanswered as error:
            said = {"": error.passing.message if error.passing else str(error)}
            return await self._shown(request, session, Filled(given, said, taking), 503 if error.passing else 422)
        except UnreadableMeldingen as error:
            return problems.respond(request, _unreadable(error))
        return onward(request, f"{HOME}/melding/{(after or melding).nummer}?na={melding.nummer}")

    def _close(self, numbers: list[str], answer: str, door: str) -> None:
        now = datetime.now(UTC).replace(microsecond=0)
        for each in numbers[: ALIKE + 1]:
            self._file.close(each, MeldingStand.AFGEHANDELD, answer, door, now)


def _too_late(melding: Melding) -> str:
    return f"Deze melding wacht niet meer: ze is {melding.stand.value.lower()}. Je tekst is niet verstuurd."


def _unreadable(error: UnreadableMeldingen) -> Problem:
    return Problem(503, "De meldingen zijn nu niet te lezen.", str(error), code="STORE_UNAVAILABLE")
