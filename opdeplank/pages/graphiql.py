"""`/graphiql`: the built editor, at whatever path the service stands."""

import re

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.http import site
from opdeplank.http.assets import GRAPHIQL, Assets
from opdeplank.pages.reply import page

OWN = re.compile(r'(?<=(?:href="|.src="))(?=/)')
"""Before each address in the built page: those count from the root of the service."""


class Graphiql:
    def __init__(self) -> None:
        self._files = Assets(GRAPHIQL, forever="assets/")
        self._page = (GRAPHIQL / "index.html").read_text(encoding="utf-8")

    async def page(self, request: Request) -> Response:
        return page(request, OWN.sub(site.of(request.scope).prefix, self._page))

    async def file(self, request: Request) -> Response:
        return await self._files.serve(request, request.path_params["path"])
