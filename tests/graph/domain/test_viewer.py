from datetime import UTC, datetime

from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol


def test_who_shows_nothing_is_the_public() -> None:
    assert Viewer() == PUBLIC
    assert PUBLIC.role is Rol.OPENBAAR
    assert PUBLIC.anonymous


def test_two_keys_of_one_gemeente_see_the_same_and_of_two_gemeenten_do_not() -> None:
    one = Viewer(Rol.GEMEENTE, "gemeente:gm0344", "aaaa", datetime(2030, 1, 1, tzinfo=UTC))
    assert one.sight == Viewer(Rol.GEMEENTE, "gemeente:gm0344", "bbbb").sight
    assert one.sight != Viewer(Rol.GEMEENTE, "gemeente:gm0363", "aaaa").sight
    assert one.sight != Viewer(Rol.ANALIST, None, "aaaa").sight


def test_what_a_key_opened_is_not_for_everybody() -> None:
    assert not Viewer(Rol.OPENBAAR, key="aaaa").anonymous
    assert not Viewer(Rol.ANALIST).anonymous
