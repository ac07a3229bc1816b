"""The lists: all thema's, trajecten, oplossingen and knelpunten, and the gemeente to choose."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from opdeplank.display.examples import EXAMPLES
from opdeplank.exports.export import LISTS
from opdeplank.exports.files.about_data import Licence
from opdeplank.graphql import registered_examples
from opdeplank.graphql.registered import Registered, registered
from opdeplank.graphql.saved_questions import SavedQuestions
from opdeplank.http import problems, site, templates
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import Shown
from opdeplank.pages.reply import page as written
from opdeplank.pages.shelf.gemeente_choice import Gemeenten


class Lists:
    def __init__(self, desk: Desk, shown: Shown, licence: Licence, saved: SavedQuestions) -> None:
        self._desk, self._shown, self._licence, self._saved = desk, shown, licence, saved
        self._gemeenten = Gemeenten(desk)

    async def themas(self, request: Request) -> Response:
        async def make() -> str:
            boom = tree(await self._desk.whole("lijst-themas", "themas"), "bovenliggend")
            return templates.render("themas.html", site.of(request.scope), boom=boom)

        return await self._respond(request, make)

    async def onderwerpen(self, request: Request) -> Response:
        async def make() -> str:
            boom = tree(await self._desk.whole("lijst-onderwerpen", "onderwerpen"), "boven")
            return templates.render("onderwerpen.html", site.of(request.scope), boom=boom)

        return await self._respond(request, make)

    async def gemeenten(self, request: Request) -> Response:
        """Choose a gemeente; with `?gemeente=` it leads on to her page."""
        asked = request.query_params.get("gemeente", "")
        try:
            chosen = await self._gemeenten.chosen(asked)
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_READY)
        if chosen.code:
            return RedirectResponse(site.of(request.scope).link(f"/gemeente/{chosen.code}"), 303)

        async def make() -> str:
            found = await self._gemeenten.all()
            return templates.render("gemeenten.html", site.of(request.scope), gemeenten=found, gekozen=chosen)

        return await self._respond(request, make, ("gemeente",))

    async def gegevens(self, request: Request) -> Response:
        """Made at each request: what is registered here is on it at once."""
        lists = [r.file.removeprefix(LISTS) for r in registered().values() if r.file.startswith(LISTS)]
        body = templates.render(
            "gegevens.html", site.of(request.scope), voorbeelden=EXAMPLES, operaties=self._questions(), uitvoer=lists,
            licentie=self._licence,
        )  # fmt: skip
        return written(request, body)

    async def gevraagd(self, request: Request) -> Response:
        """One registered question: its text, its variables, an example, and its answer as a file."""
        asked = next((r for r in self._questions() if r.file == request.path_params["naam"]), None)
        if asked is None:
            return problems.respond(request, problems.NOT_FOUND)
        body = templates.render(
            "gevraagd.html", site.of(request.scope), vraag=asked, voorbeeld=registered_examples.address(asked),
            bestand_van=asked.file.removeprefix(LISTS), waarmee=registered_examples.asked_of_file(asked),
        )  # fmt: skip
        return written(request, body)

    def _questions(self) -> Sequence[Registered]:
        return (*registered().values(), *self._saved.all().values())

    def paged(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        """The list `name`, as `operaties/lijst-NAME.graphql` asks it and `NAME.html` shows it, in pages."""

        async def page(request: Request) -> Response:
            after = request.query_params.get("na") or None

            async def make() -> str:
                found = (await self._desk.ask(f"lijst-{name}", after=after))[name]
                return templates.render(f"{name}.html", site.of(request.scope), lijst=found, vervolg=bool(after))

            return await self._respond(request, make, ("na",))

        return page

    async def _respond(self, request: Request, make: Any, depends_on: Sequence[str] = ()) -> Response:
        try:
            return await self._shown.respond(request, make, depends_on=depends_on)
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_FOUND)


def tree(
    things: Sequence[Mapping[str, Any]], above: str
) -> list[tuple[Mapping[str, Any], list[Mapping[str, Any]]]]:  # fmt: skip
    """Each thing at the top with the ones right below it; `above` is the field that names the wider one."""
    below: dict[str, list[Mapping[str, Any]]] = {}
    for thing in things:
        if thing[above]:
            below.setdefault(thing[above]["id"], []).append(thing)
    return [(thing, below.get(thing["id"], [])) for thing in things if not thing[above]]
