"""The drawing of the house is the house: its rooms, in their order."""

import re

from tests.test_layers import HOUSES, NAMED, ROOMS, ROOT

DRAWN = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (graph|loaders|schema|opdeplank|) ?\| ([\w/]*) ?\|", re.MULTILINE)


def rooms() -> list[str]:
    """The rooms as they are drawn, with their house."""
    found: list[str] = []
    house = ""
    for name, room in ROW.findall(DRAWN):
        house = name or house
        found.append(f"{house}/{room}".removesuffix("/"))
    return found


def test_every_room_is_drawn_once() -> None:
    assert sorted(rooms()) == sorted({str(path.parent.relative_to(ROOT)) for path in NAMED.values()})


def test_the_rooms_stand_in_the_order_of_the_house() -> None:
    for house in HOUSES:
        order = [room.replace(".", "/") for room in ROOMS[house].split()]
        drawn = [room.partition("/")[2] for room in rooms() if room.startswith(f"{house}/")]
        places = [order.index(room) for room in drawn if room in order]
        assert places == sorted(places), house
