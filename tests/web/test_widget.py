"""<op-de-plank> in a portal of another origin, with the strictest content policy and only the documented lines."""

import gzip
import html
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from opdeplank.graphql.registered import by_name
from opdeplank.pages.widget import FILE, FOLDER, integrity
from tests.service import Service
from tests.web.looking import Visit, overflow, violations, visit

SOURCE = (FOLDER / FILE).read_bytes()
MOST_BYTES = 10_000
HIT, NEAR = "jongere met schulden", "kind met een beperking herkennen"


@contextmanager
def portal(body: str, policy: str) -> Iterator[str]:
    """A site of its own: another port is another origin."""
    content = f'<!doctype html><html lang="nl"><head><title>Portaal</title></head><body><main><h1>Portaal</h1>{body}'

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.send_header("Set-Cookie", "portaal=1; Path=/")
            self.end_headers()
            self.wfile.write(content.encode() if self.path == "/" else b"")

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def shown(dienst: Service) -> list[str]:
    """The blocks of the page for web editors, as somebody would copy them: the code, and the two lines."""
    page = httpx.get(f"{dienst.url}/widget/v1/demo", headers={"Accept": "text/html"}).text
    return [html.unescape(block) for block in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, flags=re.DOTALL)]


@contextmanager
def pasted(browser: Browser, shown: list[str], change: Any = None, **how: Any) -> Iterator[Visit]:
    """The copied block on a portal whose policy allows nothing but the two copied lines."""
    block, lines = shown
    policy = f"default-src 'none'; {' '.join(lines.split())}"
    with portal(change(block) if change else block, policy) as address:
        context = browser.new_context(locale="nl-NL", **how)
        page = context.new_page()
        seen = Visit(page, _traffic(page), [])
        page.on("requestfailed", lambda request: seen.failed.append(request.url))
        try:
            page.goto(address)
            yield seen
        finally:
            context.close()


def _traffic(page: Page) -> Any:
    from tests.web.browser import Traffic

    found = Traffic()
    found.watch(page.context)
    page.on("console", lambda message: found.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.errors.append(str(error)))
    return found


def with_question(question: str) -> Any:
    return lambda block: block.replace(HIT, question)


def test_the_file_is_small_and_asks_a_registered_operation() -> None:
    assert len(gzip.compress(SOURCE, 9)) <= MOST_BYTES
    for name in ("widget", "widget-thema", "widget-gemeente"):
        assert f"'{by_name(name).id}'".encode() in SOURCE


def test_the_page_for_editors_pins_the_file_that_is_served(dienst: Service, shown: list[str]) -> None:
    served = httpx.get(f"{dienst.url}/widget/v1/opdeplank.js")
    assert integrity(served.content) in shown[0]
    assert served.headers["access-control-allow-origin"] == "*"
    assert served.headers["cross-origin-resource-policy"] == "cross-origin"
    assert served.headers["content-type"].startswith("text/javascript")
    assert dienst.url in shown[1]


def test_copied_and_pasted_it_works_under_the_strictest_policy(
    chromium: Browser, shown: list[str], axe: str, dienst: Service
) -> None:
    asked: list[Any] = []
    with pasted(chromium, shown) as seen:
        widget = seen.page.locator("op-de-plank")
        expect(widget.get_by_role("listitem").first).to_be_visible()
        seen.page.on("request", lambda request: asked.append(request))
        seen.page.reload()
        expect(widget.get_by_role("heading", level=2)).to_have_text("Ligt er iets op de plank?")
        hit = widget.get_by_role("listitem").filter(has=seen.page.get_by_role("heading")).first
        expect(hit).to_contain_text(re.compile("Bel |Neem contact op met "))
        expect(widget.get_by_role("status")).to_contain_text("oplossing")
        expect(widget.get_by_role("link", name="Zoek op de plank", exact=True)).to_be_hidden()
        reach = hit.locator("p a").first
        expect(reach).to_have_attribute("href", re.compile("^(tel:|mailto:|https?://)"))
        link = hit.get_by_role("link").first
        assert (link.get_attribute("href") or "").startswith(f"{dienst.url}/oplossing/")
        assert violations(seen.page, axe) == []
        assert seen.traffic.errors == []
        assert seen.failed == []
        ours = [request for request in asked if request.url.startswith(dienst.url)]
        assert {request.url.split("?")[0].removeprefix(dienst.url) for request in ours} == {
            "/widget/v1/opdeplank.js",
            "/graphql",
        }
        for request in ours:
            assert "cookie" not in request.all_headers()
        [question] = [request for request in ours if "/graphql" in request.url]
        assert question.method == "GET"
        assert "referer" not in question.all_headers()
        assert {cookie["name"] for cookie in seen.page.context.cookies()} == {"portaal"}


def test_a_file_that_was_changed_is_not_run_and_the_link_stays(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, lambda block: re.sub("sha384-.", "sha384-A", block)) as seen:
        expect(seen.page.get_by_role("link", name="Zoek op de plank")).to_be_visible()
        assert any("integrity" in error for error in seen.traffic.errors)


def test_without_javascript_the_link_stays(chromium: Browser, shown: list[str], dienst: Service) -> None:
    with pasted(chromium, shown, java_script_enabled=False) as seen:
        link = seen.page.get_by_role("link", name="Zoek op de plank")
        expect(link).to_have_attribute("href", re.compile(re.escape(dienst.url) + r"/\?vraag="))
        link.click()
        expect(seen.page.get_by_role("heading", name="Wie kun je bellen?").first).to_be_visible()


def test_two_on_one_page_mind_their_own_question(chromium: Browser, shown: list[str]) -> None:
    second = '<op-de-plank kop="3"></op-de-plank>'
    with pasted(chromium, shown, lambda block: block + second) as seen:
        one, two = seen.page.locator("op-de-plank").all()
        expect(one.get_by_role("listitem").first).to_be_visible()
        expect(two.get_by_role("listitem")).to_have_count(0)
        expect(two.get_by_role("heading", level=3)).to_have_count(1)
        two.get_by_label("Wat is het knelpunt?").fill(NEAR)
        two.get_by_role("button", name="Zoek").click()
        expect(two.get_by_role("status")).to_contain_text("Daar ligt nog niets.")
        expect(one.get_by_role("status")).not_to_contain_text("niets")


def test_the_flow_goes_by_keyboard_and_everything_can_be_hit(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, with_question("")) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        page.keyboard.type(HIT)
        page.keyboard.press("Enter")
        expect(page.locator("op-de-plank").get_by_role("listitem").first).to_be_visible()
        for _ in range(2):
            page.keyboard.press("Tab")
        inside = "document.querySelector('op-de-plank').shadowRoot"
        assert page.evaluate(f"{inside}.activeElement.localName") == "a"
        assert page.evaluate(f"getComputedStyle({inside}.activeElement).outlineStyle") == "solid"
        boxes = page.evaluate(f"[...{inside}.querySelectorAll('a,button,input')].map((e) => e.getBoundingClientRect())")
        assert min(box["height"] for box in boxes) >= 24


def test_the_page_hears_the_outcome_and_not_the_question(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, with_question("")) as seen:
        page = seen.page
        page.evaluate("""window.heard = [];
            for (const name of ['gevonden', 'niets'])
              document.addEventListener(`opdeplank:${name}`, (event) => heard.push([event.type, event.detail]));""")
        for question in (HIT, NEAR):
            page.evaluate("(q) => document.querySelector('op-de-plank').setAttribute('vraag', q)", question)
            page.wait_for_function("(n) => heard.length === n", arg=1 if question == HIT else 2)
        [hit, none] = page.evaluate("heard")
        assert hit[0] == "opdeplank:gevonden"
        assert hit[1]["aantal"] >= 1
        assert hit[1]["oplossingen"][0].startswith("oplossing:")
        assert none == ["opdeplank:niets", {"uitkomst": "BEKEND_NIETS", "aantal": 0, "oplossingen": []}]
        assert HIT not in str(hit)


@pytest.mark.parametrize(
    "answer",
    [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=500, body="stuk"),
        lambda route: route.fulfill(status=503, json={"errors": [{"message": "weg"}]}),
        lambda route: route.fulfill(json={"errors": [{"message": "fout"}], "data": None}),
        lambda route: route.fulfill(body="<html>geen JSON"),
        lambda route: route.fulfill(json={}),
    ],
    ids=["weg", "500", "503", "fout", "html", "leeg"],
)
def test_a_service_that_fails_is_one_sentence_and_a_link(
    chromium: Browser, shown: list[str], dienst: Service, answer: Any
) -> None:
    with pasted(chromium, shown, with_question("")) as seen:
        seen.page.route("**/graphql?*", answer)
        ask(seen.page, HIT)
        widget = seen.page.locator("op-de-plank")
        expect(widget.get_by_role("alert")).to_have_text(
            "De plank is nu niet te bereiken. Zoek op de site van Op de Plank."
        )
        expect(widget.get_by_role("alert").get_by_role("link")).to_have_attribute(
            "href", f"{dienst.url}/?vraag=jongere+met+schulden&gemeente=GM0344"
        )


def test_a_code_that_no_gemeente_has_still_gets_an_answer(chromium: Browser, shown: list[str], dienst: Service) -> None:
    with pasted(chromium, shown, lambda block: block.replace("GM0344", "GM9999")) as seen:
        status = seen.page.locator("op-de-plank").get_by_role("status")
        expect(status).to_contain_text("oplossing")  # else the page takes its own question back by loading again
        said: list[str] = []
        seen.page.on("console", lambda message: said.append(message.text) if message.type == "warning" else None)
        seen.page.reload()
        expect(status).to_contain_text("oplossing")
        assert seen.failed == []
        assert ["GM9999" in text for text in said] == [True]


@pytest.mark.parametrize("own", ['thema="schulden"', 'gemeente="GM0153" zonder-zoekveld'], ids=["thema", "gemeente"])
def test_without_a_search_field_it_shows_a_list(
    chromium: Browser, shown: list[str], axe: str, dienst: Service, own: str
) -> None:  # fmt: skip
    with pasted(chromium, shown, lambda block: re.sub("<op-de-plank [^>]*>", f"<op-de-plank {own}>", block)) as seen:
        widget = seen.page.locator("op-de-plank")
        expect(widget.get_by_role("heading", level=2)).to_have_text("Dit ligt op de plank")
        expect(widget.get_by_role("status")).to_contain_text(
            "oplossing" if "thema" in own else "We kennen nog geen knelpunt van deze gemeente"
        )
        expect(widget.get_by_role("listitem")).to_have_count(3)
        if "thema" not in own:
            expect(widget.get_by_text("Dit gebruiken de meeste andere gemeenten:")).to_be_visible()
            own_uses = '{ oplossingen(filter: {toegepastDoor: {enige: {code: ["GM0153"]}}}) { nodes { titel } } }'
            found = httpx.post(f"{dienst.url}/graphql", json={"query": own_uses}).json()["data"]["oplossingen"]
            titles = widget.get_by_role("listitem").get_by_role("heading").all_text_contents()
            assert not {each["titel"] for each in found["nodes"]} & set(titles)
        expect(widget.get_by_role("searchbox")).to_have_count(0)
        expect(widget.get_by_role("link", name="Iets melden")).to_have_attribute("href", f"{dienst.url}/melding")
        assert violations(seen.page, axe) == []
        assert seen.traffic.errors == []


def test_a_slow_service_is_said_and_then_given_up(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, with_question("")) as seen:
        page = seen.page
        page.clock.install()
        held: list[Route] = []
        page.route("**/graphql?*", lambda route: held.append(route))
        ask(page, HIT)
        page.clock.run_for(400)
        expect(page.locator("op-de-plank").get_by_role("status")).to_have_text("We zoeken op de plank.")
        page.clock.run_for(8_000)
        expect(page.locator("op-de-plank").get_by_role("alert")).to_contain_text("niet te bereiken")


def ask(page: Page, question: str) -> None:
    widget = page.locator("op-de-plank")
    widget.get_by_label("Wat is het knelpunt?").fill(question)
    widget.get_by_role("button", name="Zoek").click()


def test_an_empty_question_is_said_without_asking(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, with_question("")) as seen:
        seen.page.route("**/graphql?*", lambda route: pytest.fail("nothing should be asked"))
        ask(seen.page, "   ")
        expect(seen.page.locator("op-de-plank").get_by_role("status")).to_have_text("Vul in wat het knelpunt is.")


NASTY = "<img src=x onerror=\"document.title='stuk'\"><script>document.title='stuk'</script>"


def test_markup_and_strange_addresses_in_an_answer_are_only_text(chromium: Browser, shown: list[str]) -> None:
    thing = {"id": "javascript:document.title='stuk'", "titel": NASTY, "samenvatting": NASTY}
    ways = {"telefoon": NASTY, "email": NASTY, "website": "javascript:document.title='stuk'", "postadres": NASTY}
    nodes = [{"oplossing": thing, "bellen": [{"wie": NASTY, "vraagNaar": NASTY, **ways}]}]
    found = {"aantal": 1, "uitkomst": "OP_DE_PLANK", "letOp": NASTY, "nodes": nodes, "alternatief": None}
    named = {"id": thing["id"], "weergavenaam": NASTY}
    own = {"aantalHeeftAl": 1, "heeftAl": [{"oplossing": thing}], "genoemd": named}
    answer = {"data": {"pasklaar": {**found, **own}}}
    with pasted(chromium, shown, with_question("")) as seen:
        seen.page.route(
            "**/graphql?*",
            lambda route: route.fulfill(json=answer, headers={"Access-Control-Allow-Origin": "*"}),
        )
        ask(seen.page, HIT)
        items = seen.page.locator("op-de-plank").get_by_role("listitem")
        first = items.filter(has=seen.page.get_by_role("heading")).first
        expect(first.get_by_role("heading")).to_have_text(NASTY)
        expect(first.get_by_role("link")).to_have_count(0)
        assert seen.page.title() == "Portaal"
        assert seen.traffic.errors == []


@pytest.mark.parametrize(
    ("address", "links"),
    [("https://portaal.example/uitleg", 1), ("/uitleg", 1), ("javascript:alert(1)", 0), ("", 1)],
)
def test_the_portals_own_explanation_is_linked(chromium: Browser, shown: list[str], address: str, links: int) -> None:
    with pasted(chromium, shown, lambda block: block.replace("vraag=", f'documentatie="{address}" vraag=', 1)) as seen:
        widget = seen.page.locator("op-de-plank")
        expect(widget.get_by_role("heading", level=2)).to_be_visible()
        expect(widget.get_by_role("link", name="Uitleg bij dit zoekveld")).to_have_count(links)


def test_it_fits_a_narrow_column(chromium: Browser, shown: list[str]) -> None:
    with pasted(chromium, shown, viewport={"width": 256, "height": 700}) as seen:
        expect(seen.page.locator("op-de-plank").get_by_role("listitem").first).to_be_visible()
        assert overflow(seen.page) == 0


def test_the_demo_shows_three_looks(chromium: Browser, dienst: Service) -> None:
    with visit(chromium, viewport={"width": 1280, "height": 900}) as seen:
        page = seen.open(f"{dienst.url}/widget/v1/demo").page
        buttons = page.locator("op-de-plank").get_by_role("button", name="Zoek")
        expect(buttons).to_have_count(3)
        looks = [b.evaluate("(e) => getComputedStyle(e).backgroundColor") for b in buttons.all()]
        assert looks == ["rgb(67, 42, 140)", "rgb(122, 16, 32)", "rgb(143, 211, 255)"]
        for widget in page.locator("op-de-plank").all():
            expect(widget.get_by_role("status")).not_to_be_empty()
        assert seen.failed == []
        assert seen.traffic.errors == []
