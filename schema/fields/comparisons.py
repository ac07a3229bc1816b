"""What is asked of one value in a filter -> Condition: a function per kind of filter on values.

Values stay parameters; which words are filled in decides the text.
"""

from collections.abc import Mapping
from typing import Any

from graph.cypher.atoms import Prop
from graph.cypher.query import ALWAYS, All, Condition, Either, Missing, Not, Test, Value
from graph.domain.reader import Property
from graph.domain.vocabulary import Rijpheid
from schema.request.binding import param

TEXT_TESTS = {
    "is": ("=", "fold", "holds"),
    "in": ("in", "fold each", "overlaps"),
    "bevat": ("contains", "fold", "one contains"),
    "begintMet": ("starts", "fold", "one starts"),
}
"""Per field of TekstFilter: the test on the text, how its value is folded, and the test on a list of aliases."""
NUMBER_TESTS = {"is": "=", "min": ">=", "max": "<="}
FIRST_YEAR = "0000"
NEVER_COUNTS = (Rijpheid.UITGEFASEERD.name,)


def conjunction(parts: list[Condition]) -> Condition:
    kept = tuple(p for p in parts if p != ALWAYS)
    return kept[0] if len(kept) == 1 else All(kept)


def text(value: Value, given: Mapping[str, Any], aliases: Value | None = None) -> Condition:
    """TekstFilter on a stored text that is folded: lower case, no accents. Aliases count like the text itself."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            parts.append(Missing(value) if asked else Not(Missing(value)))
            continue
        operator, how, among = TEXT_TESTS[word]
        test = Test(value, operator, param(asked, how))
        parts.append(test if aliases is None else Either((test, Test(aliases, among, param(asked, how)))))
    return conjunction(parts)


def exact(value: Value, given: Mapping[str, Any]) -> Condition:
    """WaardeFilter, and the filter on an enum."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            parts.append(Missing(value) if asked else Not(Missing(value)))
        elif word == "is":
            parts.append(Test(value, "=", param(asked)))
        else:
            parts.append(Test(value, "in", param(asked, "several")))
    return conjunction(parts)


def one_of_them(value: Value, given: Mapping[str, Any]) -> Condition:
    """The filter on an enum of which a thing has several: one of those is meant. A list without any is empty."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            nothing = Either((Missing(value), Test(value, "=", param([]))))
            parts.append(nothing if asked else Not(nothing))
        elif word == "is":
            parts.append(Test(value, "holds", param(asked)))
        else:
            parts.append(Test(value, "overlaps", param(asked, "several")))
    return conjunction(parts)


def number(value: Value, given: Mapping[str, Any], counted: bool = False) -> Condition:
    """GetalFilter; a number that is `counted` is never empty."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            empty = Either(()) if counted else Missing(value)
            parts.append(empty if asked else Not(empty))
        else:
            parts.append(Test(value, NUMBER_TESTS[word], param(asked)))
    return conjunction(parts)


def year(value: Value, given: Mapping[str, Any]) -> Condition:
    """GetalFilter on the first year in a text. A text without one has none, and compares with nothing."""
    known = Test(value, ">=", param(FIRST_YEAR))
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            parts.append(Not(known) if asked else known)
        else:
            parts.append(Test(value, NUMBER_TESTS[word], param(asked, "year")))
    return conjunction(list(dict.fromkeys(parts)))


def day(value: Value, given: Mapping[str, Any]) -> Condition:
    """DatumFilter; also right for moments, which start with their day."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            parts.append(Missing(value) if asked else Not(Missing(value)))
        elif word == "vanaf":
            parts.append(Test(value, ">=", param(asked)))
        else:
            parts.append(Test(value, "<", param(asked, "next day")))
    return conjunction(parts)


def ladder(prop: Property, given: Mapping[str, Any]) -> Condition:
    """A filter on an ordered enum."""
    assert prop.enum is not None
    steps = tuple(m.name for m in prop.enum if m.name not in NEVER_COUNTS)
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "is":
            parts.append(Test(Prop(prop.name), "=", param(asked)))
        elif word == "in":
            parts.append(Test(Prop(prop.name), "in", param(asked, "several")))
        else:
            parts.append(Test(Prop(prop.name), "in", param(asked, "upwards", steps)))
    return conjunction(parts)
