"""Search and suggestions, on both engines: safe with any text, the same scores on both, filters that narrow."""

import time

import pytest

from graph.store import Store
from graph.zoek import SOORTEN, Fragment, Suggestion, fragments, lucene, search, suggest
from tests.graph.shelf import node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio

NASTY = [
    "title:*", "schuld~ OR", '"niet gesloten', "((((", "a AND", "NOT", "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /",
    "*", "?", "zoektekst:[a TO z]", "/.*/", "\\", "schuld\\", "'; MATCH (n) DETACH DELETE n //", "😀", "\x00", "\ud800",
    "\u202eschuld", "日本語", "é" * 300,
]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "query"),
    [
        ("", ""),
        ("   ", ""),
        ("hoe kan ik dat?", ""),
        ("~*:\"\\()", ""),
        ("Schulden", "schulden schuld*^0.1"),
        ("schulden AND title:*", "schulden schuld*^0.1 and title titl*^0.1"),
        ("een jongere van 18", "jongere jonger*^0.1 18"),
        ("patie\u0308nt", "patiënt patient*^0.1"),
    ],
)  # fmt: skip
def test_ordinary_text_becomes_a_query_without_any_syntax_of_its_own(term: str, query: str) -> None:
    assert lucene(term) == query


@pytest.mark.parametrize("term", NASTY)
def test_no_special_character_survives(term: str) -> None:
    left = lucene(f"{term} schuld {term}").replace("*^0.1", "").replace(" ", "")
    assert left.isalnum()
    assert left == left.lower()


async def test_any_text_can_be_searched(store: Store) -> None:
    await put_on_shelf(store)
    for term in [*NASTY, "", "a", "x" * 10_000, "schuld " * 2_000]:
        found = await search(store, term)
        assert found.aantal >= len(found.hits), term
        await suggest(store, term)
    assert (await search(store, "schulden")).aantal == 6


async def test_hits_come_best_first_with_a_score_between_0_and_1(store: Store) -> None:
    await put_on_shelf(store)
    found = await search(store, "Jongere met schulden!")
    assert [(h.id, h.score) for h in found.hits][:4] == [
        ("knelpunt:laat", 1.0), ("knelpunt:steken", 1.0), ("oplossing:fonds", 0.7), ("thema:jongeren", 0.522),
    ]  # fmt: skip
    assert found.facetten == {"Knelpunt": 3, "Oplossing": 3, "Thema": 2}
    assert found.aantal == sum(found.facetten.values())


async def test_a_hit_shows_the_text_that_was_found(store: Store) -> None:
    await put_on_shelf(store)
    hit = (await search(store, "fonds school", labels=["Oplossing"])).hits[0]
    text = "Een fonds koopt schulden af, zodat een jongere weer naar school kan."
    assert hit.fragmenten == (Fragment("samenvatting", text),)


async def test_filters_narrow_the_hits_and_the_counts_alike(store: Store) -> None:
    await put_on_shelf(store)
    one_kind = await search(store, "schulden", labels=["Knelpunt"])
    assert one_kind.facetten == {"Knelpunt": 3}
    below_geld = await search(store, "schulden", themas=["thema:geld"], labels=["Oplossing"])
    assert {h.id for h in below_geld.hits} == {"oplossing:fonds", "oplossing:afkopen"}
    ripe = await search(store, "schulden", minimale_rijpheid=["PASKLAAR"])
    assert [h.id for h in ripe.hits] == ["oplossing:afkopen"]
    assert await search(store, "schulden", themas=[]) == await search(store, "schulden", labels=[])


async def test_pages_follow_each_other(store: Store) -> None:
    await put_on_shelf(store)
    whole = [h.id for h in (await search(store, "jongere schulden", limit=50)).hits]
    pages = [h.id for i in range(0, 12, 3) for h in (await search(store, "jongere schulden", limit=3, skip=i)).hits]
    assert pages == whole


async def test_what_is_not_public_is_not_found(store: Store) -> None:
    await put_on_shelf(store)
    assert (await search(store, "openbaar schuldenplan", labels=["Oplossing"])).hits == ()
    everything = await search(store, "openbaar schuldenplan", statussen=["GEPUBLICEERD", "CONCEPT"])
    assert everything.hits[0].id == "oplossing:geheim"
    assert "oplossing:geheim" not in {s.id for s in await suggest(store, "nog niet")}


async def test_only_kinds_one_can_search_for_are_hits(store: Store) -> None:
    await put_on_shelf(store)
    await put(store, [node_row("Uitvoeringsprogramma", {"id": "uitvoeringsprogramma:x", "titel": "Schulden 2026"})], [])
    found = await search(store, "schulden 2026")
    assert set(found.facetten) <= set(SOORTEN)
    assert (await search(store, "schulden", labels=["Uitvoeringsprogramma", "Feit"])).hits == ()


async def test_suggestions_begin_with_the_letters_and_then_hold_them_at_the_start_of_a_word(store: Store) -> None:
    await put_on_shelf(store)
    assert [s.id for s in await suggest(store, "SCHULD", ["Thema", "Knelpunt"])] == [
        "thema:schulden", "knelpunt:laat", "knelpunt:traag", "knelpunt:steken",
    ]  # fmt: skip
    assert [s.tekst for s in await suggest(store, "jong", ["Thema", "Oplossing"])] == [
        "Jongeren met Toekomst", "Jongeren",
    ]  # fmt: skip
    assert await suggest(store, "den h") == [Suggestion("Den Haag", "Gemeente", "gemeente:gm0518")]


async def test_a_later_word_of_a_name_and_another_name_are_found_while_typing(store: Store) -> None:
    await put_on_shelf(store)
    for term in ["haag", "Den haag", "HAAG", "'s-Graven", "gravenhage"]:
        assert [s.id for s in await suggest(store, term)] == ["gemeente:gm0518"], term


async def test_no_letter_of_a_long_word_loses_it(store: Store) -> None:
    await put_on_shelf(store)
    for length in range(3, 20):
        found = await suggest(store, "persoonsgegevens uitwisseling"[:length], ["Knelpunt", "Traject"])
        assert "traject:uitwisseling" in {s.id for s in found}, length


async def test_a_gemeente_that_has_gone_comes_after_the_others(store: Store) -> None:
    await put_on_shelf(store)
    await put(store, [node_row("Gemeente", {"id": "gemeente:gm9999", "naam": "Haarenberg"})], [])
    assert [s.tekst for s in await suggest(store, "haar", ["Gemeente"])] == ["Haarenberg", "Haaren"]


async def test_suggestions_are_as_many_as_asked_at_most(store: Store) -> None:
    await put_on_shelf(store)
    assert len(await suggest(store, "jong", eerste=2)) == 2
    assert await suggest(store, "jong", eerste=0) == []


def test_fragments_name_the_field() -> None:
    texts = {"naam": "Perspectieffonds", "samenvatting": "Koopt schulden af", "omschrijving": ""}
    assert fragments("schuld", texts) == (Fragment("samenvatting", "Koopt schulden af"),)
    assert fragments("", texts) == ()


async def test_a_known_search_and_suggestion_are_quick(store: Store) -> None:
    await put_on_shelf(store)
    for ask in (lambda: search(store, "jongere met schulden"), lambda: suggest(store, "jong")):
        took = []
        for _ in range(25):
            started = time.perf_counter()
            await ask()
            took.append(time.perf_counter() - started)
        assert sorted(took)[12] < 0.25
