"""What goes together goes to one process, and nothing gets lost on the way."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests import spread
from tests.spread import LONG, NEO4J, PLAIN, ROOT, SERVICE, Spread

BOTH, PAGES, CLI = "tests/schema/test_corpus.py", "tests/web/test_pages.py", "tests/opdeplank/test_cli.py"
ALONE = "tests/test_sizes.py"
NAMES = [f"{BOTH}::test_a[neo4j-a]", f"{BOTH}::test_a[arcadedb-a]", f"{PAGES}::test_b", f"{CLI}::test_c_neo4j",
         f"{CLI}::test_d", f"{ALONE}::test_e"]  # fmt: skip


class Node:
    """A process that remembers what it was sent."""

    def __init__(self, name: str) -> None:
        self.gateway = SimpleNamespace(id=name)
        self.shutting_down = False
        self.got: list[int] = []

    def send_runtest_some(self, indices: Sequence[int]) -> None:
        self.got += indices

    def shutdown(self) -> None:
        self.shutting_down = True


@pytest.fixture
def divided() -> Spread:
    """A run over two processes that both found the same."""
    options = SimpleNamespace(loadscopereorder=True)
    config: Any = SimpleNamespace(option=options, getvalue=lambda _: ["popen", "popen"])
    made = Spread(config)
    for name in ("gw0", "gw1"):
        node = cast(Any, Node(name))
        made.add_node(node)
        made.add_node_collection(node, NAMES)
    return made


def test_each_process_gets_first_what_it_likes_and_all_is_run_once(divided: Spread) -> None:
    divided.schedule()
    first, second = cast(list[Node], divided.nodes)
    assert [NAMES[each] for each in first.got[:2]] == [NAMES[3], NAMES[4]], (
        "the longest of what is on Neo4j, in one piece"
    )
    assert NAMES[second.got[0]] == NAMES[2]
    done = {0: 0, 1: 0}
    while any(len(node.got) > done[i] for i, node in enumerate((first, second))):
        for i, node in enumerate((first, second)):
            for each in node.got[done[i] :]:
                divided.mark_test_complete(cast(Any, node), each)
                done[i] += 1
    assert sorted(first.got + second.got) == [*range(len(NAMES))]
    assert divided.tests_finished


def test_what_a_file_needs_is_read_from_it() -> None:
    kinds = {path: spread.kind(path) for path in (BOTH, BOTH + spread.ASIDE, PAGES, CLI, ALONE)}
    assert kinds == {BOTH: PLAIN, BOTH + spread.ASIDE: NEO4J, PAGES: SERVICE, CLI: NEO4J, ALONE: PLAIN}


@pytest.mark.parametrize("name", LONG)
def test_what_takes_long_is_there(name: str) -> None:
    assert (ROOT / "tests" / f"{name}.py").is_file()
