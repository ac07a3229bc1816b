"""`/melding`: somebody says what is wrong or missing; `/melding/{nummer}`: what became of it. No account, no script."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.dutch.phrasing import some
from opdeplank.display.display import address
from opdeplank.door.traffic import Rate, caller_of
from opdeplank.http import problems, site, templates
from opdeplank.http.problems import Problem
from opdeplank.http.sent_form import sent_form
from opdeplank.meldingen.melding import Melding, MeldingStand, new_number, number_of
from opdeplank.meldingen.melding_file import MeldingFile, TooManyMeldingen, UnreadableMeldingen
from opdeplank.meldingen.melding_text import MOST
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.meld.melding_form import Ingevuld, faults_in, filled_in, kind_of
from opdeplank.pages.meld.overtaken import Overtaken
from opdeplank.pages.reply import page
from opdeplank.pages.shelf.gemeente_choice import Gekozen, Gemeenten

NOT_KEPT = "no-store"
"""Nobody on the way keeps a form with what somebody wrote, or what became of it."""
UNKNOWN = Problem(
    404, "Deze melding kennen we niet.", "Kijk het nummer na. Het ziet eruit als k7m2-qx4p.", code="NOT_FOUND"
)
GONE_WRONG = (
    "Je melding is niet bewaard: dat lukt nu niet. Je tekst staat er nog. Probeer het over een paar minuten opnieuw."
)
FULL = "Er wachten nu te veel meldingen. Je tekst staat er nog. Probeer het morgen opnieuw, of bel het Programmabureau."


class Meld:
    """`rate` counts what is kept, per address and hour."""

    def __init__(self, desk: Desk, file: MeldingFile, rate: Rate) -> None:
        self._desk, self._file, self._rate = desk, file, rate
        self._gemeenten = Gemeenten(desk)
        self._overtaken = Overtaken(desk, file)

    async def form(self, request: Request) -> Response:
        """The empty form; `?over=` says what it is about, `?soort=` what to say, `?nummer=` leads to its outcome."""
        asked = request.query_params
        if "nummer" in asked:
            nummer = number_of(asked["nummer"])
            if nummer is None:
                return problems.respond(request, UNKNOWN)
            return RedirectResponse(site.of(request.scope).link(f"/melding/{nummer}"), 303)
        return await self._show(
            request, filled_in({name: asked.get(name, "") for name in ("over", "soort", "gemeente")})
        )

    async def send(self, request: Request) -> Response:
        given = await sent_form(request)
        if isinstance(given, Problem):
            return problems.respond(request, given)
        filled = filled_in(given)
        if "begin" in given:  # from a page with a no, with the question that had none
            return await self._show(request, replace(filled, tekst=given.get("vraag", "").strip()))
        return await self._keep(request, filled)

    async def _keep(self, request: Request, filled: Ingevuld) -> Response:
        try:
            chosen = await self._gemeenten.chosen(filled.gemeente)
        except Unanswered as error:
            return await self._show(request, filled, error.passing or problems.NOT_READY, GONE_WRONG)
        fouten = faults_in(filled, chosen.code)
        if fouten:
            return await self._show(request, replace(filled, fouten=fouten), status=422)
        if wait := self._rate.seconds_to_wait(caller_of(request)):
            return await self._show(request, filled, _too_many(wait, self._rate.per_minute))
        melding = _melding(filled, chosen)
        try:
            kept = await asyncio.to_thread(self._file.add, melding, filled.adres, filled.formulier)
        except UnreadableMeldingen:
            return await self._show(request, filled, problems.NOT_READY, GONE_WRONG)
        except TooManyMeldingen:
            return await self._show(request, filled, problems.NOT_READY, FULL)
        return RedirectResponse(site.of(request.scope).link(f"/melding/{kept.nummer}"), 303)

    async def one(self, request: Request) -> Response:
        """What became of a melding. What was said in it is not shown: who has the number need not be who sent it."""
        nummer = number_of(request.path_params["nummer"])
        try:
            melding = await asyncio.to_thread(self._file.one, nummer) if nummer else None
        except UnreadableMeldingen:
            return problems.respond(request, problems.NOT_READY)
        if melding is None:
            return problems.respond(request, UNKNOWN)
        try:
            melding = await self._overtaken.looked_at(melding)
            about = await self._about(melding.over or "")
        except Unanswered:
            about = None
        body = templates.render("melding-nummer.html", site.of(request.scope), melding=melding, over=about)
        return _not_listed(page(request, body, cache=NOT_KEPT))

    async def _show(
        self, request: Request, filled: Ingevuld, problem: Problem | None = None, told: str = "", status: int = 200
    ) -> Response:  # fmt: skip
        """The form, with what stood in it; `problem` is why it could not be kept, and `told` says so in other words."""
        try:
            about = await self._about(filled.over)
            gemeenten = await self._gemeenten.all()
        except Unanswered:
            about, gemeenten = None, ()
        body = templates.render(
            "melding.html", site.of(request.scope), ingevuld=filled, over=about, gemeenten=gemeenten, hoogstens=MOST,
            weg=(told or problem.message) if problem else "",
        )  # fmt: skip
        answer = page(request, body, cache=NOT_KEPT)
        answer.status_code = problem.status if problem else status
        answer.headers.update(problem.headers if problem else {})
        return answer

    async def _about(self, key: str) -> dict[str, Any] | None:
        """What a melding is about, as everybody knows it: its name and its page."""
        try:
            found = (await self._desk.ask("ding", id=key))["node"] if key else None
        except Unanswered as error:
            if error.passing:
                raise
            return None
        if not found or "weergavenaam" not in found:
            return None
        return {"id": found["id"], "naam": found["weergavenaam"], "adres": address(found["id"])}


def _melding(filled: Ingevuld, chosen: Gekozen) -> Melding:
    kind = kind_of(filled)
    assert kind is not None
    gemeente = f"gemeente:{chosen.code.lower()}" if chosen.code else None
    now = datetime.now(UTC).replace(microsecond=0)
    return Melding(new_number(), kind, filled.over or None, gemeente, filled.tekst, now, MeldingStand.NIEUW)


def _too_many(wait: int, most: int) -> Problem:
    minutes = some(-(-wait // 60), "minuut", "minuten")
    return Problem(
        429, f"Vanaf jouw adres kwamen dit uur al {some(most, 'melding', 'meldingen')}.",
        f"Je tekst staat er nog. Wacht {minutes} en verstuur hem dan.", code="RATE_LIMITED",
        headers={"Retry-After": str(wait)},
    )  # fmt: skip


def _not_listed(answer: Response) -> Response:
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
