"""From decisions to the graph: the difference in words, loading, the receipt, and taking it back.

Loading is what `opdeplank laad` does, and taking back what `opdeplank terug` does.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError, StaleBasis
from graph.upkeep import loads, own_reports
from loaders.load.apply import apply, foretold
from loaders.load.counter_proposal import for_load
from loaders.load.receipt import Bon
from loaders.load.undo import BuiltUpon, undo_all
from loaders.proposal.proposal import BadProposal, Proposal
from opdeplank.bureau.aside import aside
from opdeplank.bureau.cases import LOADED, Case, names_in
from opdeplank.bureau.deciding import table_of
from opdeplank.bureau.desk_rows import is_open, stand
from opdeplank.bureau.difference_told import Told, told
from opdeplank.bureau.office import Office, at, gone, onward
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.graph.visiting import MOST_FACTS, TOO_MUCH
from opdeplank.http import problems
from opdeplank.http.problems import Problem
from opdeplank.pages.desk import Unanswered
from opdeplank.privacy.obeying import obey

CONFIRMED = "mutation ($id: ID!) { vermeldingBevestigen(id: $id, bevestigd: true) { fouten { melding } } }"
UNKNOWN = Problem(404, "Deze lading is er niet.", "Kijk op de werkbank welke er zijn.", code="NOT_FOUND")


class LoadingPage:
    def __init__(self, office: Office) -> None:
        self._office = office

    async def difference(self, request: Request, session: Session) -> Response:
        """What loading would change, in words. Nothing is written."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        try:
            proposal = await self._office.deciding.decided(case)
            bon, lines = await aside(self._office.store, lambda store: _told(store, case, proposal))
        except StaleBasis:
            return self._page(request, session, case, 409, verouderd=True)
        except (BadProposal, GraphError) as error:
            return self._page(request, session, case, 422, fouten=_said(error))
        if bon.al_geladen and all(each["lading"] != bon.lading for each in case.card.ladingen):
            self._keep(case, bon, session.door)  # the service stopped between loading and saying so
            return onward(request, at(case.id, "bon"))
        return self._page(request, session, case, bon=bon, regels=lines)

    def _page(self, request: Request, session: Session, case: Case, status: int = 200, **given: Any) -> Response:
        rows = stand(table_of(case), case)
        values = {"bon": None, "regels": Told(), "fouten": [], "verouderd": False} | given
        open_ = sum(map(is_open, rows))
        return self._office.show(request, session, "werkbank_verschil", status, zaak=case, open=open_, **values)

    async def load(self, request: Request, session: Session, form: FormData) -> Response:
        """All that was decided goes to the graph, or nothing."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        async with case.lock:  # nobody decides while it is loaded
            case = self._office.case(request) or case  # as it is now: another may have loaded it
            if case.card.stand == LOADED:  # twice the same button
                return onward(request, at(case.id, "bon"))
            try:
                proposal = await self._office.deciding.decided(case)
                if len(proposal.feiten) > MOST_FACTS:
                    said = TOO_MUCH.format(facts=len(proposal.feiten), most=MOST_FACTS)
                    return self._page(request, session, case, 422, fouten=[said])
                await obey(self._office.store, self._office.settings.data)
                bon = await aside(self._office.store, lambda store: apply(store, MODEL, proposal, session.door))
            except StaleBasis:
                return self._page(request, session, case, 409, verouderd=True)
            except (BadProposal, GraphError) as error:
                return self._page(request, session, case, 422, fouten=_said(error))
            self._keep(case, bon, session.door)
        await self._office.freshness.renew()
        return onward(request, at(case.id, "bon"))

    def _keep(self, case: Case, bon: Bon, door: str) -> None:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        short = {name: value for name, value in bon.as_json().items() if name != "ids"}
        done = [*case.card.ladingen, {**short, "op": moment, "door": door}]
        self._office.cases.put_card(case.id, replace(case.card, stand=LOADED, ladingen=done))

    async def receipt(self, request: Request, session: Session) -> Response:
        case = self._office.case(request)
        if case is None or not case.card.ladingen:
            return gone(request)
        return self._office.show(request, session, "werkbank_bon", zaak=case, bon=case.card.ladingen[-1], fout="")

    async def loaded(self, request: Request, session: Session) -> Response:
        """A load, wherever it was made, and taking it back."""
        found = await loads.one(self._office.store.rows, f"lading:{request.path_params['lading']}")
        if found is None:
            return problems.respond(request, UNKNOWN)
        title, said = await own_reports.said(self._office.store.rows, found.id)
        return self._office.show(request, session, "werkbank_lading", lading=found, titel=title, gemeld=said)

    async def seen(self, request: Request, session: Session, form: FormData) -> Response:
        """Somebody looked at what was reported, and it is right."""
        office, load = self._office, f"lading:{request.path_params['lading']}"
        for each in (await own_reports.said(office.store.rows, load))[1]:
            if not each.bevestigd:
                try:
                    await office.desk.ask_as(session.viewer, CONFIRMED, id=each.id)
                except Unanswered as error:
                    return problems.respond(request, error.passing or problems.NOT_READY)
        office.freshness.outdated()
        return onward(request, HOME)

    async def take_back(self, request: Request, session: Session, form: FormData) -> Response:
        """A load goes back. What later work stands on becomes a proposal of its own, with a question for each."""
        office, load = self._office, f"lading:{request.path_params['lading']}"
        found = await loads.one(office.store.rows, load)
        if found is None or found.begin:
            return problems.respond(request, UNKNOWN)
        try:
            await aside(office.store, lambda store: undo_all(store, MODEL, [load], session.door))
        except BuiltUpon as error:
            return await self._instead(request, session, load, error)
        except GraphError as error:
            return problems.respond(
                request, Problem(409, "Deze lading kan niet terug.", error.melding, code="CONFLICT")
            )
        await office.freshness.renew()
        for key, card in office.cases.cards():
            if any(each["lading"] == load for each in card.ladingen):
                done = [each | {"terug": True} if each["lading"] == load else each for each in card.ladingen]
                office.cases.put_card(key, replace(card, ladingen=done))
                return onward(request, at(key, "bon"))
        return onward(request, HOME)

    async def _instead(self, request: Request, session: Session, load: str, error: BuiltUpon) -> Response:
        office = self._office
        proposal = await aside(office.store, lambda store: for_load(store.rows, MODEL, load))
        if not proposal.feiten:
            return problems.respond(
                request, Problem(409, "Deze lading kan niet terug.", error.melding, code="CONFLICT")
            )
        key = office.cases.new(f"Terugdraaien van {load}", session.door)
        office.cases.put(key, proposal, {}, {}, names_in(proposal, await office.deciding.names()))
        card = office.cases.card(key)
        assert card is not None
        office.cases.put_card(key, replace(card, meldingen=[error.melding]))
        return onward(request, at(key))


async def _told(store: Store, case: Case, proposal: Proposal) -> tuple[Bon, Told]:
    bon, difference = await foretold(store.rows, MODEL, proposal)
    return bon, told(MODEL, difference, case.called)


def _said(error: BadProposal | GraphError) -> list[str]:
    text = error.melding if isinstance(error, GraphError) else str(error)
    return [line.strip().replace("rij ", "nr ", 1) for line in text.splitlines() if line.strip()]
