"""An ordinary visitor in a process of its own: a question every tenth of a second, on a connection that stays open."""

import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from multiprocessing.connection import Connection
from statistics import quantiles

EVERY = 0.1
QUESTION = json.dumps({
    "query": "query($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam toepassingen { nodes { status oplossing "
    "{ titel } } } } }",
    "variables": {"c": "GM0344"},
}).encode()  # fmt: skip


@dataclass
class Visit:
    """When each question was asked, by the clock that all processes share, and how long its answer took."""

    asked: list[tuple[float, float]] = field(default_factory=list)
    failed: int = 0

    def between(self, start: float, end: float) -> list[float]:
        return [took for at, took in self.asked if start <= at < end]


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else 0.0


@contextmanager
def visiting(port: int) -> Iterator[Visit]:
    """A visitor from here to the end of the block; what came of it is known after that."""
    mine, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_visit, args=(port, theirs))
    process.start()
    mine.recv()
    visit = Visit()
    try:
        yield visit
    finally:
        mine.send("genoeg")
        visit.asked, visit.failed = mine.recv()
        process.join()


def _visit(port: int, line: Connection) -> None:
    visit = Visit()
    service = HTTPConnection("127.0.0.1", port, timeout=30)
    line.send("klaar")
    turn = time.monotonic()
    while not line.poll():
        began = time.monotonic()
        try:
            service.request("POST", "/graphql", QUESTION, {"Content-Type": "application/json"})
            answer = service.getresponse()
            fine = b'"naam"' in answer.read() and answer.status == 200
        except (HTTPException, OSError):
            service.close()
            fine = False
        visit.failed += not fine
        visit.asked.append((began, time.monotonic() - began))
        turn = max(turn + EVERY, time.monotonic())
        time.sleep(max(0.0, turn - time.monotonic()))
    line.send((visit.asked, visit.failed))
