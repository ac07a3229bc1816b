"""`/vergelijk?id=…&id=…`: two or three oplossingen side by side, point by point, what is not known said as such."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from opdeplank.display.display import address
from opdeplank.http import problems, site, templates
from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.reply import page
from opdeplank.pages.thing.thing_parts import oplossing

MOST = 3
LONGEST = 200


@dataclass(frozen=True)
class Naast:
    """One of the compared: the thing as its operation tells it, and what its own page makes of that."""

    ding: dict[str, Any]
    blad: dict[str, Any]


class ComparePage:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def __call__(self, request: Request) -> Response:
        asked = wanted(request.query_params.getlist("id"))
        try:
            found = [each for key in asked[:MOST] if (each := await self._read(key)) is not None]
        except Unanswered as error:
            return problems.respond(request, error.passing or problems.NOT_FOUND)
        at = site.of(request.scope)
        return page(request, templates.render("vergelijk.html", at, naast=found, gevraagd=len(asked), meest=MOST))

    async def _read(self, key: str) -> Naast | None:
        """None when there is no such oplossing; what was merged is found under its new id."""
        try:
            thing = (await self._desk.ask("blad-oplossing", sleutel={"id": key}))["oplossing"]
        except Unanswered as error:
            if error.passing:
                raise
            return None
        return Naast(thing, oplossing(thing, date.today().year)) if thing else None


def wanted(given: Sequence[str]) -> list[str]:
    """The ids of oplossingen that were asked for, each once."""
    tidied = dict.fromkeys(key.strip()[:LONGEST] for key in given)
    return [key for key in tidied if (address(key) or "").startswith("/oplossing/")]
