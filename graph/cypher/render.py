"""Query -> Statement. The only place where a read becomes text.

The text is canonical: values stand in the order of their own text, variables are named after their depth, every
value is a parameter. So two operations of one shape are one statement for the planner, whatever their aliases,
field order and arguments. `layout` tells which position each value got.

    RETURN COLLECT {
      MATCH (n1:Gemeente) WHERE … WITH n1, n1.volgorde AS s1_0 ORDER BY s1_0 LIMIT $p0 RETURN [n1.naam, …]
    } AS c0

A count per group may not stand beside other values (Neo4j 5 refuses the implicit grouping), so it is lifted into a WITH
of its own before the RETURN, and so is every subquery that holds one.

Sibling subqueries reuse the names of a depth; a nested one never does, because a reused variable would silently
match the outer one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.cypher import fulltext
from graph.cypher.query import (
    ALWAYS,
    All,
    Among,
    Beginning,
    Case,
    Closeness,
    Condition,
    EdgeProp,
    EdgeType,
    Either,
    Facts,
    Far,
    Filled,
    Found,
    Hop,
    Is,
    Joined,
    Key,
    Kind,
    Missing,
    Not,
    Param,
    Prop,
    Ranked,
    Rows,
    Same,
    Scan,
    Seek,
    Source,
    Step,
    Sub,
    Tally,
    Test,
    Total,
    Up,
    Value,
    Wholeness,
    Worded,
)
from graph.cypher.relevance import CLOSENESS, WHOLENESS

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
    "one starts": "any(x IN {v} WHERE x STARTS WITH {p})",
    "one contains": "any(x IN {v} WHERE x CONTAINS {p})",
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
    lifted: "Mapping[Value, str] | None" = None


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


def by_id(variable: str, label: str, value: str) -> str:
    """A pattern for the node with this id, where a statement looks up many. Neo4j goes by samples of its indexes, which
    lag behind a large load: without the hint it then reads every node of the label, for each of them."""
    return f"({variable}:{escape(label)} {{id: {value}}}) USING INDEX {variable}:{escape(label)}(id)"


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
    word, name = ("WITH", "f0_") if any(_groups(v) for v, _ in columns) else ("RETURN", "c")
    text = f"{word} " + ",\n  ".join(f"{t.text} AS {name}{i}" for i, (_, t) in enumerate(columns))
    if word == "WITH":
        text += "\nRETURN " + ", ".join(f"f0_{i} AS c{i}" for i in range(len(columns)))
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

    def value(self, value: Value, at: At) -> Text:  # noqa: C901 - a case per kind of value
        if at.lifted and value in at.lifted:
            return Text(at.lifted[value])
        match value:
            case Prop(name):
                return Text(f"{at.node}.{escape(name)}")
            case EdgeProp(name):
                return Text(f"{at.edge}.{escape(name)}")
            case EdgeType():
                return Text(f"type({at.edge})")
            case Kind():
                return Text(f"toUpper(split({at.node}.id, ':')[0])")
            case Closeness():
                return Text(CLOSENESS)
            case Wholeness():
                return Text(WHOLENESS)
            case Joined(parts):
                return _join([self.value(Filled(p, ""), at) for p in parts], " + '\t' + ")
            case Filled(inner, fill):
                literal = f"'{fill}'" if isinstance(fill, str) else str(fill)
                return _join([self.value(inner, at)], "", "coalesce(", f", {literal})")
            case Beginning(inner, length):
                return _join([self.value(inner, at)], "", "left(", f", {length})")
            case Sub(rows):
                return self.rows(rows, at)
            case Tally():
                return self.tally(value, at)
            case Far(source, inner):
                return self.far(source, inner, at)
            case Total(source, where):
                return self.counted("COUNT", source, where, at)
            case Found(source, where):
                return self.counted("EXISTS", source, where, at)
            case Case(branches):
                cases = [
                    _join([self.listed((value, label), values, at)], "", f"WHEN {at.node}:{escape(label)} THEN ")
                    for label, values in branches
                ]
                return _join(cases, " ", "CASE ", " END")
            case Up(values):
                return self.listed(value, values, At(at.above, "", at.depth, "", at.lifted))

    def rows(self, rows: Rows, at: At) -> Text:
        inside = self.inside(at)
        parts = [self.match(rows.source, rows.where, at, inside, self.wanted(rows))]
        if rows.order or rows.limit is not None:
            # Sort keys get a name: by an expression the embedded engine works it out anew for every comparison.
            keys = [(o, f"s{inside.depth}_{i}") for i, o in enumerate(rows.order)]
            named = [_join([self.value(o.value, inside)], "", "", f" AS {name}") for o, name in keys]
            kept = Text(self.carried(rows, at, inside))
            parts.append(_join([kept, *named], ", ", "WITH DISTINCT " if rows.once else "WITH "))
            if keys:
                parts.append(Text("ORDER BY " + ", ".join(name + " DESC" * o.descending for o, name in keys)))
        if rows.limit is not None:
            parts.append(Text("LIMIT " + SLOT, (rows.limit,)))
        lifts = self.lifts(rows, inside)
        if lifts:
            parts.append(_join(lifts[0], ", ", f"WITH {self.carried(rows, at, inside)}, "))
            inside = inside._replace(lifted=lifts[1])
        parts.append(_join([self.listed(rows, rows.values, inside)], "", "RETURN "))
        made = _join(parts, " ", "COLLECT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def lifts(self, rows: Rows, inside: At) -> tuple[list[Text], dict[Value, str]] | None:
        """The subqueries that hold a count per group, named in the order of their texts."""
        found: dict[Value, At] = dict(_grouped(rows.values, inside))
        if not found:
            return None
        lifted = sorted(((v, self.value(v, at)) for v, at in found.items()), key=lambda pair: pair[1].text)
        names = {v: f"f{inside.depth}_{i}" for i, (v, _) in enumerate(lifted)}
        return [_join([t], "", "", f" AS {names[v]}") for v, t in lifted], names

    def tally(self, tally: Tally, at: At) -> Text:
        """Counts per group: match, take the keys, keep each node once per group, count."""
        inside = self.inside(at)
        node = inside.node
        parts = [self.match(tally.source, tally.where, at, inside, _sees_edge(tally.where))]
        keyed = [self.key(key, i, inside, tally.optional, parts) for i, key in enumerate(tally.keys)]
        columns = [t for pair in keyed for t in pair]
        names = [f"{letter}{i}" for i in range(len(tally.keys)) for letter in "kl"]
        if tally.mean is not None:
            columns.append(_join([self.value(tally.mean, inside)], "", "", " AS v"))
        parts.append(_join([Text(node), *columns], ", ", "WITH DISTINCT "))
        if not tally.optional:
            parts.append(Text("WHERE " + " AND ".join(f"k{i} IS NOT NULL" for i in range(len(tally.keys)))))
        mean = ", 1.0 * sum(v) / count(v) AS m" if tally.mean is not None else ""  # avg() rounds per engine
        keys, labels = names[::2], names[1::2]
        parts.append(Text(f"WITH {', '.join(names)}, count({node}) AS c{mean}"))
        parts.append(Text(f"ORDER BY c DESC, {', '.join(keys)} LIMIT {SLOT}", (tally.limit,)))
        shown = f"[{', '.join(keys)}], [{', '.join(labels)}], c" + (", m" if mean else "")
        parts.append(Text(f"RETURN [{shown}]"))
        made = _join(parts, " ", "COLLECT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def key(self, key: Key, i: int, at: At, optional: bool, parts: list[Text]) -> tuple[Text, Text]:
        """The key and its label as columns; what has to be matched for them goes to `parts`."""
        here = at
        if key.hop is not None:
            here = At(f"g{at.depth}_{i}", "", at.depth)
            pattern = self.pattern(key.hop.steps, key.hop.label, at, here, False, False)
            parts.append(Text(("OPTIONAL MATCH " if optional else "MATCH ") + pattern))
        value = self.value(key.value, here)
        if key.many:
            lists = f"CASE WHEN size({value.text}) > 0 THEN {value.text} ELSE [null] END" if optional else value.text
            parts.append(Text(f"UNWIND {lists} AS u{i}"))
            value = Text(f"u{i}")
        label = self.value(key.label, here) if key.label is not None else value
        return _join([value], "", "", f" AS k{i}"), _join([label], "", "", f" AS l{i}")

    def far(self, source: Hop, value: Value, at: At) -> Text:
        inside = self.inside(at)
        match = self.match(source, ALWAYS, at, inside, False)
        made = _join([match, self.value(value, inside)], " RETURN ", "head(COLLECT { ", " })")
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

    def carried(self, rows: Rows, at: At, inside: At) -> str:
        """What a WITH keeps: the row's node, its relationship where that is looked at, and the row above where its
        values are shown (the embedded engine forgets it after a WITH)."""
        edge = [inside.edge] if self.wanted(rows) and not rows.once else []
        if isinstance(rows.source, Ranked):
            edge = [CLOSENESS, WHOLENESS]
        outer = [at.node] if any(isinstance(v, Up) for v in rows.values) else []
        return ", ".join([inside.node, *edge, *outer])

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
            case Same(label, name, own):
                head = Text(f"MATCH ({to.node}:{escape(label)} {{{escape(name)}: {at.node}.{escape(own)}}})")
            case Worded(term, words, such):
                asked = self.condition(such, to)
                text = fulltext.found(to.node, SLOT, SLOT, asked.text)
                return Text(text, (term, *asked.params, words), asked.subqueries)
            case Ranked(Worded(term, words, such), stems):
                asked = self.condition(such, to)
                text = fulltext.ranked(to.node, fulltext.found(to.node, SLOT, SLOT, asked.text), SLOT, SLOT)
                head = Text(text, (term, *asked.params, words, words, stems), asked.subqueries)
            case Facts(of_edge):
                owner = at.edge if of_edge else at.node
                fact = f"f{to.depth}"
                head = Text(
                    f"UNWIND {owner}.feiten AS {fact} MATCH (:Feit {{id: {fact}}})-[:BLIJKT_UIT]->({to.node}:Passage)"
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
            case Not(part):
                return self.negated(part, at)
            case Found():
                return self.value(condition, at)

    def negated(self, part: Condition, at: At) -> Text:
        """Down to what is tested, where null counts as not holding.

        The embedded engine loses the variables of an EXISTS that stands inside coalesce, and EXISTS is never null.
        """
        match part:
            case All(parts):
                return self.condition(Either(tuple(Not(p) for p in parts)), at)
            case Either(parts):
                return self.condition(All(tuple(Not(p) for p in parts)), at)
            case Not(inner):
                return self.condition(inner, at)
            case Missing(value):
                return _join([self.value(value, at)], "", "", " IS NOT NULL")
            case Found() | Is():
                return _join([self.condition(part, at)], "", "NOT ")
        return _join([self.condition(part, at)], "", "NOT coalesce(", ", false)")

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


def _groups(value: Value) -> bool:
    """Does it hold a count per group, at any depth?"""
    match value:
        case Tally():
            return True
        case Sub(rows):
            return any(_groups(v) for v in rows.values)
        case Case(branches):
            return any(_groups(v) for _, values in branches for v in values)
        case Up(values):
            return any(_groups(v) for v in values)
    return False


def _grouped(values: Iterable[Value], at: At) -> Iterator[tuple[Value, At]]:
    """The subqueries among the values that have to be lifted, and where they are to be read."""
    for value in values:
        match value:
            case Tally() | Sub() if _groups(value):
                yield value, at
            case Case(branches):
                for _, inner in branches:
                    yield from _grouped(inner, at)
            case Up(inner):
                yield from _grouped(inner, At(at.above, "", at.depth))
