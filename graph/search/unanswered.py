"""Questions that nothing on the shelf answered, counted: what the country asks for and nobody has.

They stand beside the things of the graph, under a label of their own: no source says them, no list shows them, and
keeping one does not make the graph another version. The text that comes in here has lost its personal data already.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from graph.dutch.collation import fold
from graph.dutch.words import WORD
from graph.engine.store import Run, Store

MOST = 10_000
"""Different questions that are kept; of what comes after only the number is."""
LEFT_OUT, TOO_MANY = "weggelaten", "te veel"
"""Count the questions that were not kept: because there might be a person in them, or because there were too many."""


@dataclass(frozen=True)
class Unanswered:
    """A question as it was asked, with the nearest knelpunt and the subject of the map if there were. Not yet fit to be
    kept."""

    tekst: str
    gemeente: str | None
    knelpunt: str | None
    onderwerp: str | None = None


@dataclass(frozen=True)
class Vraag:
    tekst: str
    aantal: int
    eerste: str
    laatste: str
    gemeenten: tuple[str, ...]
    knelpunt: str | None
    """The title of the nearest knelpunt."""
    onderwerp: str | None = None
    """The name of the subject it is about."""


@dataclass(frozen=True)
class Kept:
    """The questions asked most first, and how many were asked that could not be kept: `weggelaten` because there might
    be a person in them, `te_veel` because there were too many."""

    vragen: tuple[Vraag, ...]
    verschillend: int
    weggelaten: int
    te_veel: int = 0


Listener = Callable[[Unanswered], None]
"""Is told of a question that nothing answers; it should return at once."""

NOTHING = {"knelpunt": None, "onderwerp": None}
CONSTRAINT = "CREATE CONSTRAINT vraag_id IF NOT EXISTS FOR (n:Vraag) REQUIRE n.id IS UNIQUE"
INDEX = "CREATE INDEX vraag_onderwerp IF NOT EXISTS FOR (n:Vraag) ON (n.onderwerp)"
COUNT = "MATCH (v:Vraag) WHERE v.tekst IS NOT NULL RETURN count(v)"
FIND = "MATCH (v:Vraag {id: $id}) RETURN v.id"
NUMBER = "MATCH (v:Vraag {id: $id}) RETURN v.aantal"
KEEP = """
MERGE (v:Vraag {id: $id})
ON CREATE SET v.tekst = $tekst, v.eerste = $dag, v.aantal = 0, v.gemeenten = []
SET v.aantal = v.aantal + $keer, v.laatste = $dag, v.knelpunt = $knelpunt, v.onderwerp = $onderwerp,
    v.gemeenten = CASE WHEN $gemeente = '' OR $gemeente IN v.gemeenten THEN v.gemeenten
                       ELSE v.gemeenten + $gemeente END
"""
KEPT = "MATCH (v:Vraag) WHERE v.tekst IS NOT NULL"
ASKED_MOST = """
WITH v ORDER BY v.aantal DESC, v.laatste DESC, v.tekst LIMIT $veel
RETURN v.tekst, v.aantal, v.eerste, v.laatste,
  COLLECT { UNWIND v.gemeenten AS g MATCH (m:Entiteit {id: g}) RETURN m.weergavenaam ORDER BY m.weergavenaam },
  head(COLLECT { MATCH (k:Entiteit {id: coalesce(v.knelpunt, '')}) RETURN k.weergavenaam }),
  head(COLLECT { MATCH (s:Entiteit {id: coalesce(v.onderwerp, '')}) RETURN s.weergavenaam })
"""
SUBJECTS = """
WITH coalesce(v.onderwerp, '') AS key, count(v) AS different, sum(v.aantal) AS asked
ORDER BY asked DESC, key LIMIT $veel
RETURN key, head(COLLECT { MATCH (s:Entiteit {id: key}) RETURN s.weergavenaam }), different, asked
ORDER BY asked DESC, key
"""


@dataclass(frozen=True)
class Subject:
    """How much was asked about a subject of the map that nothing answers: so many different questions, so often. `id`
    and `naam` are empty for what is about none."""

    id: str
    naam: str | None
    verschillend: int
    aantal: int


async def prepare(store: Store) -> None:
    """Make sure that a question can be counted by several processes at once."""
    await store.schema(CONSTRAINT)
    await store.schema(INDEX)


async def keep(
    store: Store, tekst: str | None, gemeente: str | None, knelpunt: str | None, dag: str, onderwerp: str | None = None
) -> None:  # fmt: skip
    """Count a question that holds no personal data; None counts one that may not be kept."""

    async def work(run: Run) -> None:
        if tekst is None:
            await run(KEEP, _number(LEFT_OUT, 1, dag))
            return
        key = _key(tekst)
        if not await run(FIND, {"id": key}) and (await run(COUNT))[0][0] >= MOST:
            await run(KEEP, _number(TOO_MANY, 1, dag))
            return
        about = {"knelpunt": knelpunt, "onderwerp": onderwerp}
        await run(KEEP, {"id": key, "tekst": tekst, "dag": dag, "gemeente": gemeente or "", "keer": 1, **about})

    await store.write(work)


async def missed(store: Store, number: int, dag: str) -> None:
    """Count questions that came faster than they could be written down."""

    async def work(run: Run) -> None:
        await run(KEEP, _number(TOO_MANY, number, dag))

    await store.write(work)


def _number(key: str, keer: int, dag: str) -> dict[str, object]:
    return {"id": key, "tekst": None, "dag": dag, "gemeente": "", "keer": keer, **NOTHING}


async def kept(store: Store, eerste: int = 50) -> Kept:
    rows = await store.rows(f"{KEPT} {ASKED_MOST}", {"veel": eerste})
    count = await store.read(COUNT, {})
    numbers = [
        await store.read("MATCH (v:Vraag {id: $id}) RETURN v.aantal", {"id": key}) for key in (LEFT_OUT, TOO_MANY)
    ]
    return Kept(tuple(map(_vraag, rows)), count[0] if count else 0, *(row[0] if row else 0 for row in numbers))


async def by_subject(run: Run, most: int) -> list[Subject]:
    """The subject that was asked about most comes first."""
    return [Subject(*row) for row in await run(f"{KEPT} {SUBJECTS}", {"veel": most})]


async def about(run: Run, onderwerp: str, most: int) -> list[Vraag]:
    """The questions about one subject, asked most first; an empty one is of what is about none."""
    asked = f"{KEPT} AND coalesce(v.onderwerp, '') = $onderwerp {ASKED_MOST}"
    return [_vraag(row) for row in await run(asked, {"veel": most, "onderwerp": onderwerp})]


async def forget(store: Store) -> int:
    """Throw all of them away; how many there were."""

    async def work(run: Run) -> int:
        found = await run(COUNT)
        await run("MATCH (v:Vraag) DETACH DELETE v")
        return int(found[0][0])

    return await store.write(work)


def _vraag(row: Sequence[object]) -> Vraag:
    tekst, aantal, eerste, laatste, gemeenten, knelpunt, onderwerp = row
    assert isinstance(gemeenten, list)
    assert isinstance(aantal, int)
    about = (None if name is None else str(name) for name in (knelpunt, onderwerp))
    return Vraag(str(tekst), aantal, str(eerste), str(laatste), tuple(gemeenten), *about)


def _key(tekst: str) -> str:
    """The same words in another case or with other punctuation are the same question."""
    plain = " ".join(WORD.findall(fold(tekst)))
    return blake2b(plain.encode("utf-8", "ignore"), digest_size=12).hexdigest()
