"""`wijzigingen`: what happened, the newest first. Each role reads one series of changes, by its place (`positie`)."""

from collections.abc import Callable, Mapping

from graph.contents.change_log import ABOUT, BELONGS, OF_GEMEENTE, TOLD_OF
from graph.cypher.atoms import Hop, Prop, Same, Scan, Step
from graph.cypher.query import Condition, Either, Found, Order, Test
from graph.domain.provenance import INSIDE
from schema.compile.connection import connection
from schema.compile.frames import Frame
from schema.compile.spot import Arguments, Listing, Spot, Steps, arguments
from schema.fields.comparisons import conjunction
from schema.request.binding import param
from schema.response.outputs import Page

LABEL = "Wijziging"
EVERY, PUBLIC = "plaats", "plaatsOpenbaar"
THING = Same("Entiteit", "id", "ding")
THEMA = Hop((Step(ABOUT, True),), "Thema")
FOLLOWED = (Hop((Step(BELONGS, True),), "Entiteit"), Hop((Step(TOLD_OF, False),), "Entiteit"))
GEMEENTE = tuple(Hop((Step(OF_GEMEENTE, forward),), "Gemeente") for forward in (True, False))


def series_of(steps: Steps) -> str:
    """The property that holds a change's place in the series that this role reads."""
    return EVERY if steps.role in INSIDE.rollen else PUBLIC


def changes(steps: Steps, spot: Spot) -> Page:
    """The root field `wijzigingen`."""
    given, place = arguments(steps, spot), Prop(series_of(steps))
    own = Frame(steps.model.nodes[LABEL])
    paging = steps.pages.paging("Query.wijzigingen", given, (Order(place, True),))
    where = conjunction(_asked(place, given))
    return connection(steps, spot, Listing(own, Scan(LABEL), where, paging))


def _asked(place: Prop, given: Arguments) -> list[Condition]:
    """What the arguments ask, each that is filled in."""
    made: Mapping[str, Callable[[object], Condition]] = {
        "sinds": lambda value: Test(Prop("op"), ">=", param(value, "moment")),
        "naPositie": lambda value: Test(place, ">", param(value)),
        "typen": lambda value: Test(Prop("dingSoort"), "in", param(value, "several")),
        "thema": lambda value: _of(value, Test(Prop("id"), "in", param(value, "several")), THEMA),
        "over": lambda value: _of(value, Test(Prop("id"), "in", param(value, "several")), *FOLLOWED),
        "gemeente": lambda value: _of(value, Test(Prop("code"), "=", param(value)), *GEMEENTE),
    }
    return [make(given[name]) for name, make in made.items() if given.get(name) is not None]


def _of(value: object, such: Condition, *hops: Hop) -> Condition:
    """The thing that changed is such a one itself, or tied to one."""
    return Found(THING, Either((such, *(Found(hop, such) for hop in hops))))
