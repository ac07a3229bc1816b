"""The seed documents go the same way as any other: read, propose, apply. All of them in one load."""

from pathlib import Path

from graph.domain.reader import Model
from graph.engine.store import Store
from loaders.documents.document import Refusal
from loaders.documents.reading import files
from loaders.load.apply import apply
from loaders.load.receipt import Bon
from loaders.progress import Progress, silent
from loaders.proposal.intake import take_in

LOADER = "opdeplank"


async def load(store: Store, model: Model, folder: Path, progress: Progress = silent) -> Bon:
    """Raises Refusal, naming every mistake, when one of the documents is not right; then nothing is loaded."""
    intake = await take_in(store.rows, model, [path for path, _ in files([folder])], progress)
    if intake.refusals:
        problems = tuple(p for refusal in intake.refusals for p in refusal.problems)
        raise Refusal("ZAAD", folder.name, problems)
    return await apply(store, model, intake.proposal, LOADER)
