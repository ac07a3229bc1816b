"""A workbook with somebody's decisions -> the proposal with them. Raises BadProposal, naming rows and columns.

A row is known by its hidden id, so rows may stand in any order. A row that is gone is decided later. A cell that may be
edited counts as an answer when it says something else than it showed; an edit anywhere else is refused, not lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from graph.domain.reader import Model
from loaders.answers import typed
from loaders.answers.answer_columns import EDITABLE, FIXED, NEW, fields_of, where
from loaders.answers.answering import Answers
from loaders.answers.given import Given
from loaders.facts.fact import Fact
from loaders.names.naming import Names
from loaders.proposal import workbook_rows
from loaders.proposal.matters import Matter
from loaders.proposal.proposal import BadProposal, Proposal
from loaders.proposal.shown import mark
from loaders.proposal.workbook import SHEET
from loaders.proposal.workbook_rows import Returned, Row, text_of

SHOWN = 20
ROLE = "rol"
SHIFTED = 3
"""So many cells that are not those of the row: somebody sorted a part of the sheet."""


def read(content: bytes, name: str, model: Model, names: Names) -> Proposal:
    """Raises BadProposal. `names` are those of the graph, to know what an answer means."""
    found = workbook_rows.read(content, name)
    return Decisions(found, Answers(model, names, found.proposal.feiten), name).taken()


def given(found: Returned, name: str, model: Model, names: Names) -> dict[str, Given]:
    """What its rows say as it was written, by the id of the row. Raises BadProposal as `read`."""
    decisions = Decisions(found, Answers(model, names, found.proposal.feiten), name)
    decisions.taken()
    return decisions.given


class Decisions:
    """What the rows of one workbook decide. `name` is that of the file; `problems`: what has to be put right first."""

    def __init__(self, found: Returned, answers: Answers, name: str) -> None:
        self.proposal = found.proposal
        self.shown = found.shown
        self.rows = found.rows
        self.answers = answers
        self.name = name
        self.problems: list[str] = []
        self.given: dict[str, Given] = {}
        """What the rows say, as it was written."""

    def taken(self) -> Proposal:
        """The proposal with the decisions. Raises BadProposal, with every problem at once."""
        facts = {fact.id: fact for fact in self.proposal.feiten}
        matters = {matter.id: matter for matter in self.proposal.samen}
        decided: dict[str, Fact] = {}
        settled: dict[str, Matter] = {}
        for key, row in self._known({*facts, *matters}):
            if key in matters:
                settled[key] = self._together(row, matters[key], facts)
            else:
                decided[key] = self._decided(row, facts[key])
        self._stop()
        made = [decided.get(fact.id) or replace(fact, besluit="later") for fact in self.proposal.feiten]
        samen = [settled.get(m.id, m) for m in self.proposal.samen]
        return replace(self.proposal, feiten=self.answers.followed(made), samen=samen)

    def _known(self, keys: set[str]) -> list[tuple[str, Row]]:
        """The rows of what was proposed, each once."""
        seen: dict[str, Row] = {}
        for row in self.rows:
            key = row.texts["id"]
            if not any(row.texts.values()):
                continue
            if key not in keys:
                self._strange(row, key)
            elif key in seen and seen[key].texts != row.texts:
                self._say(row, "id", f"dit is dezelfde regel als rij {seen[key].number}, maar anders; gooi er één weg")
            elif self._is_whole(row, key):
                seen[key] = row
        return [*seen.items()]

    def _is_whole(self, row: Row, key: str) -> bool:
        """Whether the cells that hold no answer still say what they said."""
        stood = self.shown.get(key, {})
        changed = [c for c in FIXED if c in row.texts and c in stood and mark(row.texts[c]) != stood[c]]
        if len(changed) >= SHIFTED:
            self._say(row, changed[0], "hier staat iets van een andere rij; sorteer het hele blad, niet een deel ervan")
            return False
        for column in changed:
            self._say(row, column, f"hier verandert niets; {self._instead(key)}, of zet terug wat er stond")
        return True

    def _instead(self, key: str) -> str:
        fact = next((each for each in self.proposal.feiten if each.id == key), None)
        return f"schrijf je antwoord bij {where(fact)}" if fact and fields_of(fact) else "kies alleen ja, nee of later"

    def _together(self, row: Row, matter: Matter, facts: dict[str, Fact]) -> Matter:
        """The answer to a question that settles several facts."""
        changed = self._changed(row, matter.id)
        besluit = self._besluit(row)
        self.given[matter.id] = Given(besluit, changed)
        for column in changed:
            if matter.organisatie is None or column not in ("organisatie", NEW):
                self._say(row, column, "bij een vraag voor meer rijen hoort hier niets; maak de cel leeg")
        say = partial(self._say, row)
        if besluit != "ja" or matter.organisatie is None:
            if matter.organisatie and {*changed} & {"organisatie", NEW}:
                self._say(row, "besluit", "je vulde een organisatie in; kies ja als ze voor alle rijen klopt")
            return replace(matter, besluit=besluit)
        meant, key = self.answers.meant, matter.organisatie
        if new := changed.get(NEW):
            key = meant.new(new, [facts[each] for each in matter.feiten], say) or key
        elif "organisatie" in changed:
            key = meant.known(changed["organisatie"], meant.places(ROLE), "organisatie", say) or key
        return replace(matter, besluit=besluit, organisatie=key)

    def _decided(self, row: Row, fact: Fact) -> Fact:
        given = self.given[fact.id] = Given(self._besluit(row), self._changed(row, fact.id))
        return self.answers.take(fact, given.antwoord, given.besluit, partial(self._say, row))

    def _besluit(self, row: Row) -> str:
        try:
            return typed.decision(row.texts["besluit"])
        except ValueError:
            self._say(row, "besluit", f'"{row.texts["besluit"]}" is geen keuze; kies ja, nee of later')
            return "nee"  # whatever it is: the workbook is refused

    def _changed(self, row: Row, key: str) -> dict[str, str]:
        """What somebody wrote, by column."""
        stood = self.shown.get(key, {})
        changed = {
            column: row.texts[column]
            for column in EDITABLE
            if column in row.texts and row.texts[column] != text_of(stood.get(column))
        }
        for column in [*changed]:
            if column in row.formulas:
                self._say(row, column, "hier staat een formule; zet er de tekst zelf neer")
                del changed[column]
        return changed

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
            told = "\n".join(f"  {line}" for line in first(self.problems))
            raise BadProposal(f"{self.name}, blad {SHEET}, klopt nog niet:\n{told}")


def first(problems: Sequence[str]) -> list[str]:
    """As many as somebody reads."""
    more = [f"en nog {len(problems) - SHOWN}"] if len(problems) > SHOWN else []
    return [*problems[:SHOWN], *more]
