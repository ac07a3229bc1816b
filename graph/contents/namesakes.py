"""Things that may be the same as one that is about to be made: those that go by its name."""

from collections.abc import Iterable

from graph.cypher.text import escape
from graph.domain.reader import NodeType
from graph.dutch.collation import fold
from graph.engine.store import Run


async def namesakes(run: Run, node: NodeType, names: Iterable[str], published: bool) -> list[str]:
    """The ids of the things of this type that are called one of these names, without regard to case and accents; only
    those that everybody sees, when so asked."""
    only = " AND n.publicatieStatus = 'GEPUBLICEERD'" if published else ""
    text = f"MATCH (n:{escape(node.label)}) WHERE n.naamPlat IN $namen{only} RETURN n.id ORDER BY n.id LIMIT 10"
    folded = sorted({plain for name in names if (plain := fold(name))})
    return [str(row[0]) for row in await run(text, {"namen": folded})] if folded else []
