"""Documents that come in: kept, read in the background, read again, thrown away."""

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import orjson
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from graph.dutch.phrasing import some
from graph.held_file import is_held
from loaders.proposal import workbook_rows
from loaders.proposal.intake import texts_beside
from loaders.proposal.proposal import BadProposal, Proposal, from_json
from opdeplank.bureau.cases import READING, Cases
from opdeplank.bureau.office import Office, at, gone, onward
from opdeplank.bureau.reading_jobs import MOST_TOLD, SLOT
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session
from opdeplank.graph.own_file import written
from opdeplank.http import problems, site
from opdeplank.http.problems import Problem

MOST_BYTES = 100_000_000
"""Of all files that are sent together."""
LONGEST = 120
PATIENCE = 2.0
"""Seconds that one waits for a document that is read at once."""
STRANGE = re.compile(r"[\x00-\x1f\x7f/\\]")
NO_FILES = Problem(422, "Je koos nog geen bestand.", "Ga terug en kies een of meer documenten.")
TOO_MANY = Problem(422, "Je koos meer dan één voorstel.", "Ga terug en kies er een, met de documenten die erbij horen.")
NO_DOCUMENTS = Problem(
    409, "Dit voorstel heeft geen documenten bij zich.", "Lees ze opnieuw met 'Nieuwe documenten' op de werkbank.",
    code="CONFLICT",
)  # fmt: skip


class Arriving:
    def __init__(self, office: Office) -> None:
        self._office = office

    async def take_in(self, request: Request, session: Session, form: FormData) -> Response:
        """New documents, as one proposal; or one that `opdeplank lees` made, with its documents when they are there."""
        files = [each for each in form.getlist("document") if isinstance(each, UploadFile) and each.filename]
        if not files:
            return problems.respond(request, NO_FILES)
        office, name = self._office, str(form.get("naam") or "").strip()
        key = office.cases.new(name or _called(files), session.door)
        for file in files:
            content = await file.read()
            await asyncio.to_thread(written, _free(office.cases.files(key), named(file.filename or "")), content)
        found = await asyncio.to_thread(_proposals, office.cases.files(key))
        if len(found) > 1:
            await asyncio.to_thread(office.cases.throw_away, key)
            return problems.respond(request, TOO_MANY)
        if found:
            await asyncio.to_thread(self._put, key, *found[0])
        else:
            await self._begin(key)
        return self._onward(request, key)

    def _put(self, key: str, path: Path, made: Proposal) -> None:
        """A proposal that `opdeplank lees` made, with those of its documents that came along."""
        path.unlink()
        cases = self._office.cases
        texts, told = texts_beside(made, cases.files(key))
        if told and (card := cases.card(key)):
            cases.put_card(key, replace(card, meldingen=told[:MOST_TOLD]))
        cases.put(key, made, texts, {}, {})

    async def again(self, request: Request, session: Session, form: FormData) -> Response:
        """The same documents beside the graph as it is now; what was decided about the same facts stays."""
        key = request.path_params["voorstel"]
        if self._office.cases.card(key) is None:
            return gone(request)
        if not any(self._office.cases.files(key).iterdir()):
            return problems.respond(request, NO_DOCUMENTS)
        await self._begin(key)
        return self._onward(request, key)

    async def _begin(self, key: str) -> None:
        """Start to read, and wait a moment: most documents are read at once."""
        job = self._office.jobs.start(key)
        if job.task is not None:
            await asyncio.wait([job.task], timeout=PATIENCE)

    def _onward(self, request: Request, key: str) -> Response:
        if problems.wants_html(request):
            return onward(request, at(key))
        where = {"voorstel": key, "adres": site.of(request.scope).link(at(key))}
        return Response(orjson.dumps(where), 201, media_type="application/json")

    async def progress(self, request: Request, session: Session) -> Response:
        """How far the reading is, as JSON."""
        key = request.path_params["voorstel"]
        card, job = self._office.cases.card(key), self._office.jobs.job(key)
        if card is None:
            return gone(request)
        found = {"klaar": job is None, "gedaan": job.done if job else 0, "totaal": job.total if job else 0,
                 "bestand": job.name if job else "", "stand": card.stand}  # fmt: skip
        return Response(orjson.dumps(found), media_type="application/json")

    async def stop(self, request: Request, session: Session, form: FormData) -> Response:
        key = request.path_params["voorstel"]
        self._office.jobs.stop(key)
        return onward(request, at(key))

    async def throw_away(self, request: Request, session: Session, form: FormData) -> Response:
        """With its documents and what was decided about it; loads that it became stay."""
        key = request.path_params["voorstel"]
        self._office.jobs.stop(key)
        await asyncio.to_thread(self._office.cases.throw_away, key)
        return onward(request, HOME)


def named(given: str) -> str:
    """A name for a file of ours: that of the sender without what leads elsewhere."""
    bare = STRANGE.sub("", given.replace("\\", "/").rpartition("/")[2]).strip().lstrip(".")
    stem, dot, suffix = bare.partition(".bron.yaml") if bare.endswith(".bron.yaml") else bare.rpartition(".")
    short = f"{stem[:LONGEST]}{dot}{suffix}" if dot else bare[:LONGEST]
    return short or "zonder naam.txt"


def _free(folder: Path, name: str) -> Path:
    """A place that nothing has yet: two files may have one name."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{number} {name}"
    return path


def _called(files: list[UploadFile]) -> str:
    first = named(files[0].filename or "")
    return first if len(files) == 1 else f"{first} en nog {some(len(files) - 1, 'document', 'documenten')}"


def _proposals(folder: Path) -> list[tuple[Path, Proposal]]:
    """The files that are a proposal, and so no document."""
    return [(path, found) for path in sorted(folder.iterdir()) if (found := _proposal(path)) is not None]


def _proposal(path: Path) -> Proposal | None:
    try:
        if path.suffix.lower() == ".json":
            return from_json(path.read_bytes(), path.name)
        return workbook_rows.original(path.read_bytes(), path.name) if path.suffix.lower() == ".xlsx" else None
    except BadProposal:
        return None


def unread(cases: Cases, key: str) -> None:
    """Say that its reading was broken off, when the service stopped in the middle of it. Another process of the service
    may be reading it."""
    card = cases.card(key)
    if card is not None and card.stand == READING and not is_held(cases.folder(key) / SLOT):
        cases.put_card(key, replace(card, stand="mislukt", uitleg="Het lezen werd afgebroken. Lees opnieuw."))
