"""Questions of one's own, kept beside the graph and served like ours."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from graph.engine.store import Store
from opdeplank.app import app
from opdeplank.cli import main
from opdeplank.graph.database import prepare
from opdeplank.graphql.registered import document_id
from opdeplank.graphql.saved_questions import NameTaken, SavedQuestions, file_name
from opdeplank.settings.table import Settings
from tests.loaders.papers import base

ONE = '{"n":1}'
QUESTION = "# Thema's op naam\nquery themasOpNaam($n: Int = 5) {\n  themas(first: $n) { nodes { id naam } }\n}\n"


def test_a_question_is_kept_once_and_found_at_once(tmp_path: Path) -> None:
    reader, writer = SavedQuestions(tmp_path), SavedQuestions(tmp_path)
    assert reader.all() == {}
    kept = writer.add(QUESTION)
    assert (kept.name, kept.file, kept.id) == ("themasOpNaam", "themas-op-naam", document_id(QUESTION))
    assert reader.find(kept.id) == reader.find(kept.hash) == writer.add(QUESTION) == kept
    assert [path.name for path in (tmp_path / "geregistreerd").iterdir()] == ["themas-op-naam.graphql"]
    second = writer.add(QUESTION.replace("themasOpNaam", "anders"))
    assert set(reader.all()) == {kept.id, second.id}


def test_a_name_keeps_its_text(tmp_path: Path) -> None:
    saved = SavedQuestions(tmp_path)
    saved.add(QUESTION)
    for text in (QUESTION.replace("5", "6"), QUESTION.replace("themasOpNaam", "gemeenten")):
        with pytest.raises(NameTaken):
            saved.add(text)


def test_a_file_is_named_after_its_question() -> None:
    assert file_name("query schuldenPerGemeente { themas { aantal } }") == "schulden-per-gemeente"


@pytest.fixture
async def plank(store: Store, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await base(store, tmp_path)
    await prepare(store)
    transport = httpx.ASGITransport(app(store, Settings(data=tmp_path)), client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as found:
        yield found


@pytest.mark.anyio
async def test_the_service_that_runs_answers_it_by_its_id_and_as_a_file(
    plank: httpx.AsyncClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"/graphql?documentId={document_id(QUESTION)}&variables={quote(ONE)}"
    before = await plank.get(address)
    assert (before.status_code, before.json()["errors"][0]["extensions"]["code"]) == (404, "PERSISTED_QUERY_NOT_FOUND")
    path = tmp_path / "vraag.graphql"
    path.write_text(QUESTION)
    assert main(["registreer", str(path)], {"OPDEPLANK_DATA": str(tmp_path)}) == 0
    assert document_id(QUESTION) in capsys.readouterr().out
    answer = await plank.get(address)
    assert answer.json()["data"]["themas"]["nodes"] == [{"id": "thema:schulden", "naam": "Schulden"}]
    assert "etag" in answer.headers
    posted = await plank.post("/graphql", json={"documentId": document_id(QUESTION)})
    assert posted.json()["data"] == answer.json()["data"]
    file = await plank.get("/export/themas-op-naam.csv?n=1")
    assert file.text.startswith("id,naam,gegevens.bron")
    assert document_id(QUESTION) in (await plank.get("/gegevens", headers={"Accept": "text/html"})).text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{ themas { aantal } }", "geen naam"),
        ("query a { themas { aantal } } query b { themas { aantal } }", "heeft 2 vragen"),
        ('mutation a { ongedaanMaken(id: "x") { fouten { melding } } }', "Alleen een vraag"),
        ("query a { bestaatNiet }", "bestaatNiet"),
        ("query a { themas(first: 1000) { aantal } }", "100"),
        ("query a {", ""),
        ("query gemeenten { themas { aantal } }", "andere naam"),
    ],
)
def test_what_cannot_be_one_is_refused_and_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    path = tmp_path / "vraag.graphql"
    path.write_text(text)
    assert main(["registreer", str(path)], {"OPDEPLANK_DATA": str(tmp_path)}) == 1
    told = capsys.readouterr()
    assert says in told.err
    assert "Traceback" not in told.err
    assert not (tmp_path / "geregistreerd").exists()
