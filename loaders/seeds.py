"""The seed documents go the same way as any other: read, propose, apply. All of them in one load."""

from pathlib import Path

from graph.model import Model
from graph.store import Store
from loaders.apply import apply
from loaders.document import Refusal
from loaders.intake import take_in
from loaders.progress import Progress, silent
from loaders.reading import files
from loaders.receipt import Bon

LOADER = "opdeplank"


async def load(store: Store, model: Model, folder: Path, progress: Progress = silent) -> Bon:
    """Raises Refusal, naming every mistake, when one of the documents is not right; then nothing is loaded."""
    intake = await take_in(store.rows, model, [path for path, _ in files([folder])], progress)
    if intake.refusals:
        problems = tuple(p for refusal in intake.refusals for p in refusal.problems)
        raise Refusal("ZAAD", folder.name, problems)
    return await apply(store, model, intake.proposal, LOADER)
