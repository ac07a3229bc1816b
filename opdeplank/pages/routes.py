"""Which page is at which address."""

from starlette.routing import BaseRoute, Route

from graph.engine.store import Store
from opdeplank.display.display import PAGES
from opdeplank.pages.desk import Desk
from opdeplank.pages.overviews import Lists
from opdeplank.pages.reply import Shown
from opdeplank.pages.shelf.shelf_page import Shelf
from opdeplank.pages.thing.thing_page import ThingPage
from opdeplank.pages.widget import Widget
from opdeplank.settings.table import Settings


def routes(store: Store, settings: Settings) -> list[BaseRoute]:
    desk = Desk(store)
    shown = Shown(desk)
    lists = Lists(desk, shown)
    widget = Widget()
    return [
        Route("/", Shelf(desk, settings).__call__),
        Route("/oplossing", lists.oplossingen),
        Route("/knelpunt", lists.knelpunten),
        Route("/gemeente", lists.gemeenten),
        Route("/traject", lists.trajecten),
        Route("/thema", lists.themas),
        *(Route(f"/{kind}/{{slug}}", ThingPage(desk, shown, kind).__call__) for kind in PAGES),
        Route("/gegevens", lists.gegevens),
        Route("/widget/v1/opdeplank.js", widget.file),
        Route("/widget/v1/demo", widget.demo),
    ]
