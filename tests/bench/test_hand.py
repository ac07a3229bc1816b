"""What is compared in the benchmarks gives the same answers, so that a comparison is one."""

import orjson
import pytest

from bench.peers.profile import ROOM, statements
from bench.rig import graaf
from bench.rig.agreement import plain
from bench.rig.asked import BY_NAME, Operation
from bench.rig.shapes import SHAPES
from graph.domain.provenance import MODEL
from graph.engine.store import Store
from opdeplank.graphql.api import SCHEMA
from schema.execute.execution import Executor, Request
from schema.execute.plans import Plans
from tests.conftest import empty

pytestmark = pytest.mark.anyio
SIZE = "500"


@pytest.fixture(scope="module")
async def filled(opened: Store) -> Store:
    """The made-up graph of the benchmarks, as small as it gets."""
    await empty(opened)
    await graaf.load(opened, SIZE)
    return opened


@pytest.mark.parametrize("operation", BY_NAME.values(), ids=lambda operation: operation.name)
async def test_a_statement_by_hand_answers_as_we_do(filled: Store, operation: Operation) -> None:
    executor = Executor(filled, Plans(SCHEMA, MODEL, b"measuring", ROOM))
    for variables in operation.variables(SIZE)[:4]:
        row = await filled.read(operation.statement, variables)
        assert row is not None
        by_hand = SHAPES[operation.operation_name](row)
        ours = orjson.loads((await executor.execute(Request(operation.graphql, variables))).body)
        assert plain(by_hand) == plain(ours["data"])


@pytest.mark.parametrize("operation", BY_NAME.values(), ids=lambda operation: operation.name)
def test_every_operation_is_one_statement_of_ours(operation: Operation) -> None:
    assert len(statements(operation, operation.variables(SIZE)[0])) == 1
