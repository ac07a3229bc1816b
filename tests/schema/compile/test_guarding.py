"""What a role may not read it may not use: not in a filter, an order, a facet or a group, and not within a relation."""

from dataclasses import dataclass
from typing import Annotated

import orjson
import pytest

from graph.domain import declaration, provenance
from graph.domain.declaration import Entiteit, Gemeente
from graph.domain.marks import End, Facet, Field, Filter, Heeft, Naam, Relationship, Sorteer
from graph.domain.reader import read
from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from schema.execute.plans import Plans
from schema.refusals import Refused
from schema.types.types import Api
from tests.asking import ROOMY

INSIDE = Heeft((Rol.ANALIST,))


@dataclass(frozen=True)
class Kluis(Entiteit):
    """Een kluis."""

    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    code: Annotated[str | None, "De code", Filter(), Sorteer(), Facet("CODE"), INSIDE]


class StaatIn(Relationship):
    """Een kluis staat in een gemeente."""

    source = End(Kluis)
    target = End(Gemeente, Field("kluizen", "De kluizen", filters=True, sorts=True, filter_as="kluizen"))


MODEL = read(
    (*declaration.NODES, Kluis, *provenance.NODES),
    (*declaration.RELATIONSHIPS, StaatIn, *provenance.RELATIONSHIPS),
)
PLANS = Plans(Api(MODEL).schema._schema, MODEL, b"geheim", ROOMY)
OF = '{ gemeente(sleutel: {code: "GM0344"}) { kluizen%s { %s } } }'
PLACES = {
    "filter": OF % ("(filter: {code: {begintMet: \"4\"}})", "aantal"),
    "logic": OF % ("(filter: {niet: {of: [{code: {is: \"4\"}}]}})", "aantal"),
    "order": OF % ("(sorteer: [{veld: CODE}])", "nodes { id }"),
    "facet": OF % ("", "facetten(velden: [CODE]) { waarden { aantal } }"),
    "group": OF % ("", "groepeer(op: [CODE]) { aantal }"),
    "groups": OF % ("", "aantalGroepen(op: [CODE])"),
    "nested filter": "{ gemeenten(filter: {kluizen: {geen: {code: {is: \"4\"}}}}) { aantal } }",
}  # fmt: skip


def refused(query: str, viewer: Viewer) -> Refused | None:
    document = PLANS.document(query)
    try:
        PLANS.plan(document, PLANS.variables(document, {}), viewer)
    except Refused as error:
        return error
    return None


@pytest.mark.parametrize("place", PLACES)
def test_what_is_for_others_cannot_be_used(place: str) -> None:
    for role in (Rol.OPENBAAR, Rol.GEMEENTE, Rol.PROGRAMMABUREAU):
        error = refused(PLACES[place], Viewer(role))
        assert error is not None
        assert error.code == "FORBIDDEN"
        assert "`code` is alleen voor ANALIST" in error.message
    assert refused(PLACES[place], Viewer(Rol.ANALIST)) is None


def test_it_says_the_same_whatever_is_asked_of_it() -> None:
    """Nothing is asked of a graph: the plan is refused before there is a statement."""
    texts = {
        orjson.dumps(error.formatted())
        for value in ("4", "bestaat niet", "")
        if (error := refused(OF % (f'(filter: {{code: {{is: "{value}"}}}})', "aantal"), PUBLIC))
    }
    assert len(texts) == 1


def test_what_everybody_may_read_everybody_may_use() -> None:
    assert refused(OF % ('(filter: {naam: {is: "x"}}, sorteer: [{veld: NAAM}])', "aantal"), PUBLIC) is None
