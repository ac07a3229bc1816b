"""Turning pages through a list, either way, shows everything once and in order, also while others write."""

from collections.abc import AsyncIterator
from functools import partial

import pytest

from graph.engine.store import Run, Store
from tests import world as worlds
from tests.asking import Asker

pytestmark = pytest.mark.anyio
SORTS = {
    "gemeenten": "INWONERS AANTAL_TOEPASSINGEN GEWIJZIGD_OP NAAM",
    "trajecten": "GESTART_OP GEWIJZIGD_OP",
    "knelpunten": "AANTAL_OPLOSSINGEN AANTAL_GEMEENTEN TITEL",
    "oplossingen": "RIJPHEID BEWIJS AANTAL_TOEPASSINGEN",
    "personen": "",
    "organisaties": "",
}
ROOTS = [
    (name, f"sorteer: [{{ veld: {veld}, richting: {richting} }}]" if veld else "")
    for name, fields in SORTS.items()
    for veld in ["", *fields.split()]
    for richting in (("OPLOPEND", "AFLOPEND") if veld else ("",))
]
NESTED = [
    ('node(id: "thema:leven")', "Thema", "knelpunten"),
    ('node(id: "thema:leven")', "Thema", "oplossingen"),
    ('node(id: "gemeente:gm0865")', "Gemeente", "toepassingen"),
    ('node(id: "gemeente:gm0373")', "Gemeente", "ervaart"),
    ('node(id: "gemeente:gm0893")', "Gemeente", "ontwikkelde"),
    ('node(id: "gemeente:gm0344")', "Gemeente", "trajecten"),
    ('node(id: "gemeente:gm0344")', "Gemeente", "mensen"),
    ('node(id: "departement:szw")', "Departement", "mensen"),
    ('node(id: "organisatie:vng")', "Organisatie", "mensen"),
    ('node(id: "traject:p00")', "Traject", "deelnemers"),
    ('node(id: "traject:p12")', "Traject", "voortgang"),
    ('node(id: "oplossing:p00")', "Oplossing", "knelpunten"),
    ('node(id: "oplossing:p13")', "Oplossing", "toepassingen"),
    ('node(id: "knelpunt:p00")', "Knelpunt", "ervarenDoor"),
    ('node(id: "persoon:jan-de-vries")', "Persoon", "contactVoor"),
    ('node(id: "oplossing:p03")', "Oplossing", "herkomst"),
]


async def turn(ask: Asker, query: str, path: tuple[str, ...], size: int, backward: bool = False) -> list[str]:
    """Everything that turning pages shows, as cursors, in the order of the list."""
    shown: list[str] = []
    cursor = None
    while True:
        found = await ask.data(query, n=size, c=cursor)
        for key in path:
            found = found[key]
        cursors = [edge["cursor"] for edge in found["edges"]]
        assert len(cursors) <= size
        shown = cursors + shown if backward else shown + cursors
        info = found["pageInfo"]
        assert info[("hasNextPage", "hasPreviousPage")[not backward]] is (cursor is not None)
        if not info[("hasNextPage", "hasPreviousPage")[backward]]:
            return shown
        cursor = info[("endCursor", "startCursor")[backward]]


CONTENT = "edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


@pytest.mark.parametrize(("name", "sort"), ROOTS)
async def test_every_root_list_is_whole_both_ways(ask: Asker, name: str, sort: str) -> None:
    whole = [
        e["cursor"]
        for e in (await ask.data(f"{{ {name}(first: 100{', ' * bool(sort)}{sort}) {{ edges {{ cursor }} }} }}"))[name][
            "edges"
        ]
    ]
    assert len(set(whole)) == len(whole)
    down = f"query ($n: Int, $c: String) {{ {name}(first: $n, after: $c {sort}) {{ {CONTENT} }} }}"
    up = f"query ($n: Int, $c: String) {{ {name}(last: $n, before: $c {sort}) {{ {CONTENT} }} }}"
    for size in (1, 7) if name == "trajecten" else (7,):
        assert await turn(ask, down, (name,), size) == whole
        assert await turn(ask, up, (name,), size, backward=True) == whole


@pytest.mark.parametrize(("root", "kind", "name"), NESTED)
async def test_every_nested_list_is_whole(ask: Asker, root: str, kind: str, name: str) -> None:
    shown = f"{name}(first: $n, after: $c) {{ aantal {CONTENT} }}"
    query = f"query ($n: Int, $c: String) {{ x: {root} {{ ... on {kind} {{ {shown} }} }} }}"
    whole = (await ask.data(query, n=100, c=None))["x"][name]
    cursors = [edge["cursor"] for edge in whole["edges"]]
    assert len(set(cursors)) == len(cursors) == whole["aantal"]
    assert len(cursors) > 1
    for size in (1, 2):
        assert await turn(ask, query, ("x", name), size) == cursors


@pytest.fixture
async def busy(world: Store) -> AsyncIterator[Store]:
    """The world, for a test that writes in it."""
    yield world
    await world.write(worlds.spoil)


LIST = """
query ($c: String) {
  knelpunten(first: 5, after: $c, sorteer: [{ veld: GEWIJZIGD_OP, richting: AFLOPEND }]) {
    nodes { id } pageInfo { hasNextPage endCursor }
  }
}"""


async def test_writes_between_pages_neither_skip_nor_repeat_what_stays(busy: Store, ask: Asker) -> None:
    """Everything that is there all the time is shown once; what comes or goes behind us does not move the rest."""
    before = (await ask.data("{ knelpunten(first: 100) { nodes { id } } }"))["knelpunten"]["nodes"]
    shown: list[str] = []
    gone: set[str] = set()
    cursor = None
    for page in range(100):
        found = (await ask.data(LIST, c=cursor))["knelpunten"]
        shown += [node["id"] for node in found["nodes"]]
        if not found["pageInfo"]["hasNextPage"]:
            break
        cursor = found["pageInfo"]["endCursor"]
        # the very thing the cursor points at goes, and a new one comes before and one after it
        gone.add(shown[-1])
        await busy.write(partial(change, gone=shown[-1], page=page))
    stayed = {node["id"] for node in before} - gone
    old = [key for key in shown if not key.startswith("knelpunt:nieuw")]
    assert len(old) == len(set(old))
    assert stayed <= set(old)
    assert len(shown) == len(set(shown))


async def change(run: Run, gone: str, page: int) -> None:
    await run("MATCH (n:Entiteit {id: $id}) DETACH DELETE n", {"id": gone})
    for key, moment in ((f"knelpunt:nieuw-voor-{page}", "2099"), (f"knelpunt:nieuw-na-{page}", "2000")):
        row = worlds.node_row(
            "Knelpunt", {"id": key, "titel": f"Nieuw {page}", "gewijzigdOp": f"{moment}-01-01T00:00:00Z", "versie": 1}
        )
        await run("CREATE (n:Entiteit:Knelpunt) SET n += $p", {"p": {**row.properties, "id": key}})
