"""What is sent from the page of a proposal: decisions, taking them back, and the workbook there and back.

A page with a script gets JSON; a form without one is sent on to the next row. Both go the same way.
"""

from datetime import datetime
from urllib.parse import quote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from loaders.answers.given import Given
from loaders.proposal import json_answers, workbook
from opdeplank.bureau.cases import LOADED, Case
from opdeplank.bureau.deciding import Said, table_of
from opdeplank.bureau.desk_rows import Row, is_open, stand, stand_of
from opdeplank.bureau.office import Office, at, gone, onward
from opdeplank.bureau.sittings import Session
from opdeplank.bureau.views.proposal_page import ProposalPage, state
from opdeplank.http import problems
from opdeplank.http.problems import Problem

ANSWER = "antwoord."
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CLOSED = Problem(
    409, "Dit voorstel is al geladen.", "Lees de documenten opnieuw om over de rest te beslissen.", code="CONFLICT"
)
NO_ROW = Problem(
    409, "Dit feit staat niet meer in het voorstel.", "Ververs de pagina: het voorstel is opnieuw gelezen.",
    code="CONFLICT",
)  # fmt: skip
TOO_MANY = Problem(
    409, "Dit voorstel is te groot voor een werkboek.", "Beslis op de werkbank, of neem voorstel.json.", code="CONFLICT"
)
LOST = "{} over feiten die niet meer in dit voorstel staan. Die zijn niet overgenomen."
NO_FILE = "Kies eerst een bestand: voorstel.xlsx of voorstel.json."


class ProposalPosts:
    def __init__(self, office: Office, page: ProposalPage) -> None:
        self._office, self._page = office, page

    async def decide(self, request: Request, session: Session, form: FormData) -> Response:
        """`feit`, `gezien` and `besluit`; `keuze` is the letter of a candidate, `antwoord.kolom` what was typed, `ook`
        says that all that ask the same get the same."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        row = table_of(case).by_id.get(_text(form, "feit"))
        if row is None or case.card.stand == LOADED:
            return problems.respond(request, NO_ROW if row is None else CLOSED)
        stand_of(table_of(case), case, [row.id])
        given = _given(form, row)
        if _text(form, "ook") == "gelijk":
            said = await self._office.deciding.same(case, session.door, row, given)
        else:
            said = await self._office.deciding.say(case, session.door, row, given, _number(form, "gezien", row.gezien))
        return self._answer(request, session, case, row, said)

    def _answer(self, request: Request, session: Session, case: Case, row: Row, said: Said) -> Response:
        told = self._told(case, said)
        if not problems.wants_html(request):
            body = state(self._office, case, [*said.rijen] or [row.id], fouten=said.fouten, bericht=told)
            return Response(body, 422 if said.fouten else 409 if said.ingehaald else 200, media_type="application/json")
        if said.fouten:
            return self._page.one(request, session, case, row, said.fouten)
        if said.ingehaald:
            return self._page.one(request, session, case, row, [told])
        return onward(request, f"{at(case.id)}?na={row.nr}&rij={self._next(case, row)}#rij-{self._next(case, row)}")

    def _next(self, case: Case, row: Row) -> int:
        """The next row that nobody decided about."""
        made = table_of(case)
        stand(made, case)
        open_ = (each.nr for each in [*made.rows[row.nr :], *made.rows[: row.nr]] if is_open(each))
        return next(open_, row.nr + 1 if row.nr < len(made.rows) else row.nr)

    def _told(self, case: Case, said: Said) -> str:
        """What a person hears of decisions of somebody else."""
        if not said.ingehaald:
            return ""
        called = self._office.sessions.names()
        made = table_of(case)
        lines = []
        for key, step in [*said.ingehaald.items()][:3]:
            own = step.besluiten.get(key)
            word = f"zei {own.besluit}" if own else "draaide dit terug"
            number = made.by_id[key].nr if key in made.by_id else "?"
            lines.append(f"nr {number}: {called.get(step.door, step.door)} {word} om {_clock(step.op)}")
        more = f" en nog {len(said.ingehaald) - 3}" if len(said.ingehaald) > 3 else ""
        return f"Iemand was je voor ({'; '.join(lines)}{more}). Dat staat er nog. Kijk, en beslis zo nodig opnieuw."

    async def take_back(self, request: Request, session: Session, form: FormData) -> Response:
        case = self._office.case(request)
        if case is None or case.card.stand == LOADED:
            return gone(request) if case is None else problems.respond(request, CLOSED)
        said = await self._office.deciding.take_back(case, session.door)
        nothing, made = "" if said.stap else "Er is niets van jou om terug te draaien.", table_of(case)
        if not problems.wants_html(request):
            told = self._told(case, said) or nothing
            numbers = [made.by_id[key].nr for key in said.rijen if key in made.by_id]
            body = state(self._office, case, said.rijen, fouten=[], bericht=told, terug=numbers)
            return Response(body, media_type="application/json")
        number = next((made.by_id[key].nr for key in said.rijen if key in made.by_id), 1)
        return onward(request, f"{at(case.id)}?rij={number}#rij-{number}")

    async def workbook(self, request: Request, session: Session) -> Response:
        """The proposal as it stands now, to decide in elsewhere."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        given, plain = case.ledger.given(), request.path_params["vorm"] == "json"
        try:
            if plain:
                content = json_answers.written(case.proposal, given).to_json()
            else:
                content = workbook.write(case.proposal, case.called, case.plaatsen, given)
        except workbook.TooBig:
            return problems.respond(request, TOO_MANY)
        name = quote(f"{case.card.naam}.{'json' if plain else 'xlsx'}")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return Response(content, headers=headers, media_type="application/json" if plain else XLSX)

    async def take_in(self, request: Request, session: Session, form: FormData) -> Response:
        """A workbook or voorstel.json that comes back: its decisions go to those that were taken here."""
        case = self._office.case(request)
        if case is None or case.card.stand == LOADED:
            return gone(request) if case is None else problems.respond(request, CLOSED)
        file = form.get("werkboek")
        if not isinstance(file, UploadFile) or not file.filename:
            return self._page.shown(request, session, case, 422, NO_FILE)
        said = await self._office.deciding.from_file(case, session.door, await file.read(), file.filename)
        lost = LOST.format(some(said.kwijt, "besluit gaat", "besluiten gaan")) if said.kwijt else ""
        if said.fouten or said.ingehaald or lost:
            told = "\n".join([*said.fouten, *filter(None, [self._told(case, said), lost])])
            return self._page.shown(request, session, case, 422 if said.fouten else 200, told)
        return onward(request, f"{at(case.id)}?overgenomen={len(said.rijen)}")


def _given(form: FormData, row: Row) -> Given:
    """A letter stands for its candidate, with a yes. What was left as it was is no answer."""
    letter = _text(form, "keuze")
    choice = next((each for each in row.keuzes if each.letter == letter), None)
    typed = {
        name.removeprefix(ANSWER): " ".join(value.split())
        for name, value in form.items()
        if name.startswith(ANSWER) and isinstance(value, str)
    }
    if choice:
        typed = {choice.kolom: choice.waarde}
    answer = {name: text for name, text in typed.items() if text != " ".join(row.stond.get(name, "").split())}
    return Given("ja" if choice else _text(form, "besluit"), answer)


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _number(form: FormData, name: str, otherwise: int) -> int:
    text = _text(form, name)
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise


def _clock(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().strftime("%H:%M")
