"""`/export/…`: every list, thing and registered question as a file, written while it is read.

    /export/oplossingen.csv                               a list, with all there is to it
    /export/oplossingen.csv?filter.rijpheid.in=PASKLAAR   some of it
    /export/blad-oplossing.ttl?sleutel.slug=…             a thing
    /export/pasklaar.xlsx?vraag=…                         any other registered question

Who asks sees what his role may see, and no more of people than their public functions (`files.parts.OF_PERSONS`).
"""

import asyncio
import hashlib
import logging
from collections.abc import AsyncGenerator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, aclosing
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import orjson
from graphql import parse
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response
from starlette.types import Receive, Scope, Send

from graph.domain.viewer import Viewer
from graph.errors import GraphError
from opdeplank.door.traffic import Full, Place, Rate, Slots, Traffic, caller_of
from opdeplank.door.viewers import viewer_of
from opdeplank.exports.asked_variables import WrongParameter, variables
from opdeplank.exports.file_kinds import AS_TEXT, KINDS, TooManyRows, Wanted, check, write
from opdeplank.exports.files.about_data import LICENCES, About
from opdeplank.exports.files.parts import Part, parts
from opdeplank.exports.pipe import Pipe, in_turn
from opdeplank.exports.turned_pages import NoPage, Page, Reading, Source
from opdeplank.graph.freshness import Freshness
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import Registered, registered
from opdeplank.graphql.saved_questions import SavedQuestions
from opdeplank.http import accept, etags, problems, site
from opdeplank.http.origins import OPEN_HEADERS
from opdeplank.http.problems import Problem
from opdeplank.settings.table import Settings

log = logging.getLogger("opdeplank")
LISTS = "uitvoer-"
"""How the files of questions begin that are made to be exported: those go before others of the same name."""
PARAMETERS = frozenset({"excel", "deel"})
NO_SUCH = Problem(
    404, "Dit is er niet om te downloaden.", "Kijk op /gegevens welke lijsten en vragen er zijn.", code="NOT_FOUND"
)
TOO_MANY = Problem(
    400, "Dit zijn meer rijen dan in een blad van Excel passen.", "Maak de lijst kleiner met een filter, of neem CSV.",
    code="OPERATION_TOO_LARGE",
)  # fmt: skip


class Refusal(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(frozen=True)
class Asked:
    """What one request asks for."""

    operation: Registered
    kind: str
    variables: Mapping[str, Any]
    viewer: Viewer
    name: str
    parts: tuple[Part, ...]
    table: Part
    excel: bool


class Exports:
    def __init__(self, source: Source, saved: SavedQuestions, settings: Settings, freshness: Freshness) -> None:
        self._settings, self._freshness = settings, freshness
        self._source, self._saved = source, saved
        self._slots = Slots(settings.grens_uitvoer)
        self._threads = ThreadPoolExecutor(settings.grens_uitvoer, "uitvoer")
        self._licence = LICENCES[settings.licentie]

    async def by_kind(self, request: Request) -> Response:
        """The end of the address says which kind of file."""
        return await self._answer(request, request.path_params["soort"])

    async def negotiated(self, request: Request) -> Response:
        """Without an end, Accept says it."""
        kinds = {kind: end for end, kind in KINDS.items()}
        said = request.headers.get("accept", "")
        found = accept.best(said, tuple(kinds))
        answer = (
            await self._answer(request, kinds[found]) if found else problems.respond(request, problems.UNACCEPTABLE)
        )
        answer.headers["Vary"] = "Accept, Authorization"
        return answer

    async def _answer(self, request: Request, kind: str) -> Response:
        try:
            asked = self._asked(request, kind)
            headers = await self._headers(request, asked)
            if etags.known(request.headers.get("if-none-match", ""), headers["ETag"]):
                return Response(status_code=304, headers=headers)
            return await self._file(request, asked, headers)
        except Refusal as refusal:
            return problems.respond(request, refusal.problem)
        except NoPage as error:
            return problems.respond(request, refused(error))
        except GraphError:
            return problems.respond(request, problems.NOT_READY)

    def _asked(self, request: Request, kind: str) -> Asked:
        name: str = request.path_params["naam"]
        operation = find(name, self._saved)
        if operation is None or kind not in KINDS:
            raise Refusal(NO_SUCH)
        given = request.query_params
        try:
            found = variables(SCHEMA, operation, given, PARAMETERS)
        except WrongParameter as error:
            raise Refusal(Problem(400, "Dit adres klopt niet.", str(error))) from error
        shape = parts(SCHEMA, parse(operation.text))
        table = chosen(shape, given.get("deel"))
        viewer = viewer_of(request, self._settings.rol)
        return Asked(operation, kind, found, viewer, name, shape, table, given.get("excel") == "ja")

    async def _headers(self, request: Request, asked: Asked) -> dict[str, str]:
        at = site.of(request.scope)
        said = [
            await self._freshness.version(), date.today().isoformat(), asked.viewer.sight, asked.operation.id,
            asked.kind, asked.variables, asked.excel, asked.table.key, at.whole(""), self._licence.name,
        ]  # fmt: skip
        tag = hashlib.blake2b(orjson.dumps(said, option=orjson.OPT_SORT_KEYS), digest_size=12).hexdigest()
        charset = "; charset=utf-8" if asked.kind in AS_TEXT else ""
        anonymous = asked.viewer.anonymous
        return {
            "Content-Type": f"{KINDS[asked.kind]}{charset}",
            "Content-Disposition": f'attachment; filename="{asked.name}-{date.today().isoformat()}.{asked.kind}"',
            "ETag": f'"{tag}"',
            "Cache-Control": "public, no-cache" if anonymous else "private, no-cache",
            "Vary": "Authorization",
            "Link": f'<{self._licence.address}>; rel="license"',
            **(OPEN_HEADERS if anonymous else {}),
        }

    async def _file(self, request: Request, asked: Asked, headers: Mapping[str, str]) -> Response:
        """The answer, when its first page is there: what is wrong with the question is said before anything else."""
        turned = next((part for part in asked.parts if part.turns), None)
        reading = Reading(self._source, asked.operation, asked.variables, asked.viewer, caller_of(request), turned)
        first = await reading.first()
        if not any(first.data.values()):
            raise Refusal(problems.NOT_FOUND)
        at = site.of(request.scope)
        about = About(
            asked.operation.purpose, at.whole(_own_address(request)), at.whole("/"), self._licence, date.today(),
            await self._source.changed(asked.viewer),
        )  # fmt: skip
        wanted = Wanted(asked.kind, asked.parts, asked.table, about, at, asked.excel)
        try:
            check(wanted, first)
        except TooManyRows:
            raise Refusal(TOO_MANY) from None
        if request.method == "HEAD":
            return unsized(Response(headers=headers))
        return Streamed(self, reading, first, wanted, headers)

    async def pieces(self, reading: Reading, first: Page, wanted: Wanted) -> AsyncGenerator[bytes, None]:
        """The bytes of a file."""
        pipe = Pipe(asyncio.get_running_loop())
        pages = in_turn(pipe, reading.next, first)
        async with aclosing(pipe.pieces(self._threads, partial(write, wanted=wanted, pages=pages))) as found:
            async for piece in found:
                yield piece

    def place(self, who: str | None) -> AbstractContextManager[Place]:
        return self._slots.taken(who)

    def full(self) -> Problem:
        return self._slots.refusal()


class Streamed(Response):
    """A file on its way. Its place is held until the last piece is fetched, or until nobody fetches any more."""

    def __init__(
        self, exports: Exports, reading: Reading, first: Page, wanted: Wanted, headers: Mapping[str, str]
    ) -> None:  # fmt: skip
        self._exports, self._who = exports, reading.caller
        self._given = reading, first, wanted
        self.status_code, self.background, self._started = 200, None, False
        self.init_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self._exports.place(self._who):
                await self._send(send)
        except Full:
            await problems.respond(Request(scope), self._exports.full())(scope, receive, send)
        except (NoPage, GraphError) as error:
            if self._started:  # without an end, so that the server breaks off and the client hears that it is not whole
                log.warning("Een uitvoer is afgebroken: %s", type(error).__name__)
                return
            problem = refused(error) if isinstance(error, NoPage) else problems.NOT_READY
            await problems.respond(Request(scope), problem)(scope, receive, send)

    async def _send(self, send: Send) -> None:
        async with aclosing(self._exports.pieces(*self._given)) as pieces:
            async for piece in pieces:
                if not self._started:  # only now, so that what fails at once is told as it should
                    self._started = True
                    await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def routes(exports: Exports, settings: Settings, slots: Slots) -> list[Route]:
    """They share the places of the questions until they begin to come, and count per caller like those."""
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)
    pages = {"/export/{naam}.{soort}": exports.by_kind, "/export/{naam}": exports.negotiated}
    return [
        Route(path, Traffic(request_response(page), settings, slots, rate), methods=["GET"])
        for path, page in pages.items()
    ]


def find(name: str, saved: SavedQuestions) -> Registered | None:
    """The question that is exported under this name."""
    by_file = {each.file: each for each in (*saved.all().values(), *registered().values())}
    return by_file.get(f"{LISTS}{name}") or by_file.get(name)


def chosen(shape: tuple[Part, ...], name: str | None) -> Part:
    """The part that is the table: the one that is named, else the one in pages, else the first."""
    tables = [part for part in shape if not part.leaf]
    if name is not None:
        found = next((part for part in tables if part.key == name), None)
        if found is None:
            known = ", ".join(part.key for part in tables)
            raise Refusal(Problem(400, "Dit adres klopt niet.", f"`deel` kan zijn: {known}."))
        return found
    if not tables:
        raise Refusal(NO_SUCH)
    return next((part for part in tables if part.turns), tables[0])


def unsized(answer: Response) -> Response:
    """For HEAD: how long the file is, nobody knows before it is written."""
    del answer.headers["Content-Length"]
    return answer


def refused(error: NoPage) -> Problem:
    """What GraphQL says, as a problem of this address."""
    said = orjson.loads(error.reply.body)["errors"][0]
    code = str(said["extensions"]["code"])
    status = error.reply.status if error.reply.status != 200 else 400
    wait = {"Retry-After": str(error.reply.wait)} if error.reply.wait else {}
    return Problem(status, "Deze vraag kunnen we niet beantwoorden.", said["message"], code=code, headers=wait)


def _own_address(request: Request) -> str:
    asked: str = request.scope["query_string"].decode("latin-1")
    return str(request.scope["path"]) + (f"?{asked}" if asked else "")
