"""A letter -> the facts that it states, or what is wrong in it. No database here."""

from collections.abc import Sequence

from graph.domain.reader import Model
from loaders.documents.document import Problem
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.proposal.decided import Settled
from loaders.proposal.proposal import Source
from loaders.records import record
from loaders.records.structured import Record
from loaders.report.faults import Fault, NotDone, Path
from loaders.report.letter import RULE, Entry, Letter


def understood(model: Model, letter: Letter, entries: Sequence[Entry], number: int) -> tuple[Settled, dict[str, Path]]:
    """What the letter says, decided (who says it has decided it), and the ids that it leans on, with where they stand
    in the arguments. Raises NotDone, naming every mistake."""
    document, findings = letter.document, Findings(model)
    findings.documents[document.id] = document
    record.read(document, letter.records, Names(), findings)
    if findings.problems:
        raise NotDone(Fault(_sentence(problem), _where(letter, problem)) for problem in findings.problems)
    for fact in findings.facts.values():
        fact.regel = RULE
        fact.gelezen = dict(fact.velden)
    for entry, said in zip(entries, letter.records, strict=True):
        _prove(entry, said, findings)
    source = Source(
        document.id, None, document.sha256, len(document.tekst), document.titel, document.datum, document.soort
    )
    needed = {key: letter.places[place.regel] for key, (place, _) in findings.needed.items()}
    return Settled([source], [*findings.facts.values()], str(number - 1)), needed


def _prove(entry: Entry, said: Record, findings: Findings) -> None:
    """What this record says rests on what stands beside it too."""
    for fact in findings.facts.values():
        if any(said.start <= proof.van < said.end for proof in fact.bewijs[:1]):
            fact.bewijs += [proof for proof in entry.proofs if proof not in fact.bewijs]
            fact.zekerheid = entry.certainty


def _where(letter: Letter, problem: Problem) -> Path:
    return letter.places[problem.place.regel] if problem.place.regel < len(letter.places) else ()


def _sentence(problem: Problem) -> str:
    text = problem.tekst
    return f"{text[:1].upper()}{text[1:]}."
