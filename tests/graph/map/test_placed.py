"""A few words that are the name of a subject are about that subject."""

from collections.abc import AsyncIterator

import pytest

from graph.cypher.relevance import Match
from graph.engine.store import Store
from graph.map.placed import placed
from graph.map.telling import Tekens
from graph.map.understanding import Sought
from graph.meaning.index import Beside
from graph.search.find import OPENBAAR
from tests.graph.map.test_placing import put_map

pytestmark = pytest.mark.anyio

FAR = Tekens((0.0,), 0.0, (("onderwerp:toeslagen", 0.9, 0.9),), 3)
"""Signs of a question that nothing on the shelf answers."""


@pytest.fixture
async def beside(store: Store) -> AsyncIterator[Beside]:
    await put_map(store)
    found = Beside(store)
    await found.catch_up()
    yield found
    found.close()


def sought() -> Sought:
    near = Match("onderwerp:toeslagen", "Onderwerp", "Toeslagen", 0.9, 0.9, (), 0.9)
    hit = Match("oplossing:fonds", "Oplossing", "Perspectieffonds", 0.3, 0.3, (), 0.3)
    return Sought(oplossingen={hit.id: hit}, onderwerpen=(near,), best=0.3, tekens=FAR)


async def test_the_name_of_a_subject_with_something_on_the_shelf_is_answered(store: Store, beside: Beside) -> None:
    found, plek = await placed(store, beside, "iets over schulden", sought(), OPENBAAR)
    assert plek is not None
    assert plek.id == "onderwerp:schulden"
    assert found.oplossingen


async def test_the_name_of_a_subject_without_anything_answers_nothing(store: Store, beside: Beside) -> None:
    found, plek = await placed(store, beside, "kostendelersnorm", sought(), OPENBAAR)
    assert plek is not None
    assert plek.id == "onderwerp:norm"
    assert not found.oplossingen


@pytest.mark.parametrize("text", ["mijn moeder wacht op haar geld", "geheim"])
async def test_of_anything_else_the_nearest_subject_is_what_it_is_about(
    store: Store, beside: Beside, text: str
) -> None:
    found, plek = await placed(store, beside, text, sought(), OPENBAAR)
    assert plek is not None
    assert plek.id == "onderwerp:toeslagen"
    assert not found.oplossingen
    assert (await placed(store, None, text, sought(), OPENBAAR))[1] == plek
