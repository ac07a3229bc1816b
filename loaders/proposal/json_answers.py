"""voorstel.json with somebody's decisions -> the proposal with them, by the same rules as the workbook.

An answer is a field that says something else than was read (`gelezen`), or one that was added under the name of a
column: `welke`, `titel`, `nieuwe_organisatie`, `jaar`. Raises BadProposal, naming the place of every mistake.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from graph.domain.reader import Model
from loaders.answers.answer_columns import EDITABLE, NEW, fields_of
from loaders.answers.answer_names import Say
from loaders.answers.answering import Answers
from loaders.answers.given import Given
from loaders.facts.fact import Fact
from loaders.names.naming import Names, nearest
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import BadProposal, Proposal, from_json
from loaders.proposal.workbook_answers import first

NEW_FACT = "nieuw"


def read(content: bytes, name: str, model: Model, names: Names) -> Proposal:
    """Raises BadProposal. `names` are those of the graph, to know what an answer means."""
    found = from_json(content, name)
    as_read = [replace(fact, velden=fact.gelezen or fact.velden) for fact in found.feiten]
    answers, problems = Answers(model, names, as_read), list[str]()
    made = [_taken(answers, fact, number, problems) for number, fact in enumerate(found.feiten)]
    samen = [_settled(answers, matter, number, problems) for number, matter in enumerate(found.samen)]
    if problems:
        told = "\n".join(f"  {line}" for line in first(problems))
        raise BadProposal(f"{name} klopt nog niet:\n{told}")
    return replace(found, feiten=answers.followed(made), samen=samen)


def given(proposal: Proposal) -> dict[str, Given]:
    """What somebody wrote in it, by the id of the fact or of the question for several."""
    facts = {fact.id: Given(fact.besluit, _changed(fact, fields_of(fact))) for fact in proposal.feiten}
    matters = {
        each.id: Given(each.besluit, {"organisatie": each.organisatie} if each.organisatie else {})
        for each in proposal.samen
    }
    return {**facts, **matters}


def written(proposal: Proposal, said: Mapping[str, Given]) -> Proposal:
    """The proposal as somebody would have written these answers in it. An organisation that is new and answers several
    facts stands with each of them: a question for several has no field for it."""
    facts = {fact.id: fact for fact in proposal.feiten}
    samen = []
    for matter in proposal.samen:
        own = said.get(matter.id)
        if own is not None and NEW in own.antwoord:
            said = {**dict.fromkeys(matter.feiten, own), **said}
            own = None
        if own is not None:
            where = own.antwoord.get("organisatie", matter.organisatie)
            matter = replace(matter, besluit=own.besluit, organisatie=where)
        samen.append(matter)
    made = [_written(facts[key], said[key]) if key in said else facts[key] for key in facts]
    return replace(proposal, feiten=made, samen=samen)


def _written(fact: Fact, own: Given) -> Fact:
    fields = fields_of(fact)
    answers = {fields.get(column, column): text for column, text in own.antwoord.items()}
    return replace(fact, velden={**fact.velden, **answers}, besluit=own.besluit)


def _taken(answers: Answers, fact: Fact, number: int, problems: list[str]) -> Fact:
    fields = fields_of(fact)
    say = partial(_say, problems, number, fields)
    if fact.stand == NEW_FACT:
        _check_fields(answers.model, fact, fields, say)
    said = _changed(fact, fields)
    if fact.besluit == "nee" or (fact.besluit == "later" and fact.stand != NEW_FACT):
        return fact  # an earlier decision may have put it right; that is no answer
    if not said and not (fact.besluit == "ja" and fact.vraag is not None):
        return fact
    read = {**fact.velden}
    for column in said:
        field = fields.get(column, column)
        if fact.gelezen is not None and field in fact.gelezen:
            read[field] = fact.gelezen[field]
        else:
            read.pop(field, None)
        read.pop(column, None)
    return answers.take(replace(fact, velden=read), said, fact.besluit, say)


def _check_fields(model: Model, fact: Fact, fields: Mapping[str, str], say: Say) -> None:
    """A field that nobody reads would be lost."""
    node, edge = model.by_prefix(fact.soort), model.relationships.get(str(fact.velden.get("relatie")))
    known = {*(fact.gelezen or fact.velden), *fields, *fields.values()}
    known |= {*(node.properties if node else ()), *(node.relations if node else ()), *(edge.properties if edge else ())}
    for name in fact.velden.keys() - known - {*EDITABLE}:
        near = nearest(name, known)
        say(name, f"dit veld ken ik niet{f'; bedoel je {near}?' if near else ''}")


def _changed(fact: Fact, fields: Mapping[str, str]) -> dict[str, str]:
    """What somebody wrote, by column."""
    if fact.gelezen is None:
        return {}
    found = {column: field for column, field in fields.items() if _text(fact, field) != _said(fact.gelezen, field)}
    said = {column: _text(fact, field) for column, field in found.items()}
    others = (name for name in EDITABLE if name not in fields.values() and name in fact.velden)
    return said | {name: _text(fact, name) for name in others if name not in fact.gelezen}


def _text(fact: Fact, field: str) -> str:
    return _said(fact.velden, field)


def _said(velden: Mapping[str, Any], field: str) -> str:
    value = velden.get(field)
    return "" if value is None else " ".join(str(value).split())


def _settled(answers: Answers, matter: Matter, number: int, problems: list[str]) -> Matter:
    """A name is as good as an id for a question that settles several facts too."""
    if matter.besluit != "ja" or matter.organisatie is None:
        return matter

    def say(column: str, said: str) -> None:
        problems.append(f"samen[{number}].{column}: {said}")

    key = answers.meant.known(matter.organisatie, answers.meant.places("rol"), "organisatie", say)
    return replace(matter, organisatie=key or matter.organisatie)


def _say(problems: list[str], number: int, fields: Mapping[str, str], column: str, said: str) -> None:
    where = "besluit" if column == "besluit" else f"velden.{fields.get(column, column)}"
    problems.append(f"feiten[{number}].{where}: {said}")
