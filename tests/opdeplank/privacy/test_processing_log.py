"""What was shown of people to whom is written down, without who those people are."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from graph.engine.store import Store
from graph.resources import NONE
from opdeplank.app import app
from opdeplank.exports.turned_pages import Source
from opdeplank.graph.database import prepare
from opdeplank.keys.key import new
from opdeplank.keys.key_file import KeyFile
from opdeplank.privacy.processing_log import FOLDER, ProcessingLog
from opdeplank.settings.table import Settings
from schema.execute.execution import Request
from tests.loaders.papers import base, load, write

pytestmark = pytest.mark.anyio
ANALIST = Viewer(Rol.ANALIST, key="opk_proef")
PEOPLE = """\
feiten:
  - {soort: persoon, naam: Zoë van Quast}
  - {soort: rol, persoon: Zoë van Quast, functie: wethouder, organisatie: Waterdam, van: 2019-01-01}
  - {soort: rol, persoon: Anna de Wit, functie: directeur, organisatie: Koepel}
"""


def lines(folder: Path) -> list[dict[str, Any]]:
    path = folder / FOLDER / f"{datetime.now(UTC):%Y-%m}.jsonl"
    return [orjson.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


def test_a_line_says_who_asked_and_how_many(tmp_path: Path) -> None:
    kept = ProcessingLog(tmp_path)
    kept.note(ANALIST, "Mensen", "query Mensen { personen { aantal } }", 3)
    kept.note(ANALIST, None, "{ personen { aantal } }", 1)
    first, second = lines(tmp_path)
    assert {name: first[name] for name in ("sleutel", "rol", "opdracht", "mensen")} == {
        "sleutel": "opk_proef", "rol": "ANALIST", "opdracht": "Mensen", "mensen": 3,
    }  # fmt: skip
    assert second["opdracht"] == "zonder naam"
    [file] = (tmp_path / FOLDER).iterdir()
    assert file.stat().st_mode & 0o077 == 0, "for who runs the service alone"


def test_nothing_is_written_of_who_shows_no_key_or_when_nobody_is_shown(tmp_path: Path) -> None:
    kept = ProcessingLog(tmp_path)
    kept.note(PUBLIC, "Mensen", "{ }", 3)
    kept.note(ANALIST, "Mensen", "{ }", 0)
    assert lines(tmp_path) == []


def test_what_cannot_be_written_down_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FOLDER).write_text("")
    ProcessingLog(tmp_path).note(ANALIST, "Mensen", "{ }", 3)
    assert "3 keer iemand getoond" in caplog.text


async def test_an_answer_to_a_key_is_noted_without_a_name(store: Store, tmp_path: Path) -> None:
    await base(store, tmp_path)
    await load(store, write(tmp_path, mensen_yaml=PEOPLE))
    await prepare(store)
    settings = Settings(data=tmp_path / "data")
    secret, key = new("x", Rol.ANALIST, None, datetime.now(UTC) + timedelta(days=1))
    KeyFile(settings.data).add(key)
    transport = httpx.ASGITransport(app(store, settings))
    questions = {
        "query Wie { personen { nodes { naam } } }": 2,
        'query Via { node(id: "persoon:zoe-van-quast") { ... on Entiteit { weergavenaam } } }': 1,
        'query Waar { gemeente(sleutel: {naam: "Waterdam"}) { mensen { nodes { naam } } } }': 1,
        "query Themas { themas { aantal } }": 0,
    }
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        for query in questions:
            await client.post("/graphql", json={"query": query})
            headers = {"Authorization": f"Bearer {secret}"}
            answer = await client.post("/graphql", json={"query": query}, headers=headers)
            assert "errors" not in answer.json(), answer.text
        assert (await client.get("/wijzigingen.json", headers=headers)).json()["items"]
    shown = ProcessingLog(settings.data)
    await Source(store, NONE, shown).ask(Request("{ personen(first: 1) { nodes { naam } } }", viewer=ANALIST))
    found = {line["opdracht"]: line["mensen"] for line in lines(settings.data)}
    assert found.pop("feed") >= 2, "both are new, and that is told by their names"
    assert found == {"Wie": 2, "Via": 1, "Waar": 1, "bestand": 1}
    [file] = (settings.data / FOLDER).iterdir()
    assert "uast" not in file.read_text()
