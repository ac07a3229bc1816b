"""The door of the desk: signing in with a key or a token, a cookie for it, and a stamp on every form.

A request that changes something comes from a page of ours (`Sec-Fetch-Site`), with the cookie (`SameSite=Strict`) and
with the stamp that follows from it: each of the three stops another site.
"""

import hmac
from collections.abc import Awaitable, Callable
from typing import Literal
from urllib.parse import urlsplit

from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.door.traffic import Rate, TooLarge, caller_of, too_often
from opdeplank.door.viewers import comes_as
from opdeplank.http import problems, site, templates
from opdeplank.http.problems import Problem
from opdeplank.keys.identity import HEADER, NOT_YOU, Identity
from opdeplank.settings.table import Settings

COOKIE, FIELD, STAMP_HEADER = "opdeplank_werkbank", "stempel", "x-stempel"
HOME = "/werkbank"
OURS = ("same-origin", "none", "")
"""What a browser says of a request that our own page or a person made; an old one says nothing."""
MOST_FILES, MOST_FIELDS = 200, 1_000
LONGEST_KEY = 8_000
MOST_A_MINUTE = 3_000
"""Requests of one key: somebody who decides fast with a page or two open makes a few hundred."""
WRONG_ROLE = Problem(
    403, "Deze sleutel opent de werkbank niet.", "Daarvoor is een sleutel van het Programmabureau nodig.",
    code="FORBIDDEN",
)  # fmt: skip
SIGN_IN = Problem(401, "Je bent niet ingelogd.", "Log in met je sleutel.", code="UNAUTHENTICATED")
OVER = Problem(
    401, "Je sessie is voorbij.", "Log opnieuw in. Wat je besloot, is bewaard.", code="UNAUTHENTICATED"
)  # fmt: skip
OF_A_KEY = (WRONG_ROLE, NOT_YOU)
ELSEWHERE = Problem(
    403, "Dit formulier komt niet van deze werkbank.", "Ga terug, ververs de pagina en doe het opnieuw.",
    code="FORBIDDEN",
)  # fmt: skip
UNREADABLE = Problem(400, "Dit formulier is niet te lezen.", "Ga terug en doe het opnieuw.")
Page = Callable[[Request, Session], Awaitable[Response]]
Post = Callable[[Request, Session, FormData], Awaitable[Response]]


class Entrance:
    """`page` and `post` put it around what only the bureau may see and do."""

    def __init__(self, settings: Settings, identity: Identity, sessions: Sessions) -> None:
        self._settings, self._identity, self.sessions = settings, identity, sessions
        self._everybody = Rol[settings.rol] is Rol.PROGRAMMABUREAU
        self._wrong = Rate(settings.grens_verzoeken)
        self._rate = Rate(0, MOST_A_MINUTE)

    def page(self, make: Page) -> Callable[[Request], Awaitable[Response]]:
        async def show(request: Request) -> Response:
            session = self._session(request)
            if session is None:
                return self.ask(request, SIGN_IN if COOKIE not in request.cookies else OVER)
            return private(self._counted(request, session) or await make(request, session))

        return show

    def post(self, do: Post, most: int | None = None) -> Callable[[Request], Awaitable[Response]]:
        """`most`: bytes of the form."""

        async def done(request: Request) -> Response:
            if request.headers.get("sec-fetch-site", "") not in OURS:
                return problems.respond(request, ELSEWHERE)
            session = self._session(request)
            if session is None:
                return self.ask(request, OVER)
            if refusal := self._counted(request, session):
                return refusal
            form = await self._form(request, most or self._settings.grens_body)
            if isinstance(form, Problem):
                return problems.respond(request, form)
            try:
                if not _stamped(request, form, session):
                    return problems.respond(request, ELSEWHERE)
                return private(await do(request, session, form))
            finally:
                await form.close()  # its files lie on the disk until then

        return done

    async def enter(self, request: Request) -> Response:
        """Sign in, and go on where one was going."""
        if request.headers.get("sec-fetch-site", "") not in OURS:
            return problems.respond(request, ELSEWHERE)
        form = await self._form(request, self._settings.grens_body)
        if isinstance(form, Problem):
            return problems.respond(request, form)
        shown, onward = str(form.get("sleutel", "")).strip(), ours(str(form.get("naar", "")))
        headers = Headers({HEADER: f"Bearer {shown}"}) if shown[:LONGEST_KEY] else request.headers
        found = await self._identity.of(headers)
        if not isinstance(found, Viewer) or found.role is not Rol.PROGRAMMABUREAU:
            return self.refused(request, WRONG_ROLE if isinstance(found, Viewer) else found, onward)
        response = RedirectResponse(site.of(request.scope).link(onward), 303)
        self.begin(request, response, found)
        return response

    def refused(self, request: Request, problem: Problem, onward: str) -> Response:
        """Who tries often waits."""
        wait = self._wrong.seconds_to_wait(caller_of(request))
        return self.ask(request, too_often(wait, self._wrong.per_minute) if wait else problem, onward)

    def begin(self, request: Request, response: Response, viewer: Viewer, name: str | None = None) -> None:
        """From this response on he is in; `name` is what he is called when no key of ours says so."""
        self.set_cookie(request, response, COOKIE, self.sessions.begin(viewer, name=name), "strict")

    async def leave(self, request: Request, session: Session, form: FormData) -> Response:
        self.sessions.end(request.cookies.get(COOKIE, ""))
        response = RedirectResponse(site.of(request.scope).link(HOME), 303)
        response.delete_cookie(COOKIE, path=site.of(request.scope).link(HOME), httponly=True, samesite="strict")
        return response

    def _session(self, request: Request) -> Session | None:
        session = self.sessions.of(request.cookies.get(COOKIE, ""))
        if session is not None:
            comes_as(request.scope, session.viewer)
        return session

    def _counted(self, request: Request, session: Session) -> Response | None:
        wait = self._rate.seconds_to_wait(caller_of(request)) if session.key else 0
        return problems.respond(request, too_often(wait, self._rate.per_key)) if wait else None

    def ask(self, request: Request, problem: Problem, onward: str = "") -> Response:
        """The page to sign in at, which says why when there is something to say."""
        if not problems.wants_html(request):
            return problems.as_json(request, problem)
        onward = onward or (request.scope["path"] if request.method == "GET" else HOME)
        known = request.headers.get(HEADER, "").lower().startswith("bearer ")
        body = templates.render(
            "werkbank_inloggen.html", site.of(request.scope), problem=problem, naar=ours(onward),
            zonder=self._everybody or known, bij=self._settings.sleutel_vragen, eerst=problem is SIGN_IN,
            organisatie=bool(self._settings.oidc_client), van_sleutel=problem in OF_A_KEY,
        )  # fmt: skip
        headers = {name: value for name, value in problem.headers.items() if name != "WWW-Authenticate"}
        return private(Response(body, problem.status, headers, "text/html"))

    def set_cookie(
        self, request: Request, response: Response, name: str, value: str, samesite: Literal["lax", "strict"],
        seconds: int | None = None,
    ) -> None:  # fmt: skip
        """For the desk alone, and out of reach of scripts."""
        secure = site.of(request.scope).origin.startswith("https://") or request.scope["scheme"] == "https"
        at = site.of(request.scope).link(HOME)
        response.set_cookie(name, value, seconds, path=at, secure=secure, httponly=True, samesite=samesite)

    async def _form(self, request: Request, most: int) -> FormData | Problem:
        limited = Request(request.scope, _at_most(request.receive, most))
        try:
            return await limited.form(max_files=MOST_FILES, max_fields=MOST_FIELDS)
        except TooLarge:
            advice = f"Samen mag het hooguit {most // 1_000_000} MB zijn. Stuur het in delen."
            return Problem(413, "Dit is te groot.", advice, code="OPERATION_TOO_LARGE")
        except (HTTPException, MultiPartException, ValueError):
            return UNREADABLE


def _stamped(request: Request, form: FormData, session: Session) -> bool:
    shown = request.headers.get(STAMP_HEADER) or form.get(FIELD)
    return isinstance(shown, str) and hmac.compare_digest(shown.encode(), session.stamp.encode())


def _at_most(receive: Receive, most: int) -> Receive:
    """Raises TooLarge when more comes in."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise TooLarge
        return message

    return counted


def ours(address: str) -> str:
    """An address at the desk, and no other."""
    path = urlsplit(address).path
    return path if path == HOME or path.startswith(f"{HOME}/") and "\\" not in path else HOME


def private(response: Response) -> Response:
    response.headers.setdefault("Cache-Control", "no-store")
    return response
