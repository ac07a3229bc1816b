"""`/verken`: start from anything, see its neighbours per relation, and find how two things hang together."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.domain.viewer import Viewer
from opdeplank.door.viewers import viewer_of
from opdeplank.graphql.registered import by_name
from opdeplank.http import problems, site, templates
from opdeplank.http.requestid import request_id
from opdeplank.http.site import Site
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.explore.exploring import Bekeken, Exploring, Unknown
from opdeplank.pages.explore.picture_file import KIND, graphml
from opdeplank.pages.explore.picture_shown import shown
from opdeplank.pages.explore.wish import Wens
from opdeplank.pages.reply import HTML, Shown, page

PARAMETERS = ("van", "erbij", "naar", "zoek", "sorteer", "relatie", "na", "voor")
FOR_ONE = "private, no-store"
"""For who looks with a key or a role of his own: nobody else gets that page."""


class Elsewhere(Exception):
    """What was asked has an address of its own."""

    def __init__(self, wish: Wens) -> None:
        super().__init__(wish.adres)
        self.wish = wish


class ExplorePage:
    def __init__(self, desk: Desk, shown: Shown, everybody: str) -> None:
        self._exploring, self._shown, self._everybody = Exploring(desk), shown, everybody

    async def __call__(self, request: Request) -> Response:
        at = site.of(request.scope)

        async def make(viewer: Viewer, wish: Wens) -> str:
            if not wish.van:
                return await self._start(wish, at)
            return self._view(await self._seen(viewer, wish), at)

        return await self._respond(request, make, HTML)

    async def graphml(self, request: Request) -> Response:
        """The picture as a file."""

        async def make(viewer: Viewer, wish: Wens) -> str:
            seen = await self._seen(viewer, wish)
            return graphml(seen.dingen, seen.paden)

        answer = await self._respond(request, make, KIND)
        if answer.headers.get("content-type", "").startswith(KIND):
            answer.headers["content-disposition"] = 'attachment; filename="beeld.graphml"'
        return answer

    async def _respond(self, request: Request, make: Any, kind: str) -> Response:
        wish = Wens.of(request.query_params)
        viewer = viewer_of(request, self._everybody)
        try:
            if not viewer.anonymous:
                return page(request, await make(viewer, wish), kind, FOR_ONE)
            return await self._shown.respond(request, lambda: make(viewer, wish), kind, PARAMETERS)
        except Elsewhere as found:
            return RedirectResponse(site.of(request.scope).link(found.wish.adres), 303)
        except Unknown as unknown:
            return await self._not_found(request, unknown.asked)
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_FOUND)

    async def _seen(self, viewer: Viewer, wish: Wens) -> Bekeken:
        seen = await self._exploring.look(viewer, wish)
        if seen.wens != wish:
            raise Elsewhere(seen.wens)
        return seen

    async def _start(self, wish: Wens, at: Site, unknown: str = "") -> str:
        term = unknown or wish.zoek
        found = await self._exploring.named(term)
        if not unknown and len(found) == 1 and _same(found[0], term):
            raise Elsewhere(Wens(found[0]["id"]))
        themas = [] if term else await self._exploring.fullest()
        return templates.render(
            "verken.html", at, wens=wish, term=term, gevonden=found, onbekend=bool(unknown), themas=themas,
            suggesties=by_name("suggesties").id,
        )  # fmt: skip

    def _view(self, seen: Bekeken, at: Site) -> str:
        return templates.render("verken_ding.html", at, wens=seen.wens, gezien=seen, **shown(seen, at))

    async def _not_found(self, request: Request, asked: str) -> Response:
        if not problems.wants_html(request):
            return problems.respond(request, problems.NOT_FOUND)
        term = asked.partition(":")[2].replace("-", " ") or asked
        body = await self._start(Wens(), site.of(request.scope), unknown=term)
        answer = page(request, body, cache="no-store")
        answer.status_code = 404
        answer.headers["x-request-id"] = request_id(request.scope)
        return answer


def _same(suggestion: Mapping[str, Any], term: str) -> bool:
    return str(suggestion["tekst"]).casefold() == term.casefold()
