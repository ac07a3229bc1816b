"""How soon the picture of /verken stands, and whether the page goes on answering while it is made.

2,000 things and 4,000 lines, most of them at one hub with 1,500 neighbours and at seven more; Chromium without a
graphics card. The page is the real one, with the seeds; what the API answers it is made up here.

    python -m bench.verken [--rondes N]
"""

import argparse
import json
import random
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

from tests.service import Service
from tests.web.browser import FLAGS, find_chromium

THINGS, LINES, HUB, BESIDE = 2_000, 4_000, 1_500, 7
OPENED = ("thema:schulden", "thema:werk", "thema:jeugd", "thema:armoede", "thema:wonen", "thema:ouderen",
          "thema:jongeren", "thema:eenzaamheid")  # fmt: skip
PAGE = f"/verken?van={OPENED[0]}&erbij={','.join(OPENED[1:])}"
LONG_TASKS = """
window.lang = [];
const times = ({ startTime, duration }) => [startTime, duration];
new PerformanceObserver((list) => window.lang.push(...list.getEntries().map(times)))
  .observe({ type: 'longtask', buffered: true });
"""
READ = (
    """() => Object.fromEntries(performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]))"""
)


def answers() -> dict[str, dict[str, Any]]:
    """What the API says of each opened thing: the hub, and seven that share the rest of the lines."""
    chance = random.Random(7)
    others = [f"oplossing:nummer-{i}" for i in range(THINGS - len(OPENED))]
    near = {OPENED[0]: others[:HUB]}
    for i, key in enumerate(OPENED[1:]):
        own = others[HUB:][i::BESIDE]
        count = (LINES - HUB) // BESIDE + (i < (LINES - HUB) % BESIDE)
        near[key] = own + chance.sample([each for each in others if each not in set(own)], count - len(own))
    return {key: _thing(key, found) for key, found in near.items()}


def _thing(key: str, near: list[str]) -> dict[str, Any]:
    nodes = [{"__typename": "Oplossing", "id": each, "weergavenaam": f"Aanpak {each[18:]}"} for each in near]
    return {
        "__typename": "Thema",
        "id": key,
        "weergavenaam": key[6:],
        "oplossingen": {"aantal": len(near), "nodes": nodes},
    }


def round_of(browser: Browser, url: str, given: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Milliseconds from when the answers were in until the first picture and until the last, and the longest task."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(LONG_TASKS)
    page = context.new_page()

    def answer(route: Route) -> None:
        asked = json.loads(parse_qs(urlsplit(route.request.url).query)["variables"][0])
        route.fulfill(json={"data": {"node": given[asked["id"]]}})

    page.route("**/graphql?documentId=*", answer)
    page.goto(url + PAGE)
    page.locator("#beeld[data-klaar]").wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(300)
    assert page.locator("#beeld").get_attribute("data-klaar") == str(THINGS)
    marks, tasks = page.evaluate(READ), page.evaluate("window.lang")
    context.close()
    begun = marks["beeld-gegevens"]
    return {
        "eerste beeld": marks["beeld-getekend"] - begun,
        "laatste beeld": marks["beeld-klaar"] - begun,
        "langste taak": max((took for at, took in tasks if at + took >= begun), default=0.0),
    }


def rounds(url: str, count: int) -> Iterator[dict[str, float]]:
    given = answers()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*FLAGS, "--no-sandbox"])
        for _ in range(count):
            yield round_of(browser, url, given)
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rondes", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder), {"BETEKENIS": "nee", "GRENS_VERZOEKEN": "0"}).wait()
        try:
            found = list(rounds(service.url, given.rondes))
        finally:
            service.stop()
    print(f"{THINGS:,} things, {LINES:,} lines, {given.rondes} rounds, ms\n")
    print("| | median | worst |\n| --- | --- | --- |")
    for name in found[0]:
        values = [each[name] for each in found]
        print(f"| {name} | {statistics.median(values):.0f} | {max(values):.0f} |")


if __name__ == "__main__":
    main()
