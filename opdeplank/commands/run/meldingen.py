"""`opdeplank meldingen lijst|toon|neem|behandel`: what people reported, for the Programmabureau. They lie beside the
graph, so dealing with them works while a service runs."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from opdeplank.graph.database import open_graph
from opdeplank.meldingen.melding import Melding, MeldingStand, number_of
from opdeplank.meldingen.melding_file import MeldingFile, UnreadableMeldingen
from opdeplank.meldingen.melding_text import faults_in_text, tidied
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.meld.overtaken import Overtaken
from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused

LAST = 20
"""Meldingen that were dealt with, as many as are shown."""
LONGEST_NAME = 80
LINE = 70


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("doe", choices=("lijst", "toon", "neem", "behandel"), help="wat je wilt doen")
    parser.add_argument("nummer", nargs="?", help="bij toon, neem en behandel: het nummer van de melding")
    parser.add_argument("--antwoord", metavar="TEKST", help="bij behandel: wat de melder leest bij zijn nummer")
    parser.add_argument("--door", metavar="NAAM", help="bij neem en behandel: wie het doet")
    parser.add_argument("--klaar", action="store_true", help="bij lijst: wat er het laatst is afgehandeld")


def run(call: Call) -> int:
    file = MeldingFile(call.settings.data)
    try:
        if call.args.doe == "lijst":
            _list(call, file)
        else:
            {"toon": _show, "neem": _take, "behandel": _handle}[call.args.doe](call, file, _meant(call, file))
    except UnreadableMeldingen as error:
        raise Refused(str(error)) from error
    return DONE


def _list(call: Call, file: MeldingFile) -> None:
    if call.args.nummer:
        raise WrongUse("Bij lijst hoort geen nummer. Bedoel je toon?")
    file.throw_away(datetime.now(UTC))
    found = file.dealt_with(LAST) if call.args.klaar else _waiting(call, file)
    nothing = "Er is nog niets afgehandeld." if call.args.klaar else "Er wacht geen melding."
    call.answer({"meldingen": [_told(each) for each in found]}, "\n".join(_lines(found)) if found else nothing)


def _waiting(call: Call, file: MeldingFile) -> list[Melding]:
    """What waits; what was overtaken in the meantime closes itself first."""
    found = file.waiting()
    about_things = any(each.over for each in found)
    return asyncio.run(_without_overtaken(call, file, found)) if about_things else found


async def _without_overtaken(call: Call, file: MeldingFile, found: Sequence[Melding]) -> list[Melding]:
    async with open_graph(call.settings) as store:
        try:
            return await Overtaken(Desk(store), file).every(found)
        except Unanswered as error:
            raise Refused(str(error)) from error


def _show(call: Call, file: MeldingFile, melding: Melding) -> None:
    told = _told(melding) | {"mailadres": file.address_of(melding.nummer)}
    lines = [f"{name + ':':<14}{value}" for name, value in told.items() if value and name != "tekst"]
    call.answer(told, "\n".join([*lines, "", melding.tekst or "De tekst is weggegooid: de bewaartermijn is voorbij."]))


def _take(call: Call, file: MeldingFile, melding: Melding) -> None:
    done = file.take(melding.nummer, _name(call))
    if not done:
        raise Refused(_too_late(melding))
    _answered(call, file, melding, "is in behandeling")


def _handle(call: Call, file: MeldingFile, melding: Melding) -> None:
    answer = tidied(call.args.antwoord or "")
    if faults := " ".join(faults_in_text(answer)):
        raise WrongUse("Schrijf met --antwoord wat er met de melding is gedaan. " + faults if answer else ASK)
    now = datetime.now(UTC).replace(microsecond=0)
    if not file.close(melding.nummer, MeldingStand.AFGEHANDELD, answer, _name(call), now):
        raise Refused(_too_late(melding))
    _answered(call, file, melding, "is afgehandeld. De melder leest je antwoord bij zijn nummer")


ASK = "Schrijf met --antwoord wat er met de melding is gedaan. De melder leest het bij zijn nummer."


def _answered(call: Call, file: MeldingFile, melding: Melding, what: str) -> None:
    now = file.one(melding.nummer) or melding
    call.answer(_told(now), f"Melding {melding.shown} {what}.")


def _meant(call: Call, file: MeldingFile) -> Melding:
    nummer = number_of(call.args.nummer or "")
    if nummer is None:
        raise WrongUse("Welke melding? Noem haar nummer, zoals k7m2-qx4p. opdeplank meldingen lijst noemt ze allemaal.")
    found = file.one(nummer)
    if found is None:
        raise Refused("Deze melding ken ik niet. opdeplank meldingen lijst noemt wat er wacht.")
    return found


def _name(call: Call) -> str:
    name = " ".join((call.args.door or "").split())
    if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        raise WrongUse(f"Zeg met --door wie het doet: gewone tekst van hooguit {LONGEST_NAME} tekens.")
    return name


def _too_late(melding: Melding) -> str:
    return f"Melding {melding.shown} wacht niet meer: ze is {melding.stand.value.lower()}."


def _lines(found: Sequence[Melding]) -> Iterator[str]:
    for each in found:
        first = each.tekst.replace("\n", " ")
        about = f", over {each.over}" if each.over else ""
        by = f", van {each.gemeente.removeprefix('gemeente:').upper()}" if each.gemeente else ""
        yield f"{each.shown}  {each.gemaakt.date()}  {each.stand.value.lower()}"
        yield f"    {each.soort.value}{about}{by}"
        yield f"    {first if len(first) <= LINE else first[:LINE].rsplit(' ', 1)[0] + ' …'}"


def _told(melding: Melding) -> dict[str, Any]:
    """For a machine."""
    return {
        "nummer": melding.shown,
        "soort": melding.soort.name,
        "over": melding.over,
        "gemeente": melding.gemeente,
        "gemaakt": melding.gemaakt.isoformat(),
        "stand": melding.stand.name,
        "door": melding.door,
        "behandeld": melding.behandeld.isoformat() if melding.behandeld else None,
        "antwoord": melding.antwoord,
        "tekst": melding.tekst,
    }
