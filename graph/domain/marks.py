"""The words in which `domain.py` and `provenance.py` say what a property or relationship is for.

Each mark has at least two readers; a fact that only one reader needs belongs with that reader.

    Naam      the name people see      -> weergavenaam, sort key, folded name, full text
    Bijnaam   other names of it         -> folded aliases: name filters, key of a root field
    Zoek      ordinary prose           -> full text
    Sleutel   a unique code            -> constraint, key of a root field
    Index     often filtered or sorted -> index
    Filter    in the filter input      -> filter input, compiler
    Sorteer   in the ordering          -> ordering enum, index
    Facet     counted per value   -> facets and groups of a connection
    Toestemming   needs consent       -> rows, loader: kept of nobody without
    Heeft     needs a role             -> @rol in the schema, FORBIDDEN in the compiler
    Intern    not in the API           -> stored, never a GraphQL field
"""

from dataclasses import dataclass
from enum import Enum

from graph.domain.vocabulary import Rol


@dataclass(frozen=True)
class Naam:
    """The property that names the thing; one per node type."""


@dataclass(frozen=True)
class Bijnaam:
    """Names it is known by besides its own; a filter on the name finds it by these as well."""


@dataclass(frozen=True)
class Zoek:
    """Goes into the full-text index."""


@dataclass(frozen=True)
class Sleutel:
    """A unique code from outside, such as the CBS code of a gemeente."""


@dataclass(frozen=True)
class Index:
    """Gets an index of its own."""


@dataclass(frozen=True)
class Filter:
    """Filterable under `name` (the property's own name when empty); `exact` compares a text letter by letter."""

    name: str = ""
    exact: bool = False


@dataclass(frozen=True)
class Sorteer:
    """Sortable under `name` (the property's own name in capitals when empty)."""

    name: str = ""


@dataclass(frozen=True)
class Facet:
    """Counted per value under `name`."""

    name: str


@dataclass(frozen=True)
class Heeft:
    """Only for callers with one of these roles."""

    rollen: tuple[Rol, ...]


@dataclass(frozen=True)
class Toestemming:
    """Kept and shown only of who gave consent for it: the day of that stands in the property `dag` of the same type."""

    dag: str


@dataclass(frozen=True)
class Intern:
    """Stored, but not a field of the API."""


class Shape(Enum):
    """How a field shows the far side of a relationship."""

    ONE = "one, or null"
    REQUIRED = "exactly one"
    PAGE = "a Relay connection"


@dataclass(frozen=True)
class Field:
    """One GraphQL field that follows a relationship.

    `on` and `to` narrow the own and the far end when the relationship allows several types.
    `filters` and `sorts` add the arguments `filter` and `sorteer`; `moment` adds `op: Date` over `van` and `tot`.
    `filter_as` names the relation in the filter input of the own type (`quantified`: enige, geen, alle; else direct),
    `sort_as` orders by the name of the (only) far thing, `count_as` is the filter on the count and `sort_count_as` the
    ordering by it.
    `facet_as` names the facet that counts per far thing.
    `through` follows further relationships (class, forward?) for the filter only.
    """

    name: str
    description: str
    shape: Shape = Shape.PAGE
    on: tuple[type, ...] = ()
    to: tuple[type, ...] = ()
    filters: bool = False
    sorts: bool = False
    moment: bool = False
    filter_as: str = ""
    filter_to: tuple[type, ...] = ()
    quantified: bool = True
    count_as: str = ""
    sort_count_as: str = ""
    sort_as: str = ""
    facet_as: str = ""
    through: tuple[tuple[type, bool], ...] = ()


@dataclass(frozen=True, init=False)
class End:
    """One end of a relationship: the node types that may stand there, and the fields they get."""

    types: tuple[type, ...]
    fields: tuple[Field, ...]

    def __init__(self, *parts: type | Field) -> None:
        object.__setattr__(self, "types", tuple(p for p in parts if isinstance(p, type)))
        object.__setattr__(self, "fields", tuple(p for p in parts if isinstance(p, Field)))


class Relationship:
    """Base of the relationship declarations: `source`, `target` and annotated properties."""

    source: End
    target: End


class View(Relationship):
    """Several relationships with the same properties, read as one."""

    over: tuple[type[Relationship], ...]
