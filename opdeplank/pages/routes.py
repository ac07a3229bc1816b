"""Which page is at which address."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, request_response

from graph.engine.store import Store
from graph.resources import Resources
from opdeplank.display.display import PAGES
from opdeplank.door.traffic import Rate, Slots, Traffic
from opdeplank.exports.about_data import LICENCES
from opdeplank.graph.freshness import Freshness
from opdeplank.pages.desk import Desk
from opdeplank.pages.overviews import Lists
from opdeplank.pages.reply import Shown
from opdeplank.pages.shelf.shelf_page import Shelf
from opdeplank.pages.thing.thing_page import ThingPage
from opdeplank.pages.widget import Widget
from opdeplank.settings.table import Settings


def routes(
    store: Store, settings: Settings, slots: Slots, resources: Resources, freshness: Freshness
) -> list[BaseRoute]:  # fmt: skip
    """Pages that ask the database share the places of the questions, and count per address like those."""
    desk = Desk(store, settings.grens_tijd, resources, freshness)
    shown = Shown(desk)
    lists = Lists(desk, shown, LICENCES[settings.licentie])
    widget = Widget()
    rate = Rate(settings.grens_verzoeken, settings.grens_verzoeken_sleutel)

    def limited(path: str, page: Callable[[Request], Awaitable[Response]]) -> Route:
        return Route(path, Traffic(request_response(page), settings, slots, rate), methods=["GET"])

    return [
        limited("/", Shelf(desk, settings).__call__),
        limited("/oplossing", lists.paged("oplossingen")),
        limited("/knelpunt", lists.paged("knelpunten")),
        limited("/gemeente", lists.gemeenten),
        limited("/traject", lists.paged("trajecten")),
        limited("/thema", lists.themas),
        limited("/onderwerp", lists.onderwerpen),
        *(limited(f"/{kind}/{{slug}}", ThingPage(desk, shown, kind).__call__) for kind in PAGES),
        limited("/gegevens", lists.gegevens),
        Route("/widget/v1/opdeplank.js", widget.file),
        Route("/widget/v1/demo", widget.demo),
    ]
