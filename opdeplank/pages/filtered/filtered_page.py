"""`/oplossing` and `/knelpunt`: the whole list, narrowed down by plain forms, with how many there are of each value."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.display.pager import pages
from opdeplank.http import problems, site, templates
from opdeplank.pages.country_map import Vlakken, areas
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.filtered.choice import Groep, Keuze, Optie, group
from opdeplank.pages.filtered.list_criteria import LISTS, ORDERS, SIZES, Criterium, whole
from opdeplank.pages.reply import Shown

PAGE, MOST_PAGES, AT_ONCE = 30, 40, 100
"""Things on a page, pages with a number, and things that are skipped at once on the way to a page."""
SKIPPED = """
query ($filter: {type}Filter, $sorteer: [{type}Sortering!], $first: Int, $after: String) {{
  gevraagd: {lijst}(filter: $filter, sorteer: $sorteer, first: $first, after: $after) {{
    pageInfo {{ endCursor hasNextPage }}
  }}
}}
"""
TYPES = {"oplossingen": "Oplossing", "knelpunten": "Knelpunt"}


class FilteredPage:
    """One list, as `operaties/lijst-NAME.graphql` and `operaties/facet-NAME.graphql` ask it."""

    def __init__(self, desk: Desk, shown: Shown, lijst: str) -> None:
        self._desk, self._shown, self._lijst = desk, shown, lijst
        names = [criterium.naam for criterium in LISTS[lijst]]
        self._parameters = (*names, "sorteer", "na", "voor", "bladzijde")

    async def __call__(self, request: Request) -> Response:
        choice = Keuze.of(self._lijst, request.query_params)

        async def make() -> str:
            at = site.of(request.scope)
            found = await self._page(choice)
            groups = await self._groups(choice)
            orders = {name: words for name, (words, _) in ORDERS[self._lijst].items()}
            last = pages(found["aantal"], PAGE, MOST_PAGES)
            return templates.render(
                f"{self._lijst}.html", at, lijst=found, keuze=choice, groepen=groups, volgordes=orders,
                kaart=by_province(groups),
                nu=min(choice.bladzijde, last), laatste=last,
            )  # fmt: skip

        try:
            return await self._shown.respond(request, make, depends_on=self._parameters)
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_FOUND)

    async def _page(self, choice: Keuze) -> dict[str, Any]:
        """The page at a place; a place that is none any more is the beginning."""
        asked: dict[str, Any] = {"filter": choice.filter, "sorteer": choice.order}
        place: dict[str, Any] = {"first": None, "last": PAGE, "before": choice.voor} if choice.voor else {"first": PAGE}
        try:
            after = {} if choice.voor else {"after": choice.na or await self._start(choice)}
            found = await self._desk.ask(f"lijst-{self._lijst}", **asked, **place, **after)
        except Unanswered as error:
            if error.code != "BAD_USER_INPUT" or not (choice.na or choice.voor):
                raise
            return await self._page(replace(choice, na="", voor=""))
        page: dict[str, Any] = found[self._lijst]
        return page

    async def _start(self, choice: Keuze) -> str | None:
        """Where its page begins; of a page that is none any more, where the last one does."""
        left, after = (min(choice.bladzijde, MOST_PAGES) - 1) * PAGE, None
        text = SKIPPED.format(type=TYPES[self._lijst], lijst=self._lijst)
        while left > 0:
            asked = {"filter": choice.filter, "sorteer": choice.order, "first": min(left, AT_ONCE), "after": after}
            place = (await self._desk.put(text, asked))["gevraagd"]["pageInfo"]
            if not place["hasNextPage"]:
                return await self._last(choice)
            left, after = left - AT_ONCE, str(place["endCursor"])
        return after

    async def _last(self, choice: Keuze) -> str | None:
        asked: dict[str, Any] = {"filter": choice.filter, "sorteer": choice.order, "first": 1}
        count = (await self._desk.ask(f"lijst-{self._lijst}", **asked))[self._lijst]["aantal"]
        last = pages(int(count), PAGE, MOST_PAGES)
        return await self._start(replace(choice, bladzijde=last)) if last < choice.bladzijde else None

    async def _groups(self, choice: Keuze) -> list[Groep]:
        return list(await asyncio.gather(*(self._group(choice, criterium) for criterium in LISTS[self._lijst])))

    async def _group(self, choice: Keuze, criterium: Criterium) -> Groep:
        """A criterion counts as if it were not chosen itself: so one sees what else there is."""
        if not criterium.facet:
            return await self._sizes(choice, criterium)
        asked: dict[str, Any] = {"filter": whole(choice.values, criterium), "velden": [criterium.facet]}
        [facet] = (await self._desk.ask(f"facet-{self._lijst}", **asked))[self._lijst]["facetten"]
        return group(criterium, facet["waarden"], choice.values.get(criterium, ""), _sure(choice, criterium))

    async def _sizes(self, choice: Keuze, criterium: Criterium) -> Groep:
        options: Sequence[Optie] = [
            Optie(key, words, await self._count(choice, criterium, key), choice.values.get(criterium) == key)
            for key, (words, _) in SIZES.items()
        ]
        return Groep(criterium, options, False)

    async def _count(self, choice: Keuze, criterium: Criterium, value: str) -> int:
        wanted = whole({**choice.values, criterium: value})
        return int((await self._desk.ask(f"aantal-{self._lijst}", filter=wanted))[self._lijst]["aantal"])


def by_province(groups: Sequence[Groep]) -> Vlakken | None:
    """The map of what there is to choose from by provincie; none where the numbers would be a guess."""
    found = next((group for group in groups if group.criterium.naam == "provincie"), None)
    counts = {optie.waarde: optie.aantal for optie in found.opties if optie.aantal is not None} if found else {}
    return areas(counts) if counts else None


def _sure(choice: Keuze, criterium: Criterium) -> bool:
    """Whether a facet counts what the list would hold: of several criteria of one and the same gemeente it counts each
    by itself."""
    return not criterium.of_user or all(other is criterium or not other.of_user for other in choice.values)
