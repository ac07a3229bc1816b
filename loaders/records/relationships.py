"""Records about a relationship: `rol` and `lid` by person and organisation, `relatie` by its type and two ends."""

from collections.abc import Mapping
from typing import Any

from loaders.documents.document import Place
from loaders.documents.markup import Cell, scalar
from loaders.facts.fact import ABOUT, RECORD_RULE, ROLES, Evidence, Fact, Tie
from loaders.records.cells import Cells
from loaders.records.references import References
from loaders.records.structured import Record

SINCE = "vanaf"
"""The first day of a role or relation. `van` says it as well, but in a `relatie` that is where the relation begins."""


class Ties:
    def __init__(self, cells: Cells, references: References) -> None:
        self.cells = cells
        self.references = references
        self.model = cells.findings.model

    def role(self, record: Record, proof: Evidence) -> Fact | None:
        """`{soort: rol, persoon: Toke Tom, functie: …, organisatie: gemeente:gm0344}`"""
        edge = self.model.relationships[ROLES[record.soort]]
        before = len(self.cells.findings.problems)
        ends = {"persoon": edge.sources, "organisatie": edge.targets}
        found = self._ends(record, ends, (*edge.properties, SINCE), proof)
        since = {"van": record.fields[SINCE]} if SINCE in record.fields else {}
        said = self.cells.edge_values(edge, {**record.fields, **since})
        if found is None or len(self.cells.findings.problems) > before:
            return None
        return self.add(Tie(edge, *found, said), [proof], self.cells.place(record), record.fields)

    def relation(self, record: Record, proof: Evidence) -> Fact | None:
        """`{soort: relatie, relatie: HOORT_BIJ, van: …, naar: …, hoe: …}`; a period is vanaf and tot."""
        entities = {node.name for node in self.model.entities}
        stored = {r.name: r for r in self.model.stored_relationships if r.sources[0] in entities}
        name = scalar(record.fields.get("relatie")) or ""
        if name not in stored:
            self.cells.unknown(record.fields.get("relatie") or record, "relatie", name, stored)
            return None
        edge = stored[name]
        before = len(self.cells.findings.problems)
        own = ("relatie", *(SINCE if p == "van" else p for p in edge.properties))
        found = self._ends(record, {"van": edge.sources, "naar": edge.targets}, own, proof)
        renamed = {("van" if n == SINCE else n): c for n, c in record.fields.items() if n not in ("van", "naar")}
        said = self.cells.edge_values(edge, renamed)
        if found is None or len(self.cells.findings.problems) > before:
            return None
        return self.add(Tie(edge, *found, said), [proof], self.cells.place(record), record.fields)

    def add(self, tie: Tie, proof: list[Evidence], place: Place, fields: Mapping[str, Cell]) -> Fact:
        """The fact of a relationship: a `rol` or `lid` where there is such a word, else a `relatie`."""
        soort = next((s for s, name in ROLES.items() if name == tie.type.name), "relatie")
        velden: dict[str, Any]
        if soort == "relatie":
            period = {(SINCE if n == "van" else n): v for n, v in tie.properties.items()}
            velden = {"relatie": tie.type.name, "van": tie.source, "naar": tie.target, **period}
        else:
            velden = {"persoon": self.references.written(tie.source), "organisatie": tie.target, **tie.properties}
        certain = self.cells.certainty(fields)
        return self.cells.findings.add(soort, velden, proof, place, zekerheid=certain, regel=RECORD_RULE)

    def _ends(
        self, record: Record, ends: Mapping[str, tuple[str, ...]], own: tuple[str, ...], proof: Evidence
    ) -> tuple[str, str] | None:
        """The ids of the two ends, in order; None when one is missing or unknown."""
        wanted = (*ends, *own, *ABOUT)
        for name, cell in record.fields.items():
            if name not in wanted:
                self.cells.unknown_field(cell, name, wanted)
        found = []
        for name, types in ends.items():
            end = record.fields.get(name)
            if end is None or end.value is None:
                self.cells.missing(self.cells.place(record), record.fields, record.soort, [name])
            else:
                found.append(self.references.refer(end, types, proof))
        source, target = found if len(found) == 2 else (None, None)
        return None if source is None or target is None else (source, target)
