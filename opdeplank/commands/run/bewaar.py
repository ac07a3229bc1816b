"""`opdeplank bewaar`: a copy of the whole graph in one file, while the service goes on."""

import asyncio
from argparse import ArgumentParser
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from opdeplank.copies import kept_copies
from opdeplank.copies.taking import Taken, Taking
from opdeplank.graph.database import open_graph, prepare
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress
from opdeplank.terminal.refused import Refused

THERE = "{path} bestaat al. Kies een andere naam, of gooi dat bestand eerst weg."


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "bestand", nargs="?", type=Path, metavar="BESTAND", help="waar de kopie komt (anders: in OPDEPLANK_KOPIE_MAP)"
    )


def run(call: Call) -> int:
    own: Path | None = call.args.bestand
    if own is not None and own.exists():
        raise Refused(THERE.format(path=own))
    folder = kept_copies.folder_of(call.settings)
    path = own or folder / kept_copies.name()
    taken = asyncio.run(_take(call, path))
    gone = [] if own else kept_copies.rotate(folder, call.settings.kopie_aantal)
    value = {
        "bestand": str(path), "graafversie": taken.head.graafversie, "knopen": taken.tail.knopen,
        "relaties": taken.tail.relaties, "sha256": taken.tail.sha256, "bytes": path.stat().st_size,
        "opnieuw": taken.again, "weggegooid": [str(each) for each in gone],
    }  # fmt: skip
    call.answer(value, "\n".join(_told(path, taken, gone)))
    return DONE


async def _take(call: Call, path: Path) -> Taken:
    async with open_graph(call.settings) as store:
        await prepare(store)
        with Progress("Kopiëren") as progress:
            return await Taking(store, MODEL, path, progress).take()


def _told(path: Path, taken: Taken, gone: list[Path]) -> list[str]:
    lines = [
        f"Bewaard in {path}: {some(taken.tail.knopen, 'ding', 'dingen')} en "
        f"{some(taken.tail.relaties, 'relatie', 'relaties')}, versie {taken.head.graafversie} van de graaf.",
        f"Controlegetal: {taken.tail.sha256}",
        f"Terugzetten: opdeplank herstel {path}",
    ]
    if taken.again:
        lines.append(f"Er is intussen geschreven. Opnieuw gelezen: {some(taken.again, 'ding', 'dingen')}.")
    return [*lines, *(f"Weggegooid, want te oud: {each}" for each in gone)]
