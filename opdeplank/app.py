"""The service on one screen: which route is served by what, and what stands around them."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.engine.store import Store
from graph.resources import NONE, Resources
from opdeplank.bureau.views.desk_routes import routes as desk_pages
from opdeplank.door.arrival import Arrival
from opdeplank.door.identified import Identified
from opdeplank.door.traffic import Rate, Slots, Traffic
from opdeplank.door.viewers import VIEWER
from opdeplank.exports.catalogue_page import CataloguePage
from opdeplank.exports.catalogue_page import routes as catalogue_pages
from opdeplank.exports.export import Exports
from opdeplank.exports.export import routes as export_files
from opdeplank.exports.turned_pages import Source
from opdeplank.following.feeds import Feeds
from opdeplank.following.feeds import routes as changes_pages
from opdeplank.following.log_reader import LogReader
from opdeplank.following.seats import Seats
from opdeplank.following.stream import Streams, wanted
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.endpoint import Endpoint
from opdeplank.http import problems, site, site_files
from opdeplank.http.assets import Assets
from opdeplank.http.frame import Frame
from opdeplank.http.origins import ListedOrigins, preflight
from opdeplank.http.own_files import STATIC
from opdeplank.http.requestid import HEADER
from opdeplank.keys.identity import Identity
from opdeplank.pages import health
from opdeplank.pages.desk import Desk
from opdeplank.pages.graphiql import Graphiql
from opdeplank.pages.manifest import Manifest
from opdeplank.pages.routes import routes as shelf_pages
from opdeplank.reconcile.openrefine import Reconciliation
from opdeplank.reconcile.openrefine import routes as reconcile_service
from opdeplank.settings.table import Settings
from opdeplank.watching.seen import Watcher
from opdeplank.watching.watched import Watched, declared


def app(
    store: Store, settings: Settings, resources: Resources = NONE, freshness: Freshness | None = None,
    watchers: Sequence[Watcher] = (),
) -> Starlette:  # fmt: skip
    """`freshness`: how the service knows that the graph changed, for who can tell it so. `watchers` hear of every
    request."""
    graphiql = Graphiql(settings.sleutel_vragen)
    freshness = freshness or Freshness(store, resources.beside)
    slots = Slots(settings.grens_gelijktijdig)
    endpoint, identity = Endpoint(store, settings, resources, freshness), Identity(settings)
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)
    desk, source = Desk(store, settings.grens_tijd, resources, freshness), Source(store, resources, endpoint.shown)
    reader = LogReader(store, endpoint.executor, endpoint.shown)
    streams = Streams(endpoint, reader, identity, Seats(settings))
    asking = Traffic(either(endpoint, streams), settings, slots, rate)
    paths: dict[int, str] = {}
    service = Starlette(
        routes=[
            Route("/graphql", asking, methods=["GET", "POST"]),
            Route("/graphql/stream", Traffic(streams.app, settings, slots, rate), methods=["GET", "POST"]),
            *changes_pages(Feeds(endpoint, freshness), settings, slots),
            *export_files(Exports(source, endpoint.saved, settings, freshness), settings, slots),
            *catalogue_pages(CataloguePage(source, settings), settings, slots),
            *shelf_pages(desk, endpoint.saved, settings, slots),
            *desk_pages(store, settings, freshness, identity, desk),
            *reconcile_service(Reconciliation(desk), settings, slots),
            Route("/graphiql", graphiql.page),
            Route("/graphiql/", graphiql.page),
            Route("/graphiql/{path:path}", graphiql.file),
            Route("/statisch/{path:path}", Assets(STATIC, forever="lettertype/").__call__),
            Route("/schema.graphql", site_files.schema),
            Route("/persisted-query-manifest.json", Manifest().__call__),
            Route("/gezond", health.alive),
            Route("/gereed", health.Ready(store, resources.beside).__call__),
            Route("/.well-known/security.txt", site_files.SecurityTxt(settings).__call__),
        ],
        middleware=[
            *([Middleware(Watched, paths=paths, watchers=watchers, viewer=VIEWER)] if watchers else []),
            Middleware(Frame),
            Middleware(Arrival, settings=settings),
            *_cors(settings),
            Middleware(Identified, identity=identity, rate=Rate(settings.grens_verzoeken)),
        ],
        exception_handlers={HTTPException: refuse},
    )
    service.state.following = reader
    paths.update(declared(service.routes))
    service.router.redirect_slashes = False  # it would redirect to whatever the Host header says
    return service


def either(endpoint: Endpoint, streams: Streams) -> ASGIApp:
    """One address, two ways to answer: at once, or as a stream when that is what is asked for."""

    async def chosen(scope: Scope, receive: Receive, send: Send) -> None:
        streaming = scope["method"] == "POST" and wanted(scope)
        await (streams.app if streaming else endpoint.app)(scope, receive, send)

    return chosen


def _cors(settings: Settings) -> list[Middleware]:
    if not settings.cors:
        return []
    return [
        Middleware(
            ListedOrigins,
            allow_origins=settings.cors,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", "Last-Event-ID", HEADER],
            expose_headers=["ETag", "Retry-After", HEADER],
        )
    ]


async def refuse(request: Request, error: Exception) -> Response:
    """What the router itself refuses: an unknown path, or a method that a path does not have."""
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return _wrong_method(request, error)
    if error.status_code != 404:
        return problems.respond(request, problems.OUR_FAULT)
    path: str = request.scope["path"]
    if path.endswith("/") and (bare := path.rstrip("/")) and _leads_somewhere(request, bare):
        asked = request.scope["query_string"].decode("latin-1")
        return RedirectResponse(site.of(request.scope).link(bare) + (f"?{asked}" if asked else ""), 308)
    return problems.respond(request, problems.NOT_FOUND)


def _wrong_method(request: Request, error: HTTPException) -> Response:
    """OPTIONS is answered for every path that there is: with what it can, and to a browser whether a page may read."""
    allowed = {part.strip() for part in (error.headers or {}).get("Allow", "").split(",")} | {"OPTIONS"}
    allow = {"Allow": ", ".join(sorted(allowed))}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={**allow, **preflight(request.headers)})
    response = problems.respond(request, problems.NOT_ALLOWED)
    response.headers.update(allow)
    return response


def _leads_somewhere(request: Request, path: str) -> bool:
    scope = {**request.scope, "path": path}
    return any(route.matches(scope)[0] is not Match.NONE for route in request.app.router.routes)
