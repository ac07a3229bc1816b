"""The seed documents go the same way as any other: read, propose, apply. All of them in one load."""

from pathlib import Path

from graph.domain.reader import Model
from graph.engine.store import Store
from loaders.documents.document import Refusal
from loaders.load.apply import apply_by, moment
from loaders.load.edition import LOADER, edition
from loaders.load.plan import Hand
from loaders.load.receipt import Bon
from loaders.progress import Progress, silent
from loaders.proposal.intake import take_in


async def load(store: Store, model: Model, folder: Path, progress: Progress = silent) -> Bon:
    """Raises Refusal, naming every mistake, when one of the documents is not right; then nothing is loaded.

    In a graph that holds more than seeds, what needs an answer waits (`Bon.uitgesteld`), as in any other proposal.
    """
    intake = await take_in(store.rows, model, [folder], progress)
    if intake.refusals:
        problems = tuple(p for refusal in intake.refusals for p in refusal.problems)
        raise Refusal("ZAAD", folder.name, problems)
    return await apply_by(store, model, intake.proposal, Hand(LOADER, moment(), edition(folder)), progress)
