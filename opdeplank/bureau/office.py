"""What the pages of the desk work with."""

from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.engine.store import Store
from opdeplank.bureau.cases import Case, Cases
from opdeplank.bureau.deciding import Deciding
from opdeplank.bureau.reading_jobs import Jobs
from opdeplank.bureau.signing_in import HOME
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.graph.freshness import Freshness
from opdeplank.http import problems, site, templates
from opdeplank.http.problems import Problem
from opdeplank.pages import reply
from opdeplank.pages.desk import Desk
from opdeplank.settings.table import Settings

GONE = Problem(
    404, "Dit voorstel is er niet.", "Misschien heeft iemand het weggegooid. Kijk op de werkbank.", code="NOT_FOUND"
)


@dataclass
class Office:
    """`sessions` knows what the holder of a key is called; `desk` answers questions about the graph."""

    settings: Settings
    store: Store
    freshness: Freshness
    sessions: Sessions
    cases: Cases
    jobs: Jobs
    deciding: Deciding
    desk: Desk
    kept: dict[str, Any] = field(default_factory=dict)
    """What was worked out of the graph and holds as long as it does not change."""

    def show(self, request: Request, session: Session, name: str, status: int = 200, **values: object) -> Response:
        """A page of the desk; `name` is its template."""
        called = self.sessions.names()
        body = templates.render(
            f"{name}.html", site.of(request.scope), stempel=session.stamp, wie=called.get(session.door, session.door),
            noemt=lambda door: called.get(door, door), **values,
        )  # fmt: skip
        response = reply.page(request, body, cache="no-store")
        response.status_code = status if response.status_code == 200 else response.status_code
        return response

    def case(self, request: Request) -> Case | None:
        return self.cases.case(request.path_params["voorstel"])


def at(key: str, *rest: str) -> str:
    """The address of a proposal at the desk."""
    return "/".join([HOME, "voorstel", key, *rest])


def load_at(key: str) -> str:
    """The address of a load at the desk."""
    return f"{HOME}/lading/{key.partition(':')[2]}"


def onward(request: Request, path: str) -> Response:
    """To another page of ours, which is fetched anew: so going back sends nothing twice."""
    return RedirectResponse(site.of(request.scope).link(path), 303)


def gone(request: Request) -> Response:
    return problems.respond(request, GONE)
