"""What the schema says that a field costs is what is charged for it: compared for every field of every type."""

from collections.abc import Iterator

import pytest
from graphql import GraphQLField, GraphQLObjectType, get_named_type, is_leaf_type, is_required_argument

from graph.domain.provenance import MODEL
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from schema.compile.lookups import LATE
from schema.compile.spot import published
from schema.request.limits import Budget
from tests.asking import plans

PLANS = plans()
PAGE, FEW = Budget().page, 5
SAID = {
    "pasklaar": '(invoer: {vraag: {thema: "thema:x"}})', "paden": '(van: "thema:x", naar: "thema:y")',
    "trajectToets": '(invoer: {titel: "x", omschrijving: "y"})', "zoek": '(term: "x")', "suggesties": '(term: "x")',
    "aantalSuggesties": '(term: "x")', "aantalPaden": '(van: "thema:x", naar: "thema:y")',
    "facetten": "(velden: [{first}])", "groepeer": "(op: [{first}])", "aantalGroepen": "(op: [{first}])",
}  # fmt: skip


def price(query: str) -> int:
    document = PLANS.document(query)
    variables = PLANS.variables(document, {})
    plan, _ = PLANS.plan(document, variables, Viewer(Rol.PROGRAMMABUREAU))
    return plan.cost(plan.bind(dict(variables.coerced) | {LATE: [[]] * plan.places}, PLANS.limits))[0]


def selected(name: str, field: GraphQLField) -> str:
    """The field with as little as can be asked of it."""
    kind = get_named_type(field.type)
    arguments = SAID.get(name, "") if any(map(is_required_argument, field.args.values())) else ""
    if "{first}" in arguments:
        words = get_named_type(next(iter(field.args.values())).type)
        arguments = arguments.replace("{first}", next(iter(words.values)))  # type: ignore[union-attr]
    inner = "nodes { __typename }" if kind.name.endswith("Connection") else "__typename"
    return f"{name}{arguments}" + ("" if is_leaf_type(kind) else f" {{ {inner} }}")


def expected(field: GraphQLField) -> int:
    """What is published, for a list of the ordinary size."""
    said = published(field)
    assert said is not None
    size = PAGE if "after" in field.args else FEW
    return said.basis + said.perItem * size


def fields(kind: GraphQLObjectType) -> Iterator[tuple[str, GraphQLField]]:
    yield from ((name, field) for name, field in kind.fields.items() if published(field) is not None)


OF_THINGS = [
    pytest.param(kind.name, name, id=f"{kind.name}.{name}")
    for kind in PLANS.schema.type_map.values()
    if isinstance(kind, GraphQLObjectType) and kind.name in MODEL.nodes
    for name, _ in fields(kind)
]
ROOTS = [pytest.param(name, id=name) for name, _ in fields(PLANS.schema.query_type)]  # type: ignore[arg-type]
OF_LISTS = [
    pytest.param(root, name, id=f"{root}.{name}")
    for root, field in PLANS.schema.query_type.fields.items()  # type: ignore[union-attr]
    if isinstance(kind := get_named_type(field.type), GraphQLObjectType) and kind.name.endswith("Connection")
    for name, _ in fields(kind)
]


@pytest.mark.parametrize(("owner", "name"), OF_THINGS)
def test_a_field_of_a_thing_costs_what_it_says(owner: str, name: str) -> None:
    field = PLANS.schema.type_map[owner].fields[name]  # type: ignore[attr-defined]
    without = f'{{ node(id: "{MODEL.nodes[owner].prefix}:y") {{ ... on {owner} {{ id }} }} }}'
    charged = price(without.replace("id }", f"id {selected(name, field)} }}")) - price(without)
    assert charged == expected(field)


@pytest.mark.parametrize("name", ROOTS)
def test_a_root_costs_what_it_says(name: str) -> None:
    field = PLANS.schema.query_type.fields[name]  # type: ignore[union-attr]
    assert price(f"{{ {selected(name, field)} }}") == expected(field)


@pytest.mark.parametrize(("root", "name"), OF_LISTS)
def test_a_field_of_a_list_costs_what_it_says(root: str, name: str) -> None:
    query = PLANS.schema.query_type
    assert query is not None
    field = get_named_type(query.fields[root].type).fields[name]  # type: ignore[union-attr]
    bare = selected(root, query.fields[root])
    charged = price(f"{{ {bare} }}".replace("nodes {", f"{selected(name, field)} nodes {{")) - price(f"{{ {bare} }}")
    assert charged == expected(field)


def test_what_is_only_counted_costs_no_items() -> None:
    assert price("{ gemeenten { aantal } }") == price("{ gemeenten(first: 100) { aantal } }") == 20 + 3


def test_asking_in_words_costs_what_it_says() -> None:
    bare = '{ pasklaar(invoer: {vraag: {thema: "thema:x"}}) { __typename } }'
    said = published(PLANS.schema.query_type.fields["pasklaar"])  # type: ignore[union-attr]
    assert said is not None
    assert price(bare.replace("thema:", "omschrijving:")) - price(bare) == said.inWoorden
