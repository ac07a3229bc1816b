"""What can be filtered and sorted, derived from the model; read by the input types and by the compiler."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.cypher.atoms import Hop, Prop, Step
from graph.cypher.query import ALWAYS, Far, Filled, Order, Total, Value
from graph.domain.marks import Bijnaam, Filter, Naam, Sorteer
from graph.domain.reader import Model, NodeType, Property, Relation, upper_snake

PARTIJ = "Partij"
KEYS = ("ID", "GemeenteCode")
"""What points at one thing."""
LARGEST, SMALLEST, LAST_TEXT = 9223372036854775807, -9223372036854775808, "\uffff"


@dataclass(frozen=True)
class FilterField:
    """One field of a filter input.

    `kind`: keys (a list of them), text, number, date, value (a text, letter by letter), enum, any (a list of an enum),
    ladder, relation (enige, geen, alle), direct (the related thing itself), only (of one type, about which it asks
    more), party (which type), count, year, period, duo. What compares a value is an input with `is`, `in`, `leeg` and
    what else fits.
    """

    name: str
    kind: str
    property: Property | None = None
    relation: Relation | None = None
    target: str = ""
    description: str = ""
    period: tuple[str, str] = ("", "")
    aliases: bool = False


@dataclass(frozen=True)
class SortField:
    """One value of an ordering enum."""

    name: str
    value: Value
    nullable: bool
    number: bool
    description: str


def filter_name(node: NodeType) -> str:
    """The filter input of a type; organisations and ministries share that of every party."""
    return f"{PARTIJ}Filter" if node.name in ("Organisatie", "Departement") else f"{node.name}Filter"


def filter_fields(node: NodeType, model: Model) -> dict[str, FilterField]:
    """The fields of a type's own filter input by name."""
    return {f.name: f for f in [*_of_properties(node), *_of_relations(node, model), *_by_hand(node)]}


def party_fields(model: Model) -> dict[str, FilterField]:
    """The fields of PartijFilter: what every party has."""
    own = model.nodes["Organisatie"].properties
    other = own["soortOrganisatie"]
    several = "Alleen gemeenten die hieraan voldoen, bijvoorbeeld van een provincie of jeugdregio"
    found = (
        FilterField("id", "keys", own["id"], description=own["id"].description),
        FilterField("gewijzigd", "date", own["gewijzigdOp"], description=own["gewijzigdOp"].description),
        FilterField("soort", "party", own["soort"], description="Wat voor partij het is"),
        FilterField("soortOrganisatie", "value", own["soortOrganisatie"], description=other.description),
        FilterField("naam", "text", own["naam"], description="Op naam, ook een andere bekende naam", aliases=True),
        FilterField("gemeente", "only", target="Gemeente", description=several),
    )
    return {f.name: f for f in found}


def _of_properties(node: NodeType) -> Iterator[FilterField]:
    for prop in node.properties.values():
        mark = prop.mark(Filter)
        if mark is not None:
            aliases = prop.mark(Naam) is not None and any(node.marked(Bijnaam))
            kind = _kind(prop, mark)
            yield FilterField(mark.name or prop.name, kind, prop, description=prop.description, aliases=aliases)


def _kind(prop: Property, mark: Filter) -> str:
    if prop.kind == "enum":
        return "any" if prop.many else "ladder" if prop.mark(Sorteer) else "enum"
    if prop.kind in KEYS:
        return "keys"
    if mark.exact:
        return "value"
    return {"Int": "number", "Float": "number", "Date": "date", "DateTime": "date"}.get(prop.kind, "text")


def _of_relations(node: NodeType, model: Model) -> Iterator[FilterField]:
    for relation in node.relations_with():
        spec = relation.field
        if spec.filter_as:
            target = spec.filter_to[0].__name__ if spec.filter_to else _only(relation)
            kind = "relation" if spec.quantified else "direct"
            yield FilterField(spec.filter_as, kind, relation=relation, target=target, description=spec.description)
        if spec.count_as:
            yield FilterField(spec.count_as, "count", relation=relation, description=f"Aantal: {spec.description}")
        if relation.relationship.is_view and relation.forward:
            for prop in relation.relationship.properties.values():
                if prop.mark(Filter):
                    yield FilterField(prop.name, "edge", prop, relation, description=prop.description)


def _only(relation: Relation) -> str:
    return relation.targets[0] if len(relation.targets) == 1 else PARTIJ


def _by_hand(node: NodeType) -> Iterator[FilterField]:
    if node.name == "Oplossing":
        period = node.properties["periode"]
        yield FilterField("jaar", "year", period, description="Het eerste jaar waarover de bron spreekt")
    if node.name == "Traject":
        yield FilterField(
            "looptOp", "period", period=("gestartOp", "afgerondOp"), description="Trajecten die op deze dag liepen"
        )
        text = "Of het traject een regisseur van een gemeente én een van een ministerie heeft"
        yield FilterField("duoCompleet", "duo", description=text)


def sort_fields(node: NodeType) -> dict[str, SortField]:
    """The values of a type's ordering enum by name."""
    found = {}
    for prop in node.marked(Sorteer):
        mark = prop.mark(Sorteer)
        name = (mark.name if mark else "") or upper_snake(prop.name)
        stored = "volgorde" if prop.mark(Naam) else prop.name + "Rang" if prop.kind == "enum" else prop.name
        number = prop.kind in ("Int", "Float", "enum")
        found[name] = SortField(name, Prop(stored), not prop.required, number, prop.description)
    for relation in node.relations_with():
        if relation.field.sort_as:
            far = Far(hop(relation), Prop("volgorde"))
            found[relation.field.sort_as] = SortField(
                relation.field.sort_as, far, True, False, f"De naam: {relation.field.description}"
            )
        name = relation.field.sort_count_as
        if name:
            counted = [cls.__name__ for cls in relation.field.filter_to or relation.field.to]
            source = hop(relation, counted[0] if len(counted) == 1 else "")
            found[name] = SortField(name, Total(source, ALWAYS), False, True, relation.field.description)
    return found


def order(field: SortField, descending: bool) -> Order:
    """The sort key; nulls become the last value in either direction."""
    if not field.nullable:
        return Order(field.value, descending)
    last: int | str = (SMALLEST if descending else LARGEST) if field.number else ("" if descending else LAST_TEXT)
    return Order(Filled(field.value, last), descending)


def hop(relation: Relation, label: str = "") -> Hop:
    """The source that follows a relation, with `through` for filters."""
    steps = [Step(relation.types, relation.forward)]
    steps += [Step((upper_snake(cls.__name__),), forward) for cls, forward in relation.field.through]
    return Hop(tuple(steps), label)
