"""GraphiQL as a visitor meets it: in a real browser that can reach only this machine."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from playwright.sync_api import Page, Response, Route, expect

from opdeplank.pages.graphiql import Graphiql
from tests.conftest import leave_out
from tests.web.browser import Traffic

HOME = Path(__file__).parents[2] / "web" / "graphiql"
QUESTION, ANSWER = ".graphiql-query-editor", ".result-window"
BUILT = HOME / "gebouwd"
EXAMPLES = sorted((HOME / "voorbeelden").glob("*.graphql"))
OWN_QUERY = "query Eigen($n: Int) {\n  departementen { nodes { afkorting } }\n  gemeenten(first: $n) { aantal }\n}\n"
OWN_VARIABLES = '{\n  "n": 3\n}'


@pytest.fixture
def graphiql(page: Page, traffic: Traffic, dienst: Any) -> Iterator[Page]:
    """The page, ready to use. Afterwards: nothing went wrong in it and nothing left this machine."""
    page.goto(f"{dienst.url}/graphiql")
    wait_until_ready(page)
    yield page
    page.wait_for_timeout(300)
    assert traffic.errors == []
    assert traffic.outside == []


def wait_until_ready(page: Page) -> None:
    expect(page.locator(f"{QUESTION} .view-lines")).to_be_visible()
    # Disabled for as long as the schema is on its way.
    expect(page.get_by_role("button", name="Haal het schema opnieuw op")).to_be_enabled()


def expect_in(page: Page, place: str, words: str) -> None:
    """An editor shows these words; Monaco paints its spaces as no-break spaces."""
    pattern = re.compile(re.escape(words).replace("\\ ", r"\s+"))
    expect(page.locator(f"{place} .view-lines")).to_contain_text(pattern)


def type_over(page: Page, text: str) -> None:
    page.locator(f"{QUESTION} .view-lines").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


@contextmanager
def answer_of(page: Page) -> Iterator[dict[str, Any]]:
    """The answer to the operation that the body sends; the schema request does not count."""

    def is_answer(response: Response) -> bool:
        return response.url.endswith("/graphql") and "IntrospectionQuery" not in (response.request.post_data or "")

    answer: dict[str, Any] = {}
    with page.expect_response(is_answer) as waiting:
        yield answer
    answer.update(waiting.value.json())


def run(page: Page) -> dict[str, Any]:
    with answer_of(page) as answer:
        page.get_by_role("button", name="Voer de vraag uit").click()
    return answer


def test_the_page_has_a_dutch_head_and_heading(graphiql: Page) -> None:
    assert graphiql.locator("html").get_attribute("lang") == "nl"
    assert "Op de Plank" in graphiql.title()
    expect(graphiql.get_by_role("heading", level=1)).to_have_count(1)
    expect(graphiql.get_by_role("link", name="Op de Plank")).to_have_attribute("href", "/")


def test_a_first_visit_opens_with_an_example_that_runs(graphiql: Page) -> None:
    answer = run(graphiql)
    assert "errors" not in answer
    assert "pasklaar" in answer["data"]
    expect_in(graphiql, ANSWER, "pasklaar")


def test_every_example_is_in_the_list_and_opens(graphiql: Page) -> None:
    buttons = graphiql.locator("[data-voorbeeld]")
    assert [button.get_attribute("data-voorbeeld") for button in buttons.all()] == [path.stem for path in EXAMPLES]
    for path, button in zip(EXAMPLES, buttons.all(), strict=True):
        button.click()
        expect(button).to_have_attribute("aria-current", "true")
        expect_in(graphiql, QUESTION, first_line(path))


def test_an_example_does_not_overwrite_own_work(graphiql: Page) -> None:
    type_over(graphiql, "{ stand { versie } }")
    graphiql.locator("[data-voorbeeld]").nth(1).click()
    tabs = graphiql.get_by_role("list", name="Kies een tabblad").get_by_role("listitem")
    expect(tabs).to_have_count(2)
    tabs.first.click()
    expect_in(graphiql, QUESTION, "stand")


def test_the_explorer_opens_and_shows_the_ingangen_of_the_schema(graphiql: Page) -> None:
    graphiql.get_by_role("button", name="Toon Verkenner").click()
    explorer = graphiql.locator(".graphiql-explorer-root")
    expect(explorer).to_be_visible()
    expect(explorer.get_by_text("oplossingen", exact=True).first).to_be_visible()


def test_the_documentation_opens_in_dutch(graphiql: Page) -> None:
    graphiql.get_by_role("button", name="Toon Uitleg").click()
    expect(graphiql.get_by_label("Uitleg bij het schema")).to_contain_text("Ingangen")


def test_the_editors_run_their_workers_from_our_own_files(graphiql: Page, traffic: Traffic) -> None:
    while len(traffic.workers) < 3:
        graphiql.wait_for_event("worker")
    names = {re.sub(r"-.*", "", url.rsplit("/", 1)[-1]) for url in traffic.workers}
    assert names == {"editor.worker", "graphql.worker", "json.worker"}


def test_the_editor_marks_a_field_that_does_not_exist(graphiql: Page) -> None:
    type_over(graphiql, "{ bestaatNiet }")
    expect(graphiql.locator(f"{QUESTION} .squiggly-error").first).to_be_visible()


def test_a_deep_link_fills_the_editors_and_runs(page: Page, dienst: Any, traffic: Traffic) -> None:
    page.goto(f"{dienst.url}/graphiql?{urlencode({'query': OWN_QUERY, 'variables': OWN_VARIABLES})}")
    wait_until_ready(page)
    expect_in(page, QUESTION, "query Eigen")
    with answer_of(page) as answer, page.expect_request("**/graphql") as sent:
        page.get_by_role("button", name="Voer de vraag uit").click()
    assert (sent.value.post_data_json or {})["variables"] == {"n": 3}
    assert set(answer["data"]) == {"departementen", "gemeenten"}
    assert traffic.errors == []
    assert traffic.outside == []


def test_the_address_follows_the_query_and_opens_it_again(graphiql: Page) -> None:
    type_over(graphiql, "query Kort { stand { versie } }")
    graphiql.wait_for_url("**/graphiql?query=query+Kort*")
    assert parse_qs(urlsplit(graphiql.url).query)["query"][0] == "query Kort { stand { versie } }"
    graphiql.reload()
    wait_until_ready(graphiql)
    expect_in(graphiql, QUESTION, "query Kort")


def test_toon_cypher_shows_the_plan_of_the_last_answer(graphiql: Page) -> None:
    plan = {"statement": "MATCH (n:Thema) RETURN n.id", "parameters": {"p0": "thema:schulden"}, "ms": 12.3}
    graphiql.route("**/graphql", lambda route: route.fulfill(json={"data": {}, "extensions": {"plan": plan}}))
    graphiql.get_by_role("button", name="Toon Cypher").click()
    panel = graphiql.get_by_role("region", name="Cypher van het laatste antwoord")
    expect(panel).to_contain_text("geen Cypher")
    run(graphiql)
    for words in ("MATCH (n:Thema) RETURN n.id", "thema:schulden", "12,3 ms"):
        expect(panel).to_contain_text(words)


ANALYST = "odp_abcdefgh_" + "A" * 43


def open_keys(page: Page) -> None:
    page.get_by_role("button", name="Toon Sleutel").click()


def test_a_key_goes_with_every_question_and_is_kept_nowhere(graphiql: Page) -> None:
    given: list[str | None] = []

    def answer(route: Route) -> None:
        given.append(route.request.header_value("authorization"))
        route.fulfill(json={"data": {}})

    graphiql.route("**/graphql", answer)
    open_keys(graphiql)
    panel = graphiql.get_by_role("region", name="Sleutel")
    expect(panel).to_contain_text("zonder sleutel")
    expect(panel.get_by_label("Je sleutel")).to_have_attribute("type", "password")
    run(graphiql)
    panel.get_by_label("Je sleutel").fill(f" Authorization: Bearer {ANALYST}\n")
    panel.get_by_role("button", name="Gebruik").click()
    expect(panel.get_by_role("status")).to_contain_text("gaat mee")
    expect(panel.get_by_label("Je sleutel")).to_have_value("")
    run(graphiql)
    kept = graphiql.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])"
    )
    assert ANALYST not in kept
    assert ANALYST not in graphiql.content()
    panel.get_by_role("button", name="Vergeet mijn sleutel").click()
    run(graphiql)
    assert given == [None, f"Bearer {ANALYST}", None]


def test_a_key_is_gone_after_reloading(graphiql: Page) -> None:
    open_keys(graphiql)
    graphiql.get_by_label("Je sleutel").fill(ANALYST)
    graphiql.get_by_role("button", name="Gebruik").click()
    expect(graphiql.get_by_role("button", name="Vergeet mijn sleutel")).to_be_visible()
    graphiql.reload()
    wait_until_ready(graphiql)
    with graphiql.expect_request("**/graphql") as sent:
        graphiql.get_by_role("button", name="Voer de vraag uit").click()
    assert sent.value.header_value("authorization") is None


def test_what_is_no_key_is_said_beside_the_field_and_where_to_ask_for_one(graphiql: Page) -> None:
    open_keys(graphiql)
    panel = graphiql.get_by_role("region", name="Sleutel")
    panel.get_by_label("Je sleutel").fill("mijn sleutel é")
    panel.get_by_role("button", name="Gebruik").click()
    expect(panel.get_by_role("status")).to_contain_text("geen sleutel")
    expect(panel.get_by_label("Je sleutel")).to_have_attribute("aria-invalid", "true")
    expect(panel).to_contain_text("beheerder van deze dienst")


def test_the_refusal_of_a_key_is_shown_as_the_service_says_it(page: Page, dienst: Any, traffic: Traffic) -> None:
    page.goto(f"{dienst.url}/graphiql")
    wait_until_ready(page)
    open_keys(page)
    page.get_by_label("Je sleutel").fill(ANALYST)
    page.get_by_role("button", name="Gebruik").click()
    page.get_by_role("button", name="Voer de vraag uit").click()
    expect_in(page, ANSWER, "UNAUTHENTICATED")
    assert traffic.outside == []


def test_the_page_says_where_one_asks_for_a_key_when_its_operator_did() -> None:
    page = Graphiql('mailto:plank@gemeente.nl?subject="sleutel"')._page
    assert 'data-sleutel-vragen="mailto:plank@gemeente.nl?subject=&quot;sleutel&quot;"' in page


def test_a_service_that_is_gone_is_said_in_dutch(page: Page, dienst: Any, traffic: Traffic) -> None:
    page.goto(f"{dienst.url}/graphiql")
    wait_until_ready(page)
    page.route("**/graphql", lambda route: route.abort())
    page.get_by_role("button", name="Voer de vraag uit").click()
    expect_in(page, ANSWER, "niet te bereiken")
    assert traffic.outside == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gets_an_answer_with_something_in_it(path: Path, dienst: Any) -> None:
    reply = httpx.post(f"{dienst.url}/graphql", json={"query": path.read_text(encoding="utf-8")}, timeout=30)
    answer = reply.json()
    assert "errors" not in answer, answer["errors"]
    assert [name for name, value in answer["data"].items() if is_empty(value)] == []


def test_there_are_enough_examples_and_each_says_what_it_is() -> None:
    assert len(EXAMPLES) >= 8
    for path in EXAMPLES:
        title, explanation = path.read_text(encoding="utf-8").splitlines()[:2]
        assert title.startswith("# ")
        assert explanation.startswith("# ")


def test_the_built_page_has_no_inline_script() -> None:
    html = (BUILT / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"""(?:src|href)="(?!/)[^"]*""", html) == []


def test_the_lock_file_names_no_download_address() -> None:
    packages = json.loads((HOME / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_licence_list_names_every_dependency_of_the_page() -> None:
    listed = (BUILT / "LICENTIES.txt").read_text(encoding="utf-8")
    direct = json.loads((HOME / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert [f"{name} {version}" for name, version in direct.items() if f"{name} {version} – " not in listed] == []


def test_the_built_files_are_what_the_sources_and_the_lock_file_make(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if shutil.which("npm") is None:
        leave_out(request.config, "de bouw van GraphiQL vergelijken: er is geen npm (Node ≥ 20.19)")
    copy = tmp_path / "graphiql"
    shutil.copytree(HOME, copy, ignore=shutil.ignore_patterns("node_modules", "gebouwd"))
    install = npm(copy, "ci")
    if install.returncode != 0:
        leave_out(request.config, f"de bouw van GraphiQL vergelijken: npm ci lukt niet: {install.stderr[-300:]}")
    build = npm(copy, "run", "build")
    assert build.returncode == 0, build.stdout + build.stderr
    assert files_of(copy / "gebouwd") == files_of(BUILT)


def is_empty(value: Any) -> bool:
    """Nothing, an empty list, or a connection without rows."""
    rows = value.get("nodes", value.get("edges", value)) if isinstance(value, dict) else value
    return not rows


def npm(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "npm_config_update_notifier": "false"}
    return subprocess.run(
        ["npm", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0]
