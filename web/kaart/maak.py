"""Makes `kaart.json` anew: the outlines of the provinces and a point for each gemeente, from the boundaries that CBS
and Kadaster publish (CC BY 4.0). Wants shapely, which the service does not.

    curl -o gemeenten.geojson 'https://service.pdok.nl/cbs/gebiedsindelingen/2022/wfs/v1_0?service=WFS&version=2.0.0&
        request=GetFeature&typeName=gemeente_gegeneraliseerd&outputFormat=json&srsName=EPSG:4326'
    python web/kaart/maak.py gemeenten.geojson

Which gemeenten there are, in which province, and what became of those that ended, says `seeds/gemeenten.csv`.
"""

import csv
import json
import math
import re
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

HERE = Path(__file__).parent
GEMEENTEN = HERE.parents[1] / "seeds" / "gemeenten.csv"
WIDTH = 280
COARSE, LEAST = 0.9, 6.0
"""How far an outline may be from where it is, and how large an island is that is drawn; in the units of the map."""
FLAT = math.cos(math.radians(52.15))
"""How much shorter a degree to the east is than one to the north, halfway the country."""


def main(source: str) -> None:
    features = json.loads(Path(source).read_text("utf-8"))["features"]
    found = {each["properties"]["statcode"]: shape(each["geometry"]) for each in features}
    with GEMEENTEN.open(encoding="utf-8", newline="") as file:
        register = {row["code"]: row for row in csv.DictReader(file)}
    areas = now({code: shapely.make_valid(area) for code, area in found.items()}, register)
    left, bottom, right, top = shapely.union_all(list(areas.values())).bounds
    scale = WIDTH / ((right - left) * FLAT)

    def placed(points: Any) -> Any:
        points = points.copy()
        points[:, 0] = (points[:, 0] - left) * FLAT * scale
        points[:, 1] = (top - points[:, 1]) * scale
        return points

    areas = {code: shapely.transform(area, placed) for code, area in areas.items()}
    provinces = outlines(areas, register)
    made = {
        "breedte": WIDTH,
        "hoogte": math.ceil((top - bottom) * scale),
        "provincies": {name: {"pad": path(area), "midden": middle(area)} for name, area in provinces.items()},
        "gemeenten": {code: point(areas[code]) for code in sorted(areas)},
    }
    lines = {key: _lines(value) if isinstance(value, dict) else str(value) for key, value in made.items()}
    text = ",\n".join(f"{json.dumps(key)}: {value}" for key, value in lines.items())
    (HERE / "kaart.json").write_text(f"{{\n{text}\n}}\n", "utf-8")


def _lines(values: dict[str, Any]) -> str:
    """A line for each, so that a difference can be read."""
    said = (f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(value)}" for key, value in values.items())
    return "{\n" + ",\n".join(said) + "\n}"


def now(areas: dict[str, Any], register: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The areas of the gemeenten of today: what ended went to who came after it."""
    pieces: dict[str, list[Any]] = {}
    for code, area in areas.items():
        while register[code]["einddatum"]:
            code = register[code]["opvolgers"].split(";")[0].strip().removeprefix("gemeente:").upper()
        pieces.setdefault(code, []).append(area)
    return {code: shapely.union_all(each) for code, each in pieces.items()}


def outlines(areas: dict[str, Any], register: dict[str, dict[str, str]]) -> dict[str, Any]:
    """The provinces. They are made coarser together, so that neighbours keep one border."""
    names = sorted({register[code]["provincie"] for code in areas})
    whole = [
        shapely.union_all([area for code, area in areas.items() if register[code]["provincie"] == name]).buffer(0.05)
        for name in names
    ]
    apart = [part.difference(shapely.union_all(whole[:i])) for i, part in enumerate(whole)]
    return dict(zip(names, shapely.coverage_simplify(apart, COARSE), strict=True))


def path(area: Any) -> str:
    text = ""
    for part in getattr(area, "geoms", [area]):
        if part.geom_type == "Polygon" and part.area >= LEAST:
            text += ring(part.exterior.coords)
    return text


def ring(points: Any) -> str:
    """Whole tenths, each point as seen from the one before."""
    rounded = [(round(x * 10), round(y * 10)) for x, y in points[:-1]]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(rounded)]
    return f"M{numbers(rounded[:1])}l{numbers(each for each in steps if each != (0, 0))}z"


def numbers(pairs: Iterable[tuple[int, int]]) -> str:
    """As short as a path may be: no nought before the point, and no space before a minus."""
    said = " ".join(f"{tenths / 10:g}" for pair in pairs for tenths in pair)
    return re.sub(r"\b0\.", ".", said).replace(" -", "-")


def middle(area: Any) -> list[float]:
    """Where there is most room around, for a number."""
    largest = max(getattr(area, "geoms", [area]), key=lambda part: part.area)
    (x, y), _ = shapely.maximum_inscribed_circle(largest, 0.1).coords
    return [round(x, 1), round(y, 1)]


def point(area: Any) -> list[float]:
    """The middle, when that lies in it."""
    inside = area.centroid if area.contains(area.centroid) else area.representative_point()
    return [round(inside.x, 1), round(inside.y, 1)]


if __name__ == "__main__":
    main(sys.argv[1])
