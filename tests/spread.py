"""How a run over several processes is divided: a file to one process, as xdist does with `--dist=loadfile`, and besides

- what needs Neo4j goes to the first process and what visits a service to the second, as far as there is of it: each
  process that needs one starts its own, fills it, and waits until it has warmed up, which takes a minute and more;
- of a file whose tests run on both engines, those on Neo4j are a piece of their own;
- what takes long goes first, so that at the end no process waits minutes for the last file of the other.
"""

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

ROOT = Path(__file__).resolve().parent.parent
NEO4J, SERVICE, PLAIN = "neo4j", "service", "plain"
ASIDE = " op neo4j"
"""Behind the name of a file: its tests on that engine."""
LIKED = {"gw0": (NEO4J, PLAIN, SERVICE), "gw1": (SERVICE, PLAIN, NEO4J)}
LONG = (
    "web/test_pages", "schema/test_generated", "opdeplank/test_cli", "web/test_werkbank", "schema/test_walk",
    "test_guide", "loaders/test_commands", "schema/test_corpus", "loaders/load/test_killed", "web/test_traps",
    "schema/test_roads", "schema/test_cases", "opdeplank/graphql/test_registered", "seeds/test_load",
    "web/test_graphiql", "web/test_addresses", "http/test_fuzz", "opdeplank/exports/test_export",
    "schema/mutations/test_reporting_own",
    "graph/engine/test_store", "graph/pasklaar/test_pool", "graph/pasklaar/test_lookup", "graph/meaning/test_index",
    "opdeplank/test_foreman", "opdeplank/commands/ask/test_zoek", "loaders/prose/test_papers", "web/test_prefix",
    "http/test_first_answer", "seeds/test_vectors", "web/test_widget", "loaders/hostile/test_hostile",
    "opdeplank/copies/test_putting_back", "opdeplank/pages/test_manifest", "schema/execute/test_killed_writing",
)  # fmt: skip
"""Files over twenty seconds, the longest first (`--durations=0` tells); what is not here comes after, by its number of
tests."""


class Spread(LoadFileScheduling):
    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.split("::", 1)[0]
        return path + ASIDE if "neo4j" in nodeid and not whole(path) else path

    def _assign_work_unit(self, node: WorkerController) -> None:
        """The next of the queue, which xdist takes from its front, is the one that suits this process most."""
        liked = LIKED.get(node.gateway.id, ())
        waiting = [*self.workqueue]  # by number of tests
        self.workqueue.move_to_end(min(waiting, key=lambda unit: (suits(liked, unit), rank(unit))), last=False)
        super()._assign_work_unit(node)


def suits(liked: tuple[str, ...], unit: str) -> int:
    """The lower the more. To who likes nothing, what others like suits least."""
    found = kind(unit)
    return liked.index(found) if liked else int(found != PLAIN)


def rank(unit: str) -> int:
    name = unit.removesuffix(ASIDE).removeprefix("tests/").removesuffix(".py")
    return LONG.index(name) if name in LONG else len(LONG)


def kind(unit: str) -> str:
    if unit.endswith(ASIDE) or whole(unit):
        return NEO4J
    return SERVICE if "tests.service" in text(unit) else PLAIN


def whole(path: str) -> bool:
    """Whether tests of a file name Neo4j themselves: then they may share more than the engine, and stay together."""
    return "neo4j: Neo4j" in text(path)


@cache
def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
