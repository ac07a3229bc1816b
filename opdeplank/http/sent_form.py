"""A form as a browser sends it from one of our pages, without files."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from opdeplank.http.problems import Problem

KIND = "application/x-www-form-urlencoded"
MOST_FIELDS = 50
FROM_ELSEWHERE = Problem(
    403, "Dit formulier kwam van een andere site.", "Vul het in op onze eigen pagina.", code="FORBIDDEN"
)
NO_FORM = Problem(415, "Dit is geen formulier.", f"Stuur het als {KIND}.")


async def sent_form(request: Request) -> Mapping[str, str] | Problem:
    """The fields, or why it is refused. A browser says when another site sends it (`Origin` says nothing here: our
    pages keep from everybody where somebody was)."""
    if request.headers.get("sec-fetch-site") == "cross-site":
        return FROM_ELSEWHERE
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        return NO_FORM
    try:
        return fields_of(await request.body())
    except ValueError:
        return NO_FORM


def fields_of(body: bytes) -> Mapping[str, str]:
    """The fields of a form. Raises ValueError for what is none."""
    return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
