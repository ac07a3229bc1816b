"""`zoek` on both engines: one statement with everything else, best first, safe with any text, pages that fit."""

from typing import Any

import pytest

from graph.engine.store import Store
from graph.meaning.index import Beside
from graph.resources import Resources
from graph.search.find import SOORTEN
from tests.asking import Asker
from tests.graph.search.test_find import NASTY
from tests.graph.shelf import node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio
SEARCH = """
query ($term: String!, $typen: [ZoekType!], $thema: ThemaRelatieFilter, $rijp: Rijpheid, $first: Int, $after: String,
  $last: Int, $before: String) {
  zoek(term: $term, typen: $typen, thema: $thema, minimaleRijpheid: $rijp, first: $first, after: $after, last: $last,
       before: $before) {
    aantal
    bedoeldeU
    facetten(velden: [SOORT]) { veld waarden { sleutel label aantal } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { score fragmenten { veld tekst } node { ... on Node { id } } }
  }
}
"""


async def search(ask: Asker, term: str, **given: Any) -> Any:
    return (await ask.data(SEARCH, term=term, **given))["zoek"]


def ids(found: Any) -> list[str]:
    return [edge["node"]["id"] for edge in found["edges"]]


def counts(found: Any) -> dict[str, int]:
    assert [facet["veld"] for facet in found["facetten"]] == ["SOORT"]
    return {value["label"]: value["aantal"] for value in found["facetten"][0]["waarden"]}


@pytest.fixture
async def ask(store: Store) -> Asker:
    await put_on_shelf(store)
    return Asker(store)


async def test_searching_and_everything_else_is_one_statement(ask: Asker) -> None:
    both = """{
      zoek(term: "schulden", first: 2) {
        aantal facetten(velden: [SOORT]) { waarden { aantal } }
        edges { score node { ... on Knelpunt { titel oplossingen { nodes { titel toepassingen { aantal } } } } } }
      }
      gemeenten(first: 1) { nodes { naam } }
      ander: zoek(term: "eenzaam") { edges { node { __typename } } }
    }"""
    found = await ask.data(both)
    assert found["zoek"]["aantal"] == 6
    assert found["gemeenten"]["nodes"] == [{"naam": "Almere"}]
    assert found["ander"]["edges"][0]["node"] == {"__typename": "Thema"}
    assert len(ask.sent) == 1


async def test_any_text_can_be_searched(ask: Asker) -> None:
    for term in [*NASTY, "", "a", "x" * 2_000, "schuld " * 280]:
        found = await search(ask, term)
        assert found["aantal"] >= len(found["edges"]), term
    assert (await search(ask, "schulden"))["aantal"] == 6
    assert await ask.code(SEARCH, term="x" * 2_001) == "BAD_USER_INPUT"


async def test_hits_come_best_first_with_a_score_between_0_and_1(ask: Asker) -> None:
    found = await search(ask, "Jongere met schulden!")
    assert [(e["node"]["id"], e["score"]) for e in found["edges"]][:4] == [
        ("knelpunt:laat", 1.0), ("knelpunt:steken", 1.0), ("oplossing:fonds", 0.7), ("thema:jongeren", 0.522),
    ]  # fmt: skip
    assert counts(found) == {"Knelpunt": 3, "Oplossing": 3, "Thema": 2}
    assert found["aantal"] == 8


async def test_a_hit_shows_the_text_that_was_found(ask: Asker) -> None:
    (edge, *_) = (await search(ask, "fonds school", typen=["OPLOSSING"]))["edges"]
    text = "Een fonds koopt schulden af, zodat een jongere weer naar school kan."
    assert edge["fragmenten"] == [{"veld": "SAMENVATTING", "tekst": text}]


async def test_filters_narrow_the_hits_and_the_counts_alike(ask: Asker) -> None:
    assert counts(await search(ask, "schulden", typen=["KNELPUNT"])) == {"Knelpunt": 3}
    below_geld = await search(ask, "schulden", thema={"enige": {"id": ["thema:geld"]}}, typen=["OPLOSSING"])
    assert {*ids(below_geld)} == {"oplossing:fonds", "oplossing:afkopen"}
    assert ids(await search(ask, "schulden", rijp="PASKLAAR")) == ["oplossing:afkopen"]
    nothing = await search(ask, "schulden", thema={"enige": {"id": []}})
    assert nothing == await search(ask, "schulden", typen=[])
    assert (nothing["aantal"], nothing["edges"]) == (0, [])


async def test_pages_follow_each_other(ask: Asker) -> None:
    whole = ids(await search(ask, "jongere schulden", first=50))
    paged: list[str] = []
    after = None
    while True:
        page = await search(ask, "jongere schulden", first=3, after=after)
        assert page["pageInfo"]["hasPreviousPage"] == bool(paged)
        paged += ids(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert paged == whole
    assert len(whole) == 8
    back: list[str] = []
    before = None
    while True:
        page = await search(ask, "jongere schulden", last=3, before=before)
        back = ids(page) + back
        before = page["pageInfo"]["startCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break
    assert back == whole
    assert await ask.code(SEARCH, term="schulden", first=101) == "BAD_USER_INPUT"
    assert await ask.code(SEARCH, term="schulden", after="onzin") == "BAD_USER_INPUT"


async def test_what_is_not_public_is_not_found(ask: Asker) -> None:
    assert ids(await search(ask, "openbaar schuldenplan", typen=["OPLOSSING"])) == []


async def test_only_kinds_one_can_search_for_are_hits(ask: Asker, store: Store) -> None:
    await put(store, [node_row("Uitvoeringsprogramma", {"id": "uitvoeringsprogramma:x", "titel": "Schulden 2026"})], [])
    assert set(counts(await search(ask, "schulden 2026"))) <= set(SOORTEN)


async def test_another_spelling_is_offered_when_nothing_is_found(ask: Asker) -> None:
    known = Beside(ask.executor.store)
    ask.executor.resources = Resources(known)
    try:
        known.words.add("Kostendelersnorm")
        assert (await search(ask, "kostendelersnrm"))["bedoeldeU"] == "kostendelersnorm"
        assert (await search(ask, "kostendelersnorm"))["bedoeldeU"] is None
    finally:
        known.close()


async def test_a_word_that_is_everywhere_weighs_little_and_hides_nothing(ask: Asker, store: Store) -> None:
    many = [node_row("Knelpunt", {"id": f"knelpunt:groot-{n}", "titel": f"Groot nummer {n}"}) for n in range(1_200)]
    rare = [("Knelpunt", "knelpunt:eenzaam", "titel", "Eenzaamheid"), ("Thema", "thema:groot", "naam", "Groot")]
    await put(store, [*many, *(node_row(kind, {"id": key, name: said}) for kind, key, name, said in rare)], [])
    assert ids(await search(ask, "groot nummer eenzaamheid", first=2))[0] == "knelpunt:eenzaam"
    found = await search(ask, "groot", typen=["THEMA"])
    assert (found["aantal"], ids(found)) == (1, ["thema:groot"])
    assert (await search(ask, "groot"))["aantal"] == 1_201


async def test_a_hit_by_an_abbreviation_shows_what_it_stands_for(ask: Asker, store: Store) -> None:
    named = node_row("Thema", {"id": "thema:lvb", "naam": "Licht verstandelijke beperking"})
    await put(store, [named], [])
    (edge,) = (await search(ask, "lvb"))["edges"]
    assert edge["fragmenten"] == [{"veld": "NAAM", "tekst": "Licht verstandelijke beperking"}]


async def test_what_is_no_longer_used_is_found_when_that_is_asked(ask: Asker) -> None:
    assert ids(await search(ask, "kostendelersnorm", rijp="UITGEFASEERD")) == ["oplossing:norm"]


async def test_a_filter_of_nothing_but_punctuation_is_refused(ask: Asker) -> None:
    for word in ("bevat", "begintMet", "is"):
        query = f"query ($x: String) {{ gemeenten(filter: {{naam: {{{word}: $x}}}}) {{ aantal }} }}"
        assert await ask.code(query, x=" - ") == "BAD_USER_INPUT"
        assert (await ask.data(query, x="'s-Grav"))["gemeenten"]["aantal"] == (word != "is")
