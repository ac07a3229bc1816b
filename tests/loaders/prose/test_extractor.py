"""The optional model: it may only ask, with the words of the text, and never gets in the way of the rules."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from graph.domain.provenance import MODEL
from graph.engine.store import Store
from loaders.documents.document import Document
from loaders.facts.fact import Fact
from loaders.facts.findings import Findings
from loaders.names.naming import Names
from loaders.proposal.intake import take_in
from loaders.prose.extractor import RULE, Endpoint, Extractor
from tests.loaders.papers import base, write
from tests.loaders.prose import reader

TEXT = (
    "Onze buurvrouw Sjaantje Krol bedacht in Almere de Soepbus. Ze rijdt elke week langs de flats, weer of geen weer."
)


@dataclass
class Script:
    """What the endpoint answers, and what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def say(self, *facts: dict[str, Any]) -> None:
        self.content(json.dumps({"feiten": facts}))

    def content(self, text: str) -> None:
        self.body = json.dumps({"choices": [{"message": {"content": text}}]}).encode()


@pytest.fixture
def script() -> Iterator[Script]:
    made = Script()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            made.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            made.headers.append(dict(self.headers))
            self.send_response(made.status)
            if made.status == 302:
                self.send_header("Location", made.url)
            self.end_headers()
            self.wfile.write(made.body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def found(script: Script, text: str = TEXT, names: Names | None = None) -> tuple[list[Fact], list[str]]:
    findings = Findings(MODEL)
    document = Document("bron:x", "x", text, "x", "document", "txt", "x.txt")
    extractor = Extractor(Endpoint(script.url, "proef", "geheim", 2.0))
    extractor(document, names or reader.seed_names(), findings)
    return [*findings.facts.values()], extractor.notices


def test_what_the_model_reads_is_a_question_with_the_words_of_the_text(script: Script) -> None:
    script.say({"soort": "oplossing", "citaat": "bedacht in Almere de Soepbus", "titel": "Soepbus"})
    [fact], notices = found(script)
    assert (fact.soort, fact.regel, fact.velden["titel"], fact.velden["id"]) == (
        "oplossing", RULE, "Soepbus", "oplossing:soepbus",
    )  # fmt: skip
    assert fact.vraag is not None
    assert fact.zekerheid < 0.3
    assert [(p.van, p.tot, p.citaat) for p in fact.bewijs] == [(29, 57, TEXT[29:57])]
    assert not notices
    assert script.headers[0]["Authorization"] == "Bearer geheim"
    assert script.asked[0]["messages"][1]["content"] == TEXT


@pytest.mark.parametrize(
    "fact",
    [
        {"soort": "oplossing", "citaat": "bedacht in almere de soepbus", "titel": "soepbus"},
        {"soort": "oplossing", "citaat": "bedacht in Almere de Soepbus", "titel": "Soepfiets"},
        {"soort": "persoon", "citaat": "bedacht in Almere de Soepbus", "persoon": "Sjaantje Krol"},
        {"soort": "persoon", "citaat": "Sjaantje Krol"},
        {"soort": "koning", "citaat": "Sjaantje Krol", "naam": "Sjaantje Krol"},
        {"soort": "persoon", "citaat": 7, "persoon": "Sjaantje Krol"},
        {"soort": "persoon", "citaat": "", "persoon": ""},
    ],
)
def test_a_quotation_or_a_name_that_is_not_in_the_text_is_dropped(script: Script, fact: dict[str, Any]) -> None:
    script.say(fact)
    assert found(script) == ([], [])


def test_a_quotation_from_another_paragraph_is_dropped(script: Script) -> None:
    script.say({"soort": "thema", "citaat": "eenzaamheid", "naam": "eenzaamheid"})
    text = f"{TEXT}\n\nIn het hele land is eenzaamheid een onderwerp dat op elke agenda terugkomt."
    facts, _ = found(script, text)
    assert [p.van for f in facts for p in f.bewijs] == [text.index("eenzaamheid")]


@pytest.mark.parametrize("content", ["geen json", "[1, 2]", '{"feiten": 3}', '{"feiten": [4, null]}', "{" * 5_000])
def test_nonsense_is_dropped(script: Script, content: str) -> None:
    script.content(content)
    assert found(script) == ([], [])


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (500, b"", "status 500"), (302, b"", "status 302"), (200, b"<html>", "niet te lezen"),
        (200, b"x" * 300_000, "te lang"), (200, b'{"choices": []}', "niet te lezen"),
    ],
)  # fmt: skip
def test_an_endpoint_that_fails_costs_a_notice(script: Script, status: int, body: bytes, told: str) -> None:
    script.status, script.body = status, body
    facts, [notice] = found(script)
    assert not facts
    assert notice.startswith("x.txt: het taalmodel is niet gebruikt: ")
    assert told in notice


def test_an_endpoint_that_is_not_there_costs_a_notice() -> None:
    facts, [notice] = found(Script("http://127.0.0.1:9/v1"))
    assert not facts
    assert "antwoordt niet" in notice


def test_what_is_not_believed_is_not_sent(script: Script) -> None:
    script.say()
    found(script, f"{TEXT}\n\nFoto: {TEXT}\n\n3 reacties\n\n{TEXT}")
    assert [asked["messages"][1]["content"] for asked in script.asked] == [TEXT]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x/y", "127.0.0.1", ""])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="geen adres van een taalmodel"):
        Endpoint(url, "proef")


@pytest.mark.anyio
async def test_the_rules_win_and_nothing_is_applied_by_itself(store: Store, tmp_path: Path, script: Script) -> None:
    await base(store, tmp_path)
    line = "Anna de Wit – wethouder, gemeente Waterdam"
    script.say(
        {
            "soort": "rol",
            "citaat": line,
            "persoon": "Anna de Wit",
            "functie": "wethouder",
            "organisatie": "gemeente Waterdam",
        },
        {"soort": "lid", "citaat": line, "persoon": "Anna de Wit", "organisatie": "gemeente Waterdam"},
    )
    extractor = Extractor(Endpoint(script.url, "proef"))
    intake = await take_in(store.rows, MODEL, write(tmp_path, een_txt=line), extractor=extractor)
    rules = {f.soort: f.regel for f in intake.proposal.feiten}
    assert rules["rol"] == "lijst-naam-functie"
    [asked] = [f for f in intake.proposal.feiten if f.regel == RULE]
    assert (asked.soort, asked.besluit) == ("lid", "later")


@pytest.mark.anyio
async def test_without_an_extractor_nobody_is_asked(store: Store, tmp_path: Path, script: Script) -> None:
    await base(store, tmp_path)
    await take_in(store.rows, MODEL, write(tmp_path, een_txt=TEXT))
    assert not script.asked
