"""`opdeplank vergeet`: a person goes from the graph, and does not come back with a load."""

import asyncio
from argparse import ArgumentParser
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.erasure import forgotten, traces
from graph.erasure.forgotten import Forgotten
from loaders.curate.forget import Erased, forget, look
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph, prepare
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen
from opdeplank.privacy import forgotten_file, leftovers, obeying
from opdeplank.privacy.forgotten_file import Note
from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused

LONGEST_REASON = 200
RETENTION = "bewaartermijn"
ON_DISK = (
    "Op de schijf staat de naam nog in {files} van de ingebouwde graaf: in ruimte die vrij is en nog niet opnieuw\n"
    "gebruikt. Geen vraag komt erbij. Moet het ook daar weg, maak dan een kopie met 'opdeplank bewaar', zet die terug\n"
    "in een lege map met 'opdeplank herstel', en gooi de oude map weg."
)
SETTING = -1
"""With `--gestopt` and no number."""


@dataclass
class Outcome:
    """What was done, and the files that still name somebody."""

    erased: list[Erased]
    files: list[Path]
    would: int = 0
    reported: int = 0
    """Meldingen that named somebody."""
    on_disk: int = 0
    """Files of the embedded graph in which the bytes of a name still stand."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("persoon", nargs="?", metavar="PERSOON", help="wie vergeten wordt, bij id of naam")
    parser.add_argument("--reden", default="", help="waarom, zonder namen; dat blijft bewaard")
    parser.add_argument(
        "--gestopt",
        type=int,
        nargs="?",
        const=SETTING,
        metavar="JAREN",
        help="in plaats van één persoon: wie al zo lang geen functie meer heeft; zonder getal OPDEPLANK_BEWAARTERMIJN",
    )
    parser.add_argument("--proefdraai", action="store_true", help="laat alleen zien om hoeveel mensen het gaat")


def run(call: Call) -> int:
    args = call.args
    if bool(args.persoon) == (args.gestopt is not None):
        raise WrongUse("Noem een persoon, of met --gestopt JAREN wie al zo lang geen functie meer heeft.")
    if args.gestopt == SETTING:
        args.gestopt = call.settings.bewaartermijn
        if not args.gestopt:
            raise WrongUse("--gestopt: noem een aantal jaren, of zet OPDEPLANK_BEWAARTERMIJN.")
    if args.gestopt is not None and args.gestopt < 1:
        raise WrongUse("--gestopt: noem een geheel aantal jaren, vanaf 1.")
    if len(args.reden) > LONGEST_REASON or not args.reden.isprintable():
        raise WrongUse(f"--reden: gebruik gewone tekst van hooguit {LONGEST_REASON} tekens.")
    outcome = asyncio.run(_forget(call))
    value = {
        "vergeten": len(outcome.erased),
        "proefdraai": args.proefdraai,
        "zou": outcome.would,
        "feiten": sum(each.facts for each in outcome.erased),
        "passages": sum(each.passages for each in outcome.erased),
        "teksten": sum(each.texts for each in outcome.erased),
        "naamgenoten": sum(each.namesakes for each in outcome.erased),
        "meldingen": outcome.reported,
        "bestanden": [str(path) for path in outcome.files],
        "opSchijf": outcome.on_disk,
    }
    call.answer(value, "\n".join(_told(outcome, args.proefdraai)))
    return DONE


async def _forget(call: Call) -> Outcome:
    args, folder, names = call.args, call.settings.data, set[str]()
    async with open_graph(call.settings) as store:
        await prepare(store)
        await obeying.obey(store, folder)
        if args.persoon:
            people = [await meant.thing(store, args.persoon)]
        else:
            people = await traces.ended_before(store.rows, _years_ago(args.gestopt))
        if args.proefdraai:
            return Outcome([], [], len(people))
        salt = await store.write(lambda run: forgotten.key_of(run, forgotten_file.read(folder).key))
        listed = forgotten_file.read(folder, salt)
        done = []
        for person in people:
            own, marks, called = await look(store.rows, MODEL, person, salt)
            names |= called
            note = Note(own, marks, date.today().isoformat(), args.reden or (RETENTION if args.gestopt else ""))
            listed = listed.put(note)
            done.append(await forget(store, MODEL, person, salt))
            listed = listed.put(Note(note.id, note.merken, note.op, note.reden, True))
        away: Forgotten = await forgotten.of_graph(store.rows)
    try:
        reported = MeldingFile(folder).redact(away.redacted)
    except UnreadableMeldingen as error:
        raise Refused(str(error)) from error
    held = leftovers.holding(folder, names)
    return Outcome(done, [*leftovers.naming(folder, away)], reported=reported, on_disk=held)


def _years_ago(years: int) -> str:
    today = date.today()
    return f"{today.year - years:04d}-{today.month:02d}-{today.day:02d}"


def _told(outcome: Outcome, rehearsal: bool) -> list[str]:
    if rehearsal:
        return [f"Dit zou gaan om {some(outcome.would, 'persoon', 'mensen')}. Er is niets veranderd."]
    lines = []
    if not outcome.erased:
        return ["Er is niemand om te vergeten."]
    for each in outcome.erased:
        lines.append(
            f"Vergeten. Weg zijn {some(each.facts, 'feit', 'feiten')} en {some(each.passages, 'passage', 'passages')}; "
            f"uit {some(each.texts, 'andere tekst', 'andere teksten')} is de naam gehaald."
        )
        if each.namesakes:
            lines.append(
                "Let op: er is nog iemand met deze naam. In teksten van anderen staat de naam er dus nog. Kijk die na."
            )
    if outcome.reported:
        lines.append(f"Ook uit {some(outcome.reported, 'melding', 'meldingen')} is de naam gehaald.")
    lines += ["Een lading die deze persoon noemt, laat hem weg. Dit kan niet ongedaan."]
    if outcome.files:
        lines += ["", "Deze bestanden noemen nog iemand die vergeten is. Gooi ze weg, of haal de naam eruit:"]
        lines += [f"  {path}" for path in outcome.files]
    if outcome.on_disk:
        lines += ["", ON_DISK.format(files=some(outcome.on_disk, "bestand", "bestanden"))]
    return [*lines, "", "Kijk ook zelf na: documenten waaruit je laadde, kopieën en exports elders, en logboeken."]
