"""Prices that fit pages: what an ordinary page asks is allowed, and what is published is what the docs say."""

import re
from collections.abc import Iterator

import orjson
import pytest
from graphql import GraphQLField, GraphQLObjectType, get_named_type

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.settings.table import ROOT
from schema.compile.lookups import LATE
from schema.compile.spot import published
from schema.execute.execution import Executor, Request
from schema.fields.deferred import BY_FIELD
from schema.fields.roots import ROOTS
from schema.request.limits import Budget, check
from schema.request.measure import check_document
from tests.asking import plans
from tests.fake_store import FakeStore

PLANS = plans()
PAGE = (ROOT / "docs" / "grenzen.md").read_text(encoding="utf-8")
LISTS = {root.name: root.target for root in ROOTS if root.shape == "page"}


def price(query: str) -> tuple[int, int]:
    """Points and things, within the limits of everybody."""
    document, budget = PLANS.document(query), Budget()
    check_document(PLANS.tree(document)[0], PLANS.schema, budget)
    variables = PLANS.variables(document, {})
    plan, _ = PLANS.plan(document, variables, Viewer(Rol.ANALIST))
    given = dict(variables.coerced) | {LATE: [[]] * plan.places}
    points, things, size = plan.cost(plan.bind(given, PLANS.limits))
    check("subvragen", budget.subqueries, plan.subqueries)
    check("kosten", budget.cost, points)
    check("knopen", budget.nodes, things)
    check("antwoord", budget.answer, size)
    return points, things


def connections(owner: str) -> Iterator[str]:
    """The lists that hang under a thing and are read with it."""
    kind = PLANS.schema.type_map[owner]
    assert isinstance(kind, GraphQLObjectType)
    for name, field in kind.fields.items():
        if get_named_type(field.type).name.endswith("Connection") and (owner, name) not in BY_FIELD:
            yield name


@pytest.mark.parametrize(
    ("root", "below"), [pytest.param(r, b, id=f"{r}.{b}") for r, target in LISTS.items() for b in connections(target)]
)
def test_a_page_of_a_hundred_with_twenty_below_each_is_allowed(root: str, below: str) -> None:
    shown = "nodes { __typename ... on Node { id } }"
    price(f"{{ {root}(first: 100) {{ aantal nodes {{ id {below}(first: 20) {{ aantal {shown} }} }} }} }}")


def test_so_is_one_more_thing_at_each_of_those_and_the_relationships_own_words() -> None:
    points, things = price(
        """{ gemeenten(first: 100) { aantal pageInfo { endCursor } nodes { naam code
             toepassingen(first: 20) { aantal nodes { status sinds oplossing { id titel } } }
             trajecten(first: 5) { edges { rol node { naam } } } } } }"""
    )
    assert things == 100 + 100 * 20 * 2 + 100 * 5
    assert points < Budget().cost / 5


@pytest.mark.anyio
async def test_an_answer_says_what_it_cost_and_what_is_left() -> None:
    executor = Executor(FakeStore([[[]]]).as_store(), plans(Budget(shapes=5)))
    query = "{ wetten { nodes { naam } } }"
    left = {"verzoeken": {"hoogstens": 60, "over": 59, "wacht": 12}}
    said = [
        orjson.loads((await executor.execute(Request(query, caller=who, registered=known, left=given))).body)
        for who, known, given in (("a", False, left), (None, False, {}), ("a", True, {}))
    ]
    points = price(query)[0]
    cost = {"hoogstens": 50_000, "over": 50_000 - points}
    assert [answer["extensions"] for answer in said] == [
        {"kosten": points, "grenzen": {"kosten": cost, "vormen": {"hoogstens": 5, "over": 4}, **left}},
        {"kosten": points, "grenzen": {"kosten": cost}},
        {"kosten": points, "grenzen": {"kosten": cost}},
    ]


def asked_with_price() -> Iterator[tuple[str, int]]:
    for query, points in re.findall(r"```graphql\n(.*?)```\nDit kost ([0-9.]+) punten", PAGE, re.DOTALL):
        yield query, int(points.replace(".", ""))


def test_the_examples_in_the_documentation_cost_what_it_says() -> None:
    found = [*asked_with_price()]
    assert len(found) >= 4
    assert [price(query)[0] for query, _ in found] == [points for _, points in found]


def ladder() -> dict[str, tuple[str, ...]]:
    rows = re.findall(r"^\| (.+?) \| ([0-9.]+) \| ([0-9.]+|–) \|$", PAGE, re.MULTILINE)
    return {what: tuple(number.replace(".", "").replace("–", "0") for number in rest) for what, *rest in rows}


def published_fields() -> Iterator[tuple[str, str, GraphQLField]]:
    for kind in PLANS.schema.type_map.values():
        if isinstance(kind, GraphQLObjectType):
            for name, field in kind.fields.items():
                if published(field) is not None:
                    yield kind.name, name, field


def test_the_ladder_in_the_documentation_names_every_price() -> None:
    written = ladder()
    for owner, name, field in published_fields():
        said = published(field)
        assert said is not None
        list_of = {"Query": "een lijst aan het begin", "Mutation": "een opdracht"}.get(owner, "een lijst")
        row = next(row for row in (f"`{owner}.{name}`", f"`{name}`", list_of) if row in written)
        assert written[row] == (str(said.basis), str(said.perItem)), f"{owner}.{name}"
        if said.inWoorden:
            assert written["in je eigen woorden vragen"] == (str(said.inWoorden), "0")
