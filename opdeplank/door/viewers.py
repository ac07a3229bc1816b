"""Who looks, for all that answers: the door puts him in the state of the request, and everything else asks here."""

from starlette.requests import Request
from starlette.types import Scope

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol

VIEWER = "kijker"
"""In the state of a request: who showed a key."""


def comes_as(scope: Scope, viewer: Viewer) -> None:
    """Say who it is, once his key is known to be right."""
    scope.setdefault("state", {})[VIEWER] = viewer


def viewer_of(request: Request, everybody: str = Rol.OPENBAAR.name) -> Viewer:
    """Who asks; without a key he has the role of everybody, which is a setting."""
    found = request.scope.get("state", {}).get(VIEWER)
    return found if isinstance(found, Viewer) else Viewer(Rol[everybody])
