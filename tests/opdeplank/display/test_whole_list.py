"""A page that shows the beginning of a list says how many there are, and leads to all of them."""

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from graphql import parse, validate

from opdeplank.display.whole_list import question
from opdeplank.graphql.api import SCHEMA
from opdeplank.settings.table import ROOT
from tests.service import Service

TEMPLATES = ROOT / "web" / "templates"
SAID = re.compile(r"delen\.van\([^}]*?ding\.(\w+)\.aantal[^}]*?heel_van\(ding\.id, '(\w+)'\)\) \}\}")
KINDS = ("gemeente", "knelpunt", "oplossing", "thema", "traject")


def led_to(kind: str) -> list[tuple[str, str]]:
    """The lists of a page that say how many there are, and the field that they lead to."""
    return SAID.findall((TEMPLATES / f"{kind}.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_that_is_not_whole_leads_to_all_of_it(kind: str) -> None:
    found = led_to(kind)
    assert found
    for counted, field in found:
        assert counted == field
        assert validate(SCHEMA, parse(question(f"{kind}:x", field))) == [], field


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_that_is_counted_says_so(kind: str) -> None:
    """What its operation counts is what it may show the beginning of."""
    text = (Path(ROOT) / "opdeplank" / "operaties" / f"blad-{kind}.graphql").read_text(encoding="utf-8")
    lists = dict(re.findall(r"^    (\w+)\(first: \d+[^)]*\) \{\n      (\w+)", text, re.MULTILINE))
    template = (TEMPLATES / f"{kind}.html").read_text(encoding="utf-8")
    missing = [name for name, first in lists.items() if first == "aantal" and f"ding.{name}.aantal" not in template]
    assert missing == []


def test_a_page_with_more_than_it_shows_leads_to_an_answer(dienst: Service) -> None:
    counted = "{ oplossingen(first: 100) { nodes { id herkomst(first: 1) { aantal } } } }"
    nodes = httpx.post(f"{dienst.url}/graphql", json={"query": counted}).json()["data"]["oplossingen"]["nodes"]
    fullest = max(nodes, key=lambda node: node["herkomst"]["aantal"])
    page = httpx.get(f"{dienst.url}/oplossing/{fullest['id'].partition(':')[2]}", headers={"Accept": "text/html"}).text
    assert f"Dit zijn er 30 van {fullest['herkomst']['aantal']}" in page
    (address,) = re.findall(r'passages\. <a href="([^"]+)">Vraag ze allemaal op</a>', page)
    asked = parse_qs(urlsplit(html.unescape(address)).query)["query"][0]
    found = httpx.post(f"{dienst.url}/graphql", json={"query": asked}).json()["data"]["node"]["herkomst"]
    assert len(found["nodes"]) == found["aantal"] == fullest["herkomst"]["aantal"]
