"""The map beside a list: every gemeente of today has a place on it, and what it shows is what the list says."""

import csv
import math
import re
from typing import Any

import pytest

from opdeplank.pages.country_map import LEGEND, MARKS, STEPS, areas, dots, land
from opdeplank.settings.table import ROOT


def use(code: str, status: str | None, name: str = "x") -> dict[str, Any]:
    return {"gemeente": {"id": f"gemeente:{code.lower()}", "naam": name}, "status": status}


def test_every_gemeente_and_provincie_of_today_lies_in_the_country() -> None:
    with (ROOT / "seeds" / "gemeenten.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["einddatum"]]
    assert set(land().gemeenten) == {row["code"] for row in rows}
    assert set(land().provincies) == {row["provincie"] for row in rows}
    for x, y in land().gemeenten.values():
        assert 0 <= x <= land().breedte
        assert 0 <= y <= land().hoogte


def test_what_lies_near_on_the_map_lies_near_in_the_country() -> None:
    """Groningen is north, Maastricht south, Middelburg west and Enschede east; Utrecht is near Amersfoort."""
    at = land().gemeenten
    north, south, west, east, here, near = (at[f"GM{n}"] for n in ("0014", "0935", "0687", "0153", "0344", "0307"))
    assert north[1] < here[1] < south[1]
    assert west[0] < here[0] < east[0]
    assert math.dist(here, near) * 6 < math.dist(north, south)
    assert math.dist(west, east) / math.dist(north, south) == pytest.approx(237 / 278, rel=0.05)  # kilometres


def test_the_outlines_are_closed_and_small() -> None:
    for name, shape in land().provincies.items():
        assert re.fullmatch(r"(M-?[\d.]+ -?[\d.]+l[-\d. ]+z)+", shape["pad"]), name
    assert sum(len(shape["pad"]) for shape in land().provincies.values()) < 16_000


def test_each_gemeente_is_one_dot_with_its_furthest_stand() -> None:
    found = dots([use("GM0344", "GESTOPT"), use("GM0344", "IN_GEBRUIK"), use("GM0014", None), use("GM0153", "GESTOPT")])
    assert found is not None
    assert [(s.x, s.y, s.teken) for s in found.stippen if s.naam == "x"] == [
        (*land().gemeenten["GM0153"], "gestopt"),
        (*land().gemeenten["GM0014"], "onbekend"),
        (*land().gemeenten["GM0344"], "gebruik"),
    ]
    assert [(mark, n) for mark, _, n in found.legenda] == [("gebruik", 1), ("onbekend", 1), ("gestopt", 1)]
    assert found.label == ("Kaart van Nederland met 3 gemeenten: 1 in gebruik, 1 stand niet bekend en 1 gestopt.")


def test_what_has_no_place_is_named_and_one_gemeente_is_no_map() -> None:
    found = dots([use("GM0344", None), use("GM0014", None), use("GM0005", "IN_GEBRUIK", "Bedum")])
    assert found is not None
    assert (len(found.stippen), found.zonder) == (2, ("Bedum",))
    assert dots([use("GM0344", None), use("GM0344", "GESTOPT")]) is None
    assert dots([]) is None


def test_every_stand_has_its_mark_and_words() -> None:
    assert set(MARKS.values()) == set(LEGEND)


def test_a_provincie_is_darker_as_there_is_more_and_never_empty_when_there_is_something() -> None:
    found = areas({"Utrecht": 100, "Drenthe": 1, "Zeeland": 50, "Elders": 7})
    assert found is not None
    tints = {v.naam: (v.aantal, v.tint) for v in found.vlakken}
    assert len(tints) == len(land().provincies)
    assert (tints["Utrecht"], tints["Drenthe"], tints["Zeeland"]) == ((100, STEPS), (1, 1), (50, 2))
    assert tints["Limburg"] == (0, 0)
    assert found.label == "Kaart van Nederland: Utrecht 100, Zeeland 50 en Drenthe 1."
    assert areas({"Utrecht": 3}) is None
    assert areas({}) is None
