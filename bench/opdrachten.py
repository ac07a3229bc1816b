"""What a mutation costs beside the transaction a good programmer would write, and whether writers lose anything.

    python -m bench.opdrachten                               the ratio, on both engines
    python -m bench.opdrachten --motor ingebouwd             on one: ingebouwd or neo4j
    python -m bench.opdrachten --schrijvers 8 --aantal 10000 so many writers, so many mutations on the same things

By hand it is four statements that write the same: the toepassing, its document, fact and passage, the load with what
undoing needs, and the line of history with its place; nothing is checked. The writers each add one to a number that
stands in a text, with the version they saw, and try again when they are told that another was first: in the end the
number is how often that worked, or something was lost. Beside it stands whose turn it was: two who want the very same
text do not stand in each other's way, and that would be counted as one.
"""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from bench.rig.databases import Neo4j
from bench.rig.pairs import FEWEST, estimate
from bench.rig.servers import cpu_seconds
from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from graph.engine.embedded import Embedded
from graph.engine.store import Run, Store
from graph.upkeep import constraints, state
from loaders.load.apply import apply, moment
from loaders.proposal.intake import take_in
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans

GEMEENTEN, EACH = 8, 40
COLD = 30.0
"""Seconds that a Neo4j which has just started may say nothing."""
VIEWER = Viewer(Rol.PROGRAMMABUREAU, None, "meting")
USE = """mutation ($invoer: ToepassingInvoer!, $versie: Int) {
  toepassingMelden(invoer: $invoer, verwachteVersie: $versie) {
    toepassing { id status resultaat versie } fouten { code } } }"""
BEGIN = """MERGE (m:Meta {id: 'graaf'}) SET m.versie = coalesce(m.versie, 0) + 1, m.gewijzigdOp = $op,
m.plaats = coalesce(m.plaats, 0) + 1, m.plaatsOpenbaar = coalesce(m.plaatsOpenbaar, 0) + 1
RETURN m.versie, m.plaats, m.plaatsOpenbaar"""
LOOK = "MATCH (t:Entiteit {id: $id}) RETURN properties(t)"
WRITE = """MATCH (t:Entiteit {id: $id}) MATCH (f:Feit {id: $feit}) SET t += $t SET f.velden = $velden
CREATE (d:Document) SET d = $d CREATE (p:Passage) SET p = $p
CREATE (w:Wijziging) SET w = $w CREATE (l:Lading) SET l = $l
CREATE (f)-[:BLIJKT_UIT {id: $p.id}]->(p) CREATE (p)-[:UIT {id: $p.id}]->(d)
CREATE (d)-[:GELADEN_MET {id: $d.id}]->(l)"""
READ = "MATCH (t:Entiteit {id: $id}) RETURN t.id, t.status, t.resultaat, t.versie"
Ask = Callable[[int], Coroutine[Any, Any, None]]


def oplossing_of(number: int) -> dict[str, Any]:
    return {
        "gemeente": {"code": f"GM{9000 + number % GEMEENTEN}"},
        "oplossing": "oplossing:meten",
        "status": "IN_GEBRUIK",
    }


async def fill(store: Store, folder: Path) -> None:
    """An oplossing that some gemeenten apply."""
    while (await store.rows("MATCH (n) RETURN count(n)", {}))[0][0]:
        await store.write(lambda run: run("MATCH (n) WITH n LIMIT 200 DETACH DELETE n"))
    await constraints.ensure(store, MODEL)
    lines = [f"  - {{soort: gemeente, code: GM{9000 + i}, naam: Meetdorp {i}}}" for i in range(GEMEENTEN)]
    uses = ", ".join(f"{{gemeente: 'gemeente:gm{9000 + i}', status: OVERWEEGT}}" for i in range(GEMEENTEN))
    lines.append(f"  - {{soort: oplossing, titel: Meten, rijpheid: PILOT, toepassingen: [{uses}]}}")
    path = folder / "meten.yaml"
    path.write_text("feiten:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    intake = await take_in(store.rows, MODEL, [path])
    await apply(store, MODEL, intake.proposal, "meting")


async def executor_on(store: Store) -> Executor:
    return Executor(store, Plans(SCHEMA, MODEL, await state.secret(store)), 60.0)


def ours(executor: Executor) -> Ask:
    async def ask(number: int) -> None:
        said = {**oplossing_of(number), "resultaat": f"meting {number}"}
        reply = orjson.loads((await executor.execute(Request(USE, {"invoer": said}, viewer=VIEWER))).body)
        assert not reply["data"]["toepassingMelden"]["fouten"], reply

    return ask


def by_hand(store: Store) -> Ask:
    async def ask(number: int) -> None:
        code = 9000 + number % GEMEENTEN
        await store.write(lambda run: _by_hand(run, f"toepassing:gm{code}-meten", number))

    return ask


async def _by_hand(run: Run, key: str, number: int) -> None:
    op = moment()
    [[version, place, public]] = await run(BEGIN, {"op": op})
    [[known]] = await run(LOOK, {"id": key})
    result, own = f"meting {number}", f"hand-{version}"
    changed = [orjson.dumps({"veld": "resultaat", "oud": known.get("resultaat"), "nieuw": result}).decode()]
    text = f"Melding\n\nstatus: IN_GEBRUIK\nresultaat: {result}\n"
    done = {"status": "IN_GEBRUIK", "resultaat": result, "versie": known["versie"] + 1, "gewijzigdOp": op}
    given = {
        "id": key, "feit": known["feiten"][0], "velden": orjson.dumps({"id": key, **done}).decode(), "t": done,
        "d": {"id": f"bron:{own}", "titel": "Melding", "soort": "melding", "sha256": own * 4, "tekens": len(text)},
        "p": {"id": f"vermelding:{own}", "passage": text, "zekerheid": 1.0, "onderbouwt": "bestaan", "regel": "melding",
              "vastgelegdDoor": "meting", "vastgelegdOp": op, "bevestigd": False, "van": 0, "tot": len(text)},
        "w": {"id": f"wijziging:{own}", "op": op, "door": "meting", "rol": "PROGRAMMABUREAU", "soort": "BIJGEWERKT",
              "velden": changed, "ding": key, "dingSoort": "TOEPASSING", "dingVersie": known["versie"] + 1,
              "plaats": place, "plaatsOpenbaar": public, "lading": f"lading:{own}"},
        "l": {"id": f"lading:{own}", "gestartOp": op, "door": "meting", "teruggedraaid": False, "bijgewerkt": 1,
              "graafversie": version, "ongedaan": orjson.dumps({"was": known}).decode()},
    }  # fmt: skip
    await run(WRITE, given)
    await run(READ, {"id": key})


async def spent(ask: Ask, start: int, database: int | None) -> tuple[float, float]:
    """Milliseconds on the clock and of the processors for one of `EACH` mutations."""

    def now() -> tuple[float, float]:
        return time.perf_counter(), time.process_time() + (cpu_seconds(database) if database else 0.0)

    before = now()
    for number in range(start, start + EACH):
        await ask(number)
    after = now()
    return tuple((b - a) * 1000 / EACH for a, b in zip(before, after, strict=True))  # type: ignore[return-value]


async def ratio(name: str, store: Store, folder: Path, database: int | None, rounds: int) -> None:
    await fill(store, folder)
    hand, own = by_hand(store), ours(await executor_on(store))
    for ask in (hand, own):  # the engine gets warm
        await spent(ask, 0, database)
    found: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for turn in range(rounds):
        first, second = (hand, own) if turn % 2 else (own, hand)
        one = await spent(first, turn * EACH, database)
        two = await spent(second, turn * EACH + 7, database)
        found.append((one, two) if turn % 2 else (two, one))
    for what, place in (("tijd", 0), ("rekentijd", 1)):
        made = estimate([own[place] / hand[place] for hand, own in found])
        low, high = found[made.middle][0][place], found[made.middle][1][place]
        print(
            f"{name}: {what} {made.value:.2f} ({made.low:.2f}-{made.high:.2f}); met de hand {low:.1f} ms, {high:.1f} ms"
        )


async def writers(name: str, store: Store, folder: Path, how_many: int, total: int) -> None:
    """Each writer counts on in the text of the toepassing that it happens upon."""
    await fill(store, folder)
    waits: list[float] = []
    todo = iter(range(total))
    tried = 0
    began = time.perf_counter()

    async def write(executor: Executor) -> None:
        nonlocal tried
        for number in todo:
            key = f"toepassing:gm{9000 + number % GEMEENTEN}-meten"
            while True:
                tried += 1
                row = await store.read(READ, {"id": key})
                assert row is not None
                said = {**oplossing_of(number), "resultaat": f"{int((row[2] or '0').split()[0]) + 1} na {number}"}
                before = time.perf_counter()
                asked = Request(USE, {"invoer": said, "versie": row[3]}, viewer=VIEWER)
                answer = orjson.loads((await executor.execute(asked)).body)
                if "data" in answer and not answer["data"]["toepassingMelden"]["fouten"]:
                    waits.append(time.perf_counter() - before)
                    break

    await asyncio.gather(*[write(await executor_on(store)) for _ in range(how_many)])
    took = time.perf_counter() - began
    rows = await store.rows("MATCH (t:Toepassing) RETURN sum(toInteger(split(t.resultaat, ' ')[0])), sum(t.versie)", {})
    told = await store.rows(
        "MATCH (w:Wijziging) WHERE w.door = 'meting' AND w.soort = 'BIJGEWERKT' RETURN count(w)", {}
    )
    p50, p99 = (quantiles(waits, n=100)[at] * 1000 for at in (49, 98))
    print(
        f"{name}: {how_many} schrijvers, {total} opdrachten, {tried - total} keer opnieuw, {total / took:.0f} per s, "
        f"p50 {p50:.0f} ms, p99 {p99:.0f} ms; "
        f"geteld {rows[0][0]}, kwijt {total - rows[0][0]}, geschiedenis {told[0][0]}"
    )


@asynccontextmanager
async def opened(name: str, folder: Path) -> AsyncIterator[tuple[Store, int | None]]:
    if name == "neo4j":
        with Neo4j("opdrachten") as server:
            async with await Store.open(server.uri) as store:
                store.pulse.patience = COLD
                yield store, server.pid
        return
    with Embedded(folder / "data", roomy=False) as engine:
        async with await Store.open_embedded(engine) as store:
            yield store, None


async def main(engines: list[str], how_many: int, total: int, rounds: int) -> None:
    for name in engines:
        with TemporaryDirectory() as temporary:
            folder = Path(temporary)
            async with opened(name, folder) as (store, database):
                if total:
                    await writers(name, store, folder, how_many, total)
                else:
                    await ratio(name, store, folder, database, rounds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--motor", choices=("ingebouwd", "neo4j"), action="append")
    parser.add_argument("--schrijvers", type=int, default=8)
    parser.add_argument("--aantal", type=int, default=0)
    parser.add_argument("--rondes", type=int, default=FEWEST + 4)
    given = parser.parse_args()
    asyncio.run(main(given.motor or ["ingebouwd", "neo4j"], given.schrijvers, given.aantal, given.rondes))
