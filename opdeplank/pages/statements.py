"""Pages that say what the service is and does: privacy, accessibility, contact; and the sitemap."""

from collections.abc import Awaitable, Callable
from datetime import date

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from opdeplank.display.display import PAGES, address
from opdeplank.http import problems, site, templates
from opdeplank.http.site import Site
from opdeplank.meldingen.melding_file import KEPT
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import Shown, page
from opdeplank.settings.table import Settings

TESTED = date(2026, 11, 30)
"""When all pages were last gone through with axe and by keyboard."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses that a sitemap may hold."""
ALWAYS = ("/", "/thema", "/oplossing", "/knelpunt", "/traject", "/gemeente", "/onderwerp", "/gegevens", "/contact")
LISTS = {
    "oplossing": "oplossingen", "knelpunt": "knelpunten", "traject": "trajecten", "thema": "themas",
    "onderwerp": "onderwerpen",
}  # fmt: skip
XML = "application/xml"


class Statements:
    def __init__(self, desk: Desk, shown: Shown, settings: Settings) -> None:
        self._desk, self._shown, self._settings = desk, shown, settings

    def said(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        """The page in the template of this name."""

        async def respond(request: Request) -> Response:
            body = templates.render(
                f"{name}.html", site.of(request.scope), getoetst=TESTED.isoformat(), contact=self._settings.contact,
                zwak=self._settings.meldpunt, dagen=KEPT.days, geteld=self._settings.vragen_bewaren,
            )  # fmt: skip
            return page(request, body)

        return respond

    async def sitemap(self, request: Request) -> Response:
        at = site.of(request.scope)

        async def make() -> str:
            return written(at, [*ALWAYS, *await self._things()])

        try:
            return await self._shown.respond(request, make, XML)
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_READY)

    async def _things(self) -> list[str]:
        """The pages of everything that the lists show."""
        found = [thing["id"] for name in LISTS.values() for thing in await self._desk.whole(f"lijst-{name}", name)]
        found += [f"gemeente:{each['code'].lower()}" for each in await self._desk.whole("gemeenten", "gemeenten")]
        return [own for key in found if (own := address(key))]


def written(at: Site, paths: list[str]) -> str:
    """The sitemap protocol, 0.9."""
    whole = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})
    for path in paths[:MOST]:
        etree.SubElement(etree.SubElement(whole, f"{{{NAMESPACE}}}url"), f"{{{NAMESPACE}}}loc").text = at.whole(path)
    text: str = etree.tostring(whole, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


assert {*LISTS, "gemeente"} == {*PAGES}
