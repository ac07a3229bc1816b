"""A question in words: what may not be offered never takes the place of what may, by words or by meaning."""

from collections.abc import AsyncIterator, Sequence
from math import sqrt
from typing import Any

import numpy as np
import pytest

from graph.domain.vocabulary import Rijpheid
from graph.engine.store import Store
from graph.map.understanding import MOST_MEANT, Hoe
from graph.meaning import index as meaning
from graph.meaning.index import Beside
from graph.pasklaar.lookup import Question, first, look_up
from graph.resources import Resources
from tests.graph.pasklaar.crowd import gemeente, put_crowd
from tests.graph.shelf import edge_row, node_row, put

pytestmark = pytest.mark.anyio

MORE = MOST_MEANT + 30
ASKED = "koffietafel"
NEARNESS = {"naast": 0.94, "verder": 0.925, "buiten": 0.5}


class Planned:
    """Texts mean what their last word says: so near to any question."""

    name, size = "bedacht", 2

    def encode(self, texts: Sequence[str], tokens: int = 0) -> Any:
        return np.array([self._one(text.split()[-1].strip(".").lower()) for text in texts], np.float32)

    def _one(self, word: str) -> tuple[float, float]:
        near = NEARNESS.get(word, 1.0 if word == ASKED else 0.3)
        return near, sqrt(1 - near * near)


@pytest.fixture
async def meant(store: Store) -> AsyncIterator[Beside]:
    await put_crowd(store, 6, 0)
    beside = meaning.with_model(store, None, Planned())
    yield beside
    beside.close()


async def put_shelf(store: Store, number: int, title: str, said: dict[str, Any], start: int = 0) -> list[str]:
    keys = [f"oplossing:{title.split()[-1]}-{i:03d}" for i in range(start, start + number)]
    await put(store, [node_row("Oplossing", {"id": key, "titel": title, **said}) for key in keys], [])
    return keys


async def ask(store: Store, beside: Beside | None = None, **more: Any) -> tuple[set[str], int]:
    answer = await look_up(store, Question(omschrijving=ASKED, **more), first(100), resources=Resources(beside))
    return {t.oplossing for t in answer.treffers}, answer.aantal


async def test_by_words_what_is_not_ripe_enough_does_not_push_out_what_is(store: Store) -> None:
    await put_crowd(store, 6, 0)
    await put_shelf(store, MORE, "Koffietafel", {"rijpheid": "IDEE"})
    ripe = await put_shelf(store, 3, "Koffietafel voor wie wat langer wil blijven zitten", {"rijpheid": "PASKLAAR"})
    assert await ask(store, minimale_rijpheid=Rijpheid.PASKLAAR) == (set(ripe), 3)


async def test_by_meaning_it_does_not_either(store: Store, meant: Beside) -> None:
    await put_shelf(store, MORE, "Idee naast", {"rijpheid": "IDEE"})
    ripe = await put_shelf(store, 3, "Iets verder", {"rijpheid": "PASKLAAR"})
    await put_shelf(store, 3, "Iets buiten", {"rijpheid": "PASKLAAR"})
    await meant.catch_up()
    assert await ask(store, meant, minimale_rijpheid=Rijpheid.PASKLAAR) == (set(ripe), 3)


async def test_what_a_gemeente_has_already_does_not_push_out_what_it_has_not(store: Store, meant: Beside) -> None:
    own = await put_shelf(store, MORE, "Iets naast", {})
    other = await put_shelf(store, 3, "Iets verder", {})
    await put(store, [], [edge_row(key, "ONTWIKKELD_DOOR", gemeente(0)) for key in own])
    await meant.catch_up()
    assert await ask(store, meant, gemeente=gemeente(0)) == (set(other), 3)
    found, number = await ask(store, meant, gemeente=gemeente(0), uitsluiten_al_in_gebruik=False)
    assert number == MOST_MEANT, "the nearest that there are, and they are counted as such"
    assert found <= set(own)


async def test_no_is_only_said_after_looking_at_everything(store: Store, meant: Beside) -> None:
    nearer = [node_row("Knelpunt", {"id": f"knelpunt:n{i}", "titel": "Iets naast"}) for i in range(MORE)]
    further = node_row("Knelpunt", {"id": "knelpunt:zz", "titel": "Iets verder"})
    far = node_row("Oplossing", {"id": "oplossing:zz", "titel": "Iets buiten"})
    await put(store, [*nearer, further, far], [edge_row("oplossing:zz", "LOST_OP", "knelpunt:zz")])
    await meant.catch_up()
    assert await ask(store, meant) == ({"oplossing:zz"}, 1)


async def test_what_is_no_longer_used_is_no_reason_to_think_that_there_is_something(
    store: Store, meant: Beside
) -> None:
    await put_shelf(store, 1, "Iets naast", {"rijpheid": "UITGEFASEERD"})
    await meant.catch_up()
    answer = await look_up(store, Question(omschrijving=ASKED), resources=Resources(meant))
    assert answer.alternatief is not None
    assert answer.alternatief.uitleg.startswith("Hier ligt nu niets voor op de plank. Iets naast wordt niet meer")
    assert not answer.onbeantwoord


async def test_what_is_not_learnt_yet_is_found_by_its_words_and_the_answer_says_so(store: Store, meant: Beside) -> None:
    known = await put_shelf(store, 1, "Iets naast", {})
    await meant.catch_up()
    new = await put_shelf(store, 1, "Koffietafel", {})
    answer = await look_up(store, Question(omschrijving=ASKED), resources=Resources(meant))
    assert {t.oplossing for t in answer.treffers} == {*known, *new}
    await store.write(lambda run: run("MATCH (m:Meta {id: 'graaf'}) SET m.versie = m.versie + 1"))
    answer = await look_up(store, Question(omschrijving=ASKED), resources=Resources(meant))
    assert answer.begrip is not None
    assert (answer.begrip.hoe, answer.begrip.nog) == (Hoe.DEELS, 1)
    await meant.catch_up()
    again = await look_up(store, Question(omschrijving=ASKED), resources=Resources(meant))
    assert again.begrip is not None
    assert (again.begrip.hoe, again.begrip.nog) == (Hoe.BETEKENIS, 0)
