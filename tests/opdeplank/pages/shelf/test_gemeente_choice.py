from typing import Any, cast

import pytest

from opdeplank.pages.desk import Desk, Unanswered
from opdeplank.pages.shelf.gemeente_choice import Gekozen, Gemeenten

pytestmark = pytest.mark.anyio


class Desks:
    """Answers from a list, and counts how often it is read."""

    def __init__(self) -> None:
        self.number, self.read = 1, 0
        self.former: dict[str, Any] | None = None

    async def version(self) -> int:
        return self.number

    async def whole(self, name: str, field: str) -> list[dict[str, Any]]:
        self.read += 1
        return [{"code": "GM0034", "naam": "Almere"}]

    async def ask(self, name: str, **variables: Any) -> dict[str, Any]:
        if "naam" in variables["sleutel"]:
            raise Unanswered("BAD_USER_INPUT", "meer dan één")
        return {"gemeente": self.former}


@pytest.fixture
def desk() -> Desks:
    return Desks()


async def chosen(desk: Desks, given: str) -> Gekozen:
    return await Gemeenten(cast(Desk, desk)).chosen(given)


async def test_one_of_today_is_chosen_by_code_or_by_name(desk: Desks) -> None:
    for given in ("GM0034", "gm0034", " Almere ", "ALMERE"):
        found = await chosen(desk, given)
        assert (found.code, found.naam, found.onbekend) == ("GM0034", "Almere", False)
    assert not (await chosen(desk, "  ")).onbekend


async def test_a_former_one_is_known_with_what_came_after_it(desk: Desks) -> None:
    after = {"nodes": [{"naam": "Boxtel"}, {"naam": "Vught"}]}
    desk.former = {"code": "GM0788", "naam": "Haaren", "einddatum": "2020-12-31", "opvolgers": after}
    assert (await chosen(desk, "gm0788")).opvolgers == ("Boxtel", "Vught")
    desk.former = {**desk.former, "einddatum": None}
    assert (await chosen(desk, "GM0788")).opvolgers == ()


async def test_what_is_none_is_said_to_be_unknown(desk: Desks) -> None:
    for given in ("GM9999", "Nergenshuizen", "x" * 5_000):
        found = await chosen(desk, given)
        assert found.onbekend
        assert len(found.gevraagd) <= 100


async def test_the_list_is_read_again_only_when_the_graph_has_changed(desk: Desks) -> None:
    gemeenten = Gemeenten(cast(Desk, desk))
    for _ in range(3):
        await gemeenten.all()
    assert desk.read == 1
    desk.number = 2
    await gemeenten.all()
    assert desk.read == 2
