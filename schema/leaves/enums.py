"""The word lists of the domain as GraphQL enums: the name is the value, the meaning is the description."""

from enum import Enum
from functools import cache
from types import MethodType
from typing import Any

import strawberry
from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLSchema

from graph.domain import vocabulary
from graph.domain.reader import Model
from graph.map.understanding import Hoe


def enum_of(name: str, description: str, values: dict[str, str]) -> Any:
    """A GraphQL enum from names and descriptions."""
    made = Enum(name, {k: strawberry.enum_value(k, description=v) for k, v in values.items()})  # type: ignore[misc]
    return strawberry.enum(made, description=description)


@cache
def of_vocabulary(words: type[Enum]) -> Any:
    """The GraphQL enum of a word list of `graph.domain.vocabulary`."""
    return enum_of(words.__name__, (words.__doc__ or "").strip(), {m.name: str(m.value) for m in words})


@cache
def richting() -> Any:
    """OPLOPEND or AFLOPEND."""
    return enum_of(
        "Richting",
        "De volgorde van een lijst. Lege waarden staan altijd achteraan.",
        {"OPLOPEND": "Van klein naar groot, van A naar Z", "AFLOPEND": "Van groot naar klein, van Z naar A"},
    )


@cache
def zoek_type() -> Any:
    """The kinds of things that can be found."""
    kinds = "Knelpunt Oplossing Traject Thema Gemeente Organisatie Departement Persoon Wet Beleidskader".split()
    return enum_of("ZoekType", "Waarin je zoekt", {k.upper(): f"Alleen {k}" for k in kinds})


@cache
def begrepen_op() -> Any:
    """How a question in words was read."""
    return enum_of("BegrepenOp", "Waarop een vraag in woorden is vergeleken", {h.name: h.value for h in Hoe})


def relatie_soort(model: Model) -> Any:
    """Every relationship type of the domain."""
    values = {r.name: r.description for r in model.stored_relationships if _in_domain(model, r.sources)}
    return enum_of("RelatieSoort", "De soorten relaties in de graaf", values)


def feit_soort(model: Model) -> Any:
    """The kinds of facts: a thing of each type, and what a document says besides."""
    values = {_word(node.prefix): f"Een {node.name}, of iets daarvan" for node in model.entities}
    return enum_of("FeitSoort", "Wat voor feit het is", values | SAID)


def _word(prefix: str) -> str:
    return prefix.replace("-", "_").upper()


def _in_domain(model: Model, names: tuple[str, ...]) -> bool:
    return all(model.nodes[n].is_entity for n in names)


SAID = {
    "ROL": "Iemand heeft een functie bij een partij",
    "LID": "Iemand is ergens lid van",
    "RELATIE": "Twee dingen horen bij elkaar",
    "CITAAT": "Iemand zei iets",
    "DATUM": "Er staat een dag",
}
"""Kinds of facts that are no thing."""
ROL = of_vocabulary(vocabulary.Rol)


def use_names(schema: GraphQLSchema) -> None:
    """Coerce enum values to their names: what is stored, and what a compiled plan compares.

    Strawberry would make a member of the Python enum of each, for resolvers that we do not have.
    """
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLEnumType) and not kind.name.startswith("__"):
            for method in ("coerce_input_value", "coerce_input_literal"):
                setattr(kind, method, MethodType(getattr(GraphQLEnumType, method), kind))
        if isinstance(kind, GraphQLInputObjectType):
            for field in kind.fields.values():
                if isinstance(field.default_value, Enum):
                    field.default_value = field.default_value.name
