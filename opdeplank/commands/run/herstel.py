"""`opdeplank herstel`: a copy that `bewaar` made, put back into an empty graph or in the place of the one there is."""

import asyncio
from argparse import ArgumentParser
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from opdeplank.copies import copy_file
from opdeplank.copies.putting_back import PutBack, put_back
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="de kopie, zoals bewaar die maakte")
    parser.add_argument("--vervang", action="store_true", help="vervang wat er staat; dat blijft bewaard")
    parser.add_argument("--controleer", action="store_true", help="zeg alleen of de kopie heel is en verander niets")


def run(call: Call) -> int:
    path: Path = call.args.bestand
    if call.args.controleer:
        head, tail = copy_file.check(path)
        sound = {"heel": True, "graafversie": head.graafversie, "knopen": tail.knopen, "relaties": tail.relaties}
        call.answer(sound, f"{path} is heel: {_counted(tail)}, versie {head.graafversie} van de graaf.")
        return DONE
    with Progress("Terugzetten") as progress:
        done = asyncio.run(put_back(call.settings, MODEL, path, call.args.vervang, progress))
    value: dict[str, object] = {
        "graafversie": done.head.graafversie, "knopen": done.tail.knopen, "relaties": done.tail.relaties,
        "vergeten": done.forgotten, "bewaard": str(done.kept) if done.kept else None,
    }  # fmt: skip
    call.answer(value, "\n".join(_told(done)))
    return DONE


def _counted(tail: copy_file.Tail) -> str:
    return f"{some(tail.knopen, 'ding', 'dingen')} en {some(tail.relaties, 'relatie', 'relaties')}"


def _told(done: PutBack) -> list[str]:
    lines = [f"Teruggezet: {_counted(done.tail)}, versie {done.head.graafversie} van de graaf."]
    if done.forgotten:
        again = some(done.forgotten, "persoon die vergeten is, is", "mensen die vergeten zijn, zijn")
        lines.append(f"{again} er weer uit gehaald.")
    if done.kept:
        lines.append(f"Wat er stond, is bewaard in {done.kept}. Gooi het weg als je het niet meer nodig hebt.")
    return lines
