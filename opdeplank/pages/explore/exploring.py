"""What is asked for a view of the graph: things with their neighbours, one relation in pages, paths, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.domain.viewer import Viewer
from opdeplank.graphql.registered import by_name
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.explore import picture_query
from opdeplank.pages.explore.nearby_things import MOST, Omgeving, Relatie, relation, surroundings
from opdeplank.pages.explore.paths_shown import PadZin, paths
from opdeplank.pages.explore.wish import Wens

Data = Mapping[str, Any]
SUGGESTIONS = 12
LONGEST_TERM = 80


class Unknown(Exception):
    """Nothing goes by this id or name."""

    def __init__(self, asked: str) -> None:
        super().__init__(asked)
        self.asked = asked


@dataclass(frozen=True)
class Blad:
    """One relation in pages, with where the next and the one before begin."""

    relatie: Relatie
    verder: str
    terug: str


@dataclass(frozen=True)
class Bekeken:
    """One view. `wens` is what was asked, by the ids that things have now. `bedoeld` are the things that the end of a
    path may be, when its words do not say."""

    wens: Wens
    dingen: Sequence[Omgeving]
    paden: Sequence[PadZin] = ()
    bedoeld: Sequence[Data] = ()
    blad: Blad | None = None

    @property
    def ding(self) -> Omgeving:
        return self.dingen[0]


class Exploring:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def look(self, viewer: Viewer, wish: Wens) -> Bekeken:
        """Raises Unknown when there is no such thing for this viewer."""
        middle = await self._around(viewer, wish.van, wish.by_count)
        if middle is None:
            raise Unknown(wish.van)
        beside = [await self._around(viewer, key, wish.by_count) for key in wish.erbij]
        things = [middle, *(each for each in beside if each is not None)]
        wish = replace(
            wish, van=middle.id, erbij=tuple(each.id for each in things[1:] if each.id != middle.id), zoek=""
        )
        wish, meant = await self._end(wish)
        found = await self._paths(viewer, wish) if wish.naar and not meant else []
        return Bekeken(wish, things, found, meant, await self._page(viewer, wish))

    async def named(self, term: str) -> list[Data]:
        """Things whose name is like this; those that are called exactly so alone when there are any."""
        if not term:
            return []
        found: list[Data] = (await self._desk.ask("suggesties", term=term[:LONGEST_TERM], first=SUGGESTIONS))[
            "suggesties"
        ]
        return [each for each in found if str(each["tekst"]).casefold() == term.casefold()] or found

    async def fullest(self) -> list[Data]:
        """The themes with most on the shelf: somewhere to begin."""
        found: list[Data] = (await self._desk.ask("plank"))["themas"]["nodes"]
        return found

    async def _around(self, viewer: Viewer, key: str, by_count: bool) -> Omgeving | None:
        operation = picture_query.operation(key.partition(":")[0])
        if operation is None:
            return None
        thing = (await self._desk.ask_as(viewer, operation.text, id=key))["node"]
        return surroundings(thing, by_count) if thing and "__typename" in thing else None

    async def _end(self, wish: Wens) -> tuple[Wens, Sequence[Data]]:
        """The id that a path leads to, or what its words may mean."""
        if not wish.naar or picture_query.operation(wish.naar.partition(":")[0]):
            return wish, ()
        found = [each for each in await self.named(wish.naar) if each["id"] != wish.van]
        if len(found) == 1:
            return replace(wish, naar=found[0]["id"]), ()
        return wish, found

    async def _paths(self, viewer: Viewer, wish: Wens) -> list[PadZin]:
        try:
            found = await self._desk.ask_as(viewer, by_name("paden").text, van=wish.van, naar=wish.naar)
        except Unanswered as error:
            if error.passing:
                raise
            return []
        return paths(found["paden"])

    async def _page(self, viewer: Viewer, wish: Wens) -> Blad | None:
        kind = wish.van.partition(":")[0]
        if not wish.relatie or wish.relatie not in picture_query.listed(kind):
            return None
        text = picture_query.one_relation(kind, wish.relatie, wish.by_count)
        found = await self._turned(viewer, text, wish)
        value = found[wish.relatie]
        info = value["pageInfo"]
        return Blad(
            relation(found["__typename"], wish.relatie, value),
            info["endCursor"] if info["hasNextPage"] else "",
            info["startCursor"] if info["hasPreviousPage"] else "",
        )

    async def _turned(self, viewer: Viewer, text: str, wish: Wens) -> Data:
        """The page at a place; an old place in a list that changed is the beginning again."""
        place = {"last": MOST, "before": wish.voor} if wish.voor else {"first": MOST, "after": wish.na or None}
        try:
            found: Data = (await self._desk.ask_as(viewer, text, id=wish.van, **place))["node"]
        except Unanswered as error:
            if error.code != "BAD_USER_INPUT":
                raise
            found = (await self._desk.ask_as(viewer, text, id=wish.van, first=MOST))["node"]
        return found
