"""vind, for records: each record -> facts, checked field by field against the model.

A record about a thing gives one fact that the thing exists (with its properties and the ends it cannot do without), one
fact for every other relation, and one for each property that a source in `bronnen` is named for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from graph.marks import Shape
from graph.model import Model, NodeType, Property, Relation, RelationshipType
from loaders import values
from loaders.document import Document, Place, digest, document_id
from loaders.facts import ROLES, Evidence, Fact, identify, person_id
from loaders.findings import Findings
from loaders.naming import Names, nearest
from loaders.nodes import Cell, scalar
from loaders.structured import MANY, Record

ABOUT = ("soort", "bronnen", "zekerheid")
PROOF_KEYS = ("url", "zegt", "titel", "datum", "soort", "over")
SUMMARY = "webpagina, samengevat"
RULE = "record"


def kinds(model: Model) -> tuple[str, ...]:
    """The words that may stand behind `soort`."""
    return (*(n.prefix for n in model.entities), *ROLES, "relatie")


def declare(model: Model, found: Iterable[Record]) -> Iterator[tuple[NodeType, str, dict[str, Any]]]:
    """The things that records are about with their names, so that others may refer to them in any order."""
    for record in found:
        node = model.by_prefix(record.soort)
        if node is None or not node.is_entity:
            continue
        said = {name: _plain(cell) for name, cell in record.fields.items()}
        key = said.get("id") or identify(node, {k: v for k, v in said.items() if isinstance(v, str)}, {})
        if isinstance(key, str) and node.naming and isinstance(said.get(node.naming.name), str):
            yield node, key, said


class Reader:
    """Reads the records of one document into `findings`."""

    def __init__(self, document: Document, names: Names, findings: Findings) -> None:
        self.document = document
        self.names = names
        self.findings = findings
        self.model = findings.model

    def read(self, record: Record) -> None:
        fields = dict(record.fields)
        node = self.model.by_prefix(record.soort)
        proof = Evidence(self.document.id, record.start, record.end, self.document.tekst[record.start : record.end])
        if record.soort in ROLES:
            made = self._tie(self.model.relationships[ROLES[record.soort]], record, fields, proof)
            self._prove([made] if made else [], fields, {})
        elif record.soort == "relatie":
            made = self._relation(record, fields, proof)
            self._prove([made] if made else [], fields, {})
        elif node is not None and node.is_entity:
            self._thing(node, fields, proof, self._place(record))
        else:
            cell = fields.get("soort")
            self._unknown(cell or record, "soort", record.soort, kinds(self.model))

    # a thing

    def _thing(
        self, node: NodeType, fields: dict[str, Cell], proof: Evidence, place: Place, **given: str
    ) -> str | None:
        """Gives the id of the thing, or None when a mistake was found."""
        before = len(self.findings.problems)
        relations = relation_fields(node)
        said: dict[str, Any] = {}
        later: list[tuple[Relation, Cell]] = []
        ends: dict[str, str] = dict(given)
        for name, cell in fields.items():
            if name in ABOUT or name in given:
                continue
            if name in relations:
                if relations[name].field.shape is Shape.REQUIRED:
                    ends |= self._end(relations[name], cell)
                else:
                    later.append((relations[name], cell))
            elif name in node.groups and isinstance(cell.value, dict):
                for inner, value in cell.value.items():
                    self._property(node, inner, value, said)
            else:
                self._property(node, name, cell, said)
        key = said.get("id") or identify(node, said, ends)
        self._complete(node, key, said, ends, relations, place)
        if len(self.findings.problems) > before or key is None:
            return None
        velden = {"id": key, **said, **ends}
        made = self.findings.add(node.prefix, velden, [proof], place, zekerheid=self._certainty(fields), regel=RULE)
        facts: dict[str, list[Fact]] = {}
        for relation, cell in later:
            facts.setdefault(relation.name, []).extend(self._related(key, relation, cell, fields))
        self._prove([made], fields, facts, node)
        return str(key)

    def _property(self, node: NodeType, name: str, cell: Cell, said: dict[str, Any]) -> None:
        prop = property_of(node, name)
        if prop is None:
            own = (n for n, p in node.properties.items() if writable(p))
            self._unknown(cell.key or cell, "veld", name, (*own, *relation_fields(node), *ABOUT), cell)
            return
        value = self._value(prop, cell)
        if value is not None:
            said[prop.name] = value
        if prop.name == "id" and isinstance(value, str) and not value.startswith(f"{node.prefix}:"):
            self._problem(cell, f"'{value}' is geen id van een {node.prefix}; begin met '{node.prefix}:'")

    def _value(self, prop: Property, cell: Cell) -> Any:
        if cell.value is None:
            return None
        if prop.records:
            return self._records(prop, cell)
        if prop.many:
            return [v for v in (self._scalar(prop, item) for item in items(cell, self.document.vorm)) if v is not None]
        return self._scalar(prop, cell)

    def _scalar(self, prop: Property, cell: Cell) -> Any:
        if not isinstance(cell.value, str):
            self._problem(cell, f"bij '{prop.name}' hoort één waarde")
            return None
        try:
            return values.parse(prop, cell.value)
        except ValueError as error:
            self._problem(cell, f"{prop.name}: {error}")
            return None

    def _records(self, prop: Property, cell: Cell) -> list[dict[str, str]]:
        assert prop.records is not None
        wanted = tuple(prop.records.__annotations__)
        made = []
        for item in items(cell, self.document.vorm):
            if not isinstance(item.value, dict):
                self._problem(item, f"bij '{prop.name}' hoort {', '.join(wanted)}")
                continue
            for name, value in item.value.items():
                if name not in wanted:
                    self._unknown(value.key or value, "veld", name, wanted)
            made.append({n: str(c.value) for n, c in item.value.items() if n in wanted and isinstance(c.value, str)})
        return made

    def _complete(
        self, node: NodeType, key: str | None, said: dict[str, Any], ends: Mapping[str, str],
        relations: Mapping[str, Relation], place: Place,
    ) -> None:  # fmt: skip
        naming = node.naming
        missing = [naming.name] if naming and naming.name not in said and "id" not in said else []
        missing += [r.name for r in relations.values() if r.field.shape is Shape.REQUIRED and r.name not in ends]
        if missing:
            self.findings.problem(place, f"er ontbreekt iets: geef ook {' en '.join(missing)}")
        elif key is None:
            self.findings.problem(place, f"geef een id, bijvoorbeeld '{node.prefix}:korte-naam'")

    # what a thing is related to

    def _end(self, relation: Relation, cell: Cell) -> dict[str, str]:
        key = self._refer(cell, relation.targets)
        return {relation.name: key} if key else {}

    def _related(self, key: str, relation: Relation, cell: Cell, fields: Mapping[str, Cell]) -> Iterator[Fact]:
        proof = self._quote(cell)
        for item in items(cell, self.document.vorm):
            said: dict[str, Any] = {}
            other: str | None
            if isinstance(item.value, dict) and "id" in item.value and self._only_ties(relation, item.value):
                other = self._refer(item.value["id"], relation.targets)
                said = self._edge_values(relation.relationship, item.value)
            elif isinstance(item.value, dict):
                other = self._inline(key, relation, item, proof)
                if other is None or self._inverse(relation, item):
                    continue
            else:
                other = self._refer(item, relation.targets)
            if other is not None:
                source, target = (key, other) if relation.forward else (other, key)
                yield self._add_tie(relation.relationship, source, target, said, [proof], self._place(item), fields)

    def _inline(self, key: str, relation: Relation, item: Cell, proof: Evidence) -> str | None:
        assert isinstance(item.value, dict)
        node = self._inline_type(relation, item)
        if node is None:
            return None
        inverse = self._inverse(relation, item)
        given = {inverse.name: key} if inverse else {}
        return self._thing(node, dict(item.value), self._quote(item), self._place(item), **given)

    def _inline_type(self, relation: Relation, item: Cell) -> NodeType | None:
        assert isinstance(item.value, dict)
        soort = scalar(item.value.get("soort"))
        if soort is None and len(relation.targets) == 1:
            return self.model.nodes[relation.targets[0]]
        node = self.model.by_prefix(soort or "")
        if node is None or node.name not in relation.targets:
            choices = ", ".join(self.model.nodes[t].prefix for t in relation.targets)
            self._problem(item, f"zeg wat het is met 'soort:'; kies uit {choices}")
            return None
        return node

    def _inverse(self, relation: Relation, item: Cell) -> Relation | None:
        """The field of the inline thing that must lead back to where it stands."""
        node = self._inline_type(relation, item)
        back = relation_fields(node).values() if node else ()
        same = (r for r in back if r.relationship is relation.relationship and r.forward != relation.forward)
        return next((r for r in same if r.field.shape is Shape.REQUIRED), None)

    def _only_ties(self, relation: Relation, value: Mapping[str, Cell]) -> bool:
        return set(value) <= {"id", *relation.relationship.properties}

    # relationships on their own

    def _tie(self, edge: RelationshipType, record: Record, fields: dict[str, Cell], proof: Evidence) -> Fact | None:
        before = len(self.findings.problems)
        self._check_keys(fields, ("persoon", "organisatie", *edge.properties))
        ends = {}
        for name, types in (("persoon", edge.sources), ("organisatie", edge.targets)):
            cell = fields.get(name)
            if cell is None or cell.value is None:
                self.findings.problem(self._place(record), f"er ontbreekt iets: geef ook {name}")
            else:
                ends[name] = self._refer(cell, types)
        said = self._edge_values(edge, fields)
        if len(self.findings.problems) > before:
            return None
        velden = {"persoon": self._person(str(ends["persoon"])), "organisatie": ends["organisatie"], **said}
        place, certain = self._place(record), self._certainty(fields)
        return self.findings.add(record.soort, velden, [proof], place, zekerheid=certain, regel=RULE)

    def _relation(self, record: Record, fields: dict[str, Cell], proof: Evidence) -> Fact | None:
        before = len(self.findings.problems)
        name = scalar(fields.get("relatie"))
        stored = {r.name: r for r in self.model.stored_relationships if r.sources[0] in self._entity_names()}
        if name not in stored:
            self._unknown(fields.get("relatie") or record, "relatie", name or "", stored)
            return None
        edge = stored[name]
        period = ["vanaf" if p == "van" else p for p in edge.properties]
        self._check_keys(fields, ("relatie", "van", "naar", *period))
        ends = []
        for end, types in (("van", edge.sources), ("naar", edge.targets)):
            cell = fields.get(end)
            if cell is None:
                self.findings.problem(self._place(record), f"er ontbreekt iets: geef ook {end}")
            else:
                ends.append(self._refer(cell, types))
        renamed = {("van" if n == "vanaf" else n): c for n, c in fields.items() if n not in ("van", "naar")}
        said = self._edge_values(edge, renamed)
        if len(self.findings.problems) > before:
            return None
        return self._add_tie(edge, str(ends[0]), str(ends[1]), said, [proof], self._place(record), fields)

    def _add_tie(
        self, edge: RelationshipType, source: str, target: str, said: dict[str, Any],
        proof: list[Evidence], place: Place, fields: Mapping[str, Cell],
    ) -> Fact:  # fmt: skip
        soort = next((s for s, name in ROLES.items() if name == edge.name), "relatie")
        if soort == "relatie":
            period = {("vanaf" if n == "van" else n): v for n, v in said.items()}
            velden = {"relatie": edge.name, "van": source, "naar": target, **period}
        else:
            velden = {"persoon": self._person(source), "organisatie": target, **said}
        return self.findings.add(soort, velden, proof, place, zekerheid=self._certainty(fields), regel=RULE)

    def _edge_values(self, edge: RelationshipType, fields: Mapping[str, Cell]) -> dict[str, Any]:
        found = {name: self._value(prop, fields[name]) for name, prop in edge.properties.items() if name in fields}
        return {name: value for name, value in found.items() if value is not None}

    def _check_keys(self, fields: Mapping[str, Cell], wanted: tuple[str, ...]) -> None:
        for name, cell in fields.items():
            if name not in wanted and name not in ABOUT:
                self._unknown(cell.key or cell, "veld", name, (*wanted, *ABOUT))

    # names

    def _refer(self, cell: Cell, types: tuple[str, ...]) -> str | None:
        """The id a cell means; a person who is not known yet becomes a fact of its own."""
        if not isinstance(cell.value, str):
            self._problem(cell, "hier hoort één id of naam")
            return None
        text = cell.value.strip()
        node = self.model.by_prefix(text) if ":" in text else None
        if node is not None:
            if node.name not in types:
                wanted = " of ".join(self.model.nodes[t].prefix for t in types)
                self._problem(cell, f"hier hoort een {wanted}, geen {node.prefix}")
                return None
            self.findings.need(text, self._place(cell), types)
            return text
        found = self.names.resolve(text, types)
        if len(found) <= 1 and "Persoon" in types:
            return self._named_person(found[0] if found else person_id(text), text, cell)
        if len(found) == 1:
            self.findings.need(found[0], self._place(cell), types)
            return found[0]
        self._problem(cell, self._which(text, found, types))
        return None

    def _which(self, text: str, found: tuple[str, ...], types: tuple[str, ...]) -> str:
        if found:
            return f"'{text}' kan {' of '.join(found)} zijn; schrijf de id"
        near = self.names.suggest(text, types, 1)
        hint = f"; bedoel je '{near[0].id}' ({near[0].name})?" if near else "; schrijf de id"
        return f"'{text}' ken ik niet{hint}"

    def _named_person(self, key: str, name: str, cell: Cell) -> str:
        """Naming someone is evidence that they exist, known or not; so that reading twice gives the same facts."""
        known = self.names.name(key)
        velden = {"id": key, "naam": name if known == key else known}
        self.findings.add("persoon", velden, [self._quote(cell)], self._place(cell), regel=RULE)
        return key

    def _person(self, key: str) -> str:
        """In a role, a person is written by name where the name gives the id back."""
        name = self.names.name(key)
        made = self.findings.facts
        if name == key:
            name = next(
                (f.velden["naam"] for f in made.values() if f.velden.get("id") == key and "naam" in f.velden), key
            )
        return name if person_id(name) == key else key

    # evidence

    def _prove(
        self,
        own: list[Fact],
        fields: Mapping[str, Cell],
        related: Mapping[str, list[Fact]],
        node: NodeType | None = None,
    ) -> None:
        cell = fields.get("bronnen")
        if cell is None or not own:
            return
        for item in items(cell, self.document.vorm):
            proof = self._source(item)
            if proof is None or not isinstance(item.value, dict):
                continue
            over = item.value.get("over")
            if over is None:
                for made in own:
                    _add(made, proof)
                    self._prove_person(made, proof)
                continue
            for name in items(over, self.document.vorm):
                for made in self._named(name, own[0], related, node, fields):
                    _add(made, proof)

    def _prove_person(self, made: Fact, proof: Evidence) -> None:
        if made.soort not in ROLES:
            return
        key = person_id(str(made.velden["persoon"]))
        for other in self.findings.facts.values():
            if other.soort == "persoon" and other.velden.get("id") == key:
                _add(other, proof)

    def _named(
        self,
        name: Cell,
        own: Fact,
        related: Mapping[str, list[Fact]],
        node: NodeType | None,
        fields: Mapping[str, Cell],
    ) -> list[Fact]:
        """The facts that a word under `over` means."""
        word = str(name.value)
        prop = property_of(node, word) if node else None
        if word in related:
            return related[word]
        if node and prop and prop.name in own.velden:
            velden = {"id": own.velden["id"], "eigenschap": prop.name, "waarde": own.velden[prop.name]}
            return [self.findings.add(node.prefix, velden, [self._quote(fields[word])], self._place(name), regel=RULE)]
        if word in own.velden:
            return [own]
        self._unknown(name, "veld onder 'over':", word, (*own.velden, *related))
        return []

    def _source(self, item: Cell) -> Evidence | None:
        """A page in our own words: a document of its own, and the passage is the whole of it."""
        said = item.value if isinstance(item.value, dict) else {}
        for name, cell in said.items():
            if name not in PROOF_KEYS:
                self._unknown(cell.key or cell, "veld", name, PROOF_KEYS)
        url, text = scalar(said.get("url")), scalar(said.get("zegt"))
        if not url or not text:
            self._problem(item, "een bron heeft 'url' en 'zegt'")
            return None
        for name, kind in (("url", "URI"), ("datum", "Date")):
            if name in said and (value := scalar(said[name])):
                self._checked(said[name], kind, value)
        text = text.strip()
        sha256 = digest(f"{text}\n{url}")
        where = urlsplit(url)
        title = scalar(said.get("titel")) or (where.netloc.removeprefix("www.") + where.path).rstrip("/")
        soort = scalar(said.get("soort")) or SUMMARY
        page = Document(
            document_id(sha256), sha256, text, title, soort, "web", url=url, datum=scalar(said.get("datum"))
        )
        self.findings.documents.setdefault(page.id, page)
        return Evidence(page.id, 0, len(text), text)

    def _checked(self, cell: Cell, kind: str, value: str) -> None:
        try:
            values.READERS[kind](value)
        except ValueError as error:
            self._problem(cell, str(error))

    def _certainty(self, fields: Mapping[str, Cell]) -> float:
        cell = fields.get("zekerheid")
        if cell is None or cell.value is None:
            return 1.0
        try:
            number = float(str(cell.value))
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            self._problem(cell, "zekerheid is een getal van 0 tot 1, bijvoorbeeld 0.8")
        return number

    def _quote(self, cell: Cell) -> Evidence:
        """The lines of a field: from its key to the end of its value."""
        text = self.document.tekst
        start = cell.first
        end = start + len(text[start : cell.end].rstrip())
        return Evidence(self.document.id, start, end, text[start:end])

    # mistakes

    def _place(self, at: Cell | Record) -> Place:
        return Place(self.document.bestand or self.document.id, at.line, at.column)

    def _problem(self, at: Cell | Record, tekst: str) -> None:
        self.findings.problem(self._place(at), tekst)

    def _unknown(
        self, at: Cell | Record, what: str, word: str, choices: Iterable[str], cell: Cell | None = None
    ) -> None:
        known = [*choices]
        near = nearest(word, known)
        hint = f"; bedoel je '{near}'?" if near else f"; kies uit {', '.join(known)}"
        place = self._place(at) if cell is None or self.document.vorm != "csv" else replace(self._place(cell), regel=1)
        self.findings.problem(place, f"onbekend{'' if what.startswith('veld') else 'e'} {what} '{word}'{hint}")

    def _entity_names(self) -> set[str]:
        return {n.name for n in self.model.entities}


def relation_fields(node: NodeType) -> dict[str, Relation]:
    """The relations a record may fill: those that are stored, and that have a name."""
    return {name: r for name, r in node.relations.items() if not r.relationship.is_view}


def property_of(node: NodeType, name: str) -> Property | None:
    """The property a field fills. `soort` says what a record is about, so such a property has the type behind it."""
    stored = "soort" if name == f"soort{node.name}" else name
    prop = node.properties.get(stored)
    return prop if prop is not None and writable(prop) else None


WRITTEN_BY_US = ("weergavenaam", "gewijzigdOp", "versie", "volgorde", "naamPlat", "zoektekst", "feiten")


def writable(prop: Property) -> bool:
    return prop.name not in WRITTEN_BY_US


def items(cell: Cell, form: str) -> list[Cell]:
    """A list, or one value; a table keeps several values in one cell."""
    if cell.value is None:
        return []
    if isinstance(cell.value, list):
        return cell.value
    if form == "csv" and isinstance(cell.value, str):
        return [replace(cell, value=part.strip()) for part in cell.value.split(MANY) if part.strip()]
    return [cell]


def _add(made: Fact, proof: Evidence) -> None:
    if proof not in made.bewijs:
        made.bewijs.append(proof)


def _plain(cell: Cell) -> Any:
    if isinstance(cell.value, list):
        return [c.value for c in cell.value if isinstance(c.value, str)]
    return cell.value if isinstance(cell.value, str) else None
