"""`/oplossing/…`, `/knelpunt/…`, `/gemeente/…`, `/traject/…`, `/thema/…`: a page per thing, and its stable URI.

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
from opdeplank.http import problems, templates
from opdeplank.http.requestid import request_id
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import HTML, JSON_LD, TURTLE, Shown, page
from opdeplank.pages.shelf.gemeente_choice import CODE
from opdeplank.pages.shelf.question import tidy
from opdeplank.pages.shelf.shelf_page import AWAY
from opdeplank.pages.thing import linked
from opdeplank.pages.thing.thing_parts import VIEWS

SUGGESTIONS = 6


class Gone(Exception):
    """There is no such thing, or it lives at `leads_to`."""

    def __init__(self, leads_to: str | None = None) -> None:
        self.leads_to = leads_to


class ThingPage:
    """The pages of one kind of thing."""

    def __init__(self, desk: Desk, shown: Shown, kind: str) -> None:
        self._desk, self._shown, self._kind = desk, shown, kind

    async def __call__(self, request: Request) -> Response:
        slug: str = request.path_params["slug"]
        kind = wanted(request)
        host = str(request.base_url) if kind == TURTLE else ""

        async def make() -> str:
            thing = await self._read(slug)
            if kind == HTML:
                return self._html(thing)
            written = linked.written(thing, self._kind)
            return await asyncio.to_thread(linked.turtle, written, host) if kind == TURTLE else written

        try:
            return await self._shown.respond(request, make, kind, host)
        except Gone as gone:
            if gone.leads_to:
                return RedirectResponse(URL(gone.leads_to).include_query_params(**request.query_params), 301)
            return await self._not_found(request, slug)
        except Unanswered as error:
            if error.code in AWAY:
                return problems.respond(request, problems.NOT_READY)
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

    def _html(self, thing: dict[str, Any]) -> str:
        view = VIEWS[self._kind](thing, date.today().year)
        return templates.render(f"{self._kind}.html", ding=thing, adres=address(thing["id"]), **view)

    async def _not_found(self, request: Request, slug: str) -> Response:
        """A page that says what was probably meant."""
        if not problems.wants_html(request):
            return problems.respond(request, problems.NOT_FOUND)
        term = tidy(slug.replace("-", " "))[:80]
        try:
            found = (await self._desk.ask("suggesties", term=term, first=SUGGESTIONS))["suggesties"] if term else []
        except Unanswered:
            found = []
        near = [(s, address(s["id"])) for s in found if address(s["id"])]
        body = templates.render(
            "nietgevonden.html", soort=self._kind, term=term, dichtbij=near, nummer=request_id(request.scope)
        )
        answer = page(request, body, cache="no-store")
        answer.status_code = 404
        return answer


def by_code_or_name(slug: str) -> dict[str, str]:
    """`GM0344`, and `utrecht` for whoever types an address by hand: the page leads on to the code."""
    return {"code": slug.upper()} if CODE.fullmatch(slug) else {"naam": slug.replace("-", " ")}


FORMATS = {"jsonld": JSON_LD, "ttl": TURTLE}
ACCEPTED = {
    JSON_LD: JSON_LD, "application/json": JSON_LD, TURTLE: TURTLE,
    HTML: HTML, "application/xhtml+xml": HTML, "*/*": HTML,
}  # fmt: skip


def wanted(request: Request) -> str:
    """`?formaat=jsonld` or `ttl` for a link on a page; else what Accept names first."""
    if (asked := request.query_params.get("formaat")) in FORMATS:
        return FORMATS[asked]
    kinds = (part.split(";")[0].strip().lower() for part in request.headers.get("accept", "").split(","))
    return next((ACCEPTED[kind] for kind in kinds if kind in ACCEPTED), HTML)
