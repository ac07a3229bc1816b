"""`/graphiql`: the built editor, at whatever address the service stands."""

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.http import site
from opdeplank.http.assets import GRAPHIQL, Assets
from opdeplank.pages.reply import page

OWN = "./assets/"
"""How the built page names its files: beside itself. The page itself is at `/graphiql`, without a slash."""


class Graphiql:
    def __init__(self) -> None:
        self._files = Assets(GRAPHIQL, forever="assets/")
        self._page = (GRAPHIQL / "index.html").read_text(encoding="utf-8")

    async def page(self, request: Request) -> Response:
        at = site.of(request.scope)
        body = self._page.replace('href="/', f'href="{at.link("/")}')
        return page(request, body.replace(f'"{OWN}', f'"{at.link("/graphiql/assets/")}'))

    async def file(self, request: Request) -> Response:
        return await self._files.serve(request, request.path_params["path"])
