"""Finding by meaning, put beside the graph by the commands that look things up."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from graph.meaning import beside
from graph.meaning.beside import Beside
from graph.meaning.encoder import NoModelError
from graph.store import Store
from opdeplank.progress import Progress
from opdeplank.settings import Settings

WITHOUT = "Let op: ik zoek alleen op woorden en niet op betekenis, want {why}. {what}"
INSTALL = "Met 'pip install -r requirements.lock' komt het taalmodel erbij."


@asynccontextmanager
async def put_beside(store: Store, settings: Settings) -> AsyncIterator[tuple[Beside, str | None]]:
    """What lies beside the graph, and a sentence for a person when that is words alone."""
    notice = None
    if settings.betekenis:
        try:
            beside.put(store, _folder(settings))
        except NoModelError as error:
            notice = WITHOUT.format(why=error, what=INSTALL).strip()
    else:
        beside.words_only(store)
    found = beside.of(store)
    assert found is not None
    try:
        yield found, notice
    finally:
        found.close()


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
