"""Coming to the desk by the sign-in of one's own organisation.

A browser that comes back from there does not send a strict cookie along, and would not on a redirect either. So what
one had to remember meanwhile is in a lax cookie of ten minutes, and one goes on by a page of ours.
"""

import base64
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.domain.vocabulary import Rol
from opdeplank.bureau.signing_in import HOME, Entrance, ours, private
from opdeplank.http import site, templates
from opdeplank.http.problems import Problem
from opdeplank.keys.browser_sign_in import BrowserSignIn, new_ticket
from opdeplank.keys.identity import tokens
from opdeplank.keys.issuer import Issuer
from opdeplank.keys.key_set import IssuerAway
from opdeplank.settings.table import Settings

COOKIE, MINUTES = "opdeplank_aanmelden", 10
THERE, BACK = f"{HOME}/inloggen/organisatie", f"{HOME}/inloggen/terug"
AWAY = Problem(
    503, "De aanmelding van je organisatie is nu niet te bereiken.",
    "Probeer het zo opnieuw, of log in met een sleutel.", code="STORE_UNAVAILABLE", headers={"Retry-After": "5"},
)  # fmt: skip
NOT_SET = Problem(
    404, "Hier kun je niet inloggen bij je organisatie.", "Log in met een sleutel of token.", code="NOT_FOUND"
)
NOT_IN = Problem(
    401, "Het inloggen bij je organisatie is niet gelukt.",
    "Misschien duurde het te lang, of brak je het af. Begin opnieuw.", code="UNAUTHENTICATED",
)  # fmt: skip
NO_ROLE = Problem(
    403, "Je bent bekend, maar je mag niet op de werkbank.",
    "Vraag de beheerder van je organisatie om de rol van het Programmabureau.", code="FORBIDDEN",
)  # fmt: skip


def sign_in(settings: Settings) -> BrowserSignIn | None:
    """None when the issuer does not know us."""
    check = tokens(settings)
    if check is None or not settings.oidc_client:
        return None
    issuer = Issuer(settings.oidc_uitgever, settings.oidc_sleutels)
    return BrowserSignIn(issuer, check, settings.oidc_client, settings.client_secret())


class Organisation:
    def __init__(self, entrance: Entrance, settings: Settings) -> None:
        self._entrance, self._sign_in = entrance, sign_in(settings)

    async def leave_for(self, request: Request) -> Response:
        """To the organisation; `?naar=` is where one was going at the desk."""
        onward = ours(request.query_params.get("naar", ""))
        if self._sign_in is None:
            return self._entrance.ask(request, NOT_SET, onward)
        ticket = new_ticket()
        try:
            at = await self._sign_in.address(ticket, site.of(request.scope).whole(BACK))
        except IssuerAway:
            return self._entrance.ask(request, AWAY, onward)
        response = RedirectResponse(at, 303)
        kept = f"{ticket}.{base64.urlsafe_b64encode(onward.encode()).decode()}"
        self._entrance.set_cookie(request, response, COOKIE, kept, "lax", MINUTES * 60)
        return private(response)

    async def come_back(self, request: Request) -> Response:
        ticket, _, where = request.cookies.get(COOKIE, "").partition(".")
        onward = ours(_read(where))
        if self._sign_in is None:
            return self._entrance.ask(request, NOT_SET, onward)
        try:
            back = site.of(request.scope).whole(BACK)
            person = await self._sign_in.person(ticket, back, request.query_params) if ticket else None
        except IssuerAway:
            return self._entrance.ask(request, AWAY, onward)
        if person is None or person.viewer.role is not Rol.PROGRAMMABUREAU:
            return self._forgetting(request, self._entrance.refused(request, NO_ROLE if person else NOT_IN, onward))
        at = site.of(request.scope)
        body = templates.render("werkbank_binnen.html", at, naar=at.link(quote(onward, safe="/:")), wie=person.name)
        response = Response(body, media_type="text/html")
        self._entrance.begin(request, response, person.viewer, person.name)
        return self._forgetting(request, private(response))

    def _forgetting(self, request: Request, response: Response) -> Response:
        """The ticket serves once."""
        response.delete_cookie(COOKIE, path=site.of(request.scope).link(HOME), httponly=True, samesite="lax")
        return response


def _read(text: str) -> str:
    try:
        return base64.urlsafe_b64decode(text.encode("ascii")).decode()
    except ValueError:
        return ""
