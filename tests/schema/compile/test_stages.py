"""Fields that are worked out after the read: right on both engines, nested, bounded, and read together."""

from typing import Any

import pytest

from graph.engine.store import Store
from schema.request.limits import Budget
from tests.asking import Asker, plans
from tests.plain.dump import Dump
from tests.plain.filters import reach

pytestmark = pytest.mark.anyio


async def test_a_comparable_gemeente_says_why_and_is_a_thing_like_any_other(ask: Asker) -> None:
    found = await ask.data(
        """{ gemeente(sleutel: {code: "GM0353"}) { vergelijkbaar(first: 2) {
             edges { score redenen node { naam provincie } } } } }"""
    )
    first, second = found["gemeente"]["vergelijkbaar"]["edges"]
    assert first["node"] == {"naam": "De Bilt", "provincie": "Utrecht"}
    assert first["redenen"] == ["Ongeveer even groot: 43.000 inwoners", "Ook in Utrecht"]
    assert first["score"] >= second["score"] > 0


async def test_a_deferred_field_may_stand_inside_another(ask: Asker) -> None:
    found = await ask.data(
        """{ gemeente(sleutel: {code: "GM0353"}) { vergelijkbaar(first: 2) {
             nodes { id vergelijkbaar(first: 1) { nodes { __typename id } } } } } }"""
    )
    for like in found["gemeente"]["vergelijkbaar"]["nodes"]:
        (inner,) = like["vergelijkbaar"]["nodes"]
        assert inner["__typename"] == "Gemeente"
        assert inner["id"] != like["id"]


NEAR = {
    "gemeenten": "vergelijkbaar", "knelpunten": "verwant", "oplossingen": "vergelijkbaar", "trajecten": "samenhang",
}  # fmt: skip


@pytest.mark.parametrize("root", NEAR)
async def test_what_is_near_comes_in_pages_that_fit_with_a_total(ask: Asker, root: str) -> None:
    near = NEAR[root]
    rest = "aantal pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { score redenen node { id } }"
    query = f"""query ($first: Int, $after: String, $last: Int, $before: String) {{ {root}(first: 5) {{ nodes {{
        {near}(first: $first, after: $after, last: $last, before: $before) {{ {rest} }} }} }} }}"""

    async def page(**given: Any) -> list[Any]:
        return [node[near] for node in (await ask.data(query, **given))[root]["nodes"]]

    every = await page(first=100)
    at = max(range(len(every)), key=lambda i: every[i]["aantal"])
    whole = every[at]
    assert whole["aantal"] == len(whole["edges"]) > 2
    assert all(edge["redenen"] for edge in whole["edges"][:1])
    scores = [edge["score"] for edge in whole["edges"]]
    assert scores == sorted(scores, reverse=True)
    found, cursor = [], None
    while True:
        part = (await page(first=7))[at] if cursor is None else (await page(first=7, after=cursor))[at]
        found += part["edges"]
        cursor = part["pageInfo"]["endCursor"]
        if not part["pageInfo"]["hasNextPage"]:
            break
    assert found == whole["edges"]
    last = (await page(last=2))[at]
    assert last["edges"] == whole["edges"][-2:]
    before = (await page(last=2, before=last["pageInfo"]["startCursor"]))[at]
    assert before["edges"] == whole["edges"][-4:-2]
    assert before["aantal"] == whole["aantal"]


async def test_a_short_list_has_its_total_beside_it(ask: Asker) -> None:
    ends = 'van: "gemeente:gm0344", naar: "gemeente:gm0518"'
    found = await ask.data(
        f"""{{ suggesties(term: "u", first: 1) {{ tekst }} aantalSuggesties(term: "u")
               paden({ends}, first: 1) {{ lengte }} aantalPaden({ends})
               alle: paden({ends}, first: 10) {{ lengte }} veel: suggesties(term: "u", first: 100) {{ id }} }}"""
    )
    assert len(found["suggesties"]) == 1 < found["aantalSuggesties"] == len(found["veel"])
    assert len(found["paden"]) == 1 <= found["aantalPaden"] == len(found["alle"])


async def test_your_gemeente_is_named_the_same_way_below_a_knelpunt_as_anywhere(ask: Asker) -> None:
    ways = ('{code: "gm0344"}', '{id: "gemeente:gm0344"}', '{slug: "gm0344"}', '{naam: "utrecht"}')
    asked = "".join(
        f"w{i}: pasklaar(gemeente: {way}, first: 100) {{ aantal nodes {{ score oplossing {{ id }} }} }} "
        for i, way in enumerate(ways)
    )
    found = (await ask.data(f"{{ knelpunten(first: 5) {{ nodes {{ {asked} }} }} }}"))["knelpunten"]["nodes"]
    for node in found:
        assert all(node[f"w{i}"] == node["w0"] for i in range(len(ways)))
    assert await ask.code(
        '{ knelpunten(first: 1) { nodes { pasklaar(gemeente: {naam: "nergens"}) { aantal } } } }'
    ) == ("NOT_FOUND")


async def test_every_criterium_is_judged_with_a_ground_or_left_open(ask: Asker) -> None:
    found = await ask.data(
        """{ traject(sleutel: {id: "traject:p00"}) { criteria { criterium uitkomst toelichting } } }"""
    )
    judged = {c["criterium"]: c for c in found["traject"]["criteria"]}
    assert len(judged) == 6
    assert judged["RIJK_EN_GEMEENTEN"]["uitkomst"] == "VOLDOET"
    assert judged["RIJK_EN_GEMEENTEN"]["toelichting"].startswith("Doen mee: ")
    assert judged["TRANSFORMATIE_SOCIAAL_DOMEIN"]["uitkomst"] is None


async def test_an_idea_is_tested_without_writing_anything(ask: Asker, world: Store) -> None:
    before = await world.rows("MATCH (n) RETURN count(n)", {})
    found = await ask.data(
        """{ trajectToets(invoer: {titel: "Samen", omschrijving: "Een idee", partijen: ["gemeente:gm0344"],
             beleidsdomeinen: ["Zorg", "Wonen"]}) { criterium uitkomst toelichting } }"""
    )
    judged = {c["criterium"]: c for c in found["trajectToets"]}
    assert judged["DOMEINOVERSTIJGEND"]["uitkomst"] == "VOLDOET"
    again = await ask.data(
        """{ trajectToets(invoer: {titel: "S", omschrijving: "I", beleidsdomeinen: ["Zorg", " zorg ", ""]}) {
             criterium uitkomst } }"""
    )
    assert {"criterium": "DOMEINOVERSTIJGEND", "uitkomst": None} in again["trajectToets"]
    assert judged["RIJK_EN_GEMEENTEN"]["toelichting"] == (
        "Van gemeenten doet mee: Utrecht. Van het Rijk is niets bekend."
    )
    assert await world.rows("MATCH (n) RETURN count(n)", {}) == before


async def test_an_idea_that_names_something_unknown_is_refused(ask: Asker) -> None:
    query = '{ trajectToets(invoer: {titel: "x", omschrijving: "y", themas: ["thema:bestaat-niet"]}) { criterium } }'
    assert await ask.code(query) == "NOT_FOUND"


@pytest.mark.parametrize(
    "field",
    [
        'gemeente(sleutel: {code: "GM0344"}) { vergelijkbaar(first: -1) { aantal } }',
        'gemeente(sleutel: {code: "GM0344"}) { vergelijkbaar(first: 101) { aantal } }',
        'gemeente(sleutel: {code: "GM0344"}) { pasklaarElders(after: "x") { aantal } }',
        'paden(van: "gemeente:gm0344", naar: "gemeente:gm0518", maxStappen: 7) { lengte }',
        'paden(van: "gemeente:gm0344", naar: "gemeente:gm0518", first: 0) { lengte }',
    ],
)
async def test_a_size_out_of_bounds_is_refused(ask: Asker, field: str) -> None:
    assert await ask.code(f"{{ {field} }}") == "BAD_USER_INPUT"


async def test_what_many_things_defer_is_counted_beforehand(world: Store) -> None:
    careful = Asker(world, plans(Budget()))
    inner = "vergelijkbaar(first: 5) { nodes { vergelijkbaar(first: 5) { edges { score } } } }"
    query = f"{{ gemeenten(first: 100) {{ nodes {{ {inner} }} }} }}"
    assert await careful.code(query) == "OPERATION_TOO_LARGE"


async def test_the_same_field_under_two_names_keeps_its_own_arguments(ask: Asker) -> None:
    found = await ask.data(
        """query ($n: Int) { gemeente(sleutel: {code: "GM0344"}) {
             een: vergelijkbaar(first: $n) { edges { score } } drie: vergelijkbaar(first: 3) { nodes { naam } } } }""",
        n=1,
    )
    assert len(found["gemeente"]["een"]["edges"]) == 1
    assert len(found["gemeente"]["drie"]["nodes"]) == 3


async def test_a_known_plan_cuts_by_the_values_of_its_own_request(ask: Asker) -> None:
    query = """query ($n: Int) { gemeente(sleutel: {code: "GM0344"}) { vergelijkbaar(first: $n) { nodes { id } } } }"""
    for size in (1, 3, 2):
        assert len((await ask.data(query, n=size))["gemeente"]["vergelijkbaar"]["nodes"]) == size


async def test_a_deferred_field_on_one_type_of_many_is_only_worked_out_there(ask: Asker) -> None:
    found = await ask.data(
        """{ nodes(ids: ["gemeente:gm0344", "departement:szw"]) {
             id ... on Gemeente { vergelijkbaar(first: 1) { edges { score } } } } }"""
    )
    gemeente, departement = found["nodes"]
    assert len(gemeente["vergelijkbaar"]["edges"]) == 1
    assert departement == {"id": "departement:szw"}


async def test_a_reason_shows_the_relationships_it_rests_on(ask: Asker) -> None:
    fields = "oplossing { id } redenen { soort pad { lengte uitleg stappen { soort van { id } naar { id } } } }"
    listed = await ask.data("{ knelpunten(first: 100) { nodes { id publicatieStatus oplossingen { nodes { id } } } } }")
    shown = [k for k in listed["knelpunten"]["nodes"] if k["publicatieStatus"] == "GEPUBLICEERD"]
    knelpunt = max(shown, key=lambda k: len(k["oplossingen"]["nodes"]))["id"]
    found = await ask.data(
        f"""query($k: ID!) {{ knelpunt(sleutel: {{id: $k}}) {{ pasklaar(first: 3) {{ nodes {{ {fields} }} }} }}
            pasklaar(invoer: {{vraag: {{knelpunt: $k}}}}, first: 3) {{ nodes {{ {fields} }} }} }}""",
        k=knelpunt,
    )
    hits = found["knelpunt"]["pasklaar"]["nodes"]
    assert hits == found["pasklaar"]["nodes"]
    (first,) = [r["pad"] for r in hits[0]["redenen"] if r["soort"] == "ZELFDE_KNELPUNT"]
    assert (first["lengte"], first["stappen"][0]["soort"]) == (1, "LOST_OP")
    for hit in hits:
        for path in (r["pad"] for r in hit["redenen"] if r["pad"]):
            assert path["stappen"][-1]["naar"]["id"] == hit["oplossing"]["id"]
            assert path["uitleg"].endswith(".")
    assert {r["soort"]: r["pad"] for r in hits[0]["redenen"]}["RIJPHEID"] is None


async def test_what_is_not_public_has_nothing_ready_and_spoils_nothing(ask: Asker, dump: Dump) -> None:
    hidden = {t.id for t in dump.of("Knelpunt") if t.get("publicatieStatus") != "GEPUBLICEERD"}
    closed = [t.id for t in dump.of("Gemeente") if t.get("publicatieStatus") != "GEPUBLICEERD"]
    felt = next(t.id for t in dump.of("Gemeente") if hidden & {k.id for k in reach(t, ("ERVAART", True))})
    found = await ask.data(
        """query ($ids: [ID!]!, $id: ID!) {
             nodes(ids: $ids) {
               ... on Knelpunt { pasklaar { aantal nodes { score } } } ... on Gemeente { pasklaarElders { aantal } } }
             node(id: $id) { ... on Gemeente { pasklaarElders { begrepenAls { knelpunt { id } } } } } }""",
        ids=[*sorted(hidden)[:2], *closed[:2]],
        id=felt,
    )
    assert found["nodes"] == [{"pasklaar": {"aantal": 0, "nodes": []}}] * 2 + [{"pasklaarElders": {"aantal": 0}}] * 2
    assert not hidden & {v["knelpunt"]["id"] for v in found["node"]["pasklaarElders"]["begrepenAls"]}
