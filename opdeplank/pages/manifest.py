"""`/persisted-query-manifest.json`: the registered operations in one file, under the name Apollo gives it."""

import orjson
from starlette.requests import Request
from starlette.responses import Response

from opdeplank.graphql.registered import manifest
from opdeplank.http import etags
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.own_files import digest

HOURS = "public, max-age=3600"


class Manifest:
    """Written once: the operations are files of the service. Any page may read it, as it may ask what is in it."""

    def __init__(self) -> None:
        self._body = orjson.dumps(manifest(), option=orjson.OPT_INDENT_2)
        self._headers = {**OPEN_HEADERS, "ETag": f'"{digest(self._body)}"', "Cache-Control": HOURS}

    async def __call__(self, request: Request) -> Response:
        if etags.known(request.headers.get("if-none-match", ""), self._headers["ETag"]):
            return Response(status_code=304, headers=self._headers)
        return Response(self._body, headers=self._headers, media_type="application/json")
