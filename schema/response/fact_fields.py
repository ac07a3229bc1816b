"""What a fact says, as the API shows it: its stored JSON as fields with texts, its words as members of a list."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

Wanted = Sequence[tuple[str, str]]
"""(response key, name) of the fields that are selected."""


def word(text: str | None) -> str | None:
    """`rol` -> `ROL`, `e-mail` -> `E_MAIL`."""
    return None if text is None else text.replace("-", "_").replace(" ", "_").upper()


def said(wanted: Wanted, kinds: Collection[str] = ()) -> Callable[..., list[dict[str, Any]]]:
    """From the stored JSON to FeitVeld objects. For who does not see everything, `kinds` are the first parts of ids:
    what else than its two ends a fact names by id is not told, since nobody looked whether that is hidden."""

    def read(text: str | None, *ends: str | None) -> list[dict[str, Any]]:
        made = []
        known_ends = {end.partition("|")[0] for end in ends if end}
        for naam, every in _flat("", json.loads(text or "{}")):
            waarden = [each for each in every if each in known_ends or each.partition(":")[0] not in kinds]
            if every and not waarden:
                continue
            known = {"naam": naam, "waarden": waarden, "__typename": "FeitVeld"}
            made.append({key: known[name] for key, name in wanted})
        return made

    return read


def _flat(path: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """A part has a dot in its name, one of several its number. Nothing is said of what is null."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}" if path else name, inner)
    elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        for number, each in enumerate(value, 1):
            yield from _flat(f"{path}.{number}", each)
    elif value is not None:
        yield path, [_text(each) for each in (value if isinstance(value, list) else [value])]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "ja" if value is True else "nee" if value is False else str(value)


def other(relations: Mapping[str, Any]) -> Callable[[str | None, str | None], str | None]:
    """The id of the other thing, when the fact is a relation: `gemeente:gm0344|wethouder` without what follows."""
    return lambda predicate, text: text.partition("|")[0] or None if text and predicate in relations else None


def value(relations: Mapping[str, Any]) -> Callable[[str | None, str | None], str | None]:
    """The value, when the fact is about a field."""
    return lambda predicate, text: text if predicate not in relations else None


def relation(relations: Mapping[str, Any]) -> Callable[[str | None], str | None]:
    """Which relation the fact claims, if it is one."""
    return lambda predicate: predicate if predicate in relations else None
