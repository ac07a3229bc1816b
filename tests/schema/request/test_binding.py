"""What is compared with the graph is bounded, and so is what a refusal repeats."""

from typing import Any

import orjson
import pytest

from schema.execute.execution import Executor, Request
from tests.asking import plans
from tests.fake_store import FakeStore

pytestmark = pytest.mark.anyio

LIGATURE = "\ufdfa"
"""One letter that is eighteen when it is written out."""
LONG: list[tuple[str, dict[str, Any]]] = [
    ("query ($t: String!) { knelpunten(filter: {titel: {bevat: $t}}) { aantal } }", {"t": LIGATURE * 30_000}),
    ("query ($t: [String!]!) { gemeenten(filter: {naam: {in: $t}}) { aantal } }", {"t": [LIGATURE * 30_000]}),
    ("query ($t: [String!]!) { gemeenten(filter: {naam: {in: $t}}) { aantal } }", {"t": ["a"] * 12_000}),
    ("query ($t: [ID!]!) { knelpunten(filter: {id: $t}) { aantal } }", {"t": ["knelpunt:a"] * 6_000}),
    ("query ($t: [String!]!) { gemeenten(filter: {provincie: {in: $t}}) { aantal } }", {"t": ["Utrecht"] * 6_000}),
    ("query ($t: String!) { gemeente(sleutel: {naam: $t}) { naam } }", {"t": LIGATURE * 30_000}),
    ('query ($t: String!) { pasklaar(invoer: {vraag: {thema: "t"}, gemeente: {naam: $t}}) { aantal } }',
     {"t": LIGATURE * 30_000}),
    ("query ($t: String!) { zoek(term: $t) { aantal } }", {"t": LIGATURE * 30_000}),
    ('query ($t: [String!]) { trajectToets(invoer: {titel: "", omschrijving: "", beleidsdomeinen: $t}) { uitkomst } }',
     {"t": [LIGATURE * 30_000]}),
    ('query ($t: [ID!]) { trajectToets(invoer: {titel: "a", omschrijving: "b", themas: $t}) { uitkomst } }',
     {"t": ["thema:a"] * 5_000}),
    ("query ($t: Date!) { trajecten(filter: {looptOp: $t}) { aantal } }", {"t": "2" * 90_000}),
    ("query ($t: [GemeenteSortering!]) { gemeenten(sorteer: $t) { aantal } }", {"t": [{"veld": "N" * 90_000}]}),
    (f'{{ gemeenten(first: "{"x" * 90_000}") {{ aantal }} }}', {}),
    (f"{{ gemeenten(sorteer: [{{veld: {'X' * 90_000}}}]) {{ aantal }} }}", {}),
    (f"{{ gemeenten {{ {'x' * 90_000} }} }}", {}),
]  # fmt: skip


@pytest.mark.parametrize(("query", "variables"), LONG)
async def test_what_is_too_long_is_refused_in_few_words_and_never_sent(query: str, variables: dict[str, Any]) -> None:
    store = FakeStore([[[]]])
    reply = await Executor(store.as_store(), plans()).execute(Request(query, variables))
    assert orjson.loads(reply.body)["errors"]
    assert len(reply.body) < 2_000
    assert store.asked == []


async def test_a_name_of_an_operation_is_repeated_in_short() -> None:
    reply = await Executor(FakeStore().as_store(), plans()).execute(
        Request("query a { wetten { id } }", {}, "x" * 90_000)
    )
    assert len(reply.body) < 500


async def test_what_is_typed_is_looked_up_by_its_beginning() -> None:
    store = FakeStore([[[], []]])
    query = "query ($t: String!) { suggesties(term: $t) { tekst } }"
    assert (await Executor(store.as_store(), plans()).execute(Request(query, {"t": "schuld" * 10_000}))).executed
