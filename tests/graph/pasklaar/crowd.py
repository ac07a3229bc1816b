"""A made-up shelf on which one knelpunt has thousands of oplossingen, full of traps; the same for a seed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any

from graph.cypher.removal import next_version
from graph.cypher.rows import EdgeRow, NodeRow, create_edges, create_nodes
from graph.domain.provenance import MODEL
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.engine.store import Run, Store
from graph.upkeep.constraints import ensure
from tests.graph.shelf import edge_row, node_row, put

MANY = "knelpunt:k00"
GEMEENTEN, THEMAS, KNELPUNTEN = 24, 6, 40
SHARE = 0.85
"""Of the oplossingen, that are for the one knelpunt."""
WORDS = "schulden jongeren wonen zorg werk ouderen taal school regels loket wachten hulp".split()
Made = Iterator[NodeRow | EdgeRow]


async def put_crowd(store: Store, seed: int, oplossingen: int) -> None:
    """Load it; the graph is empty before."""
    await ensure(store, MODEL)
    random = Random(seed)
    rows = [
        *_gemeenten(random), *_themas(), *_knelpunten(random),
        *(row for i in range(oplossingen) for row in _oplossing(random, i)),
    ]  # fmt: skip

    async def nodes(run: Run) -> None:
        await create_nodes(run, [r for r in rows if isinstance(r, NodeRow)])

    async def edges(run: Run) -> None:
        await create_edges(run, MODEL, [r for r in rows if isinstance(r, EdgeRow)])
        await next_version(run, datetime.now(UTC).isoformat())

    await store.write(nodes)
    await store.write(edges)


async def put_for(store: Store, asked: str, keys: list[str], said: dict[str, Any]) -> None:
    """More oplossingen for a knelpunt, of which the same is said; the names are the ids."""
    rows = [node_row("Oplossing", {"id": key, "titel": key.partition(":")[2], **said}) for key in keys]
    await put(store, rows, [edge_row(key, "LOST_OP", asked) for key in keys])


def gemeente(number: int) -> str:
    return f"gemeente:gm{number:04d}"


def thema(number: int) -> str:
    return f"thema:t{number}"


def knelpunt(number: int) -> str:
    return f"knelpunt:k{number:02d}"


def _gemeenten(random: Random) -> Made:
    """The last two have gone: one long ago into two others, one this year into a third that goes next year."""
    for i in range(GEMEENTEN):
        said: dict[str, Any] = {"id": gemeente(i), "code": f"GM{i:04d}", "naam": f"Stad {i}"}
        if random.random() < 0.9:
            said |= {"inwoners": random.randint(5_000, 900_000), "provincie": random.choice("ABC")}
        if i == GEMEENTEN - 1:
            said["einddatum"] = "2018-12-31"
        if i == GEMEENTEN - 2:
            said["einddatum"] = "2026-01-01"
        if i == 2:
            said["einddatum"] = "2027-01-01"
        yield node_row("Gemeente", said)
        for k in random.sample(range(KNELPUNTEN), 5):
            yield edge_row(gemeente(i), "ERVAART", knelpunt(k), {"ernst": random.randint(1, 5)})
    for old, new in ((GEMEENTEN - 1, 0), (GEMEENTEN - 1, 1), (GEMEENTEN - 2, 2)):
        yield edge_row(gemeente(old), "OPGEGAAN_IN", gemeente(new))


def _themas() -> Made:
    yield from (node_row("Thema", {"id": thema(i), "naam": f"Thema {i}"}) for i in range(THEMAS))
    yield from (edge_row(thema(i), "DEEL_VAN", thema(0)) for i in (1, 2))


def _knelpunten(random: Random) -> Made:
    yield from (node_row("Wet", {"id": f"wet:w{i}", "naam": f"Wet {i}"}) for i in range(3))
    for i in range(KNELPUNTEN):
        said = {"id": knelpunt(i), "titel": f"{' '.join(random.sample(WORDS, 4)).capitalize()} {i}"}
        if i % 13 == 12:
            said["publicatieStatus"] = "CONCEPT"
        yield node_row("Knelpunt", said)
        for t in random.sample(range(THEMAS), random.randint(0, 3)):
            yield edge_row(knelpunt(i), "GAAT_OVER", thema(t))
        if random.random() < 0.5:
            yield edge_row(knelpunt(i), "VALT_ONDER", f"wet:w{random.randrange(3)}")
        if i and random.random() < 0.2:
            score = random.choice([None, 0.2, 0.7, 0.95])
            yield edge_row(knelpunt(i), "LIJKT_OP", knelpunt(0), {"score": score} if score else {})


def _oplossing(random: Random, number: int) -> Made:
    """Nearly all are for one knelpunt and assessed by nobody. The ready ones come last."""
    key = f"oplossing:o{number:05d}"
    said: dict[str, Any] = {"id": key, "titel": f"{random.choice(WORDS).capitalize()} {number // 3}"}
    if number % 500 == 499:
        said["rijpheid"] = Rijpheid.PASKLAAR.name
    elif random.random() < 0.1:
        said |= {"rijpheid": random.choice([*Rijpheid]).name, "bewijs": random.choice([*Bewijsniveau]).name}
    if random.random() < 0.1:
        said["laatstGetoetstOp"] = f"{random.randint(2015, 2027)}-03-01"
    if random.random() < 0.03:
        said["publicatieStatus"] = "CONCEPT"
    yield node_row("Oplossing", said)
    chosen = MANY if random.random() < SHARE else knelpunt(random.randrange(KNELPUNTEN))
    yield edge_row(key, "LOST_OP", chosen, {"dekking": round(random.random(), 2)} if random.random() < 0.1 else {})
    if random.random() < 0.1:  # another source says how much of it, or another knelpunt
        also = chosen if random.random() < 0.5 else knelpunt(random.randrange(KNELPUNTEN))
        yield edge_row(key, "LOST_OP", also, {"dekking": round(random.random(), 2), "id": "2"})
    if random.random() < 0.15:
        yield edge_row(key, "GAAT_OVER", thema(random.randrange(THEMAS)))
    if random.random() < 0.1:
        yield edge_row(key, "ONTWIKKELD_DOOR", gemeente(random.randrange(GEMEENTEN)))
    for i in range(random.choice([0, 0, 0, 0, 1, 1, 3])):
        yield from _toepassing(random, f"toepassing:{number}-{i}", key)


def _toepassing(random: Random, key: str, oplossing: str) -> Made:
    said: dict[str, Any] = {"id": key}
    status = random.choice(["IN_GEBRUIK", "IN_GEBRUIK", "GESTOPT", "VOORBEREIDING", "OVERWEEGT", None])
    if status:
        said["status"] = status
    if random.random() < 0.2:
        said["tot"] = random.choice(["2024-12-31", "2030-01-01"])
    if random.random() < 0.05:
        said["publicatieStatus"] = "CONCEPT"
    yield node_row("Toepassing", said)
    yield edge_row(gemeente(random.randrange(GEMEENTEN)), "PAST_TOE", key)
    yield edge_row(key, "VAN", oplossing)
    if random.random() < 0.1:
        yield edge_row(key, "VAN", oplossing, {"id": "second source"})
