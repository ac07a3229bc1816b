"""A small proposal in a workbook, and a hand to edit it with."""

import io
from typing import Any

import openpyxl
import pytest

from graph.contents.existing import Known
from graph.domain.provenance import MODEL
from loaders.facts.fact import Evidence, Fact, fact
from loaders.facts.findings import Findings, Leftover
from loaders.names.naming import Names
from loaders.proposal import workbook, workbook_answers
from loaders.proposal.proposal import BadProposal, Proposal, Source

NAME = "voorstel.xlsx"
KNOWN = (
    ("Gemeente", "gemeente:gm9001", "Waterdam"), ("Gemeente", "gemeente:gm9002", "Bergen (NH.)"),
    ("Gemeente", "gemeente:gm9003", "Bergen (L.)"), ("Organisatie", "organisatie:koepel", "Koepel"),
    ("Organisatie", "organisatie:raad", "Raad van Wijzen"),
)  # fmt: skip
WHICH = "Welke is bedoeld met 'gemeente Bergen': gemeente:gm9002 of gemeente:gm9003?"
FORMULA = '=HYPERLINK("https://voorbeeld.test","klik")'


def names() -> Names:
    made = Names()
    for kind, key, name in KNOWN:
        made.add(kind, Known(key, name, (), False))
    return made


def role(persoon: str, functie: str, organisatie: str | None, vorm: str, vraag: str | None = None, **rest: Any) -> Fact:
    velden = {
        "persoon": persoon, "functie": functie, "organisatie": organisatie, "organisatie_vorm": vorm,
        "van": rest.get("van"), "tot": rest.get("tot"),
    }  # fmt: skip
    proof = [Evidence("bron:1", 10, 30, rest.get("citaat", f"{persoon} – {functie}, {vorm}"))]
    decided = "later" if vraag else "ja"
    return fact(MODEL, "rol", velden, bewijs=proof, vraag=vraag, besluit=decided, zekerheid=0.95, regel="lijst")


ANNA = role("Anna de Wit", "wethouder", "gemeente:gm9001", "gemeente Waterdam", van="2018-01-24")
BRAM = role("Bram Oud", "directeur", None, "gemeente Bergen", WHICH)
CEES = role("Cees Groot", FORMULA, "organisatie:koepel", "Koepel", citaat="+31 =1+1 @SUM")
WHO = fact(
    MODEL, "persoon", {"id": "persoon:bram-oud", "naam": "Bram Oud"}, vraag="Is dit een persoon?", besluit="later"
)
TIE = fact(MODEL, "relatie", {"relatie": "GAAT_OVER", "van": "knelpunt:a", "naar": "thema:b"})


def proposal(*facts: Fact) -> Proposal:
    source = Source("bron:1", "leden.txt", "00", 90, "De leden", "2020-01-02", url="https://voorbeeld.test")
    left = [Leftover("bron:1", 40, 60, "=een rest", "geen lijstregel")]
    return Proposal(1, "7", [source], list(facts or (ANNA, BRAM, CEES, WHO, TIE)), left)


def whole(findings: Findings) -> Proposal:
    """What was read, as a proposal for an empty graph."""
    found = [*findings.facts.values()]
    for each in found:
        each.besluit = "later" if each.vraag else "ja"
    sources = [Source(d.id, d.bestand, d.sha256, len(d.tekst), d.titel) for d in findings.documents.values()]
    return Proposal(1, "7", sources, found, [*findings.leftovers])


def book(*facts: Fact) -> openpyxl.Workbook:
    content = workbook.write(proposal(*facts), names().name, {ANNA.id: "regel 3"})
    return openpyxl.load_workbook(io.BytesIO(content))


def taken(made: openpyxl.Workbook) -> dict[str, Fact]:
    out = io.BytesIO()
    made.save(out)
    return {f.id: f for f in workbook_answers.read(out.getvalue(), NAME, MODEL, names()).feiten}


def problems(made: openpyxl.Workbook) -> str:
    with pytest.raises(BadProposal) as caught:
        taken(made)
    return str(caught.value)


class Sheet:
    """The sheet of a workbook, by the id of a fact and the name of a column."""

    def __init__(self, made: openpyxl.Workbook) -> None:
        self.sheet = made[workbook.SHEET]
        self.columns = {cell.value: cell.column for cell in self.sheet[1]}

    def row(self, key: str) -> int:
        return next(r for r in range(2, self.sheet.max_row + 1) if self.sheet.cell(r, self.columns["id"]).value == key)

    def set(self, key: str, **values: Any) -> int:
        for column, value in values.items():
            self.sheet.cell(self.row(key), self.columns[column]).value = value
        return self.row(key)

    def get(self, key: str, column: str) -> Any:
        return self.sheet.cell(self.row(key), self.columns[column]).value


def edited(*facts: Fact) -> tuple[openpyxl.Workbook, Sheet]:
    made = book(*facts)
    return made, Sheet(made)
