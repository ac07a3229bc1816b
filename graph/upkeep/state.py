"""The state of the graph as a whole: its version, and the secret its cursors are signed with."""

from typing import Any

from graph.engine.store import Store

NOW = """
MATCH (m:Meta {id: 'graaf'})
RETURN m.versie, m.gewijzigdOp, COUNT { MATCH (:Entiteit) }, m.plaats, m.plaatsOpenbaar
"""


async def now(store: Store, inside: bool = False) -> dict[str, Any]:
    """Version, moment of the last change (ISO 8601), number of things, and the place of the last change: among all of
    them for who is `inside`, or else among those that everybody sees."""
    row = await store.read(NOW, {})
    version, moment, count, every, public = row or [0, None, 0, 0, 0]
    return {
        "versie": version or 0,
        "op": moment or "1970-01-01T00:00:00+00:00",
        "aantalEntiteiten": count,
        "positie": (every if inside else public) or 0,
    }


async def version(store: Store) -> int:
    """The version that every write raises."""
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN m.versie", {})
    return int(row[0] or 0) if row else 0


async def secret(store: Store) -> bytes:
    """The secret that signs cursors; the same for every process on this graph."""
    row = await store.read("MATCH (m:Meta {id: 'graaf'}) RETURN m.cursorsleutel", {})
    return bytes.fromhex(row[0]) if row and row[0] else b"no graph yet"
