"""Facets and groups of a connection: how its things are spread over a property or over what they are connected to.

They share the filter of the connection, not its page.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.cypher.atoms import Hop, Prop, Step
from graph.cypher.query import ALWAYS, Different, FirstYear, Found, Key, Tally, Test, Total, Value
from graph.domain.marks import Facet
from graph.domain.reader import Model, NodeType
from schema.compile.conditions import Conditions
from schema.compile.guarding import counted_by, may_use
from schema.compile.spot import Listing, Spot, Steps, arguments, below, charge, node_of
from schema.refusals import bad_input
from schema.request.binding import param
from schema.request.selection import name_of
from schema.response.outputs import Const, Counts, Fixed, Obj, Out, Scalar

MOST_GROUPS = 1000
MOST_KEYS = 3
"""Each key multiplies the rows to count."""
NAMES = {True: "JA", False: "NEE"}
UNKNOWN = "Onbekend"
"""How nothing is shown; as a key it is null."""
PASKLAAR = Test(Prop("rijpheid"), "=", param("PASKLAAR"))
USERS = Hop((Step(("VAN",), False), Step(("PAST_TOE",), False)), "Gemeente")
BY_HAND: dict[tuple[str, str], tuple[Key, str]] = {
    ("Knelpunt", "HEEFT_PASKLAAR"): (
        Key(Found(Hop((Step(("LOST_OP",), False),)), PASKLAAR)),
        "Of er een pasklare oplossing voor is",
    ),
    ("Knelpunt", "PROVINCIE"): (
        Key(Prop("provincie"), hop=Hop((Step(("ERVAART",), False),), "Gemeente")),
        "De provincie van de gemeenten die het ervaren",
    ),
    ("Oplossing", "PROVINCIE"): (
        Key(Prop("provincie"), hop=Hop((Step(("ONTWIKKELD_DOOR",), True),), "Gemeente")),
        "De provincie van de gemeenten die het ontwikkelden",
    ),
    ("Oplossing", "WET"): (
        Key(Prop("id"), Prop("weergavenaam"), Hop((Step(("LOST_OP",), True), Step(("VALT_ONDER",), True)), "Wet")),
        "De wetten waar de knelpunten onder vallen die het wegneemt",
    ),
    ("Oplossing", "GEBRUIK"): (
        Key(Prop("status"), hop=Hop((Step(("VAN",), False),), "Toepassing")),
        "Hoe ver gemeenten zijn die het toepassen",
    ),
    ("Oplossing", "GEBRUIK_PROVINCIE"): (
        Key(Prop("provincie"), hop=USERS),
        "De provincie van de gemeenten die het toepassen",
    ),
    ("Oplossing", "GEBRUIK_JEUGDREGIO"): (
        Key(Prop("jeugdregio"), hop=USERS),
        "De jeugdregio van de gemeenten die het toepassen",
    ),
    ("Oplossing", "GEBRUIK_ARBEIDSMARKTREGIO"): (
        Key(Prop("arbeidsmarktregio"), hop=USERS),
        "De arbeidsmarktregio van de gemeenten die het toepassen",
    ),
    ("Oplossing", "JAAR"): (Key(FirstYear(Prop("periode"))), "Het eerste jaar waarover de bron spreekt"),
    ("Traject", "DEPARTEMENT"): (
        Key(Prop("id"), Prop("weergavenaam"), Hop((Step(("NEEMT_DEEL_AAN",), False),), "Departement")),
        "De ministeries die meedoen",
    ),
}


def facets(node: NodeType, conditions: Conditions) -> dict[str, tuple[Key, str]]:
    """What a type's connection can be counted by: name -> (key, description)."""
    found: dict[str, tuple[Key, str]] = {}
    for prop in node.properties.values():
        mark = prop.mark(Facet)
        if mark is not None:
            found[mark.name] = Key(Prop(prop.name), many=prop.many), prop.description
    for relation in node.relations.values():
        if relation.field.facet_as:
            hop = conditions.hop(relation, "")
            found[relation.field.facet_as] = Key(Prop("id"), Prop("weergavenaam"), hop), relation.field.description
    return found | {name: made for (kind, name), made in BY_HAND.items() if kind == node.name}


def names(node: NodeType, model: Model) -> dict[str, str]:
    """The values of the facet enum of a type, with their descriptions."""
    return {name: text for name, (_, text) in facets(node, Conditions(model)).items()}


def field(steps: Steps, spot: Spot, listing: Listing) -> Out:
    """`facetten`, `groepeer` or `aantalGroepen` of a connection, at a spot on the row that it hangs under."""
    known = facets(node_of(listing.own), steps.conditions)
    given = arguments(steps, spot)
    for word in (*given.get("op", ()), *given.get("velden", ())):
        may_use(counted_by(node_of(listing.own), word), steps.role)
    if spot.name == "groepeer":
        return _groups(steps, spot, listing, known, given["op"])
    if spot.name == "aantalGroepen":
        once = _group_keys(spot, given["op"])
        return Scalar(spot.frame.want(Different(listing.source, listing.where, _keys(known, once), True)), True)
    made = (facet(steps, spot, wanted, known[wanted][0], listing) for wanted in given["velden"])
    return Fixed(tuple(made))


def _groups(steps: Steps, spot: Spot, listing: Listing, known: Mapping[str, tuple[Key, str]], by: list[str]) -> Out:
    """`groepeer`: counts for each combination of keys that occurs."""
    once = _group_keys(spot, by)
    wanted = tuple((key, name_of(details)) for key, details in below(steps, spot).items())
    mean = _mean(node_of(listing.own)) if "gemiddeldAantalToepassingen" in dict(wanted).values() else None
    tally = Tally(listing.source, listing.where, _keys(known, once), param(MOST_GROUPS), True, mean)
    return Counts(spot.frame.want(tally), _group(wanted, tuple(once.index(name) for name in by)))


def _group_keys(spot: Spot, by: list[str]) -> list[str]:
    """The fields to group by, each once."""
    if not by:
        raise bad_input("`op` is leeg; noem minstens één veld waarop je groepeert", spot.path)
    once = list(dict.fromkeys(by))
    if len(once) > MOST_KEYS:
        raise bad_input(f"`op` noemt {len(once)} velden; groepeer op hoogstens {MOST_KEYS}", spot.path)
    return once


def _keys(known: Mapping[str, tuple[Key, str]], names: list[str]) -> tuple[Key, ...]:
    return tuple(known[name][0] for name in names)


def facet(steps: Steps, spot: Spot, wanted: str, key: Key, listing: Listing) -> Obj:
    """One Facet: the fields selected of it at a spot, counted by `key`."""
    found: list[tuple[str, Out]] = []
    for response, details in below(steps, spot).items():
        inner = spot.inner(spot.object_type, response, details)
        if inner.name == "waarden":
            limit = param(arguments(steps, inner).get("first"), "page", ("first", 10, 0))
            read = _count(tuple((k, name_of(d)) for k, d in below(steps, inner).items()), key.value == Prop("id"))
            tally = Tally(listing.source, listing.where, (key,), limit)
            found.append((response, Counts(spot.frame.want(tally), read)))
        elif inner.name == "aantal":
            charge(steps, inner)
            total = Different(listing.source, listing.where, (key,))
            found.append((response, Scalar(spot.frame.want(total), True)))
        else:
            found.append((response, Const(wanted if inner.name == "veld" else spot.object_type.name)))
    return Obj(tuple(found))


def _mean(node: NodeType) -> Value | None:
    relation = node.relations.get("toepassingen")
    return Total(Hop((Step(relation.types, relation.forward),)), ALWAYS) if relation else None


def _count(wanted: tuple[tuple[str, str], ...], things: bool) -> Callable[[Sequence[Any]], dict[str, Any]]:
    """`things`: what is counted by is a thing, so that its key is an id."""

    def read(row: Sequence[Any]) -> dict[str, Any]:
        (key,), (label,), count = row[0], row[1], row[2]
        key = shown(key)
        known = {
            "sleutel": key, "id": key if things else None, "label": _label(key, label), "aantal": count,
            "__typename": "FacetWaarde",
        }  # fmt: skip
        return {response: known[name] for response, name in wanted}

    return read


def _group(wanted: tuple[tuple[str, str], ...], places: tuple[int, ...]) -> Callable[[Sequence[Any]], dict[str, Any]]:
    """`places` say which key stands where: a field that is named twice is counted once."""

    def read(row: Sequence[Any]) -> dict[str, Any]:
        keys = [shown(row[0][p]) for p in places]
        labels = [row[1][p] for p in places]
        known = {
            "sleutels": keys,
            "labels": [_label(k, label) for k, label in zip(keys, labels, strict=True)],
            "aantal": row[2],
            "gemiddeldAantalToepassingen": row[3] if len(row) > 3 else None,
            "__typename": "Groep",
        }
        return {response: known[name] for response, name in wanted}

    return read


def shown(key: object) -> str | None:
    """A key as text, if there is one."""
    return NAMES[key] if isinstance(key, bool) else None if key is None else str(key)


def _label(key: str | None, label: object) -> str:
    """The name of a thing, or a word from the list in small letters."""
    if key is None:
        return UNKNOWN
    if label is not None and not isinstance(label, bool) and label != key:
        return str(label)
    return key.replace("_", " ").capitalize() if key.isupper() else key
