"""How fast one decides at the desk, in a real browser, by keyboard alone.

    python -m bench.werkbank --sleutel odp_… [--url http://127.0.0.1:8000] [--feiten 500]

Brings two documents to a running service and decides in them; nothing is loaded, and both proposals are thrown away.
`van toets tot opgeslagen` is from the key until the page says that the decision is on the disk; `toetsen werken` is
from asking for the page until a key decides.
"""

import argparse
import io
import re
import shutil
import statistics
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import httpx
from playwright.sync_api import Page, sync_playwright

from bench.rig.markdown import heading, table

WATCH = """
() => {
  window.spent = [];
  let pressed = 0;
  document.addEventListener('keydown', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    const said = document.querySelector('[data-melding]').textContent;
    if (said.startsWith('Opgeslagen') && pressed) { window.spent.push(performance.now() - pressed); pressed = 0; }
  }).observe(document.querySelector('[data-melding]'), { childList: true, characterData: true, subtree: true });
}
"""
READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
LETTERS = "bcdfghjklmnprstvwz"
FIRST = ("Anna", "Bram", "Carla", "Dirk", "Els", "Frits", "Greet", "Henk", "Ineke", "Jan", "Karin", "Leo")
FILLER = (
    "De werkgroep besprak hoe mensen sneller weten bij wie zij terechtkunnen. Er is afgesproken om dat in het voorjaar "
    "nog eens te bekijken, samen met de uitvoerders die elke dag aan de balie staan.\n\n"
)


def person(number: int) -> str:
    letters = len(LETTERS)
    middle = f"{LETTERS[number % letters]}a{LETTERS[number // letters % letters]}e"
    return f"{FIRST[number % len(FIRST)]} van {middle.capitalize()}{LETTERS[number // letters**2 % letters]}sma"


def members(people: int) -> str:
    """Each gives three facts or so, and some ask at which organisation."""
    lines = (f"- {person(n)} – {'wethouder, gemeente Almere' if n % 5 else 'voorzitter'}" for n in range(people))
    return "# Verslag\n\nLeden van de Programmaraad Sociaal Domein:\n" + "\n".join(lines) + "\n"


def pages(count: int, people: int) -> str:
    """`count` pages of some 2,500 letters, with the people spread over them."""
    text, made = [], 0
    for number in range(count):
        text += [f"## Vergadering {number + 1}\n\nLeden van de Programmaraad Sociaal Domein:"]
        until = people * (number + 1) // count
        text += [f"- {person(n)} – wethouder, gemeente Almere" for n in range(made, until)] + ["\n" + FILLER * 10]
        made = until
    return "\n".join(text)


def brought(client: httpx.Client, name: str, text: str) -> str:
    """The address of the proposal, once it was read."""
    files = {"document": (name, io.BytesIO(text.encode()), "text/markdown")}
    reply = client.post("/werkbank/documenten", data={"stempel": stamp(client)}, files=files)
    if reply.status_code != 303:
        raise SystemExit(reply.text)
    address = reply.headers["location"]
    while not client.get(f"{address}/voortgang").json()["klaar"]:
        time.sleep(0.2)
    return str(address)


def stamp(client: httpx.Client) -> str:
    found = re.search(r'name="stempel" value="(\w+)"', client.get("/werkbank").text)
    if found is None:
        raise SystemExit("Deze sleutel opent de werkbank niet.")
    return found[1]


def decided(page: Page, most: int) -> list[float]:
    """Milliseconds from key to saved, for each decision."""
    page.evaluate(WATCH)
    for number in range(most):
        page.keyboard.press("1" if number % 3 else "2")
        page.wait_for_function("(n) => window.spent.length > n", arg=number, timeout=30_000)
    spent: list[float] = page.evaluate("() => window.spent")
    return spent


def measured(page: Page, client: httpx.Client, given: Any) -> Iterator[tuple[object, ...]]:
    many = brought(client, "veel.md", members(given.feiten // 3 + 20))
    page.goto(urljoin(given.url, many))
    spent = decided(page, min(given.feiten, page.locator("[data-rij]").count()))
    yield f"{len(spent)} besluiten: van toets tot opgeslagen", *_figures(spent)
    long = brought(client, "lang.md", pages(40, 100))
    facts = client.get(f"{long}/stand").json()["samen"]
    opened = []
    for _ in range(given.keren):
        page.goto(urljoin(given.url, long))
        opened.append(float(page.evaluate(READY)))
    size = f"{sum(facts[name] for name in ('open', 'ja', 'nee', 'later'))} feiten, 40 bladzijden"
    yield f"{size}: toetsen werken", *_figures(opened)
    for address in (many, long):
        client.post(f"{address}/weg", data={"stempel": stamp(client)})


def _figures(spent: list[float]) -> tuple[str, str, str]:
    ordered = sorted(spent)
    return f"{statistics.median(ordered):.0f}", f"{ordered[int(0.95 * (len(ordered) - 1))]:.0f}", f"{ordered[-1]:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Meet de werkbank van een draaiende dienst.")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--sleutel", default="", help="met de rol PROGRAMMABUREAU; leeg als iedereen die rol heeft")
    parser.add_argument("--feiten", type=int, default=500)
    parser.add_argument("--keren", type=int, default=10)
    given = parser.parse_args()
    with httpx.Client(base_url=given.url, timeout=120, headers={"accept": "text/html"}) as client:
        client.post("/werkbank/inloggen", data={"sleutel": given.sleutel})
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--disable-gpu"])
            context = browser.new_context(locale="nl-NL", viewport={"width": 1400, "height": 900})
            context.add_cookies(
                [{"name": k, "value": v, "url": f"{given.url}/werkbank"} for k, v in client.cookies.items()]
            )
            print(heading("python -m bench.werkbank"))
            print(table(("wat", "p50 (ms)", "p95", "hoogste"), measured(context.new_page(), client, given)))
            browser.close()


if __name__ == "__main__":
    main()
