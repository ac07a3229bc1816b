"""Cursors that were changed, or belong to another list, are refused; sizes too; unknown ids are simply not there."""

import base64

import pytest

from tests.asking import Asker

pytestmark = pytest.mark.anyio
LISTS = {
    "gemeenten": "gemeenten(first: 2, after: $c) { nodes { id } }",
    "knelpunten": "knelpunten(first: 2, after: $c) { nodes { id } }",
    "sorted": "gemeenten(first: 2, after: $c, sorteer: [{ veld: INWONERS }]) { nodes { id } }",
    "sorted down": "gemeenten(first: 2, after: $c, sorteer: [{ veld: INWONERS, richting: AFLOPEND }]) { nodes { id } }",
    "two keys": "gemeenten(first: 2, after: $c, sorteer: [{ veld: INWONERS }, { veld: GEWIJZIGD_OP }]) { nodes { id } }",  # noqa: E501
    "nested": 'thema(sleutel: { slug: "geld" }) { knelpunten(first: 2, after: $c) { nodes { id } } }',
    "nested elsewhere": 'gemeente(sleutel: { code: "GM0344" }) { ervaart(first: 2, after: $c) { nodes { id } } }',
    "people": 'gemeente(sleutel: { code: "GM0344" }) { mensen(first: 2, after: $c) { nodes { id } } }',
    "evidence": 'oplossing(sleutel: { slug: "p03" }) { herkomst(first: 1, after: $c) { nodes { id } } }',
}
SOURCES = {
    name: text.replace(", after: $c", "").replace("nodes { id }", "pageInfo { endCursor }")
    for name, text in LISTS.items()
}


async def cursor(ask: Asker, name: str) -> str:
    found = await ask.data(f"{{ {SOURCES[name]} }}")
    while "endCursor" not in found:
        [found] = found.values()
    assert found["endCursor"], "the list is empty; pick another"
    return str(found["endCursor"])


def using(name: str) -> str:
    return f"query ($c: String) {{ {LISTS[name]} }}"


@pytest.mark.parametrize("name", LISTS)
async def test_a_cursor_fits_its_own_list_only(ask: Asker, name: str) -> None:
    own = await cursor(ask, name)
    await ask.data(using(name), c=own)
    for other in LISTS:
        if other != name:
            assert await ask.code(using(other), c=own) == "BAD_USER_INPUT"


@pytest.mark.parametrize("name", LISTS)
async def test_a_changed_cursor_is_refused(ask: Asker, name: str) -> None:
    own = await cursor(ask, name)
    raw = bytearray(base64.urlsafe_b64decode(own + "=" * (-len(own) % 4)))
    for place in (0, len(raw) // 2, len(raw) - 1):
        changed = bytes([*raw[:place], raw[place] ^ 1, *raw[place + 1 :]])
        sent = base64.urlsafe_b64encode(changed).decode().rstrip("=")
        assert await ask.code(using(name), c=sent) == "BAD_USER_INPUT"
        assert ask.sent == []


@pytest.mark.parametrize("sent", ["", "x", "💥", "AAAA", "0" * 10_000, "../../etc", "bnVsbA==", "W10"])
async def test_what_was_never_a_cursor_is_refused(ask: Asker, sent: str) -> None:
    answer = await ask(using("gemeenten"), c=sent)
    [error] = answer["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "bladzijde" in error["message"]
    assert ask.sent == []


async def test_a_cursor_is_still_good_with_another_filter(ask: Asker) -> None:
    own = await cursor(ask, "gemeenten")
    only = 'filter: { provincie: { is: "Utrecht" } }'
    query = f"query ($c: String) {{ gemeenten(after: $c, first: 99, {only}) {{ nodes {{ naam }} }} }}"
    everything = await ask.data(query, c=None)
    rest = await ask.data(query, c=own)
    shown = everything["gemeenten"]["nodes"]
    assert rest["gemeenten"]["nodes"] == shown[-len(rest["gemeenten"]["nodes"]) :]


@pytest.mark.parametrize("size", [-1, 101, 2**31 - 1, -(2**31)])
@pytest.mark.parametrize(
    "text",
    [
        "gemeenten(first: $n) { aantal nodes { id } }",
        "gemeenten(last: $n) { nodes { id } }",
        "gemeenten(first: $n) { aantal }",
        "beleidskaders(first: $n) { nodes { id } }",
        'thema(sleutel: { slug: "geld" }) { knelpunten(first: $n) { nodes { id } } }',
        'oplossing(sleutel: { slug: "p03" }) { herkomst(first: $n) { aantal } }',
    ],
)
async def test_a_page_has_a_size_between_0_and_100(ask: Asker, text: str, size: int) -> None:
    answer = await ask(f"query ($n: Int) {{ {text} }}", n=size)
    [error] = answer["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert str(size) in error["message"]
    assert "100" in error["message"]
    assert (await ask(f"{{ {text.replace('$n', str(size))} }}"))["errors"] == answer["errors"]
    assert ask.sent == []


@pytest.mark.parametrize(
    "given",
    ["first: 2, last: 2", "first: 2, before: $c", "last: 2, after: $c", "before: $c", "first: 2, after: $c, last: 1"],
)
async def test_forwards_and_backwards_do_not_mix(ask: Asker, given: str) -> None:
    own = await cursor(ask, "gemeenten")
    query = f"query ($c: String) {{ gemeenten({given}) {{ nodes {{ id }} }} x: gemeenten(after: $c) {{ aantal }} }}"
    assert await ask.code(query, c=own) == "BAD_USER_INPUT"


async def test_unknown_ids_are_not_there(ask: Asker) -> None:
    answer = await ask.data(
        """{
          node(id: "gemeente:bestaat-niet") { id }
          vreemd: node(id: "drakenei:1") { id }
          leeg: node(id: "") { id }
          nodes(ids: ["oplossing:p00", "oplossing:nee", "x"]) { id }
          gemeente(sleutel: { code: "GM9999" }) { naam }
          traject(sleutel: { slug: "nee" }) { naam }
          knelpunt(sleutel: { id: "oplossing:p00" }) { titel }
        }"""
    )
    assert answer.pop("nodes") == [{"id": "oplossing:p00"}, None, None]
    assert set(answer.values()) == {None}


async def test_too_many_ids_are_refused(ask: Asker) -> None:
    assert await ask.code("query ($k: [ID!]!) { nodes(ids: $k) { id } }", k=["x"] * 101) == "BAD_USER_INPUT"
