"""Facets and groups: how the things of a list are spread, counted one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

from graph.domain.marks import Facet
from graph.domain.reader import NodeType
from tests.plain.dump import Thing
from tests.plain.filters import reach
from tests.plain.filters import year as first_year

Keys = list[tuple[Any, str | None]]
KeysOf = Callable[[Thing], Keys]
MOST = 1000


def keys_of(kind: NodeType, name: str) -> KeysOf:
    """What a thing counts under for this facet: (key, label) pairs."""
    if (kind.name, name) in BY_HAND:
        return BY_HAND[kind.name, name]
    for prop in kind.properties.values():
        mark = prop.mark(Facet)
        if mark is not None and mark.name == name:
            stored = prop.name
            return lambda thing: [(v, None) for v in (thing.get(stored) if prop.many else [thing.get(stored)])]
    [relation] = [r for r in kind.relations.values() if r.field.facet_as == name]
    return lambda thing: named(
        t.far(relation.forward)
        for t in thing.ties(relation.types, relation.forward)
        if t.far(relation.forward).kind.name in relation.targets
    )


def named(things: Iterable[Thing]) -> Keys:
    return [(t.id, t.get("weergavenaam")) for t in things]


def ready(thing: Thing) -> Keys:
    return [(any(t.get("rijpheid") == "PASKLAAR" for t in reach(thing, ("LOST_OP", False))), None)]


def ministries(thing: Thing) -> Keys:
    return named(t for t in reach(thing, ("NEEMT_DEEL_AAN", False)) if t.kind.name == "Departement")


def provinces(*step: tuple[str, bool]) -> KeysOf:
    return gemeenten("provincie", *step)


def gemeenten(name: str, *step: tuple[str, bool]) -> KeysOf:
    return lambda thing: [(t.get(name), None) for t in reach(thing, *step) if t.kind.name == "Gemeente"]


def statuses(thing: Thing) -> Keys:
    return [(t.get("status"), None) for t in reach(thing, ("VAN", False))]


def laws(thing: Thing) -> Keys:
    return named(reach(thing, ("LOST_OP", True), ("VALT_ONDER", True)))


def years(thing: Thing) -> Keys:
    found = first_year(thing)
    return [(None if found is None else str(found), None)]


USERS = (("VAN", False), ("PAST_TOE", False))
BY_HAND: dict[tuple[str, str], KeysOf] = {
    ("Knelpunt", "HEEFT_PASKLAAR"): ready,
    ("Oplossing", "PROVINCIE"): provinces(("ONTWIKKELD_DOOR", True)),
    ("Knelpunt", "PROVINCIE"): provinces(("ERVAART", False)),
    ("Oplossing", "JAAR"): years,
    ("Oplossing", "WET"): laws,
    ("Oplossing", "GEBRUIK"): statuses,
    ("Oplossing", "GEBRUIK_PROVINCIE"): gemeenten("provincie", *USERS),
    ("Oplossing", "GEBRUIK_JEUGDREGIO"): gemeenten("jeugdregio", *USERS),
    ("Oplossing", "GEBRUIK_ARBEIDSMARKTREGIO"): gemeenten("arbeidsmarktregio", *USERS),
    ("Traject", "DEPARTEMENT"): ministries,
}


def counts(things: Sequence[Thing], names: Sequence[str], unknown: bool) -> list[tuple[Any, list[Thing]]]:
    """The things per combination of keys, most first; with `unknown`, those without a key as well."""
    found: dict[Any, dict[str, Thing]] = defaultdict(dict)
    for thing in things:
        each = [keys_of(thing.kind, name)(thing) or [(None, None)] for name in names]
        for combination in product(*each):
            if unknown or all(key is not None for key, _ in combination):
                found[combination][thing.id] = thing
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), [(k is None, k) for k, _ in pair[0]]))
    return [(keys, list(members.values())) for keys, members in ranked]


def facet(things: Sequence[Thing], name: str) -> dict[str, Any]:
    def values(info: Any, first: int | None = None) -> list[dict[str, Any]]:
        most = 10 if first is None else first
        return [
            {
                "sleutel": shown(key),
                "id": key if text is not None else None,
                "label": label(key, text),
                "aantal": len(members),
            }
            for ((key, text),), members in counts(things, [name], False)[:most]
        ]

    return {"veld": name, "aantal": len(counts(things, [name], False)), "waarden": values}


def groups(things: Sequence[Thing], names: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "sleutels": [shown(key) for key, _ in keys],
            "labels": [label(key, text) for key, text in keys],
            "aantal": len(members),
            "gemiddeldAantalToepassingen": mean(members),
        }
        for keys, members in counts(things, names, True)[:MOST]
    ]


def mean(things: Sequence[Thing]) -> float | None:
    """How often a thing of the group is applied, for types that are applied."""
    relation = things[0].kind.relations.get("toepassingen")
    if relation is None:
        return None
    return sum(len(t.ties(relation.types, relation.forward)) for t in things) / len(things)


def shown(key: Any) -> str | None:
    if isinstance(key, bool):
        return "JA" if key else "NEE"
    return None if key is None else str(key)


def label(key: Any, text: str | None) -> str:
    """The name of a thing, or a word of a list as people write it."""
    if text is not None:
        return text
    word = shown(key)
    if word is None:
        return "Onbekend"
    return word.replace("_", " ").capitalize() if word.isupper() else word
