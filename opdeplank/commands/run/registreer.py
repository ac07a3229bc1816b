"""`opdeplank registreer`: a question of one's own becomes a registered one, to be asked with GET by its id."""

from argparse import ArgumentParser

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, OperationType, parse

from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC
from graph.dutch.phrasing import some
from opdeplank.graphql import rehearsal
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.endpoint import budget
from opdeplank.graphql.planned_question import planned, text_in, values_in
from opdeplank.graphql.registered import Registered, made
from opdeplank.graphql.saved_questions import NameTaken, SavedQuestions
from opdeplank.settings.table import Settings
from opdeplank.terminal.call import DONE, Call
from opdeplank.terminal.refused import Refused as NotDone
from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
from schema.messages import dutch
from schema.refusals import Refused


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bestand", metavar="BESTAND", help="een bestand met een GraphQL-vraag, of - voor de invoer")
    parser.add_argument(
        "--variabelen", metavar="JSON", default="", help="waarden om de prijs mee te berekenen; anders de minste"
    )


def run(call: Call) -> int:
    text = text_in(call.args.bestand)
    asked = _checked(text)
    price = _price(asked, call.settings, call.args.variabelen)
    try:
        kept = SavedQuestions(call.settings.data).add(text)
    except NameTaken:
        raise NotDone(
            f"Er is al een andere vraag die '{asked.name}' heet. Een geregistreerde vraag verandert niet: kies een "
            "andere naam."
        ) from None
    found = {"id": kept.id, "naam": kept.name, "kosten": price, "variabelen": [each.name for each in kept.declared]}
    address = f"/graphql?documentId={kept.id}"
    told = [
        f"{kept.name} is geregistreerd.", f"  id      {kept.id}", f"  kosten  {price}, zonder sleutel gerekend",
        f"  vragen  GET {address}{'&variables=…' if kept.declared else ''}", f"  bestand /export/{kept.file}.csv",
    ]  # fmt: skip
    call.answer(found, "\n".join(told))
    return DONE


def _checked(text: str) -> Registered:
    """One query with a name."""
    try:
        document: DocumentNode = parse(text)
    except GraphQLError as error:
        raise NotDone(dutch(error.message)) from error
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    if len(operations) != 1:
        raise NotDone(f"Het bestand heeft {some(len(operations), 'vraag', 'vragen')}. Zet er precies één in.")
    if operations[0].operation is not OperationType.QUERY:
        raise NotDone("Alleen een vraag (query) is te registreren: met GET verandert er niets.")
    if operations[0].name is None:
        raise NotDone("De vraag heeft geen naam. Begin met bijvoorbeeld: query schuldenPerGemeente { … }")
    return made(text, "")


def _price(asked: Registered, settings: Settings, given: str) -> int:
    """What it costs whoever asks it without a key; refused when that is more than he may."""
    plans = Plans(SCHEMA, MODEL, b"priced, never used to sign", budget(settings))
    try:
        values = values_in(given) if given else rehearsal.variables(asked)
        price = planned(plans, asked.text, values, PUBLIC).price
    except Invalid as error:
        raise NotDone(dutch(error.errors[0].message)) from error
    except Refused as error:
        raise NotDone(error.message) from error
    except KeyError as error:
        raise NotDone(f"Geef waarden mee om de prijs te berekenen: --variabelen (voor {error}).") from error
    if price > plans.budget.cost:
        raise NotDone(f"De vraag kost {price} punten; hoogstens {plans.budget.cost} mag. Vraag minder.")
    return price
