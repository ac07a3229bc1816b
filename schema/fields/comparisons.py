"""What is asked of one value in a filter -> Condition: a function per kind of filter on values.

Values stay parameters; which words are filled in decides the text.
"""

from collections.abc import Callable, Mapping
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


def _compared(
    given: Mapping[str, Any], said: Callable[[str, Any], Condition], empty: Condition, filled: Condition | None = None
) -> Condition:
    """What a filter on one value asks: `said` is about one word of it. `empty` is when nothing stands there."""
    parts: list[Condition] = []
    for word, asked in given.items():
        if asked is None:
            continue
        if word == "leeg":
            parts.append(empty if asked else filled or Not(empty))
        else:
            parts.append(said(word, asked))
    return conjunction(parts)


def text(value: Value, given: Mapping[str, Any], aliases: Value | None = None) -> Condition:
    """TekstFilter on a stored text that is folded: lower case, no accents. Aliases count like the text itself."""

    def said(word: str, asked: Any) -> Condition:
        operator, how, among = TEXT_TESTS[word]
        test = Test(value, operator, param(asked, how))
        return test if aliases is None else Either((test, Test(aliases, among, param(asked, how))))

    return _compared(given, said, Missing(value))


def exact(value: Value, given: Mapping[str, Any]) -> Condition:
    """WaardeFilter, and the filter on an enum."""
    return _compared(given, lambda word, asked: _is_or_in(value, word, asked), Missing(value))


def one_of_them(value: Value, given: Mapping[str, Any]) -> Condition:
    """The filter on an enum of which a thing has several: one of those is meant. A list without any is empty."""

    def said(word: str, asked: Any) -> Condition:
        return Test(value, "holds", param(asked)) if word == "is" else Test(value, "overlaps", param(asked, "several"))

    return _compared(given, said, Either((Missing(value), Test(value, "=", param([])))))


def number(value: Value, given: Mapping[str, Any], counted: bool = False) -> Condition:
    """GetalFilter; a number that is `counted` is never empty."""
    empty = Either(()) if counted else Missing(value)
    return _compared(given, lambda word, asked: Test(value, NUMBER_TESTS[word], param(asked)), empty)


def year(value: Value, given: Mapping[str, Any]) -> Condition:
    """GetalFilter on the first year in a text. A text without one has none, and compares with nothing."""
    known = Test(value, ">=", param(FIRST_YEAR))
    return _compared(
        given, lambda word, asked: Test(value, NUMBER_TESTS[word], param(asked, "year")), Not(known), filled=known
    )


def day(value: Value, given: Mapping[str, Any]) -> Condition:
    """DatumFilter; also right for moments, which start with their day."""

    def said(word: str, asked: Any) -> Condition:
        return Test(value, ">=", param(asked)) if word == "vanaf" else Test(value, "<", param(asked, "next day"))

    return _compared(given, said, Missing(value))


def ladder(prop: Property, given: Mapping[str, Any]) -> Condition:
    """A filter on an ordered enum. Every thing stands on a step."""
    assert prop.enum is not None
    value, steps = Prop(prop.name), tuple(m.name for m in prop.enum if m.name not in NEVER_COUNTS)

    def said(word: str, asked: Any) -> Condition:
        upwards = word not in ("is", "in")
        return Test(value, "in", param(asked, "upwards", steps)) if upwards else _is_or_in(value, word, asked)

    return _compared(given, said, Missing(value))


def _is_or_in(value: Value, word: str, asked: Any) -> Condition:
    return Test(value, "=", param(asked)) if word == "is" else Test(value, "in", param(asked, "several"))
