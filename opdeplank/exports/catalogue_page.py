"""The addresses of the catalogue."""

import hashlib
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response

from graph.domain.viewer import PUBLIC
from graph.errors import GraphError
from opdeplank.door.traffic import Rate, Slots, Traffic
from opdeplank.exports import dcat
from opdeplank.exports.dcat import Listed
from opdeplank.exports.export import LISTS
from opdeplank.exports.file_kinds import KINDS
from opdeplank.exports.files.about_data import LICENCES, About
from opdeplank.exports.turned_pages import Source
from opdeplank.graphql.registered import registered
from opdeplank.http import etags, problems, site
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.settings.table import Settings

ADDRESSES = ("/catalogus.ttl", "/catalogus.jsonld")


class CataloguePage:
    """What everybody may have, for everybody."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source = source
        self._licence = LICENCES[settings.licentie]

    async def __call__(self, request: Request) -> Response:
        path: str = request.scope["path"]
        kind, at = path.rpartition(".")[2], site.of(request.scope)
        try:
            changed = await self._source.changed(PUBLIC)
        except GraphError:
            return problems.respond(request, problems.NOT_READY)
        about = About("Op de Plank", at.whole(path), at.whole("/"), self._licence, date.today(), changed)
        body = dcat.written(kind, lists(), about, at)
        tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        headers = {**OPEN_HEADERS, "ETag": tag, "Cache-Control": "public, max-age=3600"}
        if etags.known(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type=KINDS[kind])


def lists() -> list[Listed]:
    """The lists that are made to be downloaded."""
    return [
        Listed(each.file.removeprefix(LISTS), each.purpose)
        for each in registered().values()
        if each.file.startswith(LISTS)
    ]


def routes(page: CataloguePage, settings: Settings, slots: Slots) -> list[Route]:
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)

    answer = Traffic(request_response(page.__call__), settings, slots, rate)
    return [Route(path, answer, methods=["GET"]) for path in ADDRESSES]
