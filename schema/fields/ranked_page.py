"""A page of a ranked list that is worked out in Python: its cursors hold the place in the ranking."""

from typing import Any

from schema.request.binding import Limits


def ranked(
    limits: Limits, place: str, items: list[dict[str, Any]], skip: int, total: int, wrap: bool = True
) -> dict[str, Any]:
    """edges, nodes, pageInfo and aantal of the items from `skip` on; `wrap` puts each under `node`."""
    write = limits.cursors.writer(place)
    cursors = [write([skip + i + 1]) for i in range(len(items))]
    pairs = zip(cursors, items, strict=True)
    edges = [{"cursor": c, "node": item} if wrap else {"cursor": c, **item} for c, item in pairs]
    info = {
        "hasNextPage": skip + len(items) < total,
        "hasPreviousPage": skip > 0,
        "startCursor": cursors[0] if cursors else None,
        "endCursor": cursors[-1] if cursors else None,
    }
    return {"edges": edges, "nodes": items, "pageInfo": info, "aantal": total}
