"""Full text and suggestions, on both engines: safe with any text, and the right names first."""

import pytest

from graph.cypher import fulltext
from graph.engine.store import Store
from graph.search.find import Suggestion, lucene, suggest
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


async def test_any_text_can_be_suggested_for(store: Store) -> None:
    await put_on_shelf(store)
    for term in [*NASTY, "", "a", "x" * 10_000, "schuld " * 2_000]:
        await suggest(store, term)
    assert "oplossing:geheim" not in {s.id for s in await suggest(store, "nog niet")}


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


async def test_a_kind_that_was_asked_for_is_found_behind_a_thousand_others(store: Store) -> None:
    """Shorter texts with the same word stand before it in the full text."""
    await put_on_shelf(store)
    others = [node_row("Organisatie", {"id": f"organisatie:l{i}", "naam": "Loket"}) for i in range(fulltext.DEEP + 50)]
    long = "Wet over van alles en nog wat en ook het loket voor inwoners die iets willen vragen"
    await put(store, [*others, node_row("Wet", {"id": "wet:loket", "naam": long})], [])
    assert [s.id for s in await suggest(store, "loket", ["Wet"])] == ["wet:loket"]
