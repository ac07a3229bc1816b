"""A page of a ranked list that is worked out in Python, turned like a page that the database reads.

A cursor holds what a place is worth, so that a page goes on where it was when something above it comes or goes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schema.request.binding import Limits, page_size
from schema.request.turning import Turning, turning

Worth = tuple[Any, ...]
"""What an item is sorted by, in JSON values; the last part tells it from every other."""


@dataclass(frozen=True)
class RankedPage:
    """A page that was asked of the list at `place`, checked before the list is worked out."""

    limits: Limits
    place: str
    asked: Turning
    size: int
    cursor: Worth | None

    def of(self, worths: Sequence[Worth]) -> slice:
        """Where the page is in a list in the order of these worths."""
        if self.asked.backward:
            end = len(worths) if self.cursor is None else bisect_left(worths, self.cursor)
            return slice(max(end - self.size, 0), end)
        start = 0 if self.cursor is None else bisect_right(worths, self.cursor)
        return slice(start, min(start + self.size, len(worths)))

    def shown(
        self, worths: Sequence[Worth], items: Sequence[Any], said: Sequence[Mapping[str, Any]] = ()
    ) -> dict[str, Any]:
        """edges, nodes, pageInfo and aantal; `items` are those of the page, `worths` those of the whole list, and
        `said` what stands on each edge of the page beside its cursor and node."""
        part = self.of(worths)
        write = self.limits.cursors.writer(self.place)
        cursors = [write(worth) for worth in worths[part]]
        more = part.start > 0 if self.asked.backward else part.stop < len(worths)
        info = {
            "hasNextPage": self.asked.continued if self.asked.backward else more,
            "hasPreviousPage": more if self.asked.backward else self.asked.continued,
            "startCursor": cursors[0] if cursors else None,
            "endCursor": cursors[-1] if cursors else None,
        }
        edges = [
            {"cursor": c, "node": item, **more}
            for c, item, more in zip(cursors, items, said or [{}] * len(items), strict=True)
        ]
        return {"edges": edges, "nodes": list(items), "pageInfo": info, "aantal": len(worths)}


def ranked(limits: Limits, place: str, arguments: Mapping[str, Any], width: int) -> RankedPage:
    """The page that the arguments ask for, of a list whose worths have `width` parts; raises BAD_USER_INPUT."""
    asked = turning(arguments)
    size = page_size(asked.size, (asked.word, None, 0), limits)
    cursor = tuple(limits.cursors.read(asked.cursor, place, width)) if asked.continued else None
    return RankedPage(limits, place, asked, size, cursor)
