"""One process of a service that has several: what its parent gave it, and what it tells its parent.

    listening   the socket that all of them listen on; whoever is free takes the next visitor
    board       the memory in which they say that they wrote (`write_board`)
    report      a line of JSON goes out of it when this process listens, and an empty one twice a second from its start
    lifeline    nothing ever comes in; it ends when the parent does, whatever ended that

All four are files that are open already, by their number.
"""

import asyncio
import os
import signal
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from typing import Any, Self

import orjson

from opdeplank.processes.write_board import WriteBoard

BEAT, EVERY = b"\n", 0.5
"""What is said by one that goes on, and the seconds between: twice before anyone counts that it was silent."""


@dataclass(frozen=True)
class Member:
    """`number` counts from one, up to `of`."""

    number: int
    of: int
    listening: int
    board: int
    report: int
    lifeline: int

    @classmethod
    def read(cls, text: str) -> Self:
        """As `written` gives it. Raises ValueError."""
        found = cls(*map(int, text.split(",")))
        for file in found.files:
            os.set_inheritable(file, False)  # what this process starts itself must not hold the port
        return found

    @property
    def written(self) -> str:
        return ",".join(map(str, astuple(self)))

    @property
    def files(self) -> tuple[int, ...]:
        return self.listening, self.board, self.report, self.lifeline

    def bound(self) -> socket.socket:
        return socket.socket(fileno=self.listening)

    def moments(self) -> WriteBoard:
        return WriteBoard.shared(self.board, self.number - 1, self.of)

    def ready(self, told: Mapping[str, Any]) -> None:
        """Say that it listens, with what the parent wants to know."""
        self._say(orjson.dumps(told) + b"\n")

    def beat(self) -> None:
        """From now on say twice a second that this process goes on: in the loop that answers visitors, so that it falls
        silent when they wait."""
        self._say(BEAT)
        asyncio.get_running_loop().call_later(EVERY, self.beat)

    def _say(self, line: bytes) -> None:
        os.set_blocking(self.report, False)
        with suppress(OSError):  # a parent that hangs or is no more need not hear it: the lifeline tells
            os.write(self.report, line)

    def end_with_parent(self) -> None:
        """From now on this process stops, as when it is told to, when its parent is no more: or it would go on holding
        the port, and nobody could start the service again."""
        asyncio.get_running_loop().add_reader(self.lifeline, self._gone)

    def _gone(self) -> None:
        asyncio.get_running_loop().remove_reader(self.lifeline)
        os.kill(os.getpid(), signal.SIGTERM)
