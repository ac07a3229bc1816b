"""`/persisted-query-manifest.json`: the registered operations in one file, under the name Apollo gives it."""

from functools import cache

import orjson
from starlette.requests import Request
from starlette.responses import Response

from opdeplank.graphql.registered import manifest
from opdeplank.http import etags
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.own_files import digest

HOURS = "public, max-age=3600"


async def persisted_queries(request: Request) -> Response:
    """Any page may read it, as it may ask what is in it."""
    body, tag = _written()
    headers = {**OPEN_HEADERS, "ETag": tag, "Cache-Control": HOURS}
    if etags.known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


@cache
def _written() -> tuple[bytes, str]:
    body = orjson.dumps(manifest(), option=orjson.OPT_INDENT_2)
    return body, f'"{digest(body)}"'
