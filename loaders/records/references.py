"""What a cell refers to: an id, or a name that means exactly one thing."""

from graph.domain.reader import Model
from loaders.documents.markup import Cell
from loaders.facts.fact import RECORD_RULE, Evidence, person_id
from loaders.names.naming import Names
from loaders.records.cells import Cells


class References:
    def __init__(self, cells: Cells, names: Names) -> None:
        self.cells = cells
        self.names = names
        self.model: Model = cells.findings.model

    def refer(self, cell: Cell, types: tuple[str, ...], proof: Evidence | None = None) -> str | None:
        """The id a cell means. Someone named is a fact of its own, resting on `proof` or else on the cell."""
        if not isinstance(cell.value, str):
            self.cells.problem(cell, "hier hoort één id of naam")
            return None
        text = cell.value.strip()
        node = self.model.by_prefix(text) if ":" in text else None
        if node is not None and node.name not in types:
            wanted = " of ".join(self.model.nodes[t].prefix for t in types)
            self.cells.problem(cell, f"hier hoort een {wanted}, geen {node.prefix}")
            return None
        if node is not None:
            return self._needed(text, cell, types)
        found = self.names.resolve(text, types)
        if len(found) <= 1 and "Persoon" in types:
            return self._person(found[0] if found else person_id(text), text, cell, proof)
        if len(found) == 1:
            return self._needed(found[0], cell, types)
        self.cells.problem(cell, self._which(text, found, types))
        return None

    def written(self, key: str) -> str:
        """In a role, a person is written by name where the name gives the id back."""
        name = self.names.name(key)
        if name == key:
            made = self.cells.findings.facts.values()
            name = next((f.velden["naam"] for f in made if f.velden.get("id") == key and "naam" in f.velden), key)
        return name if person_id(name) == key else key

    def _needed(self, key: str, cell: Cell, types: tuple[str, ...]) -> str:
        self.cells.findings.need(key, self.cells.place(cell), types)
        return key

    def _person(self, key: str, name: str, cell: Cell, proof: Evidence | None) -> str:
        """Naming someone is evidence that they exist, known or not; so that reading twice gives the same facts."""
        known = self.names.name(key)
        velden = {"id": key, "naam": name if known == key else known}
        cells = self.cells
        cells.findings.add("persoon", velden, [proof or cells.quote(cell)], cells.place(cell), regel=RECORD_RULE)
        return key

    def _which(self, text: str, found: tuple[str, ...], types: tuple[str, ...]) -> str:
        if found:
            return f"'{text}' kan {' of '.join(found)} zijn; schrijf de id"
        near = self.names.suggest(text, types, 1)
        hint = f"bedoel je '{near[0].id}' ({near[0].name})?" if near else "schrijf de id"
        return f"'{text}' ken ik niet; {hint}"
