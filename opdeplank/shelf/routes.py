"""Which page is at which address."""

from starlette.routing import BaseRoute, Route

from graph.store import Store
from opdeplank.settings import Settings
from opdeplank.shelf.desk import Desk
from opdeplank.shelf.lists import Lists
from opdeplank.shelf.page import Shelf
from opdeplank.shelf.reply import Shown
from opdeplank.shelf.thing_page import ThingPage
from opdeplank.shelf.widget import Widget
from opdeplank.shelf.wording import PAGES


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
