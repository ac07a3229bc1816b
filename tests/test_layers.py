"""The house, held together: houses and rooms lean one way, nothing goes round, and everything is found by its noun.

    graph ← loaders ← schema ← opdeplank        an import points left
    graph.dutch ← graph.domain ← …              and down, within a house: `ROOMS`

Only graph speaks Cypher, only opdeplank reads the environment, and no module is named after nothing.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {
    "graph": "errors turns held_file trust pulse dutch domain engine cypher contents upkeep erasure copying search "
    "meaning map resources contact pasklaar",
    "loaders": "progress documents names facts records prose.text prose.people prose.bodies prose.places "
    "prose.subjects "
    "prose.offices prose.tables prose.checks prose answers proposal load curate report",
    "schema": "refusals messages leaves request fields mutations response compile types execute",
    "opdeplank": "settings terminal processes graph privacy copies display http watching keys meldingen door graphql "
    "following exports.files exports pages bureau bureau.views reconcile assistant app serving lookout foreman "
    "commands domain_page cli",
}
"""The rooms of each house, from the ground up: a room imports from itself and from what stands before it. A room that
is not named has the place of the room around it."""
HOUSES = tuple(ROOMS)
MOST_MODULES = 12
MOST_LINES = 300
LONG = {"graph/domain/declaration.py", "opdeplank/settings/table.py"}
"""The domain is declared in one place, however much of it there is, and so are the settings."""
FOREIGN_TO_GRAPH = {"strawberry", "graphql", "starlette", "uvicorn", "pydantic", "jinja2"}
NAMELESS = {"utils", "util", "core", "common", "helpers", "helper", "manager", "service", "misc"}
CYPHER = re.compile(
    r"\b(MATCH|MERGE|UNWIND|DETACH DELETE)\s*[({$]|\bMATCH [a-z]+ ?=|\b(CREATE|DROP) (INDEX|CONSTRAINT)\b"
)

# Handing a value on to the embedded engine is writing, and allowed.
READS_ENVIRONMENT = re.compile(r"environ\b(?!\[[^\]]+\] = )|getenv")


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {module(path): path for house in HOUSES for path in sorted((ROOT / house).rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}
NAMED = {name: path for name, path in FILES.items() if path.stem not in ("__init__", "__main__")}


def imports(name: str) -> Iterator[str]:
    """The modules that a module imports, ours and others', those for the type checker too."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: a relative import hides its house"
            for each in node.names:
                full = f"{node.module}.{each.name}"
                yield full if full in FILES else node.module or ""


def house(name: str) -> str:
    return name.split(".")[0]


def floor(name: str) -> int:
    """How high in its house a module stands."""
    rooms = ROOMS[house(name)].split()
    inside = name.split(".")[1:]
    if not inside:
        return -1  # what every room may know, such as the version of the program
    for length in range(len(inside), 0, -1):
        if ".".join(inside[:length]) in rooms:
            return rooms.index(".".join(inside[:length]))
    return len(rooms)


@pytest.mark.parametrize("name", FILES)
def test_a_module_stays_within_its_house(name: str) -> None:
    found = {each.split(".")[0] for each in imports(name)}
    assert not found & set(HOUSES[HOUSES.index(house(name)) + 1 :]), "an import points to the right"
    if house(name) == "graph":
        assert not found & FOREIGN_TO_GRAPH
    assert FILES[name].stem not in NAMELESS, "this module is missing its noun"
    source = FILES[name].read_text(encoding="utf-8")
    if house(name) != "graph":
        assert not CYPHER.search(source), "Cypher lives in graph/"
    if house(name) != "opdeplank":
        assert not READS_ENVIRONMENT.search(source), "only opdeplank reads the environment"


@pytest.mark.parametrize("name", FILES)
def test_a_room_leans_on_lower_rooms_only(name: str) -> None:
    up = [each for each in imports(name) if house(each) == house(name) and each in FILES and floor(each) > floor(name)]
    assert not up, f"{name} imports what stands above it"


def test_nothing_goes_round() -> None:
    order = TopologicalSorter({name: {each for each in imports(name) if each in FILES} - {name} for name in FILES})
    try:
        order.prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_a_room_holds_a_dozen_modules() -> None:
    rooms = Counter(str(path.parent.relative_to(ROOT)) for path in NAMED.values())
    assert not {room: count for room, count in rooms.items() if count > MOST_MODULES}


def test_no_name_stands_twice() -> None:
    places = defaultdict(list)
    for name, path in NAMED.items():
        places[path.stem].append(name)
    assert not {stem: names for stem, names in places.items() if len(names) > 1}


@pytest.mark.parametrize("name", NAMED)
def test_a_file_reads_in_one_sitting(name: str) -> None:
    path = NAMED[name]
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES or str(path.relative_to(ROOT)) in LONG


def test_every_house_is_looked_at() -> None:
    assert {house(name) for name in FILES} == set(HOUSES)
    assert CYPHER.search("MATCH (n:Gemeente)")
    assert CYPHER.search("CREATE CONSTRAINT x")
    assert not CYPHER.search("een match (zie boven)")
    assert floor("loaders.prose.text.page") < floor("loaders.prose.rules") < floor("loaders.load.plan")
