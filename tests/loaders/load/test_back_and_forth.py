"""Any series of loads and undoings: each undoing gives back, byte for byte, the graph from before that load."""

import random
from pathlib import Path

import orjson
import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from graph.errors import GraphError
from loaders.curate.merge_things import merge
from loaders.load.apply import apply
from loaders.load.undo import undo
from tests.loaders.papers import base, picture, read, write

pytestmark = pytest.mark.anyio

PEOPLE = ("Anna de Wit", "Bram Oud", "Carla Nu", "Dirk ten Have")
PLACES = ("Waterdam", "Koepel", "Raad van Wijzen")
FUNCTIONS = ("wethouder", "directeur", "adviseur", "secretaris")
RIPE = ("IDEE", "PILOT", "BEPROEFD", "PASKLAAR")
NAMES = ("een", "twee", "drie")
STEPS = 9


def paper(chance: random.Random) -> str:
    """A few records about the same few things, so that loads get in each other's way."""
    rows = []
    for _ in range(chance.randint(1, 4)):
        person, place, function = chance.choice(PEOPLE), chance.choice(PLACES), chance.choice(FUNCTIONS)
        rows.append(
            chance.choice(
                (
                    f"{{soort: rol, persoon: {person}, functie: {function}, organisatie: {place}}}",
                    f"{{soort: lid, persoon: {person}, organisatie: Raad van Wijzen}}",
                    f"{{soort: oplossing, titel: Loket {chance.randint(1, 2)}, knelpunten: [knelpunt:wachten]}}",
                    f"{{soort: thema, naam: Thema {chance.randint(1, 3)}, omschrijving: Tekst {chance.randint(1, 9)}}}",
                    f"{{soort: oplossing, titel: Loket {chance.randint(3, 4)}, rijpheid: {chance.choice(RIPE)}, "
                    f"toepassingen: [{{gemeente: Waterdam, status: IN_GEBRUIK}}]}}",
                )
            )
        )
    return "feiten:\n" + "".join(f"  - {row}\n" for row in dict.fromkeys(rows))


async def dump(store: Store) -> bytes:
    return orjson.dumps(await picture(store))


@pytest.mark.parametrize("seed", range(4))
async def test_undoing_gives_back_the_graph_from_before(store: Store, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    await base(store, tmp_path)
    done: list[tuple[str, bytes]] = []
    for step in range(STEPS):
        what = chance.random()
        if what < 0.6 or not done:
            await _load(store, tmp_path / str(step), chance, done)
        elif what < 0.75:
            await _merge(store, done)
        elif what < 0.9:
            await _back(store, done)
        else:
            await _out_of_turn(store, chance, done)
    while done:
        await _back(store, done)


async def _load(store: Store, folder: Path, chance: random.Random, done: list[tuple[str, bytes]]) -> None:
    before = await dump(store)
    intake = await read(store, write(folder, **{f"{chance.choice(NAMES)}_yaml": paper(chance)}))
    for fact in intake.proposal.feiten:
        fact.besluit = chance.choice(("ja", "ja", "ja", "nee")) if fact.stand == "vervalt" else fact.besluit
    try:
        bon = await apply(store, MODEL, intake.proposal, "tester")
    except GraphError:  # a no to something that another fact needs
        assert await dump(store) == before
        return
    if not bon.al_geladen:
        done.append((bon.lading, before))


async def _merge(store: Store, done: list[tuple[str, bytes]]) -> None:
    rows = await store.rows("MATCH (p:Persoon) RETURN p.id ORDER BY p.id", {})
    if len(rows) > 1:
        before = await dump(store)
        bon = await merge(store, MODEL, [rows[0][0], rows[1][0]], "tester")
        done.append((bon.lading, before))


async def _back(store: Store, done: list[tuple[str, bytes]]) -> None:
    load, before = done.pop()
    await undo(store, MODEL, load)
    assert await dump(store) == before


async def _out_of_turn(store: Store, chance: random.Random, done: list[tuple[str, bytes]]) -> None:
    """An earlier load goes back while later ones stay, or is refused and then nothing changed."""
    before = await dump(store)
    at = chance.randrange(len(done))
    refused = await refusal(store, done[at][0])
    if refused is not None:
        assert await dump(store) == before
        assert any(load in refused for load, _ in done[at + 1 :]), refused
        return
    first = done[at][1]
    for load, _ in reversed(done[at + 1 :]):
        await undo(store, MODEL, load)
    del done[at:]
    assert await dump(store) == first


async def refusal(store: Store, load: str) -> str | None:
    try:
        await undo(store, MODEL, load)
    except GraphError as error:
        return error.melding
    return None
