"""A proposal with what people gave for its facts, as if they had written it in the workbook: the same rows, read back
by the same rules. So a desk, a workbook and json have one way of deciding.
"""

from collections.abc import Mapping
from typing import Any

from graph.domain.reader import Model
from loaders.answers.answering import Answers
from loaders.answers.given import Given
from loaders.names.naming import Names
from loaders.proposal.proposal import BadProposal, Proposal
from loaders.proposal.shown import decisions, filled, showed
from loaders.proposal.workbook import LONGEST
from loaders.proposal.workbook_answers import Decisions
from loaders.proposal.workbook_rows import Returned, Row


def decided(proposal: Proposal, given: Mapping[str, Given], model: Model, names: Names, name: str) -> Proposal:
    """The proposal with the decisions. Raises BadProposal, naming every number that has to be put right first."""
    stood = decisions(proposal, names.name, {})
    shown = {row["id"]: showed(row, LONGEST) for row in stood}
    made = [_row(filled(row, given.get(row["id"]))) for row in stood]
    answers = Answers(model, names, proposal.feiten)
    return Decisions(Returned(proposal, shown, made), answers, name).taken()


class Checker:
    """Says at once what is wrong with an answer to one fact. `names` are for this alone: answers are added to them."""

    def __init__(self, proposal: Proposal, model: Model, names: Names) -> None:
        self._proposal = proposal
        self._answers = Answers(model, names, proposal.feiten)
        self._rows = {row["id"]: row for row in decisions(proposal, names.name, {})}

    def problems(self, key: str, given: Given) -> list[str]:
        """`kolom organisatie: "Almeer" ken ik niet; …`: what has to be put right before this can be loaded."""
        row = self._rows[key]
        found = Returned(self._proposal, {key: showed(row, LONGEST)}, [_row(filled(row, given))])
        reading = Decisions(found, self._answers, "")
        try:
            reading.taken()
        except BadProposal:
            return [said.partition(", ")[2] for said in reading.problems]
        return []


def _row(row: Mapping[str, Any]) -> Row:
    texts = {column: " ".join(str(value)[:LONGEST].split()) for column, value in row.items()}
    return Row(int(row["nr"]), texts, frozenset())
