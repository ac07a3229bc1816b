"""Deciding about one fact, about all that ask the same, and taking it back; and the workbook as another way to say it.

What is said is checked by the loader's own rules before it is kept, so nobody hears only at loading that an answer
means nothing.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.answers.given import Given
from loaders.names import naming
from loaders.names.naming import Names
from loaders.proposal import json_answers, workbook_answers, workbook_rows
from loaders.proposal.filled_in import Checker, decided
from loaders.proposal.proposal import DECISIONS, BadProposal, Proposal, from_json
from opdeplank.bureau.aside import aside
from opdeplank.bureau.cases import Case
from opdeplank.bureau.desk_rows import Row, Table, table
from opdeplank.bureau.ledger import ALIKE, BY_HAND, WORKBOOK, Overtaken, Step

CHECKER, TABLE = "controle", "rijen"
OTHER = "Dit werkboek hoort bij een ander voorstel. Open het voorstel waar je het vandaan hebt."


@dataclass
class Said:
    """What came of it. `fouten`: what has to be put right first, and then nothing was kept. `ingehaald`: the facts that
    somebody else decided meanwhile, with his step; those stay as they are. `rijen`: the facts that changed."""

    fouten: list[str] = field(default_factory=list)
    ingehaald: Mapping[str, Step] = field(default_factory=dict)
    rijen: Sequence[str] = ()
    kwijt: int = 0
    """Decisions in a file about facts that the proposal no longer has."""
    stap: Step | None = None


class Deciding:
    """Of everybody at the desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def say(self, case: Case, door: str, row: Row, given: Given, seen: int) -> Said:
        """Decide about one row."""
        if given.besluit not in DECISIONS:
            return Said([f'"{given.besluit}" is geen keuze; kies ja, nee of later'])
        if wrong := await self.problems(case, row, given):
            return Said(wrong)
        return await self._keep(case, door, {row.id: given}, {row.id: seen}, BY_HAND)

    async def same(self, case: Case, door: str, row: Row, given: Given) -> Said:
        """Say the same of every row that asks the same and that nobody decided about."""
        made = table_of(case)
        numbers = {each: case.ledger.number(made.rows[each - 1].id) for each in row.gelijk}
        now = case.ledger.given()
        rows = [made.rows[each - 1] for each in row.gelijk if made.rows[each - 1].id not in now]
        for each in rows:
            if wrong := await self.problems(case, each, given):
                return Said([f"nr {each.nr}: {said}" for said in wrong])
        seen = {each.id: numbers[each.nr] for each in rows}
        return await self._keep(case, door, {each.id: given for each in rows}, seen, ALIKE)

    async def problems(self, case: Case, row: Row, given: Given) -> list[str]:
        if not given.antwoord and (given.besluit != "ja" or not row.vraag):
            return []
        return (await self.checker(case)).problems(row.id, given)

    async def take_back(self, case: Case, door: str) -> Said:
        async with case.lock:
            step, overtaken = await asyncio.to_thread(case.ledger.take_back, door)
        return Said(ingehaald=overtaken, rijen=[*step.besluiten] if step else [], stap=step)

    async def from_file(self, case: Case, door: str, content: bytes, name: str) -> Said:
        """Take over what was decided in a workbook, or in voorstel.json, of this proposal. What somebody decided at the
        desk since the file was made stays."""
        names = await self.names()
        try:
            before, after = await asyncio.to_thread(_in_file, case, content, name, names)
        except BadProposal as error:
            return Said(str(error).splitlines())
        now, there = case.ledger.given(), {row.id: Given(row.stond["besluit"]) for row in table_of(case).rows}
        new = {key: each for key, each in after.items() if key in there and each != before.get(key, there[key])}
        taken = {key: each for key, each in new.items() if now.get(key) in (before.get(key), each, None)}
        steps = {key: case.ledger.last(key) for key in new.keys() - taken.keys()}
        said = await self._keep(case, door, taken, None, WORKBOOK)
        said.ingehaald = {key: step for key, step in steps.items() if step}
        said.kwijt = sum(key not in there for key, each in after.items() if each != before.get(key))
        return said

    async def decided(self, case: Case) -> Proposal:
        """The proposal with everything that was decided. Raises BadProposal, naming the numbers of rows."""
        names, given = await self.names(), case.ledger.given()
        return await asyncio.to_thread(decided, case.proposal, given, MODEL, names, case.card.naam)

    async def names(self) -> Names:
        return await aside(self._store, lambda store: naming.known(store.rows, MODEL))

    async def checker(self, case: Case) -> Checker:
        """Made once for a proposal: what a name means is looked up again when it is loaded."""
        if CHECKER not in case.kept:
            case.kept[CHECKER] = Checker(case.proposal, MODEL, await self.names())
        checker = case.kept[CHECKER]
        assert isinstance(checker, Checker)
        return checker

    async def _keep(
        self, case: Case, door: str, besluiten: Mapping[str, Given], seen: Mapping[str, int] | None, hoe: str
    ) -> Said:  # fmt: skip
        async with case.lock:
            try:
                step = await asyncio.to_thread(case.ledger.decide, door, besluiten, seen, hoe)
            except Overtaken as error:
                return Said(ingehaald=error.steps, rijen=[*error.steps])
        return Said(rijen=[*besluiten], stap=step)


def table_of(case: Case) -> Table:
    if TABLE not in case.kept:
        case.kept[TABLE] = table(case)
    made = case.kept[TABLE]
    assert isinstance(made, Table)
    return made


def _in_file(
    case: Case, content: bytes, name: str, names: Names
) -> tuple[dict[str, Given], dict[str, Given]]:  # fmt: skip
    """What was decided when the file was made, and what it says now. Raises BadProposal."""
    if name.lower().endswith(".json"):
        _belongs(case, json_answers.read(content, name, MODEL, names))
        stood, says = json_answers.given(case.proposal), json_answers.given(from_json(content, name))
        return {}, {key: each for key, each in says.items() if each != stood.get(key)}
    book = workbook_rows.read(content, name)
    _belongs(case, book.proposal)
    return book.given, workbook_answers.given(book, name, MODEL, names)


def _belongs(case: Case, proposal: Proposal) -> None:
    """Raises BadProposal for a file of other documents: a fact or two may be the same there."""
    if {each.id for each in case.proposal.documenten} & {each.id for each in proposal.documenten}:
        return
    ours = {fact.id for fact in case.proposal.feiten}
    shared = sum(fact.id in ours for fact in proposal.feiten)
    if 2 * shared <= len(proposal.feiten):
        raise BadProposal(OTHER)
