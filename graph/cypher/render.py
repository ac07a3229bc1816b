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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.cypher import fulltext
from graph.cypher.atoms import (
    Among,
    Closeness,
    EdgeProp,
    EdgeType,
    Hop,
    Kind,
    Prop,
    Wholeness,
)
from graph.cypher.demands import grouped, groups, sees_edge
from graph.cypher.predicates import NEVER, predicate
from graph.cypher.query import (
    ALWAYS,
    Case,
    Condition,
    Different,
    Far,
    Filled,
    FirstYear,
    Found,
    Joined,
    Key,
    Ranked,
    Rows,
    Source,
    Sub,
    Tally,
    Total,
    Value,
    Worded,
)
from graph.cypher.relevance import CLOSENESS, WHOLENESS
from graph.cypher.sight import Sight, may_be_seen
from graph.cypher.text import SLOT, At, Statement, Text, by_id, escape, join, pattern, start

YEAR = "head([deel IN [i IN range(0, 40) | substring(coalesce(", ", ''), i, 4)] WHERE deel =~ '[0-9]{4}'])"


@dataclass(frozen=True)
class Rendered:
    """The statements of one operation. `layout` holds the values of each Rows and Case branch in text order."""

    statements: tuple[Statement, ...]
    layout: dict[object, tuple[Value, ...]] = field(default_factory=dict)


def render(columns: Iterable[Value], most: int = 12, sight: Sight | None = None) -> Rendered:
    """Render root columns, for who sees so much (None: everything); more than `most` subqueries are spread over several
    statements, a root each at least."""
    writer = _Writer(sight if sight and sight.limited else None)
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
    word, name = ("WITH", "f0_") if any(groups(v) for v, _ in columns) else ("RETURN", "c")
    text = f"{word} " + ",\n  ".join(f"{t.text} AS {name}{i}" for i, (_, t) in enumerate(columns))
    if word == "WITH":
        text += "\nRETURN " + ", ".join(f"f0_{i} AS c{i}" for i in range(len(columns)))
    pieces = text.split(SLOT)
    numbered = pieces[0] + "".join(f"$p{i}{piece}" for i, piece in enumerate(pieces[1:]))
    params = tuple(p for _, t in columns for p in t.params)
    return Statement(numbered, params, tuple(v for v, _ in columns), sum(t.subqueries for _, t in columns))


class _Writer:
    def __init__(self, sight: Sight | None) -> None:
        self.sight = sight
        self.layout: dict[object, tuple[Value, ...]] = {}

    def sorted(self, values: Sequence[Value], at: At) -> list[tuple[Value, Text]]:
        return sorted(((v, self.value(v, at)) for v in values), key=lambda pair: pair[1].text)

    def listed(self, key: object, values: Sequence[Value], at: At) -> Text:
        pairs = self.sorted(values, at)
        self.layout[key] = tuple(v for v, _ in pairs)
        return join([t for _, t in pairs], ", ", "[", "]")

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
                return join([self.value(Filled(p, ""), at) for p in parts], " + '\t' + ")
            case Filled(inner, fill):
                literal = f"'{fill}'" if isinstance(fill, str) else str(fill)
                return join([self.value(inner, at)], "", "coalesce(", f", {literal})")
            case FirstYear(inner):
                return join([self.value(inner, at)], "", *YEAR)
            case Sub(rows):
                return self.rows(rows, at)
            case Tally():
                return self.tally(value, at)
            case Different():
                return self.different(value, at)
            case Far(source, inner):
                return self.far(source, inner, at)
            case Total(source, where, once):
                return self.counted("COUNT", source, where, at, once)
            case Found(source, where):
                return self.counted("EXISTS", source, where, at)
            case Case(branches):
                cases = [
                    join([self.listed((value, label), values, at)], "", f"WHEN {at.node}:{escape(label)} THEN ")
                    for label, values in branches
                ]
                return join(cases, " ", "CASE ", " END")

    def rows(self, rows: Rows, at: At) -> Text:
        inside = at.inside()
        parts = [self.match(rows.source, rows.where, at, inside, self.wanted(rows))]
        if rows.order or rows.limit is not None:
            # Sort keys get a name: by an expression the embedded engine works it out anew for every comparison.
            keys = [(o, f"s{inside.depth}_{i}") for i, o in enumerate(rows.order)]
            named = [join([self.value(o.value, inside)], "", "", f" AS {name}") for o, name in keys]
            kept = Text(self.carried(rows, inside))
            parts.append(join([kept, *named], ", ", "WITH DISTINCT " if rows.once else "WITH "))
            if keys:
                parts.append(Text("ORDER BY " + ", ".join(name + " DESC" * o.descending for o, name in keys)))
        if rows.limit is not None:
            parts.append(Text("LIMIT " + SLOT, (rows.limit,)))
        lifts = self.lifts(rows, inside)
        if lifts:
            parts.append(join(lifts[0], ", ", f"WITH {self.carried(rows, inside)}, "))
            inside = inside._replace(lifted=lifts[1])
        parts.append(join([self.listed(rows, rows.values, inside)], "", "RETURN "))
        made = join(parts, " ", "COLLECT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def lifts(self, rows: Rows, inside: At) -> tuple[list[Text], dict[Value, str]] | None:
        """The subqueries that hold a count per group, named in the order of their texts."""
        found = dict.fromkeys(grouped(rows.values))
        if not found:
            return None
        lifted = self.sorted([*found], inside)
        names = {v: f"f{inside.depth}_{i}" for i, (v, _) in enumerate(lifted)}
        return [join([t], "", "", f" AS {names[v]}") for v, t in lifted], names

    def tally(self, tally: Tally, at: At) -> Text:
        """Counts per group: match, take the keys, keep each node once per group, count."""
        inside = at.inside()
        node = inside.node
        parts = [self.match(tally.source, tally.where, at, inside, sees_edge(tally.where))]
        keyed = [self.key(key, i, inside, tally.optional, parts) for i, key in enumerate(tally.keys)]
        columns = [t for pair in keyed for t in pair]
        names = [f"{letter}{i}" for i in range(len(tally.keys)) for letter in "kl"]
        if tally.mean is not None:
            columns.append(join([self.value(tally.mean, inside)], "", "", " AS v"))
        parts.append(join([Text(node), *columns], ", ", "WITH DISTINCT "))
        if not tally.optional:
            parts.append(Text("WHERE " + " AND ".join(f"k{i} IS NOT NULL" for i in range(len(tally.keys)))))
        mean = ", 1.0 * sum(v) / count(v) AS m" if tally.mean is not None else ""  # avg() rounds per engine
        keys, labels = names[::2], names[1::2]
        parts.append(Text(f"WITH {', '.join(names)}, count({node}) AS c{mean}"))
        parts.append(Text(f"ORDER BY c DESC, {', '.join(keys)} LIMIT {SLOT}", (tally.limit,)))
        shown = f"[{', '.join(keys)}], [{', '.join(labels)}], c" + (", m" if mean else "")
        parts.append(Text(f"RETURN [{shown}]"))
        made = join(parts, " ", "COLLECT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def different(self, counted: Different, at: At) -> Text:
        """The number of groups: match, take the keys, keep each combination once."""
        inside = at.inside()
        parts = [self.match(counted.source, counted.where, at, inside, sees_edge(counted.where))]
        keyed = [self.key(key, i, inside, counted.optional, parts)[0] for i, key in enumerate(counted.keys)]
        parts.append(join(keyed, ", ", "WITH DISTINCT "))
        if not counted.optional:
            parts.append(Text("WHERE " + " AND ".join(f"k{i} IS NOT NULL" for i in range(len(keyed)))))
        made = join([*parts, Text("RETURN k0")], " ", "COUNT { ", " }")
        return made._replace(subqueries=made.subqueries + 1)

    def key(self, key: Key, i: int, at: At, optional: bool, parts: list[Text]) -> tuple[Text, Text]:
        """The key and its label as columns; what has to be matched for them goes to `parts`."""
        here = at
        if key.hop is not None:
            here = At(f"g{at.depth}_{i}", "", at.depth)
            found = self.match(key.hop, ALWAYS, at, here, False)
            parts.append(found._replace(text="OPTIONAL " + found.text) if optional else found)
        value = self.value(key.value, here)
        if key.many:
            lists = f"CASE WHEN size({value.text}) > 0 THEN {value.text} ELSE [null] END" if optional else value.text
            parts.append(Text(f"UNWIND {lists} AS u{i}"))
            value = Text(f"u{i}")
        label = self.value(key.label, here) if key.label is not None else value
        return join([value], "", "", f" AS k{i}"), join([label], "", "", f" AS l{i}")

    def far(self, source: Hop, value: Value, at: At) -> Text:
        inside = at.inside()
        match = self.match(source, ALWAYS, at, inside, False)
        made = join([match, self.value(value, inside)], " RETURN ", "head(COLLECT { ", " })")
        return made._replace(subqueries=made.subqueries + 1)

    def wanted(self, rows: Rows) -> bool:
        """Does anything look at the relationship itself?"""
        return isinstance(rows.source, Hop) and (
            sees_edge(rows.where)
            or any(sees_edge(o.value) for o in rows.order)
            or any(sees_edge(v) for v in rows.values)
        )

    def carried(self, rows: Rows, inside: At) -> str:
        """What a WITH keeps: the row's node, and its relationship where that is looked at."""
        edge = [inside.edge] if self.wanted(rows) and not rows.once else []
        if isinstance(rows.source, Ranked):
            edge = [CLOSENESS, WHOLENESS]
        return ", ".join([inside.node, *edge])

    def counted(self, word: str, source: Source, where: Condition, at: At, once: bool = False) -> Text:
        inside = at.inside()
        edge = sees_edge(where)
        match = self.match(source, where, at, inside, edge, anonymous=where == ALWAYS and not once)
        end = f" RETURN DISTINCT {inside.node} }}" if once else " }"
        return join([match], "", f"{word} {{ ", end)._replace(subqueries=match.subqueries + 1)

    def match(self, source: Source, where: Condition, at: At, to: At, edge: bool, anonymous: bool = False) -> Text:
        """The pattern of a source, with what must hold of its rows and what of them may be seen."""
        seen = may_be_seen(self.sight, source, where, to, self.condition)
        asked = [self.condition(where, to)] if where != ALWAYS else []
        rules = [*asked, *seen.rules]
        match source:
            case Hop(steps, label):
                bare = anonymous and not rules
                head = Text("MATCH " + pattern(steps, label, at, to if edge else to._replace(edge=""), bare, seen))
            case Among(label, ids):
                # One by one: for `id IN …` the embedded engine reads every node of the label.
                one = f"i{to.depth}"
                never = any(rule.text == NEVER for rule in rules)  # Neo4j refuses a hint for what it need not look up
                found = f"({to.node}:{escape(label)} {{id: {one}}})" if never else by_id(to.node, label, one)
                head = Text(f"UNWIND {SLOT} AS {one} MATCH {found}", (ids,))
            case Worded() | Ranked():
                head, rules = self.worded(source, seen.rules, to), asked
            case _:
                head = start(source, at, to, seen)
        return join([head, join(rules, " AND ")], " WHERE ") if rules else head

    def worded(self, source: Worded | Ranked, rules: Sequence[Text], to: At) -> Text:
        found = source.found if isinstance(source, Ranked) else source
        such = join([self.condition(found.such, to), *rules], " AND ")
        text, params = fulltext.found(to.node, SLOT, SLOT, such.text), (found.term, *such.params, found.words)
        if isinstance(source, Ranked):
            text, params = fulltext.ranked(to.node, text, SLOT, SLOT), (*params, found.words, source.stems)
        return Text(text, params, such.subqueries)

    def condition(self, condition: Condition, at: At) -> Text:
        return predicate(condition, at, self.value)
