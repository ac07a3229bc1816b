from typing import Any

from starlette.requests import Request

from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from opdeplank.door.viewers import comes_as, viewer_of


def test_who_showed_a_key_is_who_he_is_and_anybody_else_is_everybody() -> None:
    scope: dict[str, Any] = {"type": "http"}
    assert viewer_of(Request(scope)) == PUBLIC
    assert viewer_of(Request(scope), "ANALIST") == Viewer(Rol.ANALIST)
    known = Viewer(Rol.GEMEENTE, "gemeente:gm0344", "aaaa")
    comes_as(scope, known)
    assert viewer_of(Request(scope), "PROGRAMMABUREAU") == known
