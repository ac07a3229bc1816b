"""What a role may not read, it may not use either: a filter, an order or a count would tell it letter by letter.

The argument does not compile, and says the same whether anything matches or not.
"""

from graph.domain.marks import Facet, Sorteer
from graph.domain.reader import NodeType, Property, upper_snake
from graph.domain.vocabulary import Rol
from graph.dutch.phrasing import series
from schema.refusals import Refused


def may_use(prop: Property | None, role: Rol) -> None:
    """Raises FORBIDDEN when the property is for others."""
    if prop is not None and prop.roles and role not in prop.roles:
        only = series([each.name for each in prop.ordered_roles])
        raise Refused(
            "FORBIDDEN",
            f"Het veld `{prop.name}` is alleen voor {only}. Je kunt er niet op filteren, sorteren of tellen.",
        )


def sorted_by(node: NodeType, word: str) -> Property | None:
    """The property behind a value of the ordering enum, if it is one."""
    named = ((p, p.mark(Sorteer)) for p in node.marked(Sorteer))
    return next((p for p, mark in named if mark and (mark.name or upper_snake(p.name)) == word), None)


def counted_by(node: NodeType, word: str) -> Property | None:
    """The property behind a facet, if it is one."""
    named = ((p, p.mark(Facet)) for p in node.marked(Facet))
    return next((p for p, mark in named if mark and mark.name == word), None)
