"""One process of a service that has several: what its parent gave it, and what it tells its parent.

    listening   the socket that all of them listen on; whoever is free takes the next visitor
    board       the memory in which they say that they wrote (`write_board`)
    report      a line of JSON goes out of it when this process listens, and then it is closed
    lifeline    nothing ever comes in; it ends when the parent does, whatever ended that

All four are files that are open already, by their number.
"""

import asyncio
import os
import signal
import socket
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any, Self

import orjson

from opdeplank.processes.write_board import WriteBoard


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
        with open(self.report, "wb") as out:
            out.write(orjson.dumps(told) + b"\n")

    def end_with_parent(self) -> None:
        """From now on this process stops, as when it is told to, when its parent is no more: or it would go on holding
        the port, and nobody could start the service again."""
        asyncio.get_running_loop().add_reader(self.lifeline, self._gone)

    def _gone(self) -> None:
        asyncio.get_running_loop().remove_reader(self.lifeline)
        os.kill(os.getpid(), signal.SIGTERM)
