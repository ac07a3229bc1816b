"""Query -> Statement. The only place where a read becomes text.

The text is canonical: values stand in the order of their own text, variables are named after their depth, every
value is a parameter. So two operations of one shape are one statement for the planner, whatever their aliases,
field order and arguments. `layout` tells which position each value got.

    RETURN COLLECT { MATCH (n1:Gemeente) WHERE … WITH n1 ORDER BY n1.volgorde LIMIT $p0 RETURN [n1.naam, COLLECT {…}] } AS c0

Sibling subqueries reuse the names of a depth; a nested one never does, because a reused variable would silently
match the outer one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.query import (
    ALWAYS,
    All,
    Among,
    Case,
    Condition,
    EdgeProp,
    EdgeType,
    Either,
    Facts,
    Filled,
    Found,
    Hop,
    Is,
    Joined,
    Missing,
    Not,
    Order,
    Param,
    Prop,
    Rows,
    Scan,
    Seek,
    Source,
    Step,
    Sub,
    Test,
    Total,
    Up,
    Value,
)

SLOT = "\0"
OPERATORS = {
    "=": "{v} = {p}",
    "<>": "{v} <> {p}",
    "<": "{v} < {p}",
    ">": "{v} > {p}",
    "<=": "{v} <= {p}",
    ">=": "{v} >= {p}",
    "in": "{v} IN {p}",
    "starts": "{v} STARTS WITH {p}",
    "contains": "{v} CONTAINS {p}",
    "holds": "{p} IN {v}",
    "overlaps": "any(x IN {v} WHERE x IN {p})",
}


class Text(NamedTuple):
    """A piece of Cypher with a SLOT per parameter, the parameters in order, and the number of subqueries in it."""

    text: str
    params: tuple[Param, ...] = ()
    subqueries: int = 0


class At(NamedTuple):
    """Where we are: variable of the row's node, of its relationship, and the depth of nesting."""

    node: str
    edge: str
    depth: int
    above: str = ""


@dataclass(frozen=True)
class Statement:
    """A text the database can run, and which Param each of its parameters `p0`, `p1`, … is."""

    text: str
    params: tuple[Param, ...]
    columns: tuple[Value, ...]
    subqueries: int


@dataclass(frozen=True)
class Rendered:
    """The statements of one operation. `layout` holds the values of each Rows, Case branch and Up in text order."""

    statements: tuple[Statement, ...]
    layout: dict[object, tuple[Value, ...]] = field(default_factory=dict)


def escape(name: str) -> str:
    """A name from the model as Cypher text; the only road from a name to text."""
    return name if name.isidentifier() and name.isascii() else "`" + name.replace("`", "``") + "`"


def render(columns: Iterable[Value], most: int = 12) -> Rendered:
    """Render root columns; more than `most` subqueries are spread over several statements, a root each at least."""
    writer = _Writer()
    texts = writer.sorted([*columns], At("", "", 0))
    statements: list[Statement] = []
    batch: list[tuple[Value, Text]] = []
    for value, text in texts:
        if batch and sum(t.subqueries for _, t in batch) + text.subqueries > most:
            statements.append(_statement(batch))
            batch = []
        batch.append((value, text))
    if batch:
        statements.append(_statement(batch))
    return Rendered(tuple(statements), writer.layout)


def _statement(columns: Sequence[tuple[Value, Text]]) -> Statement:
    text = "RETURN " + ",\n  ".join(f"{t.text} AS c{i}" for i, (_, t) in enumerate(columns))
    pieces = text.split(SLOT)
    numbered = pieces[0] + "".join(f"$p{i}{piece}" for i, piece in enumerate(pieces[1:]))
    params = tuple(p for _, t in columns for p in t.params)
    return Statement(numbered, params, tuple(v for v, _ in columns), sum(t.subqueries for _, t in columns))


def _join(parts: Sequence[Text], separator: str, before: str = "", after: str = "") -> Text:
    return Text(
        before + separator.join(p.text for p in parts) + after,
        tuple(param for p in parts for param in p.params),
        sum(p.subqueries for p in parts),
    )


class _Writer:
    def __init__(self) -> None:
        self.layout: dict[object, tuple[Value, ...]] = {}

    def sorted(self, values: Sequence[Value], at: At) -> list[tuple[Value, Text]]:
        return sorted(((v, self.value(v, at)) for v in values), key=lambda pair: pair[1].text)

    def listed(self, key: object, values: Sequence[Value], at: At) -> Text:
        pairs = self.sorted(values, at)
        self.layout[key] = tuple(v for v, _ in pairs)
        return _join([t for _, t in pairs], ", ", "[", "]")

    def value(self, value: Value, at: At) -> Text:
        match value:
            case Prop(name):
                return Text(f"{at.node}.{escape(name)}")
            case EdgeProp(name):
                return Text(f"{at.edge}.{escape(name)}")
            case EdgeType():
                return Text(f"type({at.edge})")
            case Joined(parts):
                return _join([self.value(Filled(p, ""), at) for p in parts], " + '\t' + ")
            case Filled(inner, fill):
                literal = f"'{fill}'" if isinstance(fill, str) else str(fill)
                return _join([self.value(inner, at)], "", "coalesce(", f", {literal})")
            case Sub(rows):
                return self.rows(rows, at)
            case Total(source, where):
                return self.counted("COUNT", source, where, at)
            case Found(source, where):
                return self.counted("EXISTS", source, where, at)
            case Case(branches):
                parts = [
                    _join([self.listed((value, label), values, at)], "", f"WHEN {at.node}:{escape(label)} THEN ")
                    for label, values in branches
                ]
                return _join(parts, " ", "CASE ", " END")
            case Up(values):
                return self.listed(value, values, At(at.above, "", at.depth))

    def rows(self, rows: Rows, at: At) -> Text:
        inside = self.inside(at)
        parts = [self.match(rows.source, rows.where, at, inside, self.wanted(rows))]
        if rows.order or rows.limit is not None:
            carried = [inside.node, *([inside.edge] if self.wanted(rows) else []), *self.outer(rows, at)]
            parts.append(Text("WITH " + ", ".join(carried)))
        if rows.order:
            parts.append(_join([self.order(o, inside) for o in rows.order], ", ", "ORDER BY "))
        if rows.limit is not None:
            parts.append(Text("LIMIT " + SLOT, (rows.limit,)))
        parts.append(_join([self.listed(rows, rows.values, inside)], "", "RETURN "))
        made = _join(parts, " ", "COLLECT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def inside(self, at: At) -> At:
        depth = at.depth + 1
        return At(f"n{depth}", f"r{depth}", depth, at.node)

    def wanted(self, rows: Rows) -> bool:
        """Does anything look at the relationship itself?"""
        return isinstance(rows.source, Hop) and (
            _sees_edge(rows.where)
            or any(_sees_edge(o.value) for o in rows.order)
            or any(_sees_edge(v) for v in rows.values)
        )

    def outer(self, rows: Rows, at: At) -> list[str]:
        """The row above, where its values are shown: the embedded engine forgets it after a WITH."""
        return [at.node] if any(isinstance(v, Up) for v in rows.values) else []

    def order(self, order: Order, at: At) -> Text:
        return _join([self.value(order.value, at)], "", "", " DESC" if order.descending else "")

    def counted(self, word: str, source: Source, where: Condition, at: At) -> Text:
        inside = self.inside(at)
        edge = _sees_edge(where)
        match = self.match(source, where, at, inside, edge, anonymous=where == ALWAYS)
        return _join([match], "", f"{word} {{ ", " }")._replace(subqueries=match.subqueries + 1)

    def match(self, source: Source, where: Condition, at: At, to: At, edge: bool, anonymous: bool = False) -> Text:
        match source:
            case Scan(label):
                head = Text(f"MATCH ({to.node}:{escape(label)})")
            case Seek(label, name, param):
                head = Text(f"MATCH ({to.node}:{escape(label)} {{{escape(name)}: {SLOT}}})", (param,))
            case Among(label, ids):
                head = Text(f"MATCH ({to.node}:{escape(label)}) WHERE {to.node}.id IN {SLOT}", (ids,))
                return head if where == ALWAYS else _join([head, self.condition(where, to)], " AND ")
            case Hop(steps, label):
                head = Text("MATCH " + self.pattern(steps, label, at, to, edge, anonymous))
            case Facts(of_edge):
                owner = at.edge if of_edge else at.node
                fact = f"f{to.depth}"
                head = Text(
                    f"UNWIND {owner}.feiten AS {fact} "
                    f"MATCH (:Feit {{id: {fact}}})-[:BLIJKT_UIT]->({to.node}:Passage)"
                )
        return head if where == ALWAYS else _join([head, self.condition(where, to)], " WHERE ")

    def pattern(self, steps: Sequence[Step], label: str, at: At, to: At, edge: bool, anonymous: bool) -> str:
        text = f"({at.node})"
        for i, step in enumerate(steps):
            last = i == len(steps) - 1
            text += _arrow(step, to.edge if edge and last else "")
            far = "" if anonymous and not label else to.node
            text += f"({far}{':' + escape(label) if label else ''})" if last else "()"
        return text

    def condition(self, condition: Condition, at: At) -> Text:
        match condition:
            case Test(value, operator, param):
                left = self.value(value, at)
                before, _, after = OPERATORS[operator].partition("{v}")
                if "{p}" in before:
                    text = before.replace("{p}", SLOT) + left.text + after
                    return Text(text, (param, *left.params), left.subqueries)
                return Text(before + left.text + after.replace("{p}", SLOT), (*left.params, param), left.subqueries)
            case Missing(value):
                return _join([self.value(value, at)], "", "", " IS NULL")
            case Is(labels):
                return Text("(" + " OR ".join(f"{at.node}:{escape(label)}" for label in sorted(labels)) + ")")
            case All(parts):
                return self.several(parts, " AND ", "true", at)
            case Either(parts):
                return self.several(parts, " OR ", "false", at)
            case Not(Missing(value)):
                return _join([self.value(value, at)], "", "", " IS NOT NULL")
            case Not(part):
                return _join([self.condition(part, at)], "", "NOT coalesce(", ", false)")
            case Found():
                return self.value(condition, at)

    def several(self, parts: Sequence[Condition], word: str, empty: str, at: At) -> Text:
        texts = sorted((self.condition(p, at) for p in parts), key=lambda t: t.text)
        if not texts:
            return Text(empty)
        return texts[0] if len(texts) == 1 else _join(texts, word, "(", ")")


def _arrow(step: Step, edge: str) -> str:
    types = "|".join(escape(t) for t in step.types)
    repeat = f"*0..{step.repeat}" if step.repeat else ""
    inner = f"[{edge}:{types}{repeat}]"
    return f"-{inner}->" if step.forward else f"<-{inner}-"


def _sees_edge(part: Value | Condition) -> bool:
    match part:
        case EdgeProp() | EdgeType():
            return True
        case Joined(parts) | All(parts) | Either(parts):
            return any(_sees_edge(p) for p in parts)
        case Filled(value) | Missing(value) | Test(value):
            return _sees_edge(value)
        case Not(inner):
            return _sees_edge(inner)
        case Sub(rows):
            return isinstance(rows.source, Facts) and rows.source.of_edge
        case Total(source) | Found(source):
            return isinstance(source, Facts) and source.of_edge
        case Case(branches):
            return any(_sees_edge(v) for _, values in branches for v in values)
    return False
