"""The service on one screen: which route is served by what, and what stands around them."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph.engine.store import Store
from opdeplank.graphql.endpoint import graphql_endpoint
from opdeplank.http import problems, site_files
from opdeplank.http.assets import GRAPHIQL, STATIC, Assets
from opdeplank.http.frame import Frame
from opdeplank.http.requestid import HEADER
from opdeplank.http.traffic import Traffic
from opdeplank.pages import health
from opdeplank.pages.routes import routes as shelf_pages
from opdeplank.settings.table import Settings


def app(store: Store, settings: Settings) -> Starlette:
    graphiql = Assets(GRAPHIQL, forever="assets/")

    async def graphiql_page(request: Request) -> Response:
        return graphiql.serve(request, "index.html")

    return Starlette(
        routes=[
            Route("/graphql", Traffic(graphql_endpoint(store, settings), settings)),
            *shelf_pages(store, settings),
            Route("/graphiql", graphiql_page),
            Route("/graphiql/", graphiql_page),
            Route("/graphiql/{path:path}", graphiql.__call__),
            Route("/statisch/{path:path}", Assets(STATIC, forever="lettertype/").__call__),
            Route("/schema.graphql", site_files.schema),
            Route("/gezond", health.alive),
            Route("/gereed", health.Ready(store).__call__),
            Route("/.well-known/security.txt", site_files.SecurityTxt(settings).__call__),
        ],
        middleware=[Middleware(Frame), *_cors(settings)],
        exception_handlers={HTTPException: refuse},
    )


def _cors(settings: Settings) -> list[Middleware]:
    if not settings.cors:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", HEADER],
            expose_headers=["ETag", "Retry-After", HEADER],
        )
    ]


async def refuse(request: Request, error: Exception) -> Response:
    """What the router itself refuses: an unknown path, or a method that a path does not have."""
    assert isinstance(error, HTTPException)
    known = {404: problems.NOT_FOUND, 405: problems.NOT_ALLOWED}
    response = problems.respond(request, known.get(error.status_code, problems.OUR_FAULT))
    response.headers.update(error.headers or {})
    return response
