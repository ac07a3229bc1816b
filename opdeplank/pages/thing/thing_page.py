"""`/oplossing/…`, `/knelpunt/…`, `/thema/…` and the like: a page per thing, and its stable URI.

A browser gets HTML, a program that asks for it JSON-LD or Turtle. An id that was merged into another leads on to the
survivor.
"""

import asyncio
from datetime import date
from typing import Any

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from opdeplank.display.display import address
from opdeplank.http import accept, problems, site, templates
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.requestid import request_id
from opdeplank.http.site import Site
from opdeplank.meldingen.handled import Handled
from opdeplank.pages.country_map import Stippen, dots
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import HTML, JSON_LD, TURTLE, Shown, page
from opdeplank.pages.shelf.gemeente_choice import CODE
from opdeplank.pages.shelf.visitor_question import tidy
from opdeplank.pages.thing import linked
from opdeplank.pages.thing.thing_parts import VIEWS

SUGGESTIONS = 6
MOST = 100
"""Uses that are read at a time for the map."""


class Gone(Exception):
    """There is no such thing, or it lives at `leads_to`."""

    def __init__(self, leads_to: str | None = None) -> None:
        self.leads_to = leads_to


class ThingPage:
    """The pages of one kind of thing."""

    def __init__(self, desk: Desk, shown: Shown, kind: str, handled: Handled) -> None:
        self._desk, self._shown, self._kind, self._handled = desk, shown, kind, handled

    async def __call__(self, request: Request) -> Response:
        slug: str = request.path_params["slug"]
        kind = wanted(request)
        if kind is None:
            return problems.respond(request, problems.UNACCEPTABLE)
        answer = await self._respond(request, slug, kind)
        if kind != HTML:
            answer.headers.update(OPEN_HEADERS)  # also where it leads on or is refused
        return answer

    async def _respond(self, request: Request, slug: str, kind: str) -> Response:
        at = site.of(request.scope)
        handled = self._handled.about(f"{self._kind}:{slug.lower()}") if kind == HTML else None

        async def make() -> str:
            thing = await self._read(slug)
            if kind == HTML:
                return self._html(thing, at, handled, dots(await self._users(thing)))
            written = linked.written(thing, self._kind, at)
            return await asyncio.to_thread(linked.turtle, written, at.whole("/")) if kind == TURTLE else written

        try:
            return await self._shown.respond(request, make, kind, beside=str(handled))
        except Gone as gone:
            if gone.leads_to:
                leads_to = URL(at.link(gone.leads_to)).include_query_params(**request.query_params)
                return RedirectResponse(leads_to, 301)
            return await self._not_found(request, slug)
        except Unanswered as error:
            if error.passing:
                return problems.respond(request, error.passing)
            return await self._not_found(request, slug)

    async def _read(self, slug: str) -> dict[str, Any]:
        key = by_code_or_name(slug) if self._kind == "gemeente" else {"slug": slug}
        thing: dict[str, Any] | None = (await self._desk.ask(f"blad-{self._kind}", sleutel=key))[self._kind]
        if thing is None:
            raise Gone
        own = address(thing["id"])
        if own != f"/{self._kind}/{slug}":
            raise Gone(own)
        return thing

    async def _users(self, thing: dict[str, Any]) -> list[dict[str, Any]]:
        """Every use of an oplossing, also what is too much for its list; of another thing none."""
        if self._kind != "oplossing":
            return []
        uses = thing["toepassingen"]
        if len(uses["nodes"]) == uses["aantal"]:
            return list(uses["nodes"])
        found, after, more = list[dict[str, Any]](), None, True
        while more:
            of = {"oplossing": {"id": [thing["id"]]}}
            answer = await self._desk.ask("uitvoer-toepassingen", filter=of, first=MOST, after=after)
            page = answer["toepassingen"]
            found += page["nodes"]
            after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        return found

    def _html(self, thing: dict[str, Any], at: Site, handled: tuple[int, str] | None, kaart: Stippen | None) -> str:
        view = VIEWS[self._kind](thing, date.today().year)
        own = address(thing["id"])
        return templates.render(f"{self._kind}.html", at, ding=thing, adres=own, gemeld=handled, kaart=kaart, **view)

    async def _not_found(self, request: Request, slug: str) -> Response:
        """Where something was withdrawn, that; else a page that says what was probably meant."""
        try:
            gone = await self._desk.withdrawn(f"{self._kind}:{slug.lower()}")
        except Unanswered:
            gone = None
        if gone is not None:
            instead = address(gone.vervangen) if gone.vervangen else None
            leads_to = site.of(request.scope).whole(instead) if instead else None
            day = gone.op and gone.op[:10]
            return problems.respond(request, problems.withdrawn(gone.reden, leads_to, day, gone.rol))
        if not problems.wants_html(request):
            return problems.respond(request, problems.NOT_FOUND)
        term = tidy(slug.replace("-", " "))[:80]
        try:
            found = (await self._desk.ask("suggesties", term=term, first=SUGGESTIONS))["suggesties"] if term else []
        except Unanswered:
            found = []
        near = [(s, address(s["id"])) for s in found if address(s["id"])]
        body = templates.render(
            "nietgevonden.html", site.of(request.scope), soort=self._kind, term=term, dichtbij=near,
            nummer=request_id(request.scope),
        )  # fmt: skip
        answer = page(request, body, cache="no-store")
        answer.status_code = 404
        return answer


def by_code_or_name(slug: str) -> dict[str, str]:
    """`GM0344`, and `utrecht` for whoever types an address by hand: the page leads on to the code."""
    return {"code": slug.upper()} if CODE.fullmatch(slug) else {"naam": slug.replace("-", " ")}


FORMATS = {"jsonld": JSON_LD, "ttl": TURTLE}
OFFERED = {
    HTML: HTML, "application/xhtml+xml": HTML, JSON_LD: JSON_LD, "application/json": JSON_LD, TURTLE: TURTLE,
}  # fmt: skip


def wanted(request: Request) -> str | None:
    """`?formaat=jsonld` or `ttl` for a link on a page; else what Accept prefers. A page is for everybody who did not
    say that it will not do (None)."""
    if (asked := request.query_params.get("formaat")) in FORMATS:
        return FORMATS[asked]
    said = request.headers.get("accept", "")
    if found := accept.best(said, tuple(OFFERED)):
        return OFFERED[found]
    return None if accept.refused(said, HTML) else HTML
