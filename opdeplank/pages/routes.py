"""Which page is at which address."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, request_response

from opdeplank.display.display import PAGES
from opdeplank.door.traffic import HOUR, Rate, Slots, Traffic
from opdeplank.exports.files.about_data import LICENCES
from opdeplank.graphql.saved_questions import SavedQuestions
from opdeplank.meldingen.handled import Handled
from opdeplank.meldingen.melding_file import MeldingFile
from opdeplank.pages.desk import Desk
from opdeplank.pages.explore.explore_page import ExplorePage
from opdeplank.pages.filtered.compare_page import ComparePage
from opdeplank.pages.filtered.filtered_page import FilteredPage
from opdeplank.pages.meld.melding_page import Meld
from opdeplank.pages.overviews import Lists
from opdeplank.pages.reply import Shown
from opdeplank.pages.shelf.shelf_page import Shelf
from opdeplank.pages.statements import Statements
from opdeplank.pages.thing.thing_page import ThingPage
from opdeplank.pages.widget import Widget
from opdeplank.settings.table import Settings

Page = Callable[[Request], Awaitable[Response]]


def routes(desk: Desk, saved: SavedQuestions, settings: Settings, slots: Slots) -> list[BaseRoute]:
    """Pages that ask the database share the places of the questions, and count per address like those."""
    shown = Shown(desk)
    lists = Lists(desk, shown, LICENCES[settings.licentie], saved)
    explore = ExplorePage(desk, shown, settings.rol)
    widget = Widget()
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)

    said = Statements(desk, shown, settings)
    shelf = Shelf(desk, settings)
    meldingen = MeldingFile(settings.data)
    meld = Meld(desk, meldingen, Rate(settings.grens_meldingen, settings.grens_meldingen, seconds=HOUR))
    handled = Handled(meldingen)

    def limited(path: str, page: Page, filled: Page | None = None) -> Route:
        """`filled` answers a form that is sent from the page."""
        if filled is None:
            return Route(path, Traffic(request_response(page), settings, slots, rate), methods=["GET"])
        either = Traffic(request_response(_either(page, filled)), settings, slots, rate, form=True)
        return Route(path, either, methods=["GET", "POST"])

    return [
        limited("/oplossing", FilteredPage(desk, shown, "oplossingen").__call__),
        limited("/knelpunt", FilteredPage(desk, shown, "knelpunten").__call__),
        limited("/", shelf.__call__, shelf.asked),
        limited("/gemeente", lists.gemeenten),
        limited("/traject", lists.paged("trajecten")),
        limited("/thema", lists.themas),
        limited("/onderwerp", lists.onderwerpen),
        *(limited(f"/{kind}/{{slug}}", ThingPage(desk, shown, kind, handled).__call__) for kind in PAGES),
        limited("/vergelijk", ComparePage(desk).__call__),
        limited("/verken", explore.__call__),
        limited("/verken/beeld.graphml", explore.graphml),
        limited("/gegevens", lists.gegevens),
        limited("/gegevens/{naam}", lists.gevraagd),
        *(Route(f"/{name}", said.said(name)) for name in ("privacy", "toegankelijkheid", "contact")),
        limited("/sitemap.xml", said.sitemap),
        limited("/melding", meld.form, meld.send),
        limited("/melding/{nummer}", meld.one),
        Route("/widget", widget.configure),
        Route("/widget/v1/opdeplank.js", widget.file),
        Route("/widget/v1/demo", widget.demo),
    ]


def _either(page: Page, filled: Page) -> Page:
    async def chosen(request: Request) -> Response:
        return await (filled if request.method == "POST" else page)(request)

    return chosen
