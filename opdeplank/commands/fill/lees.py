"""`opdeplank lees`: documents in, a proposal out. The graph is read and never written."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from loaders.load.edition import Standing
from loaders.proposal import workbook
from loaders.proposal.intake import Intake, take_in
from loaders.prose.extractor import Endpoint, Extractor
from opdeplank.graph import filling
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress
from opdeplank.terminal.refused import Refused

NAME = "voorstel.json"
WORKBOOK = "voorstel.xlsx"
MOST_NOTICES = 10


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "pad",
        nargs="+",
        type=Path,
        metavar="PAD",
        help="bestanden of mappen: txt, md, html, docx, pdf, xlsx, csv, yaml of json",
    )
    parser.add_argument(
        "--uit", type=Path, default=Path("voorstel"), metavar="MAP", help="map voor het voorstel (anders: voorstel)"
    )
    parser.add_argument(
        "--model",
        metavar="ADRES",
        help="laat ook een taalmodel lezen, bijvoorbeeld http://127.0.0.1:11434/v1; het mag alleen vragen",
    )
    parser.add_argument("--modelnaam", metavar="NAAM", default="standaard", help="de naam van dat taalmodel")
    parser.add_argument("--modelsleutel", metavar="BESTAND", type=Path, help="een bestand met de sleutel van dat adres")


def run(call: Call) -> int:
    intake = asyncio.run(_read(call))
    value = _outcome(intake)
    if not intake.proposal.documenten:
        told = "\n".join([*_refusals(intake), *intake.notices]) or "Er staan geen documenten in."
        raise Refused(f"Er is niets gelezen, dus er is geen voorstel.\n{told}", value)
    path, book = _write(call.args.uit, intake)
    value |= {"voorstel": str(path), "werkboek": str(book) if book else None}
    call.answer(value, "\n".join([*_story(intake), "", *_where(path, book)]))
    return DONE


def _where(path: Path, book: Path | None) -> list[str]:
    if book is None:
        return [f"Het voorstel staat in {path}. Voor een werkboek is het te groot."]
    return [
        f"Het voorstel staat in {path}.",
        f"Beslis over de vragen in {book}. Wat geen vraag heeft, laadt ook als je niets beslist.",
    ]


def _extractor(args: Namespace) -> Extractor | None:
    """The model a person asked for; without one the loader opens no connection."""
    if args.model is None:
        return None
    try:
        key = args.modelsleutel.read_text(encoding="utf-8").strip() if args.modelsleutel else None
        return Extractor(Endpoint(args.model, args.modelnaam, key))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            f"Het bestand {args.modelsleutel} is niet te lezen. Controleer het pad bij --modelsleutel."
        ) from error
    except ValueError as error:
        raise Refused(f"--model: {error}.") from error


async def _read(call: Call) -> Intake:
    async with open_graph(call.settings) as store:
        await prepare(store)
        with Progress("Lezen") as progress:
            intake = await take_in(store.rows, MODEL, call.args.pad, progress, _extractor(call.args))
        if await filling.standing(store) is Standing.ABSENT:
            intake.notices.append(filling.NAMES_MISSING)
        return intake


def _write(folder: Path, intake: Intake) -> tuple[Path, Path | None]:
    path, book = folder / NAME, folder / WORKBOOK
    try:
        made = workbook.write(intake.proposal, intake.names.name, intake.plaatsen)
    except workbook.TooBig:
        made = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(intake.proposal.to_json())
        if made is None:
            book.unlink(missing_ok=True)
        else:
            book.write_bytes(made)
    except OSError as error:
        raise Refused(f"In {folder} kan ik niet schrijven. Kies een andere map met --uit.") from error
    return path, book if made else None


def _outcome(intake: Intake) -> dict[str, Any]:
    return {
        "documenten": len(intake.proposal.documenten),
        "tellingen": intake.proposal.counts(),
        "nietGebruikt": len(intake.proposal.niet_gebruikt),
        "geweigerd": [refusal.as_json() for refusal in intake.refusals],
        "meldingen": intake.notices,
    }


def _story(intake: Intake) -> list[str]:
    counts = intake.proposal.counts()
    said = ", ".join(
        f"{counts[stand]} {stand.replace('_', ' ')}" for stand in counts if stand not in ("feiten", "vragen")
    )
    return [
        f"Gelezen: {some(len(intake.proposal.documenten), 'document', 'documenten')}, "
        f"{some(counts['feiten'], 'feit', 'feiten')} ({said}).",
        f"{some(counts['vragen'], 'vraag wacht', 'vragen wachten')} op je antwoord. "
        f"Niet gebruikt: {some(len(intake.proposal.niet_gebruikt), 'stuk tekst', 'stukken tekst')}.",
        *_short(intake.notices),
        *_refusals(intake),
    ]


def _short(notices: Sequence[str]) -> list[str]:
    """Each notice once, and no more than somebody reads."""
    found = [*dict.fromkeys(notices)]
    left = len(found) - MOST_NOTICES
    more = [f"… en nog {some(left, 'melding', 'meldingen')}; --json geeft ze allemaal"] if left > 0 else []
    return [*found[:MOST_NOTICES], *more]


def _refusals(intake: Intake) -> list[str]:
    if not intake.refusals:
        return []
    return [
        "Geweigerd:",
        *(f"  [{refusal.code}] {line}" for refusal in intake.refusals for line in map(str, refusal.problems)),
    ]
