"""Pieces of Cypher: how they are put together, and how names and patterns become text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.cypher.atoms import Facts, Named, Param, Same, Scan, Seek, Step, Tied
from graph.cypher.query import Value

SLOT = "\0"


class Text(NamedTuple):
    """A piece of Cypher with a SLOT per parameter, the parameters in order, and the number of subqueries in it."""

    text: str
    params: tuple[Param, ...] = ()
    subqueries: int = 0


@dataclass(frozen=True)
class Statement:
    """A text the database can run, and which Param each of its parameters `p0`, `p1`, … is."""

    text: str
    params: tuple[Param, ...]
    columns: tuple[Value, ...]
    subqueries: int


class Seen(NamedTuple):
    """What may be seen of what a pattern names: what stands in the braces of its far node and of those that it passes
    on the way, and what else must hold."""

    far: str = ""
    passed: tuple[str, ...] = ("",) * 8
    rules: tuple[Text, ...] = ()
    limited: bool = False


ALL = Seen()
"""Everything."""


class At(NamedTuple):
    """Where we are: variable of the row's node, of its relationship, and the depth of nesting."""

    node: str
    edge: str
    depth: int
    lifted: "Mapping[Value, str] | None" = None

    def inside(self) -> "At":
        """One deeper: the row of a subquery."""
        depth = self.depth + 1
        return At(f"n{depth}", f"r{depth}", depth)


def escape(name: str) -> str:
    """A name from the model as Cypher text; the only road from a name to text."""
    return name if name.isidentifier() and name.isascii() else "`" + name.replace("`", "``") + "`"


def by_id(variable: str, label: str, value: str) -> str:
    """A pattern for the node with this id, where a statement looks up many. Neo4j goes by samples of its indexes, which
    lag behind a large load: without the hint it then reads every node of the label, for each of them."""
    return f"({variable}:{escape(label)} {{id: {value}}}) USING INDEX {variable}:{escape(label)}(id)"


def known(value: str) -> str:
    """A value to find a node by, never null: for null, which no node has, the embedded engine reads every node."""
    return f"coalesce({value}, '')"


def first_id(value: str) -> str:
    """The id of the thing that one end of a fact names: of a relationship the first of three."""
    return known(f"split({value}, '|')[0]")


def join(parts: Sequence[Text], separator: str, before: str = "", after: str = "") -> Text:
    return Text(
        before + separator.join(p.text for p in parts) + after,
        tuple(param for p in parts for param in p.params),
        sum(p.subqueries for p in parts),
    )


def arrow(step: Step, edge: str) -> str:
    types = "|".join(escape(t) for t in step.types)
    repeat = f"*0..{step.repeat}" if step.repeat else ""
    inner = f"[{edge}:{types}{repeat}]"
    return f"-{inner}->" if step.forward else f"<-{inner}-"


def pattern(steps: Sequence[Step], label: str, at: At, to: At, anonymous: bool, seen: Seen = ALL) -> str:
    """The relationships to follow, from the node at `at` to the one at `to`; an edge without a name has none there.
    When not everything may be seen, what lies between has names (`between`), and a path that repeats a step (`way`)."""
    text = f"({at.node})"
    for i, step in enumerate(steps):
        last = i == len(steps) - 1
        text += arrow(step, to.edge if last else "")
        far = "" if anonymous and not label else to.node
        name = between(to, i) if seen.limited else ""
        text += f"({far}{':' + escape(label) if label else ''}{seen.far})" if last else f"({name}{seen.passed[i]})"
    return f"{way(to)} = {text}" if seen.limited and any(step.repeat for step in steps) else text


def start(source: Scan | Seek | Same | Named | Tied | Facts, at: At, to: At, seen: Seen) -> Text:
    """The pattern of a source that follows no relationship of the model; `at` is the row above. A fact on the
    way has a name when not every fact may be seen (`fact_of`)."""
    match source:
        case Scan(label):
            return Text(f"MATCH ({to.node}:{escape(label)}{seen.far})")
        case Seek(label, name, param):
            return Text(f"MATCH ({to.node}:{escape(label)} {{{escape(name)}: {SLOT}}})", (param,))
        case Same(label, name, own):
            return Text(f"MATCH ({to.node}:{escape(label)} {{{escape(name)}: {known(f'{at.node}.{escape(own)}')}}})")
        case Named(own):
            return Text(f"MATCH ({to.node}:Entiteit {{id: {first_id(f'{at.node}.{escape(own)}')}}})")
        case Tied(types):
            return Text(f"MATCH ({at.node})-[:{'|'.join(map(escape, types))}]-({to.node})")
        case Facts(of_edge):
            fact, owner = f"f{to.depth}", at.edge if of_edge else at.node
            told = f"({fact_of(to) if seen.limited else ''}:Feit {{id: {fact}}})"
            return Text(f"UNWIND {owner}.feiten AS {fact} MATCH {told}-[:BLIJKT_UIT]->({to.node}:Passage)")


def fact_of(to: At) -> str:
    """The variable of the fact that a passage is behind."""
    return f"e{to.depth}"


def between(to: At, i: int) -> str:
    """The variable of the node behind step `i` on the way to the row at `to`."""
    return f"m{to.node[1:]}_{i}"


def way(to: At) -> str:
    """The variable of the path to the row at `to`."""
    return f"w{to.node[1:]}"
