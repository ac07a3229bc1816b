"""Records written as yaml in a test, and what is read in them."""

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.documents.document import Document, digest, document_id
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.records import record, structured
from loaders.records.cells import Cells

KNOWN = (
    ("Gemeente", "gemeente:gm9001", "Waterdam"), ("Gemeente", "gemeente:gm9002", "Bergen (NH.)"),
    ("Gemeente", "gemeente:gm9003", "Bergen (L.)"), ("Organisatie", "organisatie:koepel", "Koepel"),
    ("Persoon", "persoon:ria-bos", "Ria Bos"), ("Thema", "thema:schulden", "Schulden"),
)  # fmt: skip


def names() -> Names:
    made = Names()
    for kind, key, name in KNOWN:
        made.add(kind, Known(key, name))
    return made


def document(text: str) -> Document:
    sha256 = digest(text)
    return Document(document_id(sha256), sha256, text, "a", "document", "yaml", "a.yaml")


def cells(text: str) -> tuple[Cells, structured.Record]:
    """The cells of the first record, by their names."""
    made = document(text)
    findings = Findings(MODEL, {made.id: made})
    return Cells(made, findings), structured.records(made, record.kinds(MODEL)).records[0]


def read(*records: str) -> Findings:
    """`read("{soort: thema, naam: X}")`"""
    made = document("feiten:\n" + "".join(f"  - {line}\n" for line in records))
    findings = Findings(MODEL, {made.id: made})
    record.read(made, structured.records(made, record.kinds(MODEL)).records, names(), findings)
    return findings


def facts(*records: str) -> list[Fact]:
    found = read(*records)
    assert not found.problems, [str(p) for p in found.problems]
    return [*found.facts.values()]


def problems(*records: str) -> list[str]:
    return [problem.tekst for problem in read(*records).problems]
