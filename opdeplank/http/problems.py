"""One shape for each kind of refusal, chosen by who asked.

A browser gets a page, a program gets problem details (RFC 9457), and a caller of /graphql gets GraphQL's own `errors`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from opdeplank.display.display import full_day
from opdeplank.http import site, templates
from opdeplank.http.accept import best
from opdeplank.http.origins import OPEN_HEADERS, READING
from opdeplank.http.requestid import request_id

JSON, PROBLEM, GRAPHQL = "application/json", "application/problem+json", "application/graphql-response+json"
PAGE = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class Problem:
    """`code` is one of the contracted GraphQL error codes; `extra` are its extensions, such as the limit.

    `word` is said instead of the sentences where programs wait for just that; the sentences then stand in the
    extensions.
    """

    status: int
    title: str
    advice: str
    code: str = "BAD_USER_INPUT"
    extra: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    word: str = ""

    @property
    def message(self) -> str:
        return f"{self.title} {self.advice}"

    @property
    def as_error(self) -> Mapping[str, Any]:
        """As GraphQL shows it."""
        told = {"uitleg": self.message} if self.word else {}
        return {"message": self.word or self.message, "extensions": {"code": self.code, **told, **self.extra}}


NOT_FOUND = Problem(
    404, "Deze pagina bestaat niet.", "Controleer het adres of begin op de startpagina.", code="NOT_FOUND"
)


def withdrawn(reason: str | None, instead: str | None, when: str | None, role: str | None) -> Problem:
    """For an address that answered once; `instead` is the address of what came in its place, `when` the day that it was
    withdrawn and `role` in which role somebody did that."""
    day = f"Dat gebeurde op {full_day(when)}." if when else None
    leads = f"In de plaats kwam {instead}." if instead else "Zoek op de startpagina."
    advice = " ".join(filter(None, [reason, day, leads]))
    extra = {"reden": reason, "vervangenDoor": instead, "op": when, "rol": role}
    return Problem(410, "Dit is ingetrokken.", advice, code="NOT_FOUND", extra=extra)


NOT_ALLOWED = Problem(405, "Dit kan niet met deze methode.", "Kijk in de kop Allow welke methode wel kan.")
OUR_FAULT = Problem(
    500, "Er ging bij ons iets mis.", "Probeer het opnieuw. Blijft het misgaan, noem dan het nummer van dit verzoek.",
    code="INTERNAL_SERVER_ERROR",
)  # fmt: skip
UNACCEPTABLE = Problem(
    406, "Dat soort antwoord hebben we niet.", "Kijk welke soorten er wel zijn, of laat Accept en Accept-Encoding weg."
)
NOT_READY = Problem(
    503, "De dienst is nog niet klaar of de database is niet bereikbaar.", "Probeer het over een minuut opnieuw.",
    code="STORE_UNAVAILABLE", headers={"Retry-After": "5"},
)  # fmt: skip
MIGRATE_FIRST = Problem(
    503, "De gegevens zijn van een oudere versie.", "Voer `opdeplank migreer` uit of start de dienst opnieuw.",
    code="STORE_UNAVAILABLE", headers={"Retry-After": "30"},
)  # fmt: skip


def busy(wait: int) -> Problem:
    """Too much at once; `wait` in seconds."""
    return Problem(
        503, "Het is nu te druk.", f"Probeer het over {some(wait, 'seconde', 'seconden')} opnieuw.",
        code="RATE_LIMITED", headers={"Retry-After": str(wait)},
    )  # fmt: skip


def respond(request: Request, problem: Problem) -> Response:
    if f"{request.scope['path']}/".startswith("/graphql/"):
        return as_graphql(request, problem)
    if wants_html(request):
        body = templates.render("fout.html", site.of(request.scope), problem=problem, nummer=request_id(request.scope))
        return Response(body, problem.status, dict(problem.headers), "text/html")
    return as_json(request, problem)


def as_json(request: Request, problem: Problem) -> Response:
    body = details(problem, instance=request.scope["path"], verzoek=request_id(request.scope))
    return Response(body, problem.status, _headers(request, problem), PROBLEM)


def details(problem: Problem, **where: str) -> bytes:
    """Problem details as JSON (RFC 9457)."""
    body = {
        "type": "about:blank",
        "status": problem.status,
        "title": problem.title,
        "detail": problem.advice,
        "code": problem.code,
        **problem.extra,
        **where,
    }
    return orjson.dumps(body)


def as_graphql(request: Request, problem: Problem) -> Response:
    body = {"errors": [problem.as_error]}
    kind = best(request.headers.get("accept", ""), (JSON, GRAPHQL)) or JSON
    return Response(orjson.dumps(body), problem.status, _headers(request, problem), kind)


def _headers(request: Request, problem: Problem) -> dict[str, str]:
    """Whoever asks without a key may read why not, from any page: a refusal tells nothing about the graph."""
    reading = {**OPEN_HEADERS, "Cache-Control": "no-store"} if request.method in READING else {}
    return {**reading, **problem.headers}


def wants_html(request: Request) -> bool:
    """Whether HTML is preferred over JSON: what a browser says, and a program does not."""
    return best(request.headers.get("accept", ""), (PROBLEM, JSON, *PAGE)) in PAGE
