"""Questions that nothing on the shelf answered, counted: what the country asks for and nobody has.

They stand beside the things of the graph, under a label of their own: no source says them, no list shows them, and
keeping one does not make the graph another version. The text that comes in here has lost its personal data already.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from weakref import WeakKeyDictionary

from graph.dutch.collation import fold
from graph.dutch.words import WORD
from graph.engine.store import Run, Store

MOST = 10_000
"""Different questions that are kept; what comes after only counts when it is one of these."""
LEFT_OUT = "weggelaten"
"""Counts the questions that were not kept, because there might be a person in them."""


@dataclass(frozen=True)
class Unanswered:
    """A question as it was asked, with the nearest knelpunt if there was one. Not yet fit to be kept."""

    tekst: str
    gemeente: str | None
    knelpunt: str | None


@dataclass(frozen=True)
class Vraag:
    tekst: str
    aantal: int
    eerste: str
    laatste: str
    gemeenten: tuple[str, ...]
    knelpunt: str | None
    """The title of the nearest knelpunt."""


@dataclass(frozen=True)
class Kept:
    """The questions asked most first, and how many were asked that could not be kept."""

    vragen: tuple[Vraag, ...]
    verschillend: int
    weggelaten: int


Listener = Callable[[Unanswered], None]
_listeners: "WeakKeyDictionary[Store, Listener]" = WeakKeyDictionary()


def listen(store: Store, listener: Listener | None) -> None:
    """Tell `listener` of every unanswered question; None stops it. It should return at once."""
    if listener is None:
        _listeners.pop(store.whole, None)
    else:
        _listeners[store.whole] = listener


def heard(store: Store, question: Unanswered) -> None:
    """Say that a question was asked that nothing answers; nothing happens when nobody listens."""
    if listener := _listeners.get(store.whole):
        listener(question)


CONSTRAINT = "CREATE CONSTRAINT vraag_id IF NOT EXISTS FOR (n:Vraag) REQUIRE n.id IS UNIQUE"
COUNT = "MATCH (v:Vraag) WHERE v.tekst IS NOT NULL RETURN count(v)"
FIND = "MATCH (v:Vraag {id: $id}) RETURN v.id"
KEEP = """
MERGE (v:Vraag {id: $id})
ON CREATE SET v.tekst = $tekst, v.eerste = $dag, v.aantal = 0, v.gemeenten = []
SET v.aantal = v.aantal + 1, v.laatste = $dag, v.knelpunt = $knelpunt,
    v.gemeenten = CASE WHEN $gemeente = '' OR $gemeente IN v.gemeenten THEN v.gemeenten
                       ELSE v.gemeenten + $gemeente END
"""
LIST = """
MATCH (v:Vraag) WHERE v.tekst IS NOT NULL
WITH v ORDER BY v.aantal DESC, v.laatste DESC, v.tekst LIMIT $veel
RETURN v.tekst, v.aantal, v.eerste, v.laatste,
  COLLECT { UNWIND v.gemeenten AS g MATCH (m:Entiteit {id: g}) RETURN m.weergavenaam ORDER BY m.weergavenaam },
  head(COLLECT { MATCH (k:Entiteit {id: v.knelpunt}) RETURN k.weergavenaam })
"""


async def prepare(store: Store) -> None:
    """Make sure that a question can be counted by several processes at once."""
    await store.schema(CONSTRAINT)


async def keep(store: Store, tekst: str | None, gemeente: str | None, knelpunt: str | None, dag: str) -> None:
    """Count a question that holds no personal data; None counts one that may not be kept."""

    async def work(run: Run) -> None:
        key = LEFT_OUT if tekst is None else _key(tekst)
        if tekst is not None and not await run(FIND, {"id": key}) and (await run(COUNT))[0][0] >= MOST:
            return
        given = {"gemeente": gemeente or "" if tekst is not None else "", "knelpunt": knelpunt if tekst else None}
        await run(KEEP, {"id": key, "tekst": tekst, "dag": dag, **given})

    await store.write(work)


async def kept(store: Store, eerste: int = 50) -> Kept:
    rows = await store.rows(LIST, {"veel": eerste})
    count = await store.read(COUNT, {})
    left = await store.read("MATCH (v:Vraag {id: $id}) RETURN v.aantal", {"id": LEFT_OUT})
    return Kept(tuple(map(_vraag, rows)), count[0] if count else 0, left[0] if left else 0)


async def forget(store: Store) -> int:
    """Throw all of them away; how many there were."""

    async def work(run: Run) -> int:
        found = await run(COUNT)
        await run("MATCH (v:Vraag) DETACH DELETE v")
        return int(found[0][0])

    return await store.write(work)


def _vraag(row: Sequence[object]) -> Vraag:
    tekst, aantal, eerste, laatste, gemeenten, knelpunt = row
    assert isinstance(gemeenten, list)
    assert isinstance(aantal, int)
    return Vraag(
        str(tekst), aantal, str(eerste), str(laatste), tuple(gemeenten), str(knelpunt) if knelpunt is not None else None
    )


def _key(tekst: str) -> str:
    """The same words in another case or with other punctuation are the same question."""
    plain = " ".join(WORD.findall(fold(tekst)))
    return blake2b(plain.encode("utf-8", "ignore"), digest_size=12).hexdigest()
