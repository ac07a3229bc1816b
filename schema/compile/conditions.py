"""Filter arguments -> Condition. Values stay parameters; which fields are filled in decides the text."""

from collections.abc import Mapping
from typing import Any

from graph.cypher.atoms import EdgeProp, Hop, Is, Prop, Step
from graph.cypher.query import ALWAYS, All, Condition, Either, FirstYear, Found, Missing, Not, Test, Total
from graph.domain.marks import Naam
from graph.domain.reader import Model, NodeType, Relation
from graph.domain.vocabulary import Rol
from schema.compile.guarding import may_use
from schema.fields.comparisons import (
    conjunction,
    day,
    exact,
    ladder,
    number,
    one_of_them,
    text,
    year,
)
from schema.fields.filters import FilterField, filter_fields, hop, party_fields
from schema.request.binding import param

DEEPEST_THEME = 6
ALIASES = Prop("aliassenPlat")

CURRENT = Missing(EdgeProp("tot"))
DUO_SIDES = tuple(
    Found(
        Hop((Step(("REGISSEERT",), False),)), All((CURRENT, Found(Hop((Step(("WERKT_BIJ",), True),), side), CURRENT)))
    )
    for side in ("Gemeente", "Departement")
)
"""A complete duo: somebody who works at a gemeente and somebody who works at a ministry, both now."""
DUO = All(DUO_SIDES)


class Conditions:
    """Compiles the filter inputs of one model for one role; without a role, only says what there is."""

    def __init__(self, model: Model, role: Rol = Rol.PROGRAMMABUREAU) -> None:
        self.model, self.role = model, role
        self._fields: dict[str, dict[str, FilterField]] = {}

    def fields(self, target: str) -> dict[str, FilterField]:
        """The filter fields of a node type, or of Partij."""
        if target not in self._fields:
            node = self.model.nodes.get(target)
            plain = node is not None and target not in ("Organisatie", "Departement")
            self._fields[target] = filter_fields(node, self.model) if node and plain else party_fields(self.model)
        return self._fields[target]

    def filter(self, target: str, given: Mapping[str, Any] | None) -> Condition:
        """The condition of a filter input on rows of a type."""
        if not given:
            return ALWAYS
        parts: list[Condition] = []
        fields = self.fields(target)
        for name, value in given.items():
            if value is None:
                continue
            if name == "en":
                parts += [self.filter(target, v) for v in value]
            elif name == "of":
                parts.append(Either(tuple(self.filter(target, v) for v in value)))
            elif name == "niet":
                parts.append(Not(self.filter(target, value)))
            elif name in fields and not (target == "Thema" and name == "id"):
                parts.append(self.field(fields[name], value))
        if target == "Thema" and given.get("id") is not None:
            parts.append(self.theme(given))
        return conjunction(parts)

    def theme(self, given: Mapping[str, Any]) -> Condition:
        """A theme, and by default everything below it."""
        ids = Test(Prop("id"), "in", param(given["id"], "several"))
        if given.get("inclusiefOnderliggend") is False:  # null says as little as leaving it out
            return ids
        return Found(Hop((Step(("DEEL_VAN",), True, DEEPEST_THEME),)), ids)

    def field(self, field: FilterField, value: Any) -> Condition:
        """The condition of one filter field; raises FORBIDDEN when its property is for others."""
        may_use(field.property, self.role)
        match field.kind:
            case "keys" | "text" | "edge" | "number" | "date" | "value" | "enum" | "any" | "ladder" | "year":
                return self.scalar(field, value)
            case "relation":
                return self.quantified(field, value)
            case "direct":
                return self.found(field, self.filter(field.target, value))
            case "only":
                return All((Is((self.model.nodes[field.target].label,)), self.filter(field.target, value)))
            case "party":
                return self.party(value)
            case "count":
                assert field.relation is not None
                return number(Total(self.hop(field.relation, ""), ALWAYS), value, counted=True)
            case "duo":
                return DUO if value else Not(DUO)
        first, last = field.period
        day = param(value)
        return All(
            (
                Test(Prop(first), "<=", day),
                Either((Missing(Prop(last)), Test(Prop(last), ">=", day))),
            )
        )

    def party(self, given: Mapping[str, Any]) -> Condition:
        """Which of the three types of party; one of them it always is."""
        parts: list[Condition] = []
        for word, asked in given.items():
            if asked is None:
                continue
            if word == "leeg":
                parts.append(Either(()) if asked else ALWAYS)
            else:
                names = [str(each).capitalize() for each in (asked if word == "in" else [asked])]
                labels = tuple(sorted({self.model.nodes[name].label for name in names}))
                parts.append(Is(labels) if labels else Either(()))
        return conjunction(parts)

    def scalar(self, field: FilterField, value: Any) -> Condition:
        prop = field.property
        assert prop is not None
        match field.kind:
            case "text" if prop.mark(Naam):
                return text(Prop("naamPlat"), value, ALIASES if field.aliases else None)
            case "text":
                return text(Prop(prop.name), value)
            case "edge":
                assert field.relation is not None
                return Found(self.hop(field.relation, ""), text(EdgeProp(prop.name + "Plat"), value))
            case "number":
                return number(Prop(prop.name), value)
            case "date":
                return day(Prop(prop.name), value)
            case "keys":
                return Test(Prop(prop.name), "in", param(value, "several"))
            case "value" | "enum":
                return exact(Prop(prop.name), value)
            case "any":
                return one_of_them(Prop(prop.name), value)
            case "year":
                return year(FirstYear(Prop(prop.name)), value)
        return ladder(prop, value)

    def quantified(self, field: FilterField, value: Mapping[str, Any]) -> Condition:
        parts: list[Condition] = []
        for word, inner in value.items():
            if inner is None:
                continue
            condition = self.filter(field.target, inner)
            if word == "enige":
                parts.append(self.found(field, condition))
            elif word == "geen":
                parts.append(Not(self.found(field, condition)))
            else:
                parts.append(Not(self.found(field, Not(condition))))
        return conjunction(parts)

    def found(self, field: FilterField, condition: Condition) -> Found:
        """Whether there is a related thing of the filter's type for which the condition holds."""
        assert field.relation is not None
        kind = self.far_label(field.relation, field.target)
        return Found(self.hop(field.relation, kind), condition)

    def hop(self, relation: Relation, label: str) -> Hop:
        made = hop(relation, label)
        return made if relation.field.through else Hop(made.steps, label or self.label(relation))

    def far_label(self, relation: Relation, target: str) -> str:
        """The label to ask for at the far end when the filter is about one of several types."""
        node = self.model.nodes.get(target)
        if node is None or relation.field.through:
            return ""
        return "" if ends(relation) == {target} else node.label

    def label(self, relation: Relation) -> str:
        """The label that picks the relation's own far types, empty when the relationship allows no others."""
        far = ends(relation)
        if far == set(relation.targets):
            return ""
        if len(relation.targets) == 1:
            return self.model.nodes[relation.targets[0]].label
        fits = [n for n, members in self.model.interfaces.items() if set(members) == set(relation.targets)]
        return fits[0] if fits else ""


def ends(relation: Relation) -> set[str]:
    """The types the stored relationship allows at the far end."""
    return set(relation.relationship.targets if relation.forward else relation.relationship.sources)


def of_type(node: NodeType) -> Is:
    return Is((node.label,))
