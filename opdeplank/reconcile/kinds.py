"""The kinds of things one can match with, and what can be asked of each: read from the schema, so a new property is
there by itself.

People are not among them: a table of names of people is not something to look up here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from graph.domain.provenance import MODEL
from opdeplank.graphql.api import SCHEMA

NAMES: Mapping[str, str] = {
    "Gemeente": "gemeente", "Oplossing": "oplossing", "Knelpunt": "knelpunt", "Traject": "traject", "Thema": "thema",
    "Organisatie": "organisatie", "Departement": "ministerie", "Wet": "wet", "Beleidskader": "beleidskader",
}  # fmt: skip
"""Every kind with its word."""
NOT_OURS_TO_TELL = frozenset({"versie", "publicatieStatus", "weergavenaam", "soort", "gevraagdAls", "bronOntbreekt"})
WORKED_OUT = frozenset({"vergelijkbaar", "verwant", "pasklaarElders", "pasklaar", "contactpersonen", "duoCompleet"})
"""What costs too much to ask of a thousand rows."""


@dataclass(frozen=True)
class Property:
    """`kind` is the type of its values: a scalar, or a kind of things. `pages` where those come in pages."""

    id: str
    kind: str
    things: bool = False
    pages: bool = False
    description: str = ""


@lru_cache(16)
def properties(kind: str) -> Mapping[str, Property]:
    """What can be asked of a kind, by id."""
    fields = cast(GraphQLObjectType, SCHEMA.type_map[kind]).fields
    found = (_property(kind, name, field) for name, field in fields.items())
    return {each.id: each for each in found if each is not None}


def _property(kind: str, name: str, field: GraphQLField) -> Property | None:
    if name in NOT_OURS_TO_TELL | WORKED_OUT or any(is_non_null_type(a.type) for a in field.args.values()):
        return None
    named = get_named_type(field.type)
    if is_leaf_type(named):
        stored = MODEL.nodes[kind].properties.get(name)
        hidden = stored is not None and not stored.public
        bare = field.type.of_type if is_non_null_type(field.type) else field.type
        return None if hidden else Property(name, named.name, pages=is_list_type(bare), description=_told(field))
    if not isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
        return None
    inner = named
    if "pageInfo" in inner.fields:
        target = get_named_type(inner.fields["nodes"].type).name if "nodes" in inner.fields else ""
        return Property(name, target, True, True, _told(field)) if target in ENDS else None
    return Property(name, inner.name, True, description=_told(field)) if inner.name in ENDS else None


ENDS = frozenset({*NAMES, "Partij", "Onderwerp", "Uitvoeringsprogramma"})
"""What a property may lead to."""


def _told(field: GraphQLField) -> str:
    return (field.description or "").strip()
