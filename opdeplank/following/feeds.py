"""`/wijzigingen.json`, `/wijzigingen.atom`, and the closed pages behind them, each of the series the reader may see.

A closed page holds the changes of a hundred positions. It says only what never changes, so that it may be kept for ever
by whoever has it; the feeds say what things are called now.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import orjson
from lxml import etree
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response

from graph.contents import change_log
from graph.domain.provenance import INSIDE
from graph.domain.viewer import Viewer
from graph.errors import GraphError
from opdeplank.display.display import address
from opdeplank.door.traffic import DIGITS, Rate, Slots, Traffic
from opdeplank.door.viewers import viewer_of
from opdeplank.following.followed import Feed, Followed, followed
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.endpoint import Endpoint
from opdeplank.http import etags, problems, site
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.problems import Problem
from opdeplank.settings.table import Settings
from schema.execute.execution import Request as Operation

SIZE = 100
"""Positions of a closed page."""
NEWEST = 50
FEED = "feed"
"""What it is called where it is noted what was shown of people."""
QUERY = f"""
query ($over: [ID!], $gemeente: GemeenteCode, $typen: [ZoekType!]) {{
  stand {{ positie op }}
  wijzigingen(first: {NEWEST}, over: $over, gemeente: $gemeente, typen: $typen) {{
    nodes {{ id positie op soort rol entiteit {{ id weergavenaam }} }}
  }}
}}
"""
CALLED = "query ($id: ID!) { node(id: $id) { id ... on Entiteit { weergavenaam } } }"
HAPPENED = {
    "AANGEMAAKT": "Nieuw", "BIJGEWERKT": "Bijgewerkt", "SAMENGEVOEGD": "Samengevoegd", "GEPUBLICEERD": "Gepubliceerd",
    "INGETROKKEN": "Ingetrokken", "TOEGEPAST": "Toegepast", "TERUGGEDRAAID": "Teruggedraaid",
}  # fmt: skip
JSON_FEED, ATOM = "application/feed+json", "application/atom+xml"
ASK_AGAIN, FOR_EVER = "max-age=30", "max-age=31536000, immutable"
NAMESPACE = "http://www.w3.org/2005/Atom"


class Feeds:
    def __init__(self, endpoint: Endpoint, freshness: Freshness) -> None:
        self._endpoint, self._freshness = endpoint, freshness

    async def json(self, request: Request) -> Response:
        return await self._feed(request, JSON_FEED, json_feed)

    async def atom(self, request: Request) -> Response:
        return await self._feed(request, ATOM, atom_feed)

    async def page(self, request: Request) -> Response:
        """A closed page; one that is not full yet is not there."""
        viewer, asked = self._viewer(request), request.path_params["bladzijde"]
        number = int(asked) if DIGITS.fullmatch(asked) else 0
        inside = viewer.role in INSIDE.rollen
        try:
            end = (await change_log.ends(self._endpoint.store.rows)).of(inside)
            if not 1 <= number <= end // SIZE:
                return problems.respond(request, problems.NOT_FOUND)
            first = (number - 1) * SIZE
            found = await change_log.between(self._endpoint.store.rows, first, first + SIZE, inside)
        except GraphError:
            return problems.respond(request, problems.NOT_READY)
        body = {
            "bladzijde": number,
            "vorige": f"{number - 1}.json" if number > 1 else None,
            "volgende": f"{number + 1}.json",
            "wijzigingen": [
                {
                    "positie": each.place if inside else each.public, "id": each.id, "op": each.op,
                    "soort": each.soort, "rol": each.rol, "ding": each.ding, "dingSoort": each.kind,
                }
                for each in found
            ],
        }  # fmt: skip
        return Response(orjson.dumps(body), 200, _headers(viewer, FOR_EVER), problems.JSON)

    async def _feed(self, request: Request, kind: str, written: Any) -> Response:
        viewer, asked = self._viewer(request), followed(request.query_params)
        if isinstance(asked, Problem):
            return problems.respond(request, asked)
        try:
            version = await self._freshness.version()
            tag = _tag(version, viewer, kind, request, asked)
            headers = {**_headers(viewer, ASK_AGAIN), "ETag": tag}
            if etags.known(request.headers.get("if-none-match", ""), tag):
                return Response(status_code=304, headers=headers)
            data = await self._answer(QUERY, asked.variables, viewer)
            name = await self._called(asked, viewer) if data else None
        except GraphError:
            return problems.respond(request, problems.NOT_READY)
        if not data:
            return problems.respond(request, problems.NOT_READY)
        if asked.id and name is None:
            return problems.respond(request, problems.NOT_FOUND)
        at = Feed(site.of(request.scope), asked, name)
        return Response(written(at, data["stand"], data["wijzigingen"]["nodes"]), 200, headers, kind)

    async def _called(self, asked: Followed, viewer: Viewer) -> str | None:
        """What the thing that is followed is called now."""
        found = (await self._answer(CALLED, {"id": asked.id}, viewer) or {}).get("node") if asked.id else None
        return str(found["weergavenaam"]) if found and "weergavenaam" in found else None

    async def _answer(self, text: str, variables: Mapping[str, Any], viewer: Viewer) -> dict[str, Any] | None:
        executor = await self._endpoint.executor()
        reply = await executor.execute(Operation(text, variables, viewer=viewer, registered=True))
        self._endpoint.shown.note(viewer, FEED, text, reply.people)
        found: dict[str, Any] | None = orjson.loads(reply.body).get("data")
        return found

    def _viewer(self, request: Request) -> Viewer:
        return viewer_of(request, self._endpoint.settings.rol)


def routes(feeds: Feeds, settings: Settings, slots: Slots) -> list[Route]:
    """They share the places of the questions, and count per caller like those."""
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)

    def limited(path: str, page: Callable[[Request], Awaitable[Response]]) -> Route:
        return Route(path, Traffic(request_response(page), settings, slots, rate), methods=["GET"])

    return [
        limited("/wijzigingen.json", feeds.json),
        limited("/wijzigingen.atom", feeds.atom),
        limited("/wijzigingen/{bladzijde}.json", feeds.page),
    ]


def _headers(viewer: Viewer, how: str) -> dict[str, str]:
    """What is for everybody may be kept by everybody, and read by any page."""
    if viewer.anonymous:
        return {**OPEN_HEADERS, "Cache-Control": f"public, {how}", "Vary": "Authorization"}
    return {"Cache-Control": f"private, {how}", "Vary": "Authorization"}


def _tag(version: int, viewer: Viewer, kind: str, request: Request, asked: Followed) -> str:
    said = f"{version}\0{viewer.sight}\0{kind}\0{site.of(request.scope).whole('')}\0{asked.query}"
    return f'"{hashlib.blake2b(said.encode(), digest_size=12).hexdigest()}"'


def title(change: Mapping[str, Any]) -> str:
    """`Nieuw: Jongeren Perspectief Fonds`; of what is no longer there only what happened."""
    thing = change["entiteit"]
    return f"{HAPPENED[change['soort']]}: {thing['weergavenaam'] if thing else 'iets dat er niet meer is'}"


def json_feed(feed_of: Feed, stand: Mapping[str, Any], changes: Sequence[Mapping[str, Any]]) -> bytes:
    """JSON Feed 1.1; what is ours stands under `_opdeplank`. `next_url` is the newest closed page."""
    at = feed_of.at
    closed = 0 if feed_of.asked.query else stand["positie"] // SIZE
    older = {"next_url": at.whole(f"/wijzigingen/{closed}.json")} if closed else {}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_of.title,
        "language": "nl",
        "home_page_url": feed_of.home,
        "feed_url": at.whole(f"/wijzigingen.json{feed_of.asked.query}"),
        **older,
        "_opdeplank": {"positie": stand["positie"], "bladzijden": stand["positie"] // SIZE},
        "items": [
            {
                "id": change["id"],
                "title": title(change),
                "content_text": title(change),
                "date_published": change["op"],
                **({"url": link} if (link := _link(at, change)) else {}),
                "_opdeplank": {
                    "positie": change["positie"], "soort": change["soort"], "rol": change["rol"],
                    "ding": (change["entiteit"] or {}).get("id"),
                },
            }
            for change in changes
        ],
    }  # fmt: skip
    return orjson.dumps(feed)


def atom_feed(feed_of: Feed, stand: Mapping[str, Any], changes: Sequence[Mapping[str, Any]]) -> bytes:
    """Atom (RFC 4287)."""
    feed = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})

    def add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
        made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
        made.text = text or None
        return made

    at, own = feed_of.at, feed_of.at.whole(f"/wijzigingen.atom{feed_of.asked.query}")
    add(feed, "id", own)
    add(feed, "title", feed_of.title)
    add(feed, "updated", changes[0]["op"] if changes else stand["op"])
    add(add(feed, "author"), "name", "Op de Plank")
    add(feed, "link", rel="self", href=own, type=ATOM)
    add(feed, "link", rel="alternate", href=feed_of.home)
    for change in changes:
        entry = add(feed, "entry")
        add(entry, "id", f"urn:opdeplank:{change['id']}")
        add(entry, "title", title(change))
        add(entry, "updated", change["op"])
        add(entry, "content", title(change), type="text")
        if link := _link(at, change):
            add(entry, "link", rel="alternate", href=link)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8"))


def _link(at: site.Site, change: Mapping[str, Any]) -> str | None:
    found = address(change["entiteit"]["id"]) if change["entiteit"] else None
    return at.whole(found) if found else None
