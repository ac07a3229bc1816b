"""`bronnen` of a record: pages in our own words. Each is a document, and supports the record or a part of it."""

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from graph.domain.reader import NodeType, Property
from loaders.documents.document import WEB, Document, digest, document_id
from loaders.documents.markup import Cell, scalar
from loaders.facts.fact import RECORD_RULE, ROLES, Evidence, Fact, person_id
from loaders.records.cells import Cells

KEYS = ("url", "zegt", "titel", "datum", "soort", "over")
SUMMARY = "webpagina, samengevat"
LONGEST_TITLE = 120


class Proofs:
    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def prove(
        self, own: Fact, fields: Mapping[str, Cell], related: Mapping[str, list[Fact]],
        properties: Mapping[str, Property], node: NodeType | None = None,
    ) -> None:  # fmt: skip
        """Add what `bronnen` says to the record's own fact, or to the facts that `over` names."""
        for item in self.cells.items(fields["bronnen"]) if "bronnen" in fields else ():
            proof = self._page(item)
            if proof is None or not isinstance(item.value, dict):
                continue
            if "over" not in item.value:
                self._support([own, *self._persons(own)], proof)
                continue
            for name in self.cells.items(item.value["over"]):
                self._support(self._named(name, own, fields, related, properties, node), proof)

    def _support(self, facts: list[Fact], proof: Evidence) -> None:
        for made in facts:
            if proof not in made.bewijs:
                made.bewijs.append(proof)

    def _persons(self, made: Fact) -> list[Fact]:
        """The person of a role rests on the same page as the role."""
        if made.soort not in ROLES:
            return []
        key = person_id(str(made.velden["persoon"]))
        known = self.cells.findings.facts.values()
        return [other for other in known if other.soort == "persoon" and other.velden.get("id") == key]

    def _named(
        self, name: Cell, own: Fact, fields: Mapping[str, Cell], related: Mapping[str, list[Fact]],
        properties: Mapping[str, Property], node: NodeType | None,
    ) -> list[Fact]:  # fmt: skip
        word = str(name.value)
        prop = properties.get(word)
        if word in related:
            return related[word]
        if node is not None and prop is not None and prop.name in own.velden:
            velden = {"id": own.velden["id"], "eigenschap": prop.name, "waarde": own.velden[prop.name]}
            proof, place = [self.cells.quote(fields[word])], self.cells.place(name)
            return [self.cells.findings.add(node.prefix, velden, proof, place, regel=RECORD_RULE)]
        if word in own.velden:
            return [own]
        if ":" in word and (found := self._between(str(own.velden.get("id")), word)):
            return found
        self.cells.unknown(name, "veld onder 'over':", word, (*own.velden, *related))
        return []

    def _between(self, key: str, other: str) -> list[Fact]:
        """The facts that name both this thing and that one, such as the toepassing of an oplossing by a gemeente."""
        known = self.cells.findings.facts.values()
        return [f for f in known if key in (values := f.velden.values()) and other in values]

    def _page(self, item: Cell) -> Evidence | None:
        """A document of its own; the passage is the whole of it."""
        said = item.value if isinstance(item.value, dict) else {}
        for name, cell in said.items():
            if name not in KEYS:
                self.cells.unknown_field(cell, name, KEYS)
        url, text = scalar(said.get("url")), scalar(said.get("zegt"))
        if not url or not text:
            self.cells.problem(item, "een bron heeft 'url' en 'zegt'")
            return None
        for name, kind in (("url", "URI"), ("datum", "Date")):
            if name in said and (value := scalar(said[name])):
                self.cells.checked(kind, said[name], value)
        page = _document(url, text.strip(), said)
        self.cells.findings.documents.setdefault(page.id, page)
        return Evidence(page.id, 0, len(page.tekst), page.tekst)


def _document(url: str, text: str, said: Mapping[str, Cell]) -> Document:
    sha256 = digest(f"{text}\n{url}")
    title = scalar(said.get("titel")) or _shown(url)
    soort = scalar(said.get("soort")) or SUMMARY
    datum = scalar(said.get("datum"))
    return Document(document_id(sha256), sha256, text, title, soort, WEB, url=url, datum=datum)


def _shown(url: str) -> str:
    """`https://www.voorbeeld.nl/nieuws/een%20loket/` -> `voorbeeld.nl/nieuws/een loket`"""
    where = urlsplit(url)
    text = unquote(where.netloc.removeprefix("www.") + where.path).rstrip("/")
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1] + "…"
