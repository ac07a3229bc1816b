"""`opdeplank toon-plan`: what becomes of an operation, without a database."""

import sys
from argparse import ArgumentParser
from typing import Any

from graphql import print_ast

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.dutch.phrasing import some
from graph.engine.clauses import laid_out
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.endpoint import budget
from opdeplank.graphql.planned_question import planned, text_in, values_in
from opdeplank.terminal.call import DONE, FAILED, Call
from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
from schema.messages import dutch
from schema.refusals import Refused


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bestand", metavar="BESTAND", help="een bestand met een GraphQL-vraag, of - voor de invoer")
    parser.add_argument("--variabelen", metavar="JSON", default="{}", help='waarden, bijvoorbeeld {"first": 5}')


def run(call: Call) -> int:
    plans = Plans(SCHEMA, MODEL, b"shown, never used to sign", budget(call.settings))
    try:
        found = _plan(
            plans, text_in(call.args.bestand), values_in(call.args.variabelen), Viewer(Rol[call.settings.rol])
        )
    except Invalid as error:
        return _say([dutch(e.message) for e in error.errors])
    except Refused as error:
        return _say([error.message])
    call.answer(found, _shown(found))
    return DONE


def _plan(plans: Plans, text: str, given: dict[str, Any], viewer: Viewer) -> dict[str, Any]:
    found = planned(plans, text, given, viewer)
    plan = found.plan
    return {
        "selectie": print_ast(plans.tree(found.document)[1]),
        "opdrachten": [
            {"tekst": s.text, "parameters": given, "subvragen": s.subqueries}
            for s, given in zip(plan.statements, plan.parameters(found.bound), strict=True)
        ],
        "opzoeken": [lookup.name for lookup in plan.lookups],
        "kosten": found.price,
        "dingen": found.things,
        "subvragen": plan.subqueries,
    }


def _shown(found: dict[str, Any]) -> str:
    lines = ["Selectie", found["selectie"]]
    for number, statement in enumerate(found["opdrachten"], 1):
        lines += ["", f"Opdracht {number} ({_parts(statement)})", laid_out(statement["tekst"])]
        lines += [f"  {name} = {value!r}" for name, value in statement["parameters"].items()]
    if found["opzoeken"]:
        lines += ["", "Eerst opgezocht: " + ", ".join(found["opzoeken"])]
    things = some(found["dingen"], "ding", "dingen")
    lines += ["", f"Kosten {found['kosten']}, hoogstens {things}, {_parts(found)}"]
    return "\n".join(lines)


def _parts(of: dict[str, Any]) -> str:
    return some(of["subvragen"], "subvraag", "subvragen")


def _say(messages: list[str]) -> int:
    for message in messages:
        print(f"opdeplank: {message}", file=sys.stderr)
    return FAILED
