"""The page of one proposal: its rows beside its document, and how it stands for a page that is open already."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from loaders.answers.answer_columns import COLUMNS
from opdeplank.bureau.cases import LOADED, READY, Case
from opdeplank.bureau.deciding import table_of
from opdeplank.bureau.desk_rows import Row, Table, counts, is_open, related, stand, stand_of, total
from opdeplank.bureau.ledger import ALIKE, WORKBOOK, Step
from opdeplank.bureau.marked_text import Piece, pieces
from opdeplank.bureau.office import Office, gone
from opdeplank.bureau.sittings import Session
from opdeplank.display.pager import number_in
from opdeplank.http import site, templates

ROWS = 500
"""Rows on one page."""
LAST = 10
"""Decisions that stay in sight."""
SHORT = 90
DIGITS = 9
HOW = {ALIKE: "alle gelijke", WORKBOOK: "uit een werkboek"}
EXPLAINED = {column.name: column.uitleg for column in COLUMNS}


class ProposalPage:
    def __init__(self, office: Office) -> None:
        self._office = office

    async def page(self, request: Request, session: Session) -> Response:
        """`?rij=` is the row that is looked at, `?vanaf=` where the page begins."""
        office, key = self._office, request.path_params["voorstel"]
        job, card = office.jobs.job(key), office.cases.card(key)
        case = office.cases.case(key) if job is None else None
        if card is None:
            return gone(request)
        if case is None or card.stand not in (READY, LOADED):
            return office.show(request, session, "werkbank_lezen", sleutel=key, kaart=card, werk=job)
        return self.shown(request, session, case)

    def shown(self, request: Request, session: Session, case: Case, status: int = 200, fout: str = "") -> Response:
        made = table_of(case)
        rows = stand(made, case)
        chosen = _chosen(request, made, rows)
        start = (chosen.nr - 1) // ROWS * ROWS if chosen and "rij" in request.query_params else _start(request, rows)
        here = rows[start : start + ROWS]
        if chosen and chosen not in here:  # what waits for later stands on another page
            chosen = next(filter(is_open, here), here[0])
        document = chosen.citaten[0][0] if chosen and chosen.citaten else _first(case)
        before = max(0, start - ROWS) + 1 if start else 0
        return self._office.show(
            request, session, "werkbank_voorstel", status, zaak=case, rijen=here, gekozen=chosen,
            vorige=before, volgende=start + ROWS + 1 if start + ROWS < len(rows) else 0, fout=fout, stap=_number(case),
            tellingen=counts(rows), samen=total(rows), blad=sheet(case, document), bronnen=case.proposal.documenten,
            laatste=last_steps(case, made), vragen=sum(row.is_question for row in rows), open=sum(map(is_open, rows)),
            geladen=case.card.stand == LOADED, per_bladzijde=ROWS, net=_just_decided(request, made, rows),
        )  # fmt: skip

    async def document(self, request: Request, session: Session) -> Response:
        """One document with its marks, for a page that is open."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        found = sheet(case, request.query_params.get("bron", ""))
        body = templates.render("werkbank_document.html", site.of(request.scope), blad=found, gekozen=None)
        return Response(body, media_type="text/html")

    async def standing(self, request: Request, session: Session) -> Response:
        """What changed since the step that a page knows of, as JSON."""
        case = self._office.case(request)
        if case is None:
            return gone(request)
        steps = case.ledger.since(number_in(request.query_params.get("na", ""), DIGITS))
        keys = dict.fromkeys(key for step in steps for key in step.besluiten)
        return Response(state(self._office, case, [*keys]), media_type="application/json")

    async def row(self, request: Request, session: Session) -> Response:
        """One row with every answer that it takes."""
        case = self._office.case(request)
        row = table_of(case).row(number_in(request.path_params["nr"], DIGITS)) if case else None
        if case is None or row is None:
            return gone(request)
        return self.one(request, session, case, row)

    def one(
        self, request: Request, session: Session, case: Case, row: Row, problems: Sequence[str] = (),
        typed: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        made = table_of(case)
        stand_of(made, case, [row.id])
        values = {name: row.antwoord.get(name, row.stond[name]) for name in row.kolommen} | dict(typed or {})
        text = [(source, passage, passage.stands_in(case.teksten.get(source, ""))) for source, passage in row.citaten]
        return self._office.show(
            request, session, "werkbank_rij", 422 if problems else 200, zaak=case, rij=row, fouten=problems,
            waarden=values, uitleg=EXPLAINED, citaten=text, bronnen=files(case), volgende=_after(made, case, row),
        )  # fmt: skip


def state(office: Office, case: Case, keys: Sequence[str], **more: Any) -> bytes:
    """How these rows stand, and the counts, for a page that is open."""
    made = table_of(case)
    called = office.sessions.names()
    rows = stand(made, case)
    steps = [each | {"wie": called.get(each["door"], each["door"])} for each in last_steps(case, made)]
    value = {
        "stap": _number(case), "laatste": steps, "samen": asdict(total(rows)),
        "tellingen": [asdict(each) for each in counts(rows)], "open": sum(map(is_open, rows)),
        "rijen": [
            {
                "nr": row.nr, "besluit": row.besluit, "besloten": row.besloten, "klaar": row.klaar,
                "gezien": row.gezien, "wie": called.get(row.door, row.door),
                "uitkomst": row.told(lambda door: called.get(door, door)),
                "keuze": row.gekozen, "gelijk": len(undecided(made, row)),
            }
            for row in related(made, keys)
        ],
    }  # fmt: skip
    return orjson.dumps({**value, **more})


def last_steps(case: Case, made: Table) -> list[dict[str, Any]]:
    """The last decisions, the newest first, as one line each."""
    found = []
    for step in reversed(case.ledger.steps[-LAST:]):
        rows = [made.by_id[key] for key in step.besluiten if key in made.by_id]
        found.append({"nr": step.nr, "op": step.op[11:16], "door": step.door, "tekst": _told(step, rows),
                      "rij": rows[0].nr if rows else 0})  # fmt: skip
    return found


def _told(step: Step, rows: Sequence[Row]) -> str:
    said = {each.besluit for each in step.besluiten.values() if each}
    first = rows[0].zin if rows else "een feit dat er niet meer is"
    about = first if len(first) <= SHORT else f"{first[:SHORT]}…"
    more = f" en nog {len(step.besluiten) - 1}" if len(step.besluiten) > 1 else ""
    how = f" ({HOW[step.hoe]})" if step.hoe in HOW else ""
    word = "teruggedraaid" if step.terug is not None else " of ".join(sorted(said))
    return f"{word}{how}: {about}{more}"


def undecided(made: Table, row: Row) -> list[Row]:
    """The rows that ask the same and that nobody answered yet."""
    return [each for each in (made.rows[number - 1] for number in row.gelijk) if not each.klaar]


def files(case: Case) -> dict[str, str]:
    return {source.id: source.bestand or source.titel for source in case.proposal.documenten}


def sheet(case: Case, document: str) -> dict[str, Any]:
    """One document as the page shows it, cut where passages begin and end."""
    text = case.teksten.get(document)
    source = next((each for each in case.proposal.documenten if each.id == document), None)
    made = table_of(case)
    passages = [passage for row in made.rows for of, passage in row.citaten if of == document]
    left = [(each.van, each.tot) for each in case.proposal.niet_gebruikt if each.document == document]
    cut: list[Piece] = pieces(text, passages, left) if text else []
    name = files(case).get(document, "Document")
    return {"id": document, "naam": name, "bron": source, "stukken": cut, "tekst": text}


def _chosen(request: Request, made: Table, rows: Sequence[Row]) -> Row | None:
    known = made.row(number_in(request.query_params.get("rij", ""), DIGITS))
    return known or next((row for row in rows if is_open(row)), rows[0] if rows else None)


def _just_decided(request: Request, made: Table, rows: Sequence[Row]) -> tuple[Row, list[Row]] | None:
    """The row that was decided just now, when others ask the same and nobody answered those."""
    row = made.row(number_in(request.query_params.get("na", ""), DIGITS))
    others = undecided(made, row) if row and row.besloten else []
    return (row, others) if row and others else None


def _start(request: Request, rows: Sequence[Row]) -> int:
    wanted = number_in(request.query_params.get("vanaf", ""), DIGITS) - 1
    return max(0, wanted) // ROWS * ROWS if wanted < len(rows) else 0


def _first(case: Case) -> str:
    return case.proposal.documenten[0].id if case.proposal.documenten else ""


def _after(made: Table, case: Case, row: Row) -> int:
    """The number of the next row that is open."""
    rows = stand(made, case)
    return next((each.nr for each in [*rows[row.nr :], *rows[: row.nr]] if is_open(each)), 0)


def _number(case: Case) -> int:
    return case.ledger.steps[-1].nr if case.ledger.steps else 0
