"""`opdeplank zoek`: the look-up in the terminal, with why it fits, whom to call and where it stands."""

import asyncio
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph.contents import gemeente_names
from graph.domain.provenance import MODEL
from graph.domain.web_address import openable
from graph.dutch.words import words
from graph.engine.store import Store
from graph.pasklaar.alternative import NOTHING_ASKED, Verwant
from graph.pasklaar.details import Details, Shown, details
from graph.pasklaar.lookup import Answer, Question, first, look_up
from graph.resources import Resources
from loaders.names import naming
from opdeplank.graph import meant
from opdeplank.graph.database import open_graph
from opdeplank.graph.filling import refuse_empty
from opdeplank.graph.meaning import learn, put_beside
from opdeplank.terminal.arguments import WrongUse
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused
from opdeplank.terminal.shelf_text import table, told
from schema.fields.calling import belpunt

CODE = re.compile(r"(?:gm)?(\d{4})", re.IGNORECASE)
MOST_HITS = 3


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("tekst", nargs="+", metavar="TEKST", help="het knelpunt, zoals je het een collega vertelt")
    parser.add_argument(
        "--gemeente",
        metavar="CODE",
        help="jouw gemeente: een CBS-code zoals GM0344, of de naam; dan weegt gelijkenis mee",
    )


def run(call: Call) -> int:
    text = " ".join(call.args.tekst)
    if not words(text):
        raise WrongUse(NOTHING_ASKED)
    found = asyncio.run(_look(call, text))
    value = {**_value(found.answer, found.shown, found.gemeente), "opNaam": found.called}
    call.answer(value, "\n".join(_story(found, text)))
    return DONE


@dataclass(frozen=True)
class Found:
    """What is on the shelf, and `called`: what goes by these words, a line for each id."""

    answer: Answer
    shown: Details
    gemeente: str | None
    called: dict[str, str]


def _story(found: Found, text: str) -> Iterator[str]:
    if found.called:
        yield "Op naam gevonden"
        yield from table(found.called)
        yield ""
    if found.answer.treffers or not found.called:
        yield told(found.answer, found.shown, text)
    else:
        yield "Meer over een van deze: opdeplank waarom ID"


async def _look(call: Call, text: str) -> Found:
    async with open_graph(call.settings) as store:
        await refuse_empty(store)
        gemeente = await _gemeente(store, call.args.gemeente) if call.args.gemeente else None
        async with put_beside(store, call.settings) as (beside, notice):
            await learn(beside)
            asked = Question(omschrijving=text, gemeente=gemeente)
            answer = await look_up(store, asked, first(MOST_HITS), resources=Resources(beside))
        if notice:
            print(notice, file=sys.stderr)
        names = await naming.known(store.rows, MODEL)
        called = {key: meant.shown(names, key) for key in await meant.called(store, names, text)}
        return Found(answer, await details(store, answer, date.today().isoformat()), gemeente, called)


async def _gemeente(store: Store, given: str) -> str:
    """The id behind a CBS code, with or without the letters, or behind a name."""
    if code := CODE.fullmatch(given.strip()):
        return f"gemeente:gm{code[1]}"
    found = await gemeente_names.called(store.rows, given)
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(key.partition(":")[2].upper() for key in found)
        raise Refused(f"Er is meer dan één gemeente die {given} heet. Geef een code: {codes}.")
    raise Refused(f"'{given}' is geen gemeente die we kennen. Geef de naam of een CBS-code, bijvoorbeeld GM0344.")


def _value(answer: Answer, shown: Details, gemeente: str | None) -> dict[str, Any]:
    """The same for a program, in the names of the GraphQL API where it has them."""
    nothing = answer.alternatief
    return {
        "gemeente": gemeente,
        "uitkomst": answer.uitkomst.name,
        "onderwerp": answer.onderwerp,
        "genoemd": answer.genoemd,
        "aantal": answer.aantal,
        "treffers": [
            {
                "oplossing": hit.oplossing,
                "titel": hit.naam,
                "score": hit.score,
                "redenen": [{"soort": r.soort.name, "uitleg": r.uitleg, "gewicht": r.gewicht} for r in hit.redenen],
                "toepassers": list(hit.toepassers),
                "aantalToepassers": hit.aantal_toepassers,
                "ontbreekt": list(hit.ontbreekt),
                "bellen": [belpunt(each) for each in hit.bellen],
                **_shown(shown.treffers[hit.oplossing]),
            }
            for hit in answer.treffers
        ],
        "heeftAl": [asdict(own) for own in answer.heeft_al],
        "aantalHeeftAl": len(answer.heeft_al),
        "begrepenAls": [_verwant(v) for v in answer.begrepen_als],
        "aantalBegrepenAls": len(answer.begrepen_als),
        "letOp": answer.begrip.let_op if answer.begrip else None,
        "alternatief": {
            "verwanteKnelpunten": [_verwant(v) for v in nothing.verwante_knelpunten],
            "lopendeTrajecten": list(nothing.lopende_trajecten),
            "route": nothing.route,
            "wetten": list(nothing.wetten),
            "departementen": list(nothing.departementen),
            "uitleg": nothing.uitleg,
            "dichtbij": list(nothing.dichtbij),
            "aantalVragen": nothing.gevraagd,
        }
        if nothing
        else None,
    }


def _shown(hit: Shown) -> dict[str, Any]:
    plain = asdict(hit)
    plain["citaten"] = [{**citaat, "url": openable(citaat["url"])} for citaat in plain["citaten"]]
    return {"bedachtDoor": plain.pop("bedacht_door"), **plain}


def _verwant(found: Verwant) -> dict[str, Any]:
    return {"knelpunt": found.id, "titel": found.naam, "score": found.score, "redenen": list(found.redenen)}
