"""`opdeplank laad`: what was decided in a proposal goes to the graph, all of it or nothing."""

import asyncio
import getpass
from argparse import ArgumentParser
from pathlib import Path

from graph.domain.provenance import MODEL
from graph.dutch.phrasing import some
from graph.engine.store import Store
from loaders.load.apply import apply, preview
from loaders.load.receipt import Bon
from loaders.names import naming
from loaders.proposal import json_answers, workbook_answers, workbook_rows
from loaders.proposal.proposal import BadProposal, Proposal, accept_all
from opdeplank.commands.fill import lees
from opdeplank.graph.database import open_graph, prepare
from opdeplank.graph.visiting import must_fit
from opdeplank.privacy.obeying import obey
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.progress_bar import Progress
from opdeplank.terminal.refused import Refused

FORGOTTEN = "  vergeten       {facts}: dat gaat over iemand die vergeten is, en blijft weg"
NO_CONSENT = (
    "  weggelaten     {ways}: van deze mensen staat niet vast dat het mag. Mag het wel, zet er dan in\n"
    "                 `emailToestemming` bij sinds wanneer"
)
KINDS = {
    "beleidskader": ("beleidskader", "beleidskaders"), "citaat": ("citaat", "citaten"),
    "criterium": ("criterium", "criteria"), "datum": ("datum", "datums"),
    "departement": ("departement", "departementen"), "gemeente": ("gemeente", "gemeenten"),
    "knelpunt": ("knelpunt", "knelpunten"), "lid": ("lidmaatschap", "lidmaatschappen"),
    "onderwerp": ("onderwerp", "onderwerpen"), "oplossing": ("oplossing", "oplossingen"),
    "organisatie": ("organisatie", "organisaties"), "persoon": ("persoon", "personen"),
    "relatie": ("relatie", "relaties"), "rol": ("functie", "functies"), "thema": ("thema", "thema's"),
    "toepassing": ("toepassing", "toepassingen"), "traject": ("traject", "trajecten"),
    "uitvoeringsprogramma": ("uitvoeringsprogramma", "uitvoeringsprogramma's"),
    "voortgang": ("voortgangsbericht", "voortgangsberichten"), "wet": ("wet", "wetten"),
}  # fmt: skip
"""What a kind of fact is called, one and more."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "voorstel", type=Path, metavar="VOORSTEL", help="voorstel.json of voorstel.xlsx, of de map waar ze in staan"
    )
    parser.add_argument("--alles", action="store_true", help="zeg ja tegen elk feit zonder vraag")
    parser.add_argument("--proefdraai", action="store_true", help="laat alleen zien wat er verandert")
    parser.add_argument("--door", metavar="NAAM", help="wie dit laadt (anders: je gebruikersnaam)")


def run(call: Call) -> int:
    bon = asyncio.run(_load(call))
    call.answer({**bon.as_json(), "proefdraai": call.args.proefdraai}, "\n".join(_receipt(bon, call.args.proefdraai)))
    return DONE


async def _load(call: Call) -> Bon:
    path = call.args.voorstel
    given = _files(path) if path.is_dir() else [path]
    contents = {each: _content(each) for each in given}
    async with open_graph(call.settings, roomy=True) as store:
        await prepare(store)
        await obey(store, call.settings.data)
        proposal = _chosen([await _proposal(store, each, content) for each, content in contents.items()], contents)
        if call.args.alles:
            accept_all(proposal)
        if call.args.proefdraai:
            return await preview(store.rows, MODEL, proposal)
        must_fit(store, len(proposal.feiten))
        with Progress("Laden") as progress:
            return await apply(store, MODEL, proposal, call.args.door or getpass.getuser(), progress=progress)


def _files(folder: Path) -> list[Path]:
    """What `lees` left there; either file may have been decided in."""
    found = [folder / name for name in (lees.NAME, lees.WORKBOOK) if (folder / name).exists()]
    return found or [folder / lees.NAME]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused(f"{path} bestaat niet. Maak eerst een voorstel met 'opdeplank lees'.") from error
    except OSError as error:
        raise Refused(f"{path} is niet te lezen. Controleer de rechten.") from error


async def _proposal(store: Store, path: Path, content: bytes) -> Proposal:
    read = workbook_answers.read if path.suffix.lower() == ".xlsx" else json_answers.read
    try:
        return read(content, path.name, MODEL, await naming.known(store.rows, MODEL))
    except BadProposal as error:
        raise Refused(str(error)) from error


def _chosen(proposals: list[Proposal], contents: dict[Path, bytes]) -> Proposal:
    """Of two, the one that somebody decided in. Decisions in both are for a person to put together."""
    if len(proposals) == 1:
        return proposals[0]
    said, book = proposals
    before = workbook_rows.original(contents[list(contents)[1]], lees.WORKBOOK)
    if said == before:
        return book
    if book == before:
        return said
    raise Refused(f"In {lees.NAME} en in {lees.WORKBOOK} is iets veranderd. Kies er een, en noem dat bestand.")


def _receipt(bon: Bon, rehearsal: bool) -> list[str]:
    if bon.al_geladen:
        return [f"Dit was al geladen als {bon.lading}. Er is niets veranderd."]
    counts = [
        "Feiten",
        f"  geladen        {bon.feiten}{_kinds(bon, 'ja')}",
        *([f"    waarvan alleen als passage bewaard: {bon.alleen_passage}"] if bon.alleen_passage else []),
        f"  afgewezen      {bon.afgekeurd}{_kinds(bon, 'nee')}",
        f"  voor later     {bon.uitgesteld}{_kinds(bon, 'later')}",
        *([f"    personen die wachten op een besluit over hun functie: {bon.wachten}"] if bon.wachten else []),
        "Dingen en relaties",
        f"  nieuw          {bon.aangemaakt}",
        f"  bijgewerkt     {bon.bijgewerkt}",
        f"  al bekend      {bon.ongewijzigd}",
        *([FORGOTTEN.format(facts=bon.vergeten)] if bon.vergeten else []),
        *(
            [NO_CONSENT.format(ways=some(bon.zonder_toestemming, "adres", "adressen"))]
            if bon.zonder_toestemming
            else []
        ),
    ]
    if rehearsal:
        return ["Zo zou de graaf veranderen. Er is niets geschreven.", *counts]
    return [
        f"De lading is doorgevoerd: {some(bon.feiten, 'feit', 'feiten')} uit "
        f"{some(bon.documenten, 'document', 'documenten')}.",
        *counts,
        "",
        f"Bon: {bon.lading}",
        f"Ongedaan maken: opdeplank terug {bon.lading}",
    ]


def _kinds(bon: Bon, decision: str) -> str:
    """`  (2 personen, 1 functie)`"""
    found = {soort: counts[decision] for soort, counts in bon.soorten.items() if counts[decision]}
    told = [some(number, *KINDS.get(soort, (soort, soort))) for soort, number in found.items()]
    return f"  ({', '.join(told)})" if told else ""
