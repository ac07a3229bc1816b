"""What a role may not read: null with an error that says where, beside everything that it may."""

from typing import Any

import pytest
from graphql import GraphQLNonNull, GraphQLObjectType

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.graphql.api import SCHEMA
from tests.asking import Asker

pytestmark = pytest.mark.anyio


def forbidden(answer: dict[str, Any]) -> list[list[str | int]]:
    """The places of the errors, each of which says that it is about a role."""
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"FORBIDDEN"}
    return [error["path"] for error in answer["errors"]]


async def test_a_field_for_others_is_null_and_the_rest_stands(ask: Asker) -> None:
    query = "{ personen(first: 3) { aantal nodes { id adres: email naam } } }"
    inside = await ask.data("{ personen(first: 100) { nodes { id adres: email naam publicatieStatus } } }")
    answer = await ask(query, role="OPENBAAR")
    nodes = [n for n in inside["personen"]["nodes"] if n.pop("publicatieStatus") == "GEPUBLICEERD"]
    assert any(node["adres"] for node in nodes)
    shown = [{**node, "adres": None} for node in nodes[:3]]
    assert answer["data"] == {"personen": {"aantal": len(nodes), "nodes": shown}}
    assert forbidden(answer) == [["personen", "nodes", i, "adres"] for i in range(3)]
    first = answer["errors"][0]
    assert first["locations"] == [{"line": 1, "column": 42}]
    assert "`email` is alleen voor GEMEENTE, ANALIST en PROGRAMMABUREAU" in first["message"]
    assert ask.status == 200
    assert not [text for text in ask.sent if "email" in text], "it is not read either"


async def test_a_list_for_others_is_null_on_every_kind_of_thing(ask: Asker) -> None:
    found = await ask("{ oplossingen(first: 1) { nodes { id } } }", role="OPENBAAR")
    key = found["data"]["oplossingen"]["nodes"][0]["id"]
    query = """{
      a: node(id: "KEY") { id ... on Entiteit { geschiedenis { nodes { soort door velden { veld } } } } }
      themas(first: 1) { nodes { id geschiedenis(first: 2) { aantal } } }
    }""".replace("KEY", key)
    answer = await ask(query, role="OPENBAAR")
    assert answer["data"]["a"] == {"id": key, "geschiedenis": None}
    assert answer["data"]["themas"]["nodes"][0]["geschiedenis"] is None
    assert answer["data"]["themas"]["nodes"][0]["id"]
    assert forbidden(answer) == [["a", "geschiedenis"], ["themas", "nodes", 0, "geschiedenis"]]


async def test_what_is_one_of_several_types_keeps_its_own_beside_a_field_for_others(ask: Asker) -> None:
    query = """{ departementen(first: 50) { nodes { omvat(first: 50) {
      nodes { __typename id geschiedenis { aantal } } } } } }"""
    answer = await ask(query, role="OPENBAAR")
    shown = [each for node in answer["data"]["departementen"]["nodes"] for each in node["omvat"]["nodes"]]
    assert shown
    assert [each["__typename"].lower() for each in shown] == [each["id"].partition(":")[0] for each in shown]


async def test_it_holds_behind_fragments_relationships_and_look_ups(ask: Asker) -> None:
    query = """query ($toon: Boolean!) {
      zoek(term: "vries", first: 50) {
        nodes { __typename ...p ... on Gemeente { mensen(first: 1) { nodes { ...p } } } }
      }
      gemeente(sleutel: {code: "GM0153"}) { contactpersonen(first: 2) { edges { node { ...p } } } }
    }
    fragment p on Persoon { email @include(if: $toon) naam }"""
    hidden = await ask(query, role="OPENBAAR", toon=True)
    without = await ask(query, role="OPENBAAR", toon=False)
    assert "errors" not in without
    paths = forbidden(hidden)
    assert {path[0] for path in paths} >= {"zoek"}
    for path in paths:
        found = hidden["data"]
        for step in path[:-1]:
            found = found[step]
        assert found["naam"]
        assert found.pop("email") is None
    assert hidden["data"] == without["data"]


async def test_with_nothing_that_may_be_read_there_is_still_an_answer_that_says_so(ask: Asker) -> None:
    found = await ask("{ personen(first: 1) { nodes { id } } }", role="OPENBAAR")
    key = found["data"]["personen"]["nodes"][0]["id"]
    answer = await ask(f'{{ node(id: "{key}") {{ ... on Persoon {{ email }} }} }}', role="OPENBAAR")
    assert answer["data"] == {"node": {"email": None}}
    assert forbidden(answer) == [["node", "email"]]


async def test_each_error_has_its_price(ask: Asker) -> None:
    async def price(role: str, fields: str) -> int:
        plans = ask.executor.plans
        document = plans.document(f"{{ personen(first: 100) {{ nodes {{ {fields} }} }} }}")
        variables = plans.variables(document, {})
        plan, _ = plans.plan(document, variables, Viewer(Rol[role]))
        return plan.cost(plan.bind(dict(variables.coerced), plans.limits))[0]

    assert await price("ANALIST", "id email") == await price("ANALIST", "id")
    assert await price("OPENBAAR", "id email") == await price("OPENBAAR", "id") + 200


def test_every_field_for_a_role_can_be_null_and_says_so() -> None:
    found = 0
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, GraphQLObjectType) and kind is not SCHEMA.mutation_type:  # that is refused as a whole
            for name, field in kind.fields.items():
                made = field.extensions.get("strawberry-definition")
                if made is not None and any(type(d).__name__ == "HeeftRol" for d in made.directives):
                    found += 1
                    assert not isinstance(field.type, GraphQLNonNull), f"{kind.name}.{name}"
                    assert "FORBIDDEN" in (field.description or ""), f"{kind.name}.{name}"
    assert found > 10
