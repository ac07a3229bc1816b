"""Only what a browser opens is an address, wherever the model says that there is one."""

import json
import re

import pytest

from graph.cypher.removal import restore_nodes
from graph.cypher.rows import NodeRow, create_nodes, merge_nodes
from graph.domain.provenance import MODEL
from graph.domain.web_address import (
    KIND,
    is_web_address,
    record_addresses,
    strangers,
    with_addresses,
    without_strangers,
)
from graph.engine.store import Run, Store

GOOD = (
    "https://www.almere.nl", "http://almere.nl/a?b=c#d", "HTTPS://ALMERE.NL", "https://[2001:db8::1]:8443/x",
    "https://xn--bcher-kva.nl/%C3%A9", "https://bücher.nl/é", "http://localhost:8000/", "https://a.nl/(haakjes)_en-meer,;",
)  # fmt: skip
BAD = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "vbscript:x",
    "data:text/html,<script>", "file:///etc/passwd", "ftp://a.nl", "mailto:a@b.nl", "//a.nl", "/pad", "a.nl", "",
    "https:a.nl", "https:/a.nl", "https://", "http:///pad", "https://a.nl\n", "https://a.nl/\x00", "https://a.nl/ b",
    "https://a.nl/\u00a0", 'https://a.nl/"onmouseover="x', "https://a.nl/<script>", "https://gemeente.nl@kwaad.nl",
    "https://a:b@kwaad.nl", "https:\\\\a.nl", "https://a.nl\\@b", "https://[::1", "https://a.nl:99999",
    "https://a.nl:0", "https://a.nl/" + "x" * 2_000, "blob:https://a.nl/x", "view-source:https://a.nl",
    "https://a.nl/`x`",
)  # fmt: skip
MATERIAL = {"titel": "Folder", "soort": "folder"}


@pytest.mark.parametrize("text", GOOD)
def test_an_address_on_the_web(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize("text", BAD)
def test_anything_else(text: str) -> None:
    assert not is_web_address(text)


def test_every_address_in_the_model_is_declared_as_one() -> None:
    """Also one inside a record: a property that is called an address, or says that it is one, and is mere text."""
    named = re.compile(r"\b(url|uri|website|link|adres|webadres|homepage)\b", re.IGNORECASE)
    found = 0
    for kind in (*MODEL.nodes.values(), *MODEL.relationships.values()):
        for prop in kind.properties.values():
            addresses = record_addresses(prop)
            found += (prop.kind == KIND) + len(addresses)
            if prop.kind == "String" and prop.public:
                assert not named.search(prop.name), f"{kind.name}.{prop.name}"
                assert not named.match(prop.description), f"{kind.name}.{prop.name}"
    assert found >= 5
    assert {p.name for p in with_addresses(MODEL.nodes["Oplossing"].cls)} == {
        "beoordelingen",
        "berichten",
        "contactpunten",
        "materialen",
    }
    assert {p.name for p in with_addresses(MODEL.nodes["Bron"].cls)} == {"url"}


def test_what_is_none_is_found_and_left_out_in_lists_too() -> None:
    node = MODEL.nodes["Oplossing"]
    good, bad = ({**MATERIAL, "url": url} for url in (GOOD[0], BAD[0]))
    said = {"titel": "X", "materialen": [good, bad, MATERIAL, json.dumps(good), json.dumps(bad)]}
    assert strangers(node.properties["materialen"], said["materialen"]) == [BAD[0], BAD[0]]
    assert without_strangers(node, said) == {"titel": "X", "materialen": [good, MATERIAL, json.dumps(good)]}
    clean = {"titel": "X", "materialen": [good]}
    assert without_strangers(node, clean) is clean
    assert without_strangers(MODEL.nodes["Thema"], {"toplijst": BAD[0], "naam": "Y"}) == {"toplijst": None, "naam": "Y"}


@pytest.mark.anyio
async def test_nothing_that_writes_to_the_graph_stores_one(store: Store) -> None:
    bad = [json.dumps({**MATERIAL, "url": url}) for url in BAD[:2]]
    node, thema = MODEL.nodes["Oplossing"], MODEL.nodes["Thema"]

    async def work(run: Run) -> None:
        await create_nodes(run, [NodeRow(node, "oplossing:a", {"titel": "A", "materialen": bad})])
        await create_nodes(run, [NodeRow(thema, "thema:b", {"naam": "B"})])
        await merge_nodes(run, [NodeRow(thema, "thema:b", {"toplijst": BAD[0]})])
        await create_nodes(run, [NodeRow(thema, "thema:c", {"naam": "C"})])
        await restore_nodes(run, [NodeRow(thema, "thema:c", {"id": "thema:c", "naam": "C", "toplijst": BAD[0]})])

    await store.write(work)
    rows = await store.rows("MATCH (n:Entiteit) RETURN n.id, n.materialen, n.toplijst ORDER BY n.id", {})
    assert [[key, materials or [], url] for key, materials, url in rows] == [
        ["oplossing:a", [], None],
        ["thema:b", [], None],
        ["thema:c", [], None],
    ]
