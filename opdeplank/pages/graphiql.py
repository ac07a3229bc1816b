"""`/graphiql`: the built editor, at whatever path the service stands."""

import re
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.http import site
from opdeplank.http.assets import GRAPHIQL, Assets
from opdeplank.pages.reply import page

OWN = re.compile(r'(?<=(?:href="|.src="))(?=/)')
"""Before each address in the built page: those count from the root of the service."""
ASK_AT = 'data-sleutel-vragen="'
"""In the built page: where its panel for a key finds where one asks for a key."""


class Graphiql:
    def __init__(self, ask_at: str = "") -> None:
        self._files = Assets(GRAPHIQL, forever="assets/")
        built = (GRAPHIQL / "index.html").read_text(encoding="utf-8")
        assert ASK_AT in built
        self._page = built.replace(ASK_AT, ASK_AT + escape(ask_at))

    async def page(self, request: Request) -> Response:
        return page(request, OWN.sub(site.of(request.scope).prefix, self._page))

    async def file(self, request: Request) -> Response:
        return await self._files.serve(request, request.path_params["path"])
