"""What lies beside a graph for the look-up: the words it knows, and the vectors of what it means.

Both follow the graph by its version, in the background: a question never waits for them. Until they are there, the
look-up goes by words alone.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from graph.dutch.spelling import Vocabulary
from graph.engine.store import Store
from graph.errors import GraphError
from graph.meaning.encoder import E5, Encoder, NoModelError
from graph.meaning.pieces import parts
from graph.meaning.questions import Allowed, Questions, yield_to_others
from graph.meaning.similarity import Kin
from graph.search.wanted import Wanted
from graph.turns import Caller
from graph.upkeep import state

if TYPE_CHECKING:
    from graph.meaning.catalogue import Shelf, Thing
    from graph.meaning.vectors import Rows, Vectors

FOLDER = "betekenis"
AT_ONCE = 1_000
"""Things whose text is read in one statement."""
BATCH = 2
"""Texts for the model at a time while it works ahead: closing waits for one batch at most."""
MEEK = 10
"""How much the model yields to everything else while it works ahead: on a large graph that takes hours."""
WRITE_EVERY = 256
WITH_VECTORS, WORDS_ONLY = ("Knelpunt", "Oplossing"), ("Thema",)
T = TypeVar("T")
Progress = Callable[[int, int], None]

LISTING = (
    "MATCH (n:{soort}) RETURN n.id, '{soort}', n.publicatieStatus, "
    "coalesce(n.rijpheid, ''), coalesce(n.bewijs, ''), "
    "coalesce(n.gewijzigdOp, '') + ' ' + toString(coalesce(n.versie, 0))"
)
TEXTS = (
    "UNWIND $ids AS id MATCH (n:Entiteit {id: id}) "
    "RETURN n.id, n.weergavenaam, coalesce(n.samenvatting, n.omschrijving), coalesce(n.synoniemen, [])"
)

_beside: "WeakKeyDictionary[Store, Beside]" = WeakKeyDictionary()


def of(store: Store) -> "Beside | None":
    """What was put beside this store, if anything was."""
    return _beside.get(store.whole)


def put(store: Store, folder: Path | None, encoder: Encoder | None = None, allowed: Allowed | None = None) -> "Beside":
    """Put a model beside the graph. Raises NoModelError when there can be none; words are known all the same."""
    found = words_only(store)
    found.model(encoder or E5(), folder, allowed or Allowed())
    return found


def words_only(store: Store) -> "Beside":
    """Put only the words beside the graph: for mending slips, and for knowing what is no name."""
    found = _beside[store.whole] = Beside(store)
    return found


@contextmanager
def without(store: Store) -> Iterator[None]:
    """As if nothing were beside it, for comparing."""
    found = _beside.pop(store.whole, None)
    try:
        yield
    finally:
        if found is not None:
            _beside[store.whole] = found


class Beside:
    def __init__(self, store: Store) -> None:
        self.words = Vocabulary()
        self.version = -1
        self._store = store
        self._encoder: Encoder | None = None
        self._vectors: Vectors | None = None
        self._shelf: Shelf | None = None
        self._thread = ThreadPoolExecutor(1, "betekenis")
        self._ahead = ThreadPoolExecutor(1, "vooruit", yield_to_others(MEEK))
        self._questions: Questions | None = None
        self._work: asyncio.Task[None] | None = None
        self._lacking = 0

    def model(self, encoder: Encoder, folder: Path | None, allowed: Allowed) -> None:
        try:
            from graph.meaning.vectors import Vectors
        except ImportError:
            raise NoModelError("het pakket numpy staat er niet") from None
        self._encoder = encoder
        self._vectors = Vectors(_file(folder, encoder.name), encoder.size)
        self._questions = Questions(encoder, self.words, allowed)

    @property
    def ready(self) -> bool:
        """Whether things can be found by what they mean."""
        return self._shelf is not None

    def behind(self, version: int | None) -> int:
        """How many things of this version of the graph (of the one last seen, when None) cannot be found by what they
        mean yet; one when that is not known. Nothing is behind when there is no model to learn with."""
        if self._encoder is None or (self.version >= 0 and version in (None, self.version)):
            return 0
        return max(1, self._lacking)

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

    async def _quietly(self) -> None:
        with suppress(GraphError):  # the next question tries again
            await self.catch_up()

    async def catch_up(self, progress: Progress | None = None) -> None:
        """Read what changed, make the vectors that are missing, and take the new state into use."""
        version = await state.version(self._store)
        listed = [row for soort in WITH_VECTORS for row in await self._listed(soort)]
        words_only = [row[0] for soort in WORDS_ONLY for row in await self._listed(soort)]
        for block in _blocks([*words_only, *(() if self._vectors else (row[0] for row in listed))]):
            await self._read_words(block)
        if self._vectors is not None:
            await self._shelve(listed, self._vectors, progress)
        self.version = version

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
        question = await questions.vector(text, self.version, caller)
        look = partial(shelf.nearest, question, soorten, wanted, most, ook)
        return await asyncio.get_running_loop().run_in_executor(self._thread, look)

    def close(self) -> None:
        """Stop the work in the background."""
        if self._work is not None:
            self._work.cancel()
        for each in (self._thread, self._ahead):
            each.shutdown(wait=True, cancel_futures=True)
        if self._questions is not None:
            self._questions.close()
        _beside.pop(self._store.whole, None)

    async def _listed(self, soort: str) -> list[list[Any]]:
        return await self._store.rows(LISTING.format(soort=soort), {})

    async def _read_words(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The pieces of text of these things, by id; their words become known."""
        found: dict[str, tuple[str, ...]] = {}
        for key, naam, body, names in await self._store.rows(TEXTS, {"ids": list(ids)}):
            found[key] = parts(naam, body, names)
            for piece in found[key]:
                self.words.add(piece)
        return found

    async def _shelve(self, listed: Sequence[Sequence[Any]], vectors: "Vectors", progress: Progress | None) -> None:
        from graph.meaning.catalogue import Shelf, Thing, no_rows

        things = [Thing(key, soort, status or "", *rest) for key, soort, status, *rest in listed]
        old, rows = self._shelf, no_rows(len(things))
        changed = [i for i, thing in enumerate(things) if not _kept(old, thing, rows, i)]
        for block in _blocks(changed):
            # block by block, so that the texts of a large graph are never in memory at once
            pieces = await self._read_words([things[i].id for i in block])
            texts = [pieces.get(things[i].id, ()) for i in block]
            await self._encode([piece for found in texts for piece in found], vectors, progress)
            await asyncio.to_thread(_place, rows, block, texts, vectors)
        if old is None:  # nobody holds rows yet, so they may move
            await asyncio.to_thread(vectors.tidy, rows)
        self._shelf = await asyncio.to_thread(Shelf, things, rows, vectors)

    async def _encode(self, texts: Sequence[str], vectors: "Vectors", progress: Progress | None) -> None:
        from graph.meaning.vectors import key

        encoder = self._encoder
        assert encoder is not None
        keyed = {key(text): text for text in texts}
        known = await asyncio.to_thread(vectors.find, list(keyed))
        missing = [pair for pair, row in zip(keyed.items(), known, strict=True) if row < 0]
        loop = asyncio.get_running_loop()
        for start in range(0, len(missing), WRITE_EVERY):
            block = missing[start : start + WRITE_EVERY]
            made: list[Any] = []
            for at in range(0, len(block), BATCH):
                batch = [text for _, text in block[at : at + BATCH]]
                made.extend(await loop.run_in_executor(self._ahead, encoder.encode, batch))
                if progress:
                    progress(start + at + len(batch), len(missing))
            await loop.run_in_executor(self._thread, _add, vectors, [hashed for hashed, _ in block], made)


def _blocks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]


def _file(folder: Path | None, name: str) -> Path | None:
    """Where the vectors are kept; None when nothing can be kept there."""
    if folder is None:
        return None
    try:
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / FOLDER / f"{name}.vectoren"


def _kept(old: "Shelf | None", thing: "Thing", rows: "Rows", i: int) -> bool:
    """Whether the thing is as it was; then its vectors are too."""
    place = old.place.get(thing.id) if old else None
    if old is None or place is None or old.standen[place] != hash(thing.stand):
        return False
    rows[i] = old.rows[place]
    return True


def _place(rows: "Rows", block: Sequence[int], texts: Sequence[tuple[str, ...]], vectors: "Vectors") -> None:
    from graph.meaning.vectors import key

    spots = [(i, part, key(text)) for i, pieces in zip(block, texts, strict=True) for part, text in enumerate(pieces)]
    for (i, part, _), row in zip(spots, vectors.find([hashed for _, _, hashed in spots]), strict=True):
        rows[i, part] = row


def _add(vectors: "Vectors", keys: Sequence[int], made: Sequence[Any]) -> None:
    import numpy as np

    vectors.add(keys, np.asarray(made, np.float32))
