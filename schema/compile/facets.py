"""Facets and groups of a connection: how its things are spread over a property or over what they are connected to.

They share the filter of the connection, not its page.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graph.cypher.query import (
    ALWAYS,
    Beginning,
    Condition,
    Found,
    Hop,
    Key,
    Prop,
    Source,
    Step,
    Tally,
    Test,
    Total,
    Value,
)
from graph.domain.marks import Facet
from graph.domain.reader import Model, NodeType
from schema.compile.conditions import Conditions
from schema.compile.frames import Frame
from schema.errors import bad_input
from schema.request.binding import param
from schema.request.selection import name_of
from schema.response.outputs import Const, Counts, Fixed, Obj, Out

UNKNOWN = "ONBEKEND"
MOST_GROUPS = 1000
MOST_KEYS = 3
"""Each key multiplies the rows to count."""
NAMES = {True: "JA", False: "NEE", None: UNKNOWN}
PASKLAAR = Test(Prop("rijpheid"), "=", param("PASKLAAR"))
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
    ("Oplossing", "JAAR"): (Key(Beginning(Prop("periode"), 4)), "Het eerste jaar waarover de bron spreekt"),
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


def field(
    compiler: Any,
    frame: Frame,
    own: Frame,
    kind: Any,
    name: str,
    details: Any,
    source: Source,
    where: Condition,
    path: tuple[str, ...] = (),
) -> Out:
    """`facetten` or `groepeer` of a connection."""
    node = own.node
    assert node is not None
    known = facets(node, compiler.conditions)
    arguments = compiler.selection.arguments(kind.fields[name], details)
    inner = compiler.selection.schema.get_type("Facet" if name == "facetten" else "Groep")
    fields = compiler.selection.below(inner, details)
    compiler.cost.price += 10
    if name == "groepeer":
        if not arguments["op"]:
            raise bad_input("`op` is leeg; noem minstens één veld waarop je groepeert", path)
        once = list(dict.fromkeys(arguments["op"]))
        if len(once) > MOST_KEYS:
            raise bad_input(f"`op` noemt {len(once)} velden; groepeer op hoogstens {MOST_KEYS}", path)
        keys = tuple(known[wanted][0] for wanted in once)
        places = tuple(once.index(wanted) for wanted in arguments["op"])
        mean = _mean(node) if any(name_of(d) == "gemiddeldAantalToepassingen" for d in fields.values()) else None
        tally = Tally(source, where, keys, param(MOST_GROUPS), True, mean)
        return Counts(frame.want(tally), _group(tuple((k, name_of(d)) for k, d in fields.items()), places))
    made = (
        facet(compiler, frame, wanted, known[wanted][0], fields, inner, source, where) for wanted in arguments["velden"]
    )
    return Fixed(tuple(made))


def facet(
    compiler: Any, frame: Frame, wanted: str, key: Key, fields: Mapping[str, Any], kind: Any, source: Source,
    where: Condition,
) -> Obj:  # fmt: skip
    """One Facet: the fields selected of it, counted by `key`."""
    found: list[tuple[str, Out]] = []
    for response, details in fields.items():
        name = name_of(details)
        if name == "waarden":
            given = compiler.selection.arguments(kind.fields[name], details)
            limit = param(given.get("eerste"), "page", ("eerste", 10, 0))
            below = compiler.selection.below(compiler.selection.schema.get_type("FacetWaarde"), details)
            read = _count(tuple((k, name_of(d)) for k, d in below.items()))
            found.append((response, Counts(frame.want(Tally(source, where, (key,), limit)), read)))
        else:
            found.append((response, Const(wanted if name == "veld" else kind.name)))
    return Obj(tuple(found))


def _mean(node: NodeType) -> Value | None:
    relation = node.relations.get("toepassingen")
    return Total(Hop((Step(relation.types, relation.forward),)), ALWAYS) if relation else None


def _count(wanted: tuple[tuple[str, str], ...]) -> Callable[[Any], Any]:
    def read(row: Any) -> dict[str, Any]:
        (key,), (label,), count = row[0], row[1], row[2]
        key = shown(key)
        known = {"sleutel": key, "label": _label(key, label), "aantal": count, "__typename": "FacetWaarde"}
        return {response: known[name] for response, name in wanted}

    return read


def _group(wanted: tuple[tuple[str, str], ...], places: tuple[int, ...]) -> Callable[[Any], Any]:
    """`places` say which key stands where: a field that is named twice is counted once."""

    def read(row: Any) -> dict[str, Any]:
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


def shown(key: Any) -> str:
    """A key as text; nothing is ONBEKEND."""
    return NAMES[key] if key is None or isinstance(key, bool) else str(key)


def _label(key: str, label: Any) -> str:
    """The name of a thing, or a word from the list in small letters."""
    if label is not None and not isinstance(label, bool) and label != key:
        return str(label)
    return key.replace("_", " ").capitalize() if key.isupper() else key
