"""Which page is at which address."""

from starlette.routing import BaseRoute, Route

from graph.store import Store
from opdeplank.settings import Settings
from opdeplank.shelf.desk import Desk
from opdeplank.shelf.page import Shelf


def routes(store: Store, settings: Settings) -> list[BaseRoute]:
    desk = Desk(store)
    return [
        Route("/", Shelf(desk, settings).__call__),
    ]
