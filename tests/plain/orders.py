"""The order of lists and the pages of them, by sorting everything and slicing."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.domain.provenance import MODEL
from graph.domain.reader import upper_snake
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from tests.plain.dump import Thing, Tie

MAC = 9
PAGE = 25


@dataclass(frozen=True)
class Item:
    """One place in a list: the thing, and over what it was reached."""

    thing: Thing
    tie: Tie | None = None

    @property
    def mark(self) -> tuple[str, ...]:
        """What tells this place from every other."""
        role = self.tie is not None and self.tie.type in ("WERKT_BIJ", "LID_VAN")
        return (self.thing.id, said(self.tie)) if self.tie and role else (self.thing.id,)


def said(tie: Tie) -> str:
    values = [tie.values.get(n) for n in ("functie", "van", "tot")]
    return "\t".join([tie.type, *(str(v or "") for v in values)])


def by_name(item: Item) -> Any:
    """The usual order: name, then id; of sources: id; of roles at one party: what the role says."""
    thing = item.thing
    first = thing.get("volgorde") if thing.kind.is_entity else thing.id
    return first, (said(item.tie) if item.tie else "")


def rung(name: str, words: Any) -> Callable[[Thing], int]:
    """Low to high; what is no longer used stands below everything."""
    names = ["UITGEFASEERD", *(m.name for m in words if m.name != "UITGEFASEERD")]
    return lambda thing: names.index(thing.get(name))


def count(types: str, forward: bool, kind: str = "") -> Callable[[Thing], int]:
    return lambda thing: sum(not kind or t.far(forward).kind.name == kind for t in thing.ties([types], forward))


def stored(name: str) -> Callable[[Thing], Any]:
    return lambda thing: thing.get(name)


def name_of(types: str, forward: bool) -> Callable[[Thing], Any]:
    """Where the one thing at the other end stands by name."""
    return lambda thing: next((t.far(forward).get("volgorde") for t in thing.ties([types], forward)), None)


KEYS: dict[str, dict[str, Callable[[Thing], Any]]] = {
    "Gemeente": {"INWONERS": stored("inwoners"), "AANTAL_TOEPASSINGEN": count("PAST_TOE", True)},
    "Thema": {"AANTAL_OPLOSSINGEN": count("GAAT_OVER", False, "Oplossing")},
    "Traject": {"GESTART_OP": stored("gestartOp")},
    "Voortgang": {"OP": stored("op")},
    "Toepassing": {
        "SINDS": stored("sinds"), "OPLOSSING": name_of("VAN", True), "GEMEENTE": name_of("PAST_TOE", False),
    },
    "Knelpunt": {
        "AANTAL_OPLOSSINGEN": count("LOST_OP", False),
        "AANTAL_GEMEENTEN": count("ERVAART", False, "Gemeente"),
    },
    "Oplossing": {
        "RIJPHEID": rung("rijpheid", Rijpheid), "BEWIJS": rung("bewijs", Bewijsniveau),
        "AANTAL_TOEPASSINGEN": count("VAN", False),
    },
}  # fmt: skip


def in_order(items: Sequence[Item], sorting: Sequence[Mapping[str, Any]] | None) -> list[Item]:
    """Sorted as asked, nulls last in either direction, then by name."""
    found = sorted(items, key=by_name)
    for asked in reversed(sorting or ()):
        down = asked["richting"] == "AFLOPEND"
        value = key(asked["veld"])
        present = [i for i in found if value(i.thing) is not None]
        missing = [i for i in found if value(i.thing) is None]
        found = sorted(present, key=lambda i: value(i.thing), reverse=down) + missing
    return found


def key(field: str) -> Callable[[Thing], Any]:
    if field in ("NAAM", "TITEL"):
        return stored("volgorde")
    if field == "GEWIJZIGD_OP":
        return stored("gewijzigdOp")
    return lambda thing: key_of(thing.kind.name, field)(thing)


def key_of(kind: str, field: str) -> Callable[[Thing], Any]:
    """What a list of this type is ordered by: as written above, or by the plain property that has this name."""
    if field in KEYS.get(kind, {}):
        return KEYS[kind][field]
    properties = MODEL.nodes[kind].properties.values()
    [named] = [p.name for p in properties if upper_snake(p.name) == field and p.enum is None]
    return stored(named)


def plain_cursor(cursor: Any) -> Any:
    """What a cursor points at: for one of the service, its last sort keys without the signature."""
    if not isinstance(cursor, str) or cursor.startswith("@"):
        return cursor
    try:
        keys = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))[MAC:])
    except ValueError:
        return cursor
    if not isinstance(keys, list):
        return cursor
    last = keys[-1].startswith(("WERKT_BIJ\t", "LID_VAN\t"))
    thing = keys[-2] if last else keys[-1]
    return "@" + "|".join([thing.rpartition("\t")[2], *(keys[-1:] if last else [])])


def cursor(item: Item) -> str:
    return "@" + "|".join(item.mark)


def page(items: list[Item], given: Mapping[str, Any]) -> tuple[list[Item], bool, bool]:
    """The items on the page, and whether there are any after and before it."""
    last, before = given.get("last"), plain_cursor(given.get("before"))
    if last is not None:
        end = next(n for n, i in enumerate(items) if cursor(i) == before) if before else len(items)
        start = max(end - last, 0)
        return items[start:end], before is not None, start > 0
    after, first = plain_cursor(given.get("after")), given.get("first")
    start = next(n for n, i in enumerate(items) if cursor(i) == after) + 1 if after else 0
    size = PAGE if first is None else first
    return items[start : start + size], start + size < len(items), after is not None
