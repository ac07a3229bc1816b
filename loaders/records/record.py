"""vind, for records: each record -> facts, checked field by field against the model.

things         {soort: oplossing, …}     the thing, its relations, things inside it
relationships  {soort: rol | lid | relatie, …}
sources        bronnen: pages that support the record or a part of it
references     ids and names
cells          values, quotes and mistakes
"""

from collections.abc import Iterable, Iterator
from typing import Any

from graph.domain.reader import Model, NodeType
from loaders.documents.document import Document
from loaders.documents.markup import Cell
from loaders.facts.fact import ROLES, identify
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.records.cells import Cells
from loaders.records.references import References
from loaders.records.relationships import Ties
from loaders.records.sources import Proofs
from loaders.records.structured import Record
from loaders.records.things import Things


def kinds(model: Model) -> tuple[str, ...]:
    """The words that may stand behind `soort`."""
    return (*(n.prefix for n in model.entities), *ROLES, "relatie")


def declare(model: Model, found: Iterable[Record]) -> Iterator[tuple[NodeType, str, dict[str, Any]]]:
    """The things that records are about with their names, so that others may refer to them in any order."""
    for record in found:
        node = model.by_prefix(record.soort)
        if node is None or not node.is_entity or node.naming is None:
            continue
        said = {name: _plain(cell) for name, cell in record.fields.items()}
        key = said.get("id") or identify(node, {k: v for k, v in said.items() if isinstance(v, str)}, {})
        if isinstance(key, str) and isinstance(said.get(node.naming.name), str):
            yield node, key, said


def read(document: Document, found: Iterable[Record], names: Names, findings: Findings) -> None:
    """Read the records of one document into `findings`."""
    cells = Cells(document, findings)
    references = References(cells, names)
    ties, proofs = Ties(cells, references), Proofs(cells)
    things = Things(cells, references, ties, proofs)
    for record in found:
        proof = cells.span(record.start, record.end)
        node = findings.model.by_prefix(record.soort)
        if node is not None and node.is_entity:
            things.read(node, record.fields, proof, cells.place(record), {})
        elif record.soort in ROLES or record.soort == "relatie":
            made = ties.relation(record, proof) if record.soort == "relatie" else ties.role(record, proof)
            if made is not None:
                proofs.prove(made, record.fields, {}, {})
        else:
            cells.unknown(record.fields.get("soort") or record, "soort", record.soort, kinds(findings.model))


def _plain(cell: Cell) -> Any:
    if isinstance(cell.value, list):
        return [c.value for c in cell.value if isinstance(c.value, str)]
    return cell.value if isinstance(cell.value, str) else None
