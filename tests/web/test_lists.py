"""The lists that one narrows down, and oplossingen side by side, with plain forms."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.service import Service
from tests.web.looking import visit

BROWSER = {"accept": "text/html"}


def get(dienst: Service, address: str) -> httpx.Response:
    return httpx.get(dienst.url + address, headers=BROWSER, timeout=60)


def total(page: Page) -> int:
    found = re.match(r"(\d+) ", page.locator("p.groot").first.inner_text())
    assert found
    return int(found[1])


def test_one_narrows_a_list_down_and_compares_without_javascript(chromium: Browser, dienst: Service) -> None:
    with visit(chromium, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.page
        page.set_default_timeout(60_000)
        page.goto(f"{dienst.url}/oplossing")
        everything = total(page)
        option = page.get_by_label("Thema", exact=True).locator("option").nth(1)
        promised = int(re.findall(r"\((\d+)\)$", option.inner_text())[0])
        page.get_by_label("Thema", exact=True).select_option(index=1)
        page.get_by_label("Volgorde").select_option("meest gebruikt")
        page.get_by_role("button", name="Pas toe").click()
        assert total(page) == promised < everything
        used = [
            int(found[0])
            for text in page.locator(".lijst .stil").all_inner_texts()
            if (found := re.findall(r"^\d+", text))
        ]
        assert used == sorted(used, reverse=True)
        province = page.get_by_label("Gebruikt in provincie").locator("option").nth(1)
        promised = int(re.findall(r"\((\d+)\)$", province.inner_text())[0])
        page.get_by_label("Gebruikt in provincie").select_option(index=1)
        page.get_by_role("button", name="Pas toe").click()
        assert total(page) == promised
        sizes = page.get_by_label("Gebruikt door een gemeente van").locator("option").all_inner_texts()[1:]
        assert all(re.search(r"\(\d+\)$", text) for text in sizes), "these are counted one by one, so always known"
        regions = page.get_by_label("Gebruikt in jeugdregio").locator("option").all_inner_texts()[1:]
        assert not any(re.search(r"\(\d+\)$", text) for text in regions)
        page.get_by_role("link", name=re.compile("haal weg ?: Gebruikt in provincie")).click()
        boxes = page.get_by_role("checkbox")
        names = [page.locator(".lijst h2").nth(i).inner_text() for i in (0, 1)]
        boxes.nth(0).check()
        boxes.nth(1).check()
        page.get_by_role("button", name="Vergelijk wat je aanvinkt").click()
        expect(page.get_by_role("columnheader")).to_have_text(names)
        expect(page.get_by_role("rowheader", name="Wat nog ontbreekt")).to_be_visible()
        page.go_back()
        page.go_back()
        assert total(page) == promised


@pytest.mark.parametrize("path", ["/oplossing", "/knelpunt"])
def test_pages_go_both_ways(dienst: Service, path: str) -> None:
    first = get(dienst, path).text
    onward = re.findall(r'rel="next" href="([^"]+)"', first)[0].replace("&amp;", "&")
    second = get(dienst, onward).text
    back = re.findall(r'rel="prev" href="([^"]+)"', second)[0].replace("&amp;", "&")
    assert titles(get(dienst, back).text) == titles(first)
    assert not titles(first) & titles(second)
    seen: list[str] = []
    last = int(re.findall(r"bladzijde=(\d+)", first)[-2])  # what comes after it is the next page
    for number in range(1, last + 1):
        page = get(dienst, f"{path}?bladzijde={number}").text
        assert f'aria-current="page" href="{path}?bladzijde={number}"' in page
        seen += titles(page)
    assert len(seen) == len(set(seen)) == int(re.findall(r"([\d.]+) (?:oplossingen|knelpunten), ", first)[0])
    assert titles(get(dienst, f"{path}?bladzijde=9999").text) == titles(page), "beyond the end is the end"


def titles(page: str) -> set[str]:
    return set(re.findall(r'href="(/(?:oplossing|knelpunt)/[^"]+)"', page.partition('class="lijst')[2]))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("/oplossing?thema=thema:bestaat-niet", "Niets voldoet aan alles wat je koos"),
        ("/oplossing?thema=%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;"),
        ("/oplossing?jaar=99999&rijpheid=DROP&grootte=reus", "Alle oplossingen"),
        ("/oplossing?na=onzin", "Alle oplossingen"),
        ("/knelpunt?voor=onzin", "Alle knelpunten"),
        ("/vergelijk", "Kies twee of drie oplossingen"),
        ("/vergelijk?id=oplossing:buurtcirkel&id=oplossing:buurtcirkel", "Je koos alleen Buurtcirkel"),
        ("/vergelijk?id=oplossing:bestaat-niet&id=thema:schulden&id=%00", "Kies twee of drie oplossingen"),
        ("/vergelijk?" + "&".join(f"id=oplossing:{i}" for i in range(30)), "Je koos er 30"),
    ],
)
def test_an_odd_address_gets_a_calm_page(dienst: Service, asked: str, says: str) -> None:
    reply = get(dienst, asked)
    assert reply.status_code == 200
    assert says in reply.text
    assert "<script>alert" not in reply.text
