"""Which way the pages of a list are turned: `first` after a cursor, or `last` before one; one rule for every list."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schema.refusals import bad_input


@dataclass(frozen=True)
class Turning:
    """`size` and `cursor` as they were asked, traced or not; `word` is the argument that says the size."""

    word: str
    size: Any
    cursor: Any
    backward: bool

    @property
    def continued(self) -> bool:
        """Whether there is a page on the other side of the cursor."""
        return self.cursor is not None


def turning(arguments: Mapping[str, Any]) -> Turning:
    """The page that the arguments of a list ask for; raises BAD_USER_INPUT when they go both ways."""
    first, after, last, before = (arguments.get(word) for word in ("first", "after", "last", "before"))
    backward = last is not None
    if backward and (first is not None or after is not None) or before is not None and not backward:
        raise bad_input("Gebruik `first` met `after`, of `last` met `before`; niet door elkaar")
    return Turning("last", last, before, True) if backward else Turning("first", first, after, False)
