"""stel voor: facts, compared with the graph -> voorstel.json. The names of the fields are the contract's.

stand    nieuw | bevestigd (known) | minder_bewijs, vervalt (an older version said it) | eerder_afgewezen
besluit  ja | nee | later; asserted facts start at ja, a fact with a question waits for a person
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import orjson
from pydantic import TypeAdapter, ValidationError

from graph.contents import existing
from graph.domain.first_spelling import present
from graph.domain.web_address import is_web_address
from graph.engine.store import Run
from loaders.documents.document import Document
from loaders.facts.earlier_decisions import recall
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings, Leftover
from loaders.proposal import matters
from loaders.proposal.matters import Matter

VERSION = 1
STANDS = ("nieuw", "bevestigd", "minder_bewijs", "vervalt", "eerder_afgewezen")
DECISIONS = ("ja", "nee", "later")
NEVER_TRUE = (
    "Dit staat niet meer in de nieuwe versie van het document. Was het nooit waar, zeg dan ja. Is het geëindigd, vul "
    "dan ook 'tot' in. Klopt het nog, zeg dan nee."
)
REASONS = {"csv": "kolomnamen", "yaml": "opmaak of toelichting", "json": "opmaak"}


@dataclass(frozen=True)
class Source:
    """A document as the proposal knows it."""

    id: str
    bestand: str | None
    sha256: str
    tekens: int
    titel: str
    datum: str | None = None
    soort: str = "document"
    url: str | None = None
    uitgever: str | None = None


@dataclass
class Proposal:
    versie: int
    basis: str
    documenten: list[Source]
    feiten: list[Fact]
    niet_gebruikt: list[Leftover]
    samen: list[Matter] = field(default_factory=list)
    """Questions that one answer settles."""

    def to_json(self) -> bytes:
        return orjson.dumps(self, option=orjson.OPT_INDENT_2)

    def counts(self) -> dict[str, int]:
        """How many facts stand where, and how many questions wait for an answer."""
        found = {stand: sum(f.stand == stand for f in self.feiten) for stand in STANDS}
        return found | {"vragen": matters.questions(self.feiten, self.samen), "feiten": len(self.feiten)}


class BadProposal(Exception):
    """A proposal that cannot be read; the message says where and what to do."""


READER = TypeAdapter(Proposal)


def from_json(content: bytes, name: str) -> Proposal:
    """Raises BadProposal."""
    try:
        made = READER.validate_json(content)
    except ValidationError as error:
        raise BadProposal(_where(error, name)) from error
    if made.versie != VERSION:
        raise BadProposal(f"{name}: versie {made.versie} ken ik niet. Maak het voorstel opnieuw met 'opdeplank lees'.")
    for number, source in enumerate(made.documenten):
        if source.url is not None and not is_web_address(source.url):
            raise BadProposal(f"{name}: documenten[{number}].url: '{source.url}' is geen webadres; begin met https://")
    for number, fact in enumerate(made.feiten):
        for name_, value, choices in (("besluit", fact.besluit, DECISIONS), ("stand", fact.stand, STANDS)):
            if value not in choices:
                said = f'"{value}" is geen keuze; kies uit {", ".join(choices)}'
                raise BadProposal(f"{name}: feiten[{number}].{name_}: {said}")
    for number, matter in enumerate(made.samen):
        if matter.besluit not in DECISIONS:
            said = f'"{matter.besluit}" is geen keuze; kies uit {", ".join(DECISIONS)}'
            raise BadProposal(f"{name}: samen[{number}].besluit: {said}")
    return _with_present_ids(made)


def _with_present_ids(made: Proposal) -> Proposal:
    """A proposal of an older program spells its own ids otherwise."""
    return replace(
        made,
        documenten=[replace(source, id=present(source.id)) for source in made.documenten],
        feiten=[
            replace(fact, id=present(fact.id), bewijs=[replace(e, document=present(e.document)) for e in fact.bewijs])
            for fact in made.feiten
        ],
        niet_gebruikt=[replace(left, document=present(left.document)) for left in made.niet_gebruikt],
    )


async def propose(run: Run, findings: Findings) -> Proposal:
    """The difference with the graph. Only reads."""
    facts = await recall(run, findings.model, findings.facts.values())
    files = [{"bestand": d.bestand, "url": d.url or "", "id": d.id} for d in findings.documents.values() if d.bestand]
    facts += [*_lapsed(await existing.of_older_versions(run, files), {f.id for f in facts})]
    documents = [_source(d) for d in findings.documents.values()]
    left = [*findings.leftovers, *_gaps(findings, facts)]
    basis = str(await existing.version(run))
    return Proposal(VERSION, basis, documents, facts, sorted(left, key=_position), matters.gathered(facts))


def accept_all(proposal: Proposal) -> None:
    """Say yes to every fact that carries no question and was not refused before."""
    for fact in proposal.feiten:
        if fact.vraag is None and fact.besluit == "later":
            fact.besluit = "ja"


def _lapsed(older: Iterable[tuple[str, str, str, int]], present: set[str]) -> Iterator[Fact]:
    """What a new version of a document no longer says: never taken away by itself, but proposed, with a question.

    A fact with evidence in other documents only has less of it.
    """
    for key, soort, said, others in older:
        if key in present:
            continue
        stand, question = ("minder_bewijs", None) if others else ("vervalt", NEVER_TRUE)
        yield Fact(
            key, soort, orjson.loads(said), [], 1.0, "ontbreekt-in-nieuwe-versie", question, stand, "later",
            orjson.loads(said),
        )  # fmt: skip


def _source(document: Document) -> Source:
    return Source(
        document.id, document.bestand, document.sha256, len(document.tekst), document.titel, document.datum,
        document.soort, document.url, document.uitgever,
    )  # fmt: skip


def _gaps(findings: Findings, facts: Iterable[Fact]) -> Iterator[Leftover]:
    """What no fact and no leftover covers yet, so that nothing is lost."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for fact in facts:
        for proof in fact.bewijs:
            spans.setdefault(proof.document, []).append((proof.van, proof.tot))
    for left in findings.leftovers:
        spans.setdefault(left.document, []).append((left.van, left.tot))
    for document in findings.documents.values():
        at = 0
        for start, end in [*sorted(spans.get(document.id, [])), (len(document.tekst), len(document.tekst))]:
            if start > at:
                yield from _written(document, at, start)
            at = max(at, end)


def _written(document: Document, start: int, end: int) -> Iterator[Leftover]:
    text = document.tekst[start:end]
    bare = text.strip()
    if bare:
        first = start + text.index(bare)
        yield Leftover(document.id, first, first + len(bare), bare, REASONS.get(document.vorm, "geen feit"))


def _position(left: Leftover) -> tuple[str, int]:
    return left.document, left.van


def _where(error: ValidationError, name: str) -> str:
    first = error.errors()[0]
    where = re.sub(r"\.(\d+)", r"[\1]", ".".join(map(str, first["loc"]))) or "het voorstel"
    if first["type"] == "json_invalid":
        return f"{name}: dit is geen geldige JSON. Maak het voorstel opnieuw met 'opdeplank lees'."
    if first["type"] == "missing":
        return f"{name}: {where} ontbreekt. Maak het voorstel opnieuw met 'opdeplank lees'."
    return f"{name}: {where} heeft niet de goede vorm. Maak het voorstel opnieuw met 'opdeplank lees'."
