"""The page at `/`: the question, and the answer when one was asked. It works without JavaScript."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from opdeplank.display.display import address
from opdeplank.display.pager import pages
from opdeplank.door.traffic import caller_of
from opdeplank.http import problems, site, templates
from opdeplank.http.problems import Problem
from opdeplank.http.sent_form import sent_form
from opdeplank.http.site import Site
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import PRIVATE, Shown, page
from opdeplank.pages.shelf.bord import shelves
from opdeplank.pages.shelf.gemeente_choice import Gekozen, Gemeenten
from opdeplank.pages.shelf.hits import hit
from opdeplank.pages.shelf.nothing import heading, near
from opdeplank.pages.shelf.sealed_question import Gesloten
from opdeplank.pages.shelf.visitor_question import BEWIJS, MOST_PAGES, RIJPHEID, Vraag, read
from opdeplank.settings.table import Settings

EXAMPLES = (
    "jongere met schulden kan niet verder met school",
    "iemand komt bij de huisarts zonder medische klacht",
    "collega’s durven gegevens niet te delen",
)
"""Questions to try: two with hits and one that gets a useful no."""

ON_A_PAGE = 5
"""Hits, as the operation `antwoord` gives them."""
A_NAME = 12
"""Words of a question that asks for a thing by its name and nothing else."""


class Shelf:
    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._gemeenten = Gemeenten(desk)
        self._shown = Shown(desk)
        self._counted = settings.vragen_bewaren

    async def __call__(self, request: Request) -> Response:
        vraag = read(request.query_params)
        at = site.of(request.scope)
        try:
            if request.query_params.get("v"):
                vraag = read(request.query_params, (await self._gesloten()).opened)
            if vraag.te_lang or vraag.onleesbaar:
                return await self._not_asked(request, vraag)
            if vraag.tekst:
                who = caller_of(request)
                answer = await self._answer(vraag, who, at)
                return page(request, answer, cache=PRIVATE) if isinstance(answer, str) else answer
            if vraag.gesteld or vraag.gemeente:
                return page(request, await self._start(vraag, at), cache=PRIVATE)
            return await self._shown.respond(request, lambda: self._start(vraag, at))
        except Unanswered as error:
            if error.passing is None:
                raise
            return self._away(request, vraag, error.passing)

    async def asked(self, request: Request) -> Response:
        """A question from the form: it leads on to its answer, by an address that only we can read."""
        given = await sent_form(request)
        if isinstance(given, Problem):
            return problems.respond(request, given)
        vraag = read(given)
        try:
            if vraag.te_lang:
                return await self._not_asked(request, vraag)
            if vraag.tekst:
                vraag = replace(vraag, gesloten=(await self._gesloten()).sealed(vraag.tekst))
        except Unanswered as error:
            if error.passing is None:
                raise
            return self._away(request, vraag, error.passing)
        empty = {} if vraag.tekst else {"vraag": " "}
        return RedirectResponse(site.of(request.scope).link(vraag.address(**empty)), 303)

    async def _gesloten(self) -> Gesloten:
        return Gesloten(await self._desk.secret())

    async def _not_asked(self, request: Request, vraag: Vraag) -> Response:
        """The form, with the question as it was given and what is wrong with it."""
        answer = page(request, await self._start(vraag, site.of(request.scope)), cache="no-store")
        answer.status_code = 422
        return answer

    async def _start(self, vraag: Vraag, at: Site) -> str:
        data = await self._desk.ask("plank")
        figures = [
            (data["oplossingen"]["aantal"], "oplossing", "oplossingen"),
            (data["gemeenten"]["aantal"], "gemeente die er een gebruikt", "gemeenten die er een gebruiken"),
            (data["knelpunten"]["aantal"], "knelpunt", "knelpunten"),
            (data["trajecten"]["aantal"], "traject van gemeenten en Rijk", "trajecten van gemeenten en Rijk"),
        ]
        borden = shelves(data["themas"]["nodes"])
        return await self._render(
            "start.html", at, vraag, borden=borden, cijfers=figures, weg=None, stand=data["stand"]["op"]
        )

    async def _answer(self, vraag: Vraag, who: str | None, at: Site) -> str | Response:
        gekozen = await self._gemeenten.chosen(vraag.gemeente)
        try:
            from_here = await self._from_here(vraag, who, gekozen.code)
            found = (await self._desk.ask("antwoord", who, **from_here))["pasklaar"]
        except Unanswered as error:
            if error.passing or not (vraag.na or vraag.bladzijde > 1):
                raise
            # the place in the list is gone, the question still stands
            return await self._answer(replace(vraag, na="", bladzijde=1), who, at)
        if vraag.bladzijde > 1 and not found["nodes"]:
            return await self._answer(replace(vraag, na="", bladzijde=1), who, at)
        if (named := opens(found["genoemd"], vraag)) is not None:
            return RedirectResponse(at.link(named), 303)
        hits = [hit(node) for node in found["nodes"]]
        nothing = found["alternatief"] if not hits else None
        return await self._render(
            "resultaten.html" if hits else "nee.html",
            at,
            vraag,
            gekozen,
            aantal=found["aantal"],
            treffers=hits,
            begrepen=_understood(found["begrepenAls"]),
            bladzijden=pages(found["aantal"], ON_A_PAGE, MOST_PAGES),
            uitleg=nothing["uitleg"] if nothing else "",
            kop=heading(found) if nothing else "",
            onderwerp=found["onderwerp"],
            buren=nothing["dichtbij"] if nothing else [],
            genoemd=found["genoemd"],
            uitkomst=found["uitkomst"],
            dichtbij=[near(n) for n in nothing["verwanteKnelpunten"]] if nothing else [],
            rijpheden=RIJPHEID,
            bewijzen=BEWIJS,
            geteld=self._counted,
            let_op=found["letOp"],
            heeft_al=found["heeftAl"],
            aantal_heeft_al=found["aantalHeeftAl"],
        )

    async def _from_here(self, vraag: Vraag, who: str | None, code: str) -> dict[str, Any]:
        """What to ask for the page of the answer that somebody wants."""
        given = vraag.variables(code)
        if vraag.na or vraag.bladzijde == 1:
            return given
        before = (await self._desk.ask("bladwijzer", who, first=ON_A_PAGE * (vraag.bladzijde - 1), **given))["pasklaar"]
        return given | {"after": before["pageInfo"]["endCursor"]}

    async def _render(
        self, template: str, at: Site, vraag: Vraag, gekozen: Gekozen | None = None, **values: Any
    ) -> str:
        return templates.render(
            template,
            at,
            vraag=vraag,
            gekozen=gekozen or await self._gemeenten.chosen(vraag.gemeente),
            gemeenten=await self._gemeenten.all(),
            voorbeelden=EXAMPLES,
            **values,
        )

    def _away(self, request: Request, vraag: Vraag, why: Problem) -> Response:
        """The page still stands, and the question is still in it."""
        body = templates.render(
            "start.html", site.of(request.scope), vraag=vraag, gekozen=Gekozen(""), gemeenten=(), voorbeelden=EXAMPLES,
            borden=(), cijfers=(), weg=why, stand="",
        )  # fmt: skip
        answer = page(request, body, cache="no-store")
        if vraag.gesteld:
            answer.status_code = why.status
            answer.headers.update(why.headers)
        return answer


def opens(named: Mapping[str, Any] | None, vraag: Vraag) -> str | None:
    """The page of the thing that a question is the name of; who narrows the answer down, or tells more, wants the
    answer."""
    told_more = len(vraag.tekst.split()) > A_NAME
    if named is None or told_more or vraag.gemeente or vraag.verfijnd or vraag.na or vraag.bladzijde > 1:
        return None
    return address(named["id"])


def _understood(found: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return found[0]["knelpunt"] if found else None
