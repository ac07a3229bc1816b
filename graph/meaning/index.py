"""What lies beside a graph for the look-up: the words it knows, and the vectors of what it means.

Both follow the graph by its version, in the background: a question never waits for them. Until they are there, the
look-up goes by words alone, and says so; what of a changed graph is known already counts at once.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.dutch.spelling import Vocabulary
from graph.engine.store import Store
from graph.errors import GraphError
from graph.meaning.called import KINDS, Called
from graph.meaning.encoder import E5, Encoder, NoModelError
from graph.meaning.pieces import parts
from graph.meaning.questions import Allowed, Questions
from graph.meaning.similarity import Kin
from graph.search.wanted import Wanted
from graph.turns import Caller
from graph.upkeep import state

if TYPE_CHECKING:
    from graph.meaning.catalogue import Shelf
    from graph.meaning.learning import Learning
    from graph.meaning.wordings import Wordings

FOLDER, SUFFIX = "betekenis", ".vectoren"
AT_ONCE = 1_000
"""Things whose text is read in one statement."""
WITH_VECTORS, WORDS_ONLY = ("Knelpunt", "Oplossing", "Onderwerp"), ("Thema",)
Progress = Callable[[int, int], None]

LISTING = (
    "MATCH (n:{soort} {{publicatieStatus: 'GEPUBLICEERD'}}) RETURN n.id, '{soort}', n.publicatieStatus, "
    "coalesce(n.rijpheid, ''), coalesce(n.bewijs, ''), "
    "coalesce(n.gewijzigdOp, '') + ' ' + toString(coalesce(n.versie, 0)), "
    "COLLECT {{ MATCH (n)-[:BETREFT]->(s) RETURN s.id }}"
)
TEXTS = (
    "UNWIND $ids AS id MATCH (n:Entiteit {id: id}) "
    "RETURN n.id, n.weergavenaam, coalesce(n.samenvatting, n.omschrijving), coalesce(n.synoniemen, []), "
    "coalesce(n.gevraagdAls, []) + coalesce(n.zegswijzen, [])"
)
NAMES = (
    "MATCH (n:{soort} {{publicatieStatus: 'GEPUBLICEERD'}}) RETURN n.id, n.weergavenaam, coalesce(n.aliassenPlat, [])"
)

SUBJECTS = (
    "MATCH (n:{soort} {{publicatieStatus: 'GEPUBLICEERD'}}) "
    "RETURN n.id, n.weergavenaam, coalesce(n.synoniemen, []) + coalesce(n.zegswijzen, [])"
)
ALSO = "MATCH (n:Oplossing {publicatieStatus: 'GEPUBLICEERD'}) RETURN n.id, coalesce(n.synoniemen, [])"


def with_model(
    store: Store, folder: Path | None, encoder: Encoder | None = None, allowed: Allowed | None = None,
    given: Sequence[Path] = (),
) -> "Beside":  # fmt: skip
    """With a model, and its vectors in `folder`; those that lie ready in `given` need not be made. Raises NoModelError
    when there can be no model: `Beside(store)` knows the words all the same."""
    encoder = encoder or E5()
    found = Beside(store)
    found.model(encoder, folder, given, allowed or Allowed())
    return found


class Beside:
    """Made for one graph, and handed to who looks things up there (`graph.resources`). By itself it knows the words
    alone: for mending slips, and for knowing what is no name."""

    def __init__(self, store: Store) -> None:
        self.words = self._told = Vocabulary()
        self._read_of: set[str] = set()
        self.called = Called()
        self.version = -1
        self._wordings: Wordings | None = None
        self._store = store
        self._learning: Learning | None = None
        self._shelf: Shelf | None = None
        self._thread = ThreadPoolExecutor(1, "betekenis")
        self._questions: Questions | None = None
        self._work: asyncio.Task[None] | None = None
        self._first = asyncio.Event()

    def model(self, encoder: Encoder, folder: Path | None, given: Sequence[Path], allowed: Allowed) -> None:
        """`given` are folders in which vectors may lie ready."""
        try:
            from graph.meaning.learning import Learning
            from graph.meaning.vectors import Vectors
            from graph.meaning.wordings import Wordings
        except ImportError:
            raise NoModelError("het pakket numpy staat er niet") from None
        vectors = Vectors(_file(folder, encoder.name), encoder.size)
        ready = [Vectors(each / file_name(encoder.name), encoder.size) for each in given]
        self._learning = Learning(encoder, vectors, ready, self._read_words, self._thread)
        self._wordings = Wordings()
        self._questions = Questions(encoder, self.words, allowed)

    @property
    def ready(self) -> bool:
        """Whether things can be found by what they mean."""
        return self._shelf is not None

    def behind(self, version: int | None) -> int:
        """How many things of this version of the graph (of the one last seen, when None) cannot be found by what they
        mean yet; one when that is not known. Nothing is behind when there is no model to learn with."""
        if self._learning is None:
            return 0
        current = self.version >= 0 and version in (None, self.version)
        return max(0 if current else 1, self._learning.lacking)

    def state(self, version: int) -> int:
        """0 while catching up with this version, 1 for words alone, 2 for meaning: answers differ between them."""
        return 0 if version != self.version else 2 if self.ready else 1

    def follow(self, version: int) -> None:
        """Catch up with this version of the graph in the background, unless that is being done."""
        if version != self.version and (self._work is None or self._work.done()):
            self._work = asyncio.get_running_loop().create_task(self._quietly())

    def start(self) -> None:
        """Begin to catch up with the graph in the background."""
        self.follow(self.version - 1)

    async def reached(self, version: int) -> None:
        """Wait until what lies beside the graph is of this version, or cannot be now."""
        for _ in range(2):  # what is being done may be about an older version
            self.follow(version)
            if self._work is not None and self.version != version:
                await asyncio.shield(self._work)

    async def _quietly(self) -> None:
        with suppress(GraphError):  # the next question tries again
            await self.catch_up()

    async def catch_up(self, progress: Progress | None = None) -> None:
        """Read what changed, make the vectors that are missing, and take the new state into use."""
        version = await state.version(self._store)
        listed = await self._listed_all()
        words_only = [row[0] for soort in WORDS_ONLY for row in await self._listed(soort)]
        await self._forget({*words_only, *(row[0] for row in listed)})
        unread = [*words_only, *(() if self._learning else (row[0] for row in listed))]
        for start in range(0, len(unread), AT_ONCE):
            await self._read_words(unread[start : start + AT_ONCE])
        self.called = await self._read_names()
        if self._learning is not None:
            async for shelf in self._learning.shelve(listed, self._shelf, progress):
                self._shelf = shelf
                self._first.set()
        self.version = version
        self._first.set()

    async def _forget(self, there: set[str]) -> None:
        """What is withdrawn or gone leaves no word behind."""
        if self._read_of - there:
            told, self._told, self._read_of = self._told, Vocabulary(), set()
            kept = sorted(there)
            for start in range(0, len(kept), AT_ONCE):
                await self._read_words(kept[start : start + AT_ONCE])
            told.become(self._told)
            self._told = told

    async def lacking(self) -> int:
        """How many things would have to be learnt; nothing is."""
        if self._learning is None:
            return 0
        async with aclosing(self._learning.shelve(await self._listed_all(), None, None)) as shelves:
            await anext(shelves)
        return self._learning.lacking

    async def first(self, seconds: float) -> None:
        """Wait until what is known lies ready, but not longer than this; whether it does says `behind`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._first.wait()

    def write(self, path: Path) -> None:
        """The vectors of everything there is now, in a file of their own."""
        if self._learning is not None and self._shelf is not None:
            self._learning.vectors.write(path, self._shelf.rows)

    async def near(
        self, text: str, soorten: Sequence[str], wanted: Wanted, most: int, ook: Sequence[str] = (),
        caller: Caller = None,
    ) -> dict[str, Kin] | None:  # fmt: skip
        """By id what means about the same, and what is in `ook`; None when that is not known (yet).

        Raises Busy when the model has no time for the question of this caller.
        """
        shelf, questions = self._shelf, self._questions
        if shelf is None or questions is None:
            return None
        question = await questions.vectors(text, self.version, caller)
        wordings = self._wordings

        def look() -> dict[str, Kin]:
            letters = wordings.scores(text, shelf.ids) if wordings is not None else None
            return shelf.nearest(question, soorten, wanted, most, ook, letters)

        return await asyncio.get_running_loop().run_in_executor(self._thread, look)

    def close(self) -> None:
        """Stop the work in the background."""
        if self._work is not None:
            self._work.cancel()
        if self._learning is not None:
            self._learning.close()
        self._thread.shutdown(wait=True, cancel_futures=True)
        if self._questions is not None:
            self._questions.close()

    async def _listed_all(self) -> list[list[Any]]:
        return [row for soort in WITH_VECTORS for row in await self._listed(soort)]

    async def _listed(self, soort: str) -> list[list[Any]]:
        return await self._store.rows(LISTING.format(soort=soort), {})

    async def _read_names(self) -> Called:
        found = Called()
        for soort in KINDS:
            for key, name, others in await self._store.rows(NAMES.format(soort=soort), {}):
                found.add(key, soort, name, others)
        for key, names in await self._store.rows(ALSO, {}):
            found.also(key, "Oplossing", names)
        for soort in ("Onderwerp", "Thema"):
            for key, name, others in await self._store.rows(SUBJECTS.format(soort=soort), {}):
                found.subject(key, name, others, mapped=soort == "Onderwerp")
        return found

    async def _read_words(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The pieces of text of these things, by id; their words become known."""
        found: dict[str, tuple[str, ...]] = {}
        for key, naam, body, names, sentences in await self._store.rows(TEXTS, {"ids": list(ids)}):
            found[key] = parts(naam, body, names, sentences)
            self._read_of.add(key)
            for piece in found[key]:
                self._told.add(piece)
            if self._wordings is not None:
                self._wordings.put(key, found[key])
        return found


def _file(folder: Path | None, name: str) -> Path | None:
    """Where the vectors are kept; None when nothing can be kept there."""
    if folder is None:
        return None
    try:
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / FOLDER / file_name(name)


def file_name(name: str) -> str:
    """The file with the vectors of the model of this name."""
    return f"{name}{SUFFIX}"
