"""Finding by meaning, put beside the graph by the commands that look things up."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from graph.engine.store import Store
from graph.meaning import index
from graph.meaning.encoder import E5, NoModelError, must_be_possible
from graph.meaning.index import Beside
from graph.meaning.questions import Allowed
from opdeplank.settings.shipped import SEEDS
from opdeplank.settings.table import Settings
from opdeplank.terminal.progress_bar import Progress

WITHOUT = (
    "Let op: ik zoek alleen op woorden en niet op betekenis, want {why}. Wat de begingegevens betekenen ligt klaar, "
    "maar zonder het model weet ik niet wat een vraag betekent. {what}"
)
INSTALL = "Met 'pip install -r requirements.lock' komt het taalmodel erbij."


@asynccontextmanager
async def put_beside(store: Store, settings: Settings) -> AsyncIterator[tuple[Beside, str | None]]:
    """What lies beside the graph, and a sentence for a person when that is words alone for want of a model."""
    found, notice = None, None
    if settings.betekenis:
        try:
            found = index.with_model(store, _folder(settings), allowed=_allowed(settings), given=[SEEDS])
        except NoModelError as error:
            notice = WITHOUT.format(why=error, what=INSTALL).strip()
    found = found or Beside(store)
    try:
        yield found, notice
    finally:
        found.close()


def _allowed(settings: Settings) -> Allowed:
    """What a question may take of the model."""
    return Allowed(settings.grens_woorddelen, settings.grens_wachtrij, settings.grens_wachttijd)


def _folder(settings: Settings) -> Path | None:
    """Beside the embedded graph; with a Neo4j there as well when that folder is there, or else where caches go."""
    if not settings.neo4j_uri or settings.data.is_dir():
        return settings.data
    try:
        return Path.home() / ".cache" / "opdeplank"
    except RuntimeError:  # nobody's home, as in a container: then they are made again at each start
        return None


async def learn(found: Beside) -> None:
    """Everything that is beside the graph, now: for a command that asks one question."""
    with Progress("Ik leer wat de dingen betekenen:") as progress:
        await found.catch_up(progress)


class Still:
    """Stands for the model where nothing is learnt."""

    name, size = E5.name, E5.size

    def encode(self, texts: Sequence[str], tokens: int = 0) -> Any:
        raise NotImplementedError


async def standing(store: Store, settings: Settings) -> tuple[int, str | None]:
    """How many things still have to be learnt, and why nothing can be when that is so. Nothing is loaded or written."""
    if not settings.betekenis:
        return 0, "OPDEPLANK_BETEKENIS staat op nee"
    try:
        must_be_possible()
        folder = _folder(settings)
        lies = [SEEDS, *([folder / index.FOLDER] if folder else [])]
        found = index.with_model(store, None, Still(), given=lies)
    except NoModelError as error:
        return 0, str(error)
    try:
        return await found.lacking(), None
    finally:
        found.close()
