"""How far a long piece of work is: who wants to show that, passes a function."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Done, total, and what is being done."""


def silent(done: int, total: int, what: str) -> None:
    """For who does not want to know."""
