"""Make the picture and the answer that the README shows: `make plaatjes`, or `python -m tests.pictures`.

The service starts with the seeds and is asked as anybody asks it; Chromium takes the picture. Beside each stands what
it was made from, so that `tests/test_pictures.py` sees when it is older than what it shows.
"""

import hashlib
import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any
from urllib.parse import urlencode

import httpx
import orjson
from playwright.sync_api import FloatRect, Page, sync_playwright

from opdeplank.display.examples import EXAMPLES
from opdeplank.settings.table import ROOT
from tests.service import Service
from tests.web.browser import FLAGS, find_chromium

README = ROOT / "README.md"
BEGIN, END = "<!-- vraag -->", "<!-- /vraag -->"
FOLDER = ROOT / "docs" / "plaatjes"
LOOKS = 120
MARGIN = 20
PASSAGES = 2
"""How many of the passages under an answer are in its picture."""
WIDEST = 110
BY_WORDS_ALONE = "We zoeken nu alleen op de woorden"
SOURCES = (
    "web/static/plank.css", "web/templates/blad.html", "web/templates/delen.html", "web/templates/resultaten.html",
    "opdeplank/operaties/antwoord.graphql",
)  # fmt: skip
ABOUT = "query($s: String!) { oplossing(sleutel: {slug: $s}) { titel samenvatting } }"


@dataclass(frozen=True)
class Picture:
    """`slug`: the oplossing that has to come first; its words are in the picture."""

    name: str
    vraag: str
    gemeente: str
    slug: str
    sources: tuple[str, ...]

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.png"

    @property
    def record(self) -> Path:
        return FOLDER / f"{self.name}.json"

    @property
    def address(self) -> str:
        return "/?" + urlencode({"vraag": self.vraag, "gemeente": self.gemeente})


PICTURES = (
    Picture(
        "antwoord", "jongere met schulden kan niet verder met school", "GM0200", "jongeren-perspectief-fonds", SOURCES
    ),
)


def shown(picture: Picture, url: str) -> dict[str, Any]:
    """What a picture rests on: the files that make the page, and the words of the graph that stand in it."""
    body = {"query": ABOUT, "variables": {"s": picture.slug}}
    found = httpx.post(f"{url}/graphql", json=body, timeout=30).raise_for_status().json()
    made = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in picture.sources}
    return {"vraag": picture.vraag, "gemeente": picture.gemeente, **found["data"], "gemaakt_van": made}


def understood(picture: Picture, url: str) -> None:
    """Until the service looks for meaning as well."""
    for _ in range(LOOKS):
        if BY_WORDS_ALONE not in httpx.get(url + picture.address, timeout=30).text:
            return
        sleep(1)
    sys.exit("the service still looks by words alone; is the language model installed?")


def take(page: Page, picture: Picture, url: str) -> None:
    page.goto(url + picture.address)
    first = page.locator("article.treffer").first
    if first.locator("h2 a").get_attribute("href", timeout=5_000) != f"/oplossing/{picture.slug}":
        sys.exit(f"{picture.slug} does not come first; choose another question")
    first.locator("details.waar").evaluate("(details) => { details.open = true; }")
    box, last = first.bounding_box(), first.locator(".citaat").nth(PASSAGES - 1).bounding_box()
    assert box is not None
    assert last is not None, f"an answer with {PASSAGES} passages makes the picture"
    height = last["y"] + last["height"] - box["y"]
    clip = FloatRect(
        x=box["x"] - MARGIN, y=box["y"] - MARGIN, width=box["width"] + 2 * MARGIN, height=height + 2 * MARGIN
    )
    page.screenshot(path=picture.path, full_page=True, clip=clip)
    picture.record.write_bytes(orjson.dumps(shown(picture, url), option=orjson.OPT_INDENT_2) + b"\n")


def folded(value: Any, indent: int = 0) -> str:
    """JSON in which what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= WIDEST or not isinstance(value, dict | list):
        return line
    inner, margin = indent + 2, " " * (indent + 2)
    if isinstance(value, list):
        parts = [margin + folded(each, inner) for each in value]
    else:
        parts = [f"{margin}{json.dumps(key)}: {folded(each, inner)}" for key, each in value.items()]
    first, last = "[]" if isinstance(value, list) else "{}"
    return "\n".join([first, ",\n".join(parts), " " * indent + last])


def readme(url: str) -> str:
    """The README with the first question and the answer it gets now."""
    query = EXAMPLES[0].query
    answer = httpx.post(f"{url}/graphql", json={"query": query}, timeout=30).raise_for_status().json()
    block = f"{BEGIN}\n```graphql\n{query}\n```\n```json\n{folded(answer['data'])}\n```\n{END}"
    return re.sub(f"{BEGIN}.*{END}", lambda _: block, README.read_text(encoding="utf-8"), flags=re.DOTALL)


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Service(Path(folder)).wait()
        try:
            chromium = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, "--no-sandbox"])
            page = chromium.new_page(viewport={"width": 1100, "height": 900}, color_scheme="light")
            for picture in PICTURES:
                understood(picture, service.url)
                take(page, picture, service.url)
                print(picture.path.relative_to(ROOT))
            chromium.close()
            README.write_text(readme(service.url), encoding="utf-8")
        finally:
            service.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
