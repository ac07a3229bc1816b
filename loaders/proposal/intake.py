"""lees to stel voor, for files and folders: all that comes before a decision. Reads the graph, never writes it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.contents import existing
from graph.contents import old_ids as aliases
from graph.contents.existing import Known
from graph.domain.reader import Model, NodeType
from graph.engine.store import Run
from loaders.documents import reading
from loaders.documents.document import WEB, Document, Place, Problem, Refusal
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.names import naming
from loaders.names.naming import Names, nearest
from loaders.progress import Progress, silent
from loaders.proposal.proposal import Proposal, propose
from loaders.prose import rules
from loaders.prose.extractor import Extractor
from loaders.records import record, structured
from loaders.records.structured import Record

SKIPPED = "{}, blad {}: zonder kolom 'soort' is dit geen lijst met feiten. Sla het blad op als een los bestand."


@dataclass(frozen=True)
class Intake:
    """`plaatsen`: where each fact stands, for a person who looks it up. `names`: what an id is called. `teksten`: of
    each document the text in which passages have their place."""

    proposal: Proposal
    refusals: list[Refusal]
    notices: list[str]
    plaatsen: dict[str, str]
    names: Names
    teksten: dict[str, str]


async def take_in(
    run: Run, model: Model, paths: Iterable[Path], progress: Progress = silent, extractor: Extractor | None = None
) -> Intake:
    """Read, understand and compare. What cannot be read or understood is refused; the rest goes on.

    `extractor`: a language model that reads prose after the rules; only when a person asked for one.
    """
    refusals: list[Refusal] = []
    names = await naming.known(run, model)
    documents = [*_read(paths, progress, refusals)]
    written = [*_written(documents, model, names, refusals)]
    findings = Findings(model)
    for number, (document, rows) in enumerate(written):
        progress(len(written) + number, 2 * len(written), document.bestand or "")
        problems = _understand(document, rows, names, findings)
        if extractor is not None and rows is None:
            extractor(document, names, findings)
        if problems:
            refusals.append(Refusal("ONBEKEND", document.bestand or document.id, problems))
    refusals += await _missing(run, findings, names)
    _drop(findings, {r.bestand for r in refusals})
    notices = [said for document, _ in written for said in document.meldingen]
    notices += extractor.notices if extractor is not None else []
    proposal = await propose(run, findings)
    texts = {key: document.tekst for key, document in findings.documents.items()}
    return Intake(proposal, _per_file(refusals), notices, _places(proposal, findings), names, texts)


CHANGED = "{} is veranderd sinds dit voorstel werd gemaakt. Je ziet alleen de citaten. Lees het document opnieuw."
STRANGE = "{} hoort niet bij dit voorstel. Lees het als een nieuw document."


def texts_beside(proposal: Proposal, folder: Path) -> tuple[dict[str, str], list[str]]:
    """Of a proposal that was made elsewhere the text of its documents, by id, from the files in this folder; and what
    to say of those files that are not what it was made of. A passage has its place in the very same bytes only."""
    texts, told = dict[str, str](), list[str]()
    names = {source.bestand for source in proposal.documenten}
    refusals: list[Refusal] = []
    for document in _read([folder], silent, refusals):
        if any(source.id == document.id for source in proposal.documenten):
            texts[document.id] = document.tekst
        else:
            told.append((CHANGED if document.bestand in names else STRANGE).format(document.bestand))
    return texts, [*told, *(str(each) for refusal in refusals for each in refusal.problems)]


def _places(proposal: Proposal, findings: Findings) -> dict[str, str]:
    first = ((fact.id, fact.bewijs[0]) for fact in proposal.feiten if fact.bewijs)
    return {key: findings.documents[proof.document].where(proof.van) for key, proof in first}


def _read(paths: Iterable[Path], progress: Progress, refusals: list[Refusal]) -> Iterator[Document]:
    found = reading.files(paths)
    for number, (path, name) in enumerate(found):
        progress(number, 2 * len(found), name)
        try:
            yield reading.read(path, name)
        except Refusal as refusal:
            refusals.append(refusal)


def _written(
    documents: Iterable[Document], model: Model, names: Names, refusals: list[Refusal]
) -> Iterator[tuple[Document, list[Record] | None]]:
    """Each document once: the same bytes under two names are one document."""
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            continue
        seen.add(document.id)
        try:
            yield _cut(document, model, names)
        except Refusal as refusal:
            refusals.append(refusal)


def _cut(document: Document, model: Model, names: Names) -> tuple[Document, list[Record] | None]:
    """The records of a structured document; their names are known before any of them is read."""
    kinds = record.kinds(model)
    if not structured.are_records(document, kinds):
        return structured.with_tables(document), None
    structure = structured.records(document, kinds)
    source = structure.source
    document = replace(
        document,
        titel=source.get("titel", document.titel),
        soort=source.get("soort", document.soort),
        url=source.get("url", document.url),
        datum=source.get("datum", document.datum),
        uitgever=source.get("uitgever", document.uitgever),
        meldingen=(*document.meldingen, *(SKIPPED.format(document.bestand, sheet) for sheet in structure.skipped)),
    )
    for node, key, said in record.declare(model, structure.records):
        names.add(node.name, _known(node, key, said))
    return document, structure.records


def _known(node: NodeType, key: str, said: dict[str, Any]) -> Known:
    assert node.naming is not None
    aliases = [said.get(name) for name in existing.ALIASES]
    flat = [a for value in aliases for a in (value if isinstance(value, list) else [value]) if isinstance(a, str)]
    flat = [part for text in flat for part in text.split(structured.MANY)]
    return Known(key, str(said[node.naming.name]), tuple(flat), bool(said.get("einddatum")))


def _understand(document: Document, rows: list[Record] | None, names: Names, findings: Findings) -> tuple[Problem, ...]:
    before = len(findings.problems)
    findings.documents[document.id] = document
    if rows is None:
        rules.read(document, names, findings)
    else:
        record.read(document, rows, names, findings)
    if document.uitgever:
        _publisher(document, names, findings)
    return tuple(findings.problems[before:])


def _publisher(document: Document, names: Names, findings: Findings) -> None:
    """The publisher as an id; a name that nobody knows is a mistake like any other."""
    types = findings.model.relationships["UITGEGEVEN_DOOR"].targets
    place = Place(document.bestand or document.id)
    wanted = str(document.uitgever)
    found = (wanted,) if findings.model.by_prefix(wanted) and ":" in wanted else names.resolve(wanted, types)
    if len(found) != 1:
        findings.problem(
            place, f"uitgever '{wanted}' ken ik niet; schrijf de id van een gemeente, departement of organisatie"
        )
        return
    findings.need(found[0], place, types)
    findings.documents[document.id] = replace(document, uitgever=found[0])


async def _missing(run: Run, findings: Findings, names: Names) -> list[Refusal]:
    """References to things that are neither in the graph nor in these documents."""
    open_ids = set(findings.needed) - findings.declared()
    open_ids -= await existing.existing(run, open_ids)
    open_ids -= set(await aliases.now(run, open_ids))
    by_file: dict[str, list[Problem]] = {}
    for key in sorted(open_ids):
        place, _ = findings.needed[key]
        near = nearest(
            key, (k for k in {*names.ids(), *findings.declared()} if k.startswith(key.partition(":")[0] + ":"))
        )
        hint = f"; bedoel je '{near}'?" if near else "; voeg het toe of verwijder de verwijzing"
        by_file.setdefault(place.bestand, []).append(Problem(place, f"'{key}' bestaat niet{hint}"))
    return [Refusal("BESTAAT_NIET", name, tuple(sorted(found))) for name, found in by_file.items()]


def _per_file(refusals: Iterable[Refusal]) -> list[Refusal]:
    """One refusal for each file, with every mistake in it in the order of its lines."""
    first: dict[str, Refusal] = {}
    for refusal in refusals:
        known = first.get(refusal.bestand)
        problems = tuple(sorted({*refusal.problems, *(known.problems if known else ())}))
        first[refusal.bestand] = Refusal(known.code if known else refusal.code, refusal.bestand, problems)
    return [*first.values()]


def _drop(findings: Findings, refused: set[str]) -> None:
    """A document with a mistake gives nothing at all; what it alone said goes with it."""
    gone = {d.id for d in findings.documents.values() if d.bestand in refused}
    if not gone:
        return
    documents = {key: document for key, document in findings.documents.items() if key not in gone}
    for fact in findings.facts.values():
        fact.bewijs[:] = [proof for proof in fact.bewijs if proof.document in documents]
    findings.facts = {key: fact for key, fact in findings.facts.items() if _has_document(fact, documents)}
    used = {proof.document for fact in findings.facts.values() for proof in fact.bewijs}
    findings.documents = {key: d for key, d in documents.items() if d.vorm != WEB or key in used}
    findings.leftovers = [left for left in findings.leftovers if left.document not in gone]


def _has_document(fact: Fact, documents: Mapping[str, Document]) -> bool:
    """Whether a fact still rests on a document itself, not only on pages that one refers to."""
    return any(documents[proof.document].vorm != WEB for proof in fact.bewijs)
