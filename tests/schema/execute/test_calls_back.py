"""A request goes through execution as through a line: what it calls hardly ever calls it back."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from graph.engine.store import Store
from schema.execute import execution
from schema.execute.execution import Executor, Request
from tests.asking import plans

pytestmark = pytest.mark.anyio

ROOT = str(Path(__file__).resolve().parents[3])
HERE = execution.__file__
MOST = 3
NESTED = """{
  gemeenten(first: 2) {
    nodes { naam ervaart(first: 2) { nodes { titel verwant(first: 2) { edges { score node { titel } } } } } }
  }
  pasklaar(invoer: {vraag: {omschrijving: "schulden"}}, first: 2) { nodes { score oplossing { titel } } }
}"""


@contextmanager
def calls_back() -> Iterator[list[str]]:
    """The functions of the execution module that another module of ours calls, and those a thread of it begins with.

    A coroutine that goes on after waiting is no new call.
    """
    found: list[str] = []
    seen: list[FrameType] = []

    def look(frame: FrameType, event: str, arg: object) -> None:
        if event != "call" or frame.f_code.co_filename != HERE or any(frame is each for each in seen):
            return
        seen.append(frame)
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(ROOT):
            caller = caller.f_back
        if caller is None or caller.f_code.co_filename not in (HERE, __file__):
            found.append(frame.f_code.co_name)

    threading.setprofile(look)
    sys.setprofile(look)
    try:
        yield found
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


async def test_a_request_comes_back_to_execution_hardly_ever(world: Store) -> None:
    executor = Executor(world, plans())
    with calls_back() as first:
        reply = await executor.execute(Request(NESTED))
    assert reply.executed
    with calls_back() as again:
        assert (await executor.execute(Request(NESTED))).executed
    assert len(first) <= MOST, first
    assert again == [], "a document that is known goes straight through"
