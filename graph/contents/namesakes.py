"""Things that may be the same as one that is about to be made: those that go by its name, or by one that is near it."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.cypher import fulltext
from graph.cypher.text import escape
from graph.domain.reader import NodeType
from graph.dutch.collation import fold
from graph.dutch.words import WORD
from graph.engine.store import Run

MOST = 40
"""Things with the same words that are looked at."""
SHORTEST = 3


class Namesake(NamedTuple):
    """`names` are what it is called and what else it is called, folded."""

    id: str
    names: tuple[str, ...]


async def namesakes(run: Run, node: NodeType, names: Iterable[str], published: bool) -> list[Namesake]:
    """The things of this type that are called one of these names, without regard to case and accents, and before all
    others those that share words with them; only those that everybody sees, when so asked. Which of them are near is
    for who asks to say. One statement."""
    folded = sorted({plain for name in names if (plain := fold(name))})
    if not folded:
        return []
    only = " AND n.publicatieStatus = 'GEPUBLICEERD'" if published else ""
    other = "coalesce(n.synoniemen, [])" if "synoniemen" in node.properties else "[]"
    label, shown = escape(node.label), f"[n.id, n.weergavenaam, {other}]"
    same = f"MATCH (n:{label}) WHERE n.naamPlat IN $namen{only}"
    parts = [f"COLLECT {{ {same} RETURN {shown} ORDER BY n.id LIMIT {MOST} }}"]
    words = " ".join(_sought(folded))
    if words:
        hits = fulltext.hits("n", "$woorden", f"n:{label}{only}", fulltext.DEEP)
        parts.append(f"COLLECT {{ {hits} WITH n, score ORDER BY score DESC, n.id LIMIT {MOST} RETURN {shown} }}")
    [row] = await run(f"RETURN {', '.join(parts)}", {"namen": folded, "woorden": words})
    found = {key: Namesake(key, (fold(name), *map(fold, ook))) for part in row for key, name, ook in part}
    return [*found.values()]


def _sought(folded: Iterable[str]) -> list[str]:
    """The words, and what begins like them: a slip is mostly at the end."""
    words = dict.fromkeys(word for name in folded for word in WORD.findall(name) if len(word) >= SHORTEST)
    return [form for word in words for form in (word, f"{word[: max(SHORTEST, len(word) - 3)]}*")]
