import pytest

from graph.engine.store import Store
from graph.errors import NotFound
from graph.pasklaar.for_gemeente import ready
from graph.pasklaar.surroundings import Asker, asker, circumstances, names, padded, surroundings
from graph.search.find import OPENBAAR
from tests.graph.shelf import put_on_shelf

pytestmark = pytest.mark.anyio
DAY = "2026-11-29"


@pytest.mark.parametrize(("number", "length"), [(0, 4), (4, 4), (5, 40), (40, 40), (4_000, 4_000), (4_001, 4_001)])
def test_a_list_has_one_of_a_few_lengths(number: int, length: int) -> None:
    ids = [f"thema:{i}" for i in range(number)]
    found = padded(ids)
    assert (len(found), found[:number]) == (length, ids)
    assert set(found[number:]) <= {""}


async def test_who_has_gone_asks_as_its_successors(store: Store) -> None:
    await put_on_shelf(store)
    assert await asker(store, None, DAY, OPENBAAR) == Asker()
    found = await asker(store, "gemeente:gm0788", DAY, OPENBAAR)
    assert {g.id for g in found.gemeenten} == {"gemeente:gm0757", "gemeente:gm0865"}
    assert "Gemeente" in found.labels
    assert (await asker(store, "gemeente:geen", DAY, OPENBAAR)).labels == ()


async def test_what_a_gemeente_uses_now_is_its_own(store: Store) -> None:
    await put_on_shelf(store)
    assert "oplossing:fonds" in (await asker(store, "gemeente:gm0034", DAY, OPENBAAR)).eigen
    assert "oplossing:fonds" not in (await asker(store, "gemeente:gm0114", DAY, OPENBAAR)).eigen, "it has ended"


async def test_around_a_knelpunt_is_what_shares_a_thema_or_is_said_to_be_like_it(store: Store) -> None:
    await put_on_shelf(store)
    found = await surroundings(store, OPENBAAR, gevraagd=["knelpunt:norm"])
    assert found.knelpunten[0].id == "knelpunt:norm"
    near = {k.id: k for k in found.knelpunten}
    assert near["knelpunt:privacy"].lijkt == {"knelpunt:norm": 0.5}
    assert "knelpunt:steken" in near, "both are about the young"
    assert "knelpunt:alleen" not in near


async def test_within_a_thema_is_what_is_below_it(store: Store) -> None:
    await put_on_shelf(store)
    found = await surroundings(store, OPENBAAR, themas=["thema:geld"], binnen=["thema:geld"])
    assert {"thema:geld", "thema:schulden"} <= found.themas.keys()
    assert "knelpunt:traag" in {k.id for k in found.knelpunten}


async def test_of_a_knelpunt_it_knows_the_law_and_the_ministry(store: Store) -> None:
    await put_on_shelf(store)
    known, _ = await circumstances(store, ["knelpunt:norm"], [], OPENBAAR)
    found = known["knelpunt:norm"]
    assert (found.route, found.wetten, found.departementen) == (
        "REGELS_WIJZIGEN", ("wet:participatiewet",), ("departement:szw",)
    )  # fmt: skip
    assert await names(store, ["wet:participatiewet", "wet:geen"]) == {"wet:participatiewet": "Participatiewet"}
    assert await names(store, []) == {}


async def test_who_is_no_gemeente_has_nothing_elsewhere(store: Store) -> None:
    await put_on_shelf(store)
    with pytest.raises(NotFound):
        await ready(store, "thema:geld")
