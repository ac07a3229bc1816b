"""What the schema itself says about fields: what they cost and who may see them.

What is said is what is charged (`schema.compile.spot.charge`). A point is one thing that is read, or as much work of
another kind: at most a twentieth of a millisecond of the database (`bench.prijzen`) and of the model of language
(`bench.model`) on a machine of two cores. So the most expensive operation that is allowed takes a few seconds when it
is alone.
"""

import strawberry
from strawberry.directive import DirectiveLocation, DirectiveValue
from strawberry.schema_directive import Location

from schema.leaves.enums import ROL

TOGETHER = "alles"
"""Behind `mutation`: everything in it, or nothing."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="kosten",
    description=(
        "Kosten van een veld: basis + perItem x de gevraagde omvang (niet als je alleen telt), en inWoorden erbij als "
        "je in je eigen woorden vraagt. De server rekent dit uit voor hij leest."
    ),
)
class Kosten:
    basis: int = 1
    perItem: int = strawberry.directive_field(name="perItem", default=0)
    omvangUit: list[str] | None = strawberry.directive_field(name="omvangUit", default=strawberry.UNSET)
    inWoorden: int | None = strawberry.directive_field(name="inWoorden", default=strawberry.UNSET)


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION, Location.OBJECT, Location.INTERFACE],
    name="rol",
    description=(
        "Alleen voor wie deze rol heeft. Bij anderen is het veld leeg en zegt een fout (FORBIDDEN) op welke plek. De "
        "rest van het antwoord blijft staan."
    ),
)
class HeeftRol:
    heeft: list[ROL]


@strawberry.directive(
    locations=[DirectiveLocation.MUTATION],
    name=TOGETHER,
    description="Alle opdrachten in dit verzoek, of geen enkele. Zonder dit staat elke opdracht op zichzelf.",
)
def alles(value: DirectiveValue[str]) -> str:
    """Never called: `schema.execute.carrying_out` looks whether it stands there."""
    raise RuntimeError("operations are carried out, not resolved field by field")


def per_item(basis: int = 2, per: int = 1) -> Kosten:
    """The price of a page."""
    return Kosten(basis=basis, perItem=per, omvangUit=["first", "last"])
