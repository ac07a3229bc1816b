"""The drawing of the house is the house: its rooms in their order, and how many modules each has."""

import re
from collections import Counter

from tests.test_layers import HOUSES, NAMED, ROOMS, ROOT

DRAWN = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\w*) ?\| ([\w/]*) ?\| (\d+) \|", re.MULTILINE)


def rooms() -> list[tuple[str, int]]:
    """The rooms as they are drawn: house and room, and the number of modules."""
    found: list[tuple[str, int]] = []
    house = ""
    for name, room, number in ROW.findall(DRAWN):
        house = name or house
        found.append((f"{house}/{room}".removesuffix("/"), int(number)))
    return found


def test_every_room_is_drawn_with_what_is_in_it() -> None:
    assert dict(rooms()) == Counter(str(path.parent.relative_to(ROOT)) for path in NAMED.values())


def test_the_rooms_stand_in_the_order_of_the_house() -> None:
    for house in HOUSES:
        order = [room.replace(".", "/") for room in ROOMS[house].split()]
        drawn = [room.partition("/")[2] for room, _ in rooms() if room.startswith(f"{house}/")]
        places = [order.index(room) for room in drawn if room in order]
        assert places == sorted(places), house
