import pytest

from graph.contents.change_log import Logged
from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from opdeplank.following.follower import MOST, Event, Follower
from schema.execute.subscriptions import Subscription

pytestmark = pytest.mark.anyio
CHANGE = Logged(
    "wijziging:a", 9, 4, "2027", "BIJGEWERKT", "GEMEENTE", "knelpunt:a", "KNELPUNT", ["thema:x"], ["GM0001"]
)  # fmt: skip


def follower(role: Rol = Rol.OPENBAAR, variables: object = None, **asked: object) -> Follower:
    return Follower(Subscription("wijzigingen", asked, "query", {"x": variables}), Viewer(role), 0)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({}, True),
        ({"typen": None, "thema": None, "gemeente": None, "sinds": 3}, True),
        ({"typen": ["KNELPUNT", "THEMA"]}, True),
        ({"typen": ["THEMA"]}, False),
        ({"typen": []}, False),
        ({"thema": ["thema:y", "thema:x"]}, True),
        ({"thema": ["thema:y"]}, False),
        ({"gemeente": "GM0001", "typen": ["KNELPUNT"]}, True),
        ({"gemeente": "GM0002"}, False),
    ],
)
def test_it_wants_what_all_its_arguments_ask(asked: dict[str, object], wanted: bool) -> None:
    assert follower(**asked).wants(CHANGE) is wanted


def test_each_role_counts_in_its_own_series() -> None:
    places = {role: follower(role).place_of(CHANGE) for role in Rol}
    assert places == {Rol.OPENBAAR: 4, Rol.GEMEENTE: 4, Rol.ANALIST: 9, Rol.PROGRAMMABUREAU: 9}


def test_only_the_same_sight_selection_and_variables_share_answers() -> None:
    one = follower(variables=[1])
    assert one.likeness == follower(variables=[1], typen=["THEMA"]).likeness, "which changes is looked at for each"
    others = [follower(variables=[2]), follower(Rol.ANALIST, variables=[1]), follower(Rol.GEMEENTE, variables=[1])]
    assert all(one.likeness != other.likeness for other in others)


async def test_it_holds_so_many_and_then_ends_with_what_it_has() -> None:
    full = follower()
    full.give([Event(i, b"") for i in range(MOST)])
    assert not full.ended
    full.give([Event(MOST, b"")])
    assert full.ended
    assert [event.place for event in await full.next(0.0)] == list(range(MOST))
    assert await full.next(0.0) == []
