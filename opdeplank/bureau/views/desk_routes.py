"""Which page of the desk is at which address. All of them are for the Programmabureau alone."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from opdeplank.bureau.cases import Cases
from opdeplank.bureau.deciding import Deciding
from opdeplank.bureau.office import Office, onward
from opdeplank.bureau.organisation import BACK, THERE, Organisation
from opdeplank.bureau.reading_jobs import Jobs
from opdeplank.bureau.signing_in import HOME, Entrance, Page, Post
from opdeplank.bureau.sittings import Session, Sessions
from opdeplank.bureau.views.arriving import MOST_BYTES, Arriving, unread
from opdeplank.bureau.views.gap_pages import GapPages
from opdeplank.bureau.views.loading_page import LoadingPage
from opdeplank.bureau.views.melding_desk import MeldingDesk
from opdeplank.bureau.views.overview import SECTIONS, Overview
from opdeplank.bureau.views.proposal_page import ProposalPage
from opdeplank.bureau.views.proposal_posts import ProposalPosts
from opdeplank.graph.freshness import Freshness
from opdeplank.keys.identity import Identity
from opdeplank.pages.desk import Desk
from opdeplank.settings.table import Settings

WORKBOOK_BYTES, LETTER_BYTES = 50_000_000, 2_000_000
"""What is too long for a letter comes back with what was written; beyond this it does not."""
Handler = Callable[[Request], Awaitable[Response]]


def routes(
    store: Store, settings: Settings, freshness: Freshness, identity: Identity, desk: Desk
) -> list[BaseRoute]:  # fmt: skip
    """The desk with what it keeps in the data folder."""
    cases = Cases(settings.data)
    sessions = Sessions(settings.data, Rol[settings.rol] is Rol.PROGRAMMABUREAU)
    office = Office(settings, store, freshness, sessions, cases, Jobs(store, cases), Deciding(store), desk)
    for key, _ in cases.cards():
        unread(cases, key)
    entrance = Entrance(settings, identity, sessions)
    page = ProposalPage(office)
    organisation = Organisation(entrance, settings)
    return [
        Route(THERE, organisation.leave_for, methods=["GET"]),
        Route(BACK, organisation.come_back, methods=["GET"]),
        *_own(entrance, office), *_proposal(entrance, page, ProposalPosts(office, page)), *_graph(entrance, office),
        *_reported(entrance, office),
    ]  # fmt: skip


def _own(entrance: Entrance, office: Office) -> list[BaseRoute]:
    arriving = Arriving(office)
    return [
        _shown(entrance, HOME, Overview(office, SECTIONS).page),
        Route(f"{HOME}/inloggen", _both(entrance.page(_home), entrance.enter), methods=["GET", "POST"]),
        _sent(entrance, f"{HOME}/uitloggen", entrance.leave),
        _sent(entrance, f"{HOME}/documenten", arriving.take_in, MOST_BYTES),
        _shown(entrance, f"{HOME}/voorstel/{{voorstel}}/voortgang", arriving.progress),
        _sent(entrance, f"{HOME}/voorstel/{{voorstel}}/stop", arriving.stop),
        _sent(entrance, f"{HOME}/voorstel/{{voorstel}}/opnieuw", arriving.again),
        _sent(entrance, f"{HOME}/voorstel/{{voorstel}}/weg", arriving.throw_away),
    ]


def _proposal(entrance: Entrance, page: ProposalPage, posts: ProposalPosts) -> list[BaseRoute]:
    base = f"{HOME}/voorstel/{{voorstel}}"
    return [
        _shown(entrance, base, page.page),
        _shown(entrance, f"{base}/document", page.document),
        _shown(entrance, f"{base}/stand", page.standing),
        _shown(entrance, f"{base}/rij/{{nr}}", page.row),
        _sent(entrance, f"{base}/besluit", posts.decide),
        _sent(entrance, f"{base}/herstel", posts.take_back),
        _shown(entrance, f"{base}/bestand.{{vorm}}", posts.workbook),
        _sent(entrance, f"{base}/werkboek", posts.take_in, WORKBOOK_BYTES),
    ]


def _graph(entrance: Entrance, office: Office) -> list[BaseRoute]:
    loading, base = LoadingPage(office), f"{HOME}/voorstel/{{voorstel}}"
    return [
        _shown(entrance, f"{base}/verschil", loading.difference),
        _sent(entrance, f"{base}/laad", loading.load),
        _shown(entrance, f"{base}/bon", loading.receipt),
        _shown(entrance, f"{HOME}/lading/{{lading}}", loading.loaded),
        _sent(entrance, f"{HOME}/lading/{{lading}}/terug", loading.take_back),
        _sent(entrance, f"{HOME}/lading/{{lading}}/bekeken", loading.seen),
    ]


def _reported(entrance: Entrance, office: Office) -> list[BaseRoute]:
    meldingen, base, lists = MeldingDesk(office), f"{HOME}/melding/{{nummer}}", GapPages(office)
    return [
        _shown(entrance, f"{HOME}/ontbreekt/{{soort}}", lists.listed),
        _shown(entrance, f"{HOME}/vragen", lists.questions),
        _shown(entrance, f"{HOME}/meldingen", meldingen.every),
        _shown(entrance, base, meldingen.one),
        _sent(entrance, f"{base}/neem", meldingen.take),
        _sent(entrance, f"{base}/antwoord", meldingen.answer, LETTER_BYTES),
    ]


def _shown(entrance: Entrance, path: str, make: Page) -> Route:
    return Route(path, entrance.page(make), methods=["GET"])


def _sent(entrance: Entrance, path: str, do: Post, most: int | None = None) -> Route:
    return Route(path, entrance.post(do, most), methods=["POST"])


def _both(get: Handler, post: Handler) -> Handler:
    async def either(request: Request) -> Response:
        return await (post if request.method == "POST" else get)(request)

    return either


async def _home(request: Request, session: Session) -> Response:
    """Who is in already goes on."""
    return onward(request, HOME)
