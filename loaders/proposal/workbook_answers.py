"""A workbook with somebody's decisions -> the proposal with them. Raises BadProposal, naming rows and columns.

A row is known by its hidden id, so rows may stand in any order. A row that is gone is decided later. A cell that may be
edited counts as an answer when it says something else than it showed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from graph.contents.existing import Known
from graph.domain.reader import Model
from loaders.facts.fact import ROLES, Fact
from loaders.names.naming import Names
from loaders.proposal import workbook_rows
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import DECISIONS, BadProposal, Proposal
from loaders.proposal.shown import EDITABLE, FIELDS, ID
from loaders.proposal.workbook import DATES, SHEET
from loaders.proposal.workbook_rows import DAY_NOUGHT, Returned, Row, text_of

SHOWN = 20
ROLE = "rol"
MONTHS = "jan feb maa apr mei jun jul aug sep okt nov dec".split()
WRITTEN_DAY = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4})", re.IGNORECASE)
SERIAL = range(20_000, 80_000)
"""Days since 1900 as a spreadsheet counts them: 1954 to 2119."""
BRACKETED = re.compile(r"\(([a-z]+:[a-z0-9][a-z0-9-]*)\)\s*$")


def read(content: bytes, name: str, model: Model, names: Names) -> Proposal:
    """Raises BadProposal. `names` are those of the graph, to know what an answer means."""
    found = workbook_rows.read(content, name)
    return _Answers(found, model, _with_own(names, model, found.proposal), name).taken()


def _with_own(names: Names, model: Model, proposal: Proposal) -> Names:
    """The things that this proposal makes may be an answer too."""
    for fact in proposal.feiten:
        node = model.by_prefix(fact.soort)
        if node is not None and node.naming is not None and isinstance(fact.velden.get("id"), str):
            called = fact.velden.get(node.naming.name)
            if isinstance(called, str):
                names.add(node.name, Known(fact.velden["id"], called, (), False))
    return names


class _Answers:
    """What the rows of one workbook decide. `name` is that of the file; `problems`: what has to be put right first."""

    def __init__(self, found: Returned, model: Model, names: Names, name: str) -> None:
        self.proposal = found.proposal
        self.shown = found.shown
        self.rows = found.rows
        self.model = model
        self.names = names
        self.name = name
        self.ids = {*names.ids()}
        self.problems: list[str] = []

    def taken(self) -> Proposal:
        """The proposal with the decisions. Raises BadProposal, with every problem at once."""
        facts = {fact.id: fact for fact in self.proposal.feiten}
        matters = {matter.id: matter for matter in self.proposal.samen}
        seen: dict[str, Row] = {}
        decided: dict[str, Fact] = {}
        settled: dict[str, Matter] = {}
        for row in self.rows:
            key = row.texts["id"]
            if not any(row.texts.values()):
                continue
            if key not in facts and key not in matters:
                self._strange(row, key)
            elif key in seen and seen[key].texts != row.texts:
                self._say(row, "id", f"dit is dezelfde regel als rij {seen[key].number}, maar anders; gooi er één weg")
            else:
                seen[key] = row
                if key in matters:
                    settled[key] = self._together(row, matters[key])
                else:
                    decided[key] = self._decided(row, facts[key])
        self._stop()
        made = [decided.get(fact.id) or replace(fact, besluit="later") for fact in self.proposal.feiten]
        return replace(self.proposal, feiten=made, samen=[settled.get(m.id, m) for m in self.proposal.samen])

    def _together(self, row: Row, matter: Matter) -> Matter:
        """The answer to a question that settles several facts."""
        changed = self._changed(row, matter.id)
        for column in changed:
            if column != "organisatie" or matter.organisatie is None:
                self._say(row, column, "bij een vraag voor meer rijen hoort hier niets; maak de cel leeg")
        besluit, text = self._besluit(row), row.texts["organisatie"]
        if "organisatie" not in changed or besluit != "ja" or matter.organisatie is None:
            return replace(matter, besluit=besluit)
        if "organisatie" in row.formulas or not text:
            self._say(row, "organisatie", "vul in welke organisatie het is, of kies later")
            return matter
        found = self._organisation(row, ROLE, text)
        return replace(matter, besluit=besluit, organisatie=found or matter.organisatie)

    def _besluit(self, row: Row) -> str:
        besluit = row.texts["besluit"].lower() or "later"
        if besluit not in DECISIONS:
            self._say(row, "besluit", f'"{row.texts["besluit"]}" is geen keuze; kies ja, nee of later')
        return besluit

    def _changed(self, row: Row, key: str) -> list[str]:
        before = dict(zip(EDITABLE, self.shown.get(key, [""] * len(EDITABLE)), strict=True))
        return [column for column in EDITABLE if row.texts[column] != text_of(before[column])]

    def _decided(self, row: Row, fact: Fact) -> Fact:
        besluit, changed = self._besluit(row), self._changed(row, fact.id)
        velden = dict(fact.velden)
        for column in changed:
            if column in row.formulas:
                self._say(row, column, "hier staat een formule; zet er de tekst zelf neer")
            else:
                self._answer(row, column, fact, velden)
        if besluit == "ja" and fact.soort in ROLES and fact.stand != "vervalt":
            if fact.vraag is not None or "organisatie" in changed:
                self._complete(row, fact, velden, "organisatie" in changed)
            if {*DATES} & {*changed}:
                self._period(row, velden)
        return replace(fact, velden=velden, besluit=besluit)

    def _answer(self, row: Row, column: str, fact: Fact, velden: dict[str, Any]) -> None:
        field = FIELDS.get(fact.soort, {}).get(column)
        text = row.texts[column]
        if field is None or (fact.soort == "relatie" and not self._has_period(fact, column)):
            self._say(row, column, f"bij een {fact.soort} hoort hier niets; maak de cel leeg")
        elif column in DATES:
            velden[field] = self._day(row, column, text)
        elif field == "organisatie":
            velden[field] = self._organisation(row, fact.soort, text) if text else None
        elif not text and field != "functie":
            self._say(row, column, "hier hoort een naam; vul hem in of kies nee")
        else:
            velden[field] = self._person(row, text) if field == "persoon" else text or None

    def _complete(self, row: Row, fact: Fact, velden: dict[str, Any], answered: bool) -> None:
        """A yes to a question names the organisation. What nobody asked may do without: it is kept as it was said."""
        text = row.texts["organisatie"]
        if velden.get("organisatie") is None and not text:
            self._say(row, "organisatie", "vul in welke organisatie het is, of kies later")
        elif velden.get("organisatie") is None and not answered:
            velden["organisatie"] = self._organisation(row, fact.soort, text)

    def _period(self, row: Row, velden: dict[str, Any]) -> None:
        van, tot = velden.get("van"), velden.get("tot")
        if isinstance(van, str) and isinstance(tot, str) and tot < van:
            self._say(row, "tot", f"{tot} ligt voor {van}; draai ze om of maak er een leeg")

    def _has_period(self, fact: Fact, column: str) -> bool:
        edge = self.model.relationships.get(str(fact.velden.get("relatie")))
        return edge is not None and ("van" if column == "vanaf" else column) in edge.properties

    def _organisation(self, row: Row, soort: str, text: str) -> str | None:
        """A name or an id -> the id."""
        types = self.model.relationships[ROLES[soort]].targets
        written = BRACKETED.search(text) or ID.fullmatch(text)
        if written:
            key = written[1] if written.re is BRACKETED else text
            node = self.model.by_prefix(key)
            if node is not None and node.name in types and key in self.ids:
                return key
            self._say(row, "organisatie", f'"{key}" bestaat niet; kies een organisatie die we kennen')
            return None
        found = self.names.resolve(text, types)
        if len(found) == 1:
            return found[0]
        near = [s.id for s in self.names.suggest(text, types)]
        if found:
            said = f'"{text}" kan {_either(self.names, found)} zijn; vul in welke'
        elif near:
            said = f'"{text}" ken ik niet; bedoel je {_either(self.names, near)}?'
        else:
            said = f'"{text}" ken ik niet; kies een organisatie die we kennen, of kies later'
        self._say(row, "organisatie", said)
        return None

    def _person(self, row: Row, text: str) -> str:
        written = BRACKETED.search(text)
        return written[1] if written else text

    def _day(self, row: Row, column: str, text: str) -> str | None:
        if not text:
            return None
        try:
            return day(text)
        except ValueError:
            self._say(row, column, f'"{text}" is geen hele datum; schrijf bijvoorbeeld 24-01-2018')
            return None

    def _strange(self, row: Row, key: str) -> None:
        if key:
            self._say(row, "id", "deze regel hoort niet bij dit voorstel; gooi hem weg")
        else:
            self._say(
                row, "id", "een nieuwe regel kan ik niet laden; zet het feit in een document, of gooi de regel weg"
            )

    def _say(self, row: Row, column: str, said: str) -> None:
        self.problems.append(f"rij {row.number}, kolom {column}: {said}")

    def _stop(self) -> None:
        if self.problems:
            more = [f"en nog {len(self.problems) - SHOWN}"] if len(self.problems) > SHOWN else []
            told = "\n".join(f"  {line}" for line in [*self.problems[:SHOWN], *more])
            raise BadProposal(f"{self.name}, blad {SHEET}, klopt nog niet:\n{told}")


def _either(names: Names, keys: Sequence[str]) -> str:
    return " of ".join(f"{names.name(key)} ({key})" for key in keys)


def day(text: str) -> str:
    """`24 januari 2018`, `24-1-2018`, `2018-01-24` -> `2018-01-24`. Raises ValueError for less than a whole day."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text).isoformat()
    if text.isdigit() and int(text) in SERIAL:
        return (DAY_NOUGHT + timedelta(days=int(text))).date().isoformat()
    found = WRITTEN_DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    number, month, year = found.groups()
    return date(int(year), _month(month), int(number)).isoformat()


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    start = word.lower()[:3].replace("mrt", "maa")
    return MONTHS.index(start) + 1
