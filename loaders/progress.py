"""How far a long piece of work is: whoever watches passes a function."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Done, total, and what is being done."""


def silent(done: int, total: int, what: str) -> None:
    """The progress of someone who does not watch."""
