"""Conditions as text."""

from collections.abc import Callable, Sequence

from graph.cypher.atoms import Is, Stands
from graph.cypher.query import All, Condition, Either, Found, Missing, Not, Test, Value, When
from graph.cypher.text import SLOT, At, Text, escape, join

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
NEVER = "false"
NOTHING = {" AND ": "true", " OR ": NEVER}
"""What no parts at all come to."""
WORDS: dict[type, str] = {All: " AND ", Either: " OR "}
Values = Callable[[Value, At], Text]
"""How a value is written, subqueries too."""


def predicate(condition: Condition, at: At, value_of: Values) -> Text:
    """The condition as text, on the row at `at`."""
    match condition:
        case Test(value, operator, param):
            left = value_of(value, at)
            before, _, after = OPERATORS[operator].partition("{v}")
            if "{p}" in before:
                text = before.replace("{p}", SLOT) + left.text + after
                return Text(text, (param, *left.params), left.subqueries)
            return Text(before + left.text + after.replace("{p}", SLOT), (*left.params, param), left.subqueries)
        case Missing(value):
            return join([value_of(value, at)], "", "", " IS NULL")
        case Is(labels):
            return Text("(" + " OR ".join(f"{at.node}:{escape(label)}" for label in sorted(labels)) + ")")
        case Stands():
            return _stands(condition, at)
        case All(parts) | Either(parts):
            return _several(parts, WORDS[type(condition)], at, value_of)
        case Not(part):
            return _negated(part, at, value_of)
        case When():
            return _apart(condition, at, value_of)
        case Found():
            return value_of(condition, at)


def _stands(status: Stands, at: At) -> Text:
    listed = ", ".join(f"'{word}'" for word in status.words)
    asked = f"= {listed}" if len(status.words) == 1 else f"IN [{listed}]"
    return Text(f"{at.node}.{escape(status.name)} {asked}")


def _apart(either: When, at: At, value_of: Values) -> Text:
    parts = {"WHEN": either.test, "THEN": either.then, "ELSE": either.otherwise}
    made = [join([predicate(part, at, value_of)], "", f"{word} ") for word, part in parts.items()]
    return join(made, " ", "CASE ", " END")


def _negated(part: Condition, at: At, value_of: Values) -> Text:
    """Down to what is tested, where null counts as not holding.

    The embedded engine loses the variables of an EXISTS that stands inside coalesce, and EXISTS is never null.
    """
    match part:
        case All(parts):
            return predicate(Either(tuple(Not(p) for p in parts)), at, value_of)
        case Either(parts):
            return predicate(All(tuple(Not(p) for p in parts)), at, value_of)
        case Not(inner):
            return predicate(inner, at, value_of)
        case When(test, then, otherwise):
            return predicate(When(test, Not(then), Not(otherwise)), at, value_of)
        case Missing(value):
            return join([value_of(value, at)], "", "", " IS NOT NULL")
        case Found() | Is():
            return join([predicate(part, at, value_of)], "", "NOT ")
    return join([predicate(part, at, value_of)], "", "NOT coalesce(", ", false)")


def _several(parts: Sequence[Condition], word: str, at: At, value_of: Values) -> Text:
    texts = sorted((predicate(p, at, value_of) for p in parts), key=lambda t: t.text)
    if not texts:
        return Text(NOTHING[word])
    return texts[0] if len(texts) == 1 else join(texts, word, "(", ")")
