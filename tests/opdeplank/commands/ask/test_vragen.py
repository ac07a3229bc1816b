"""The questions that nothing answered, as they are told; keeping them is tested with `graph.search.unanswered`."""

import asyncio
from argparse import Namespace
from pathlib import Path

import orjson
import pytest

from graph.search import unanswered
from graph.search.unanswered import Kept, Vraag
from opdeplank.commands.ask.vragen import HOW, NONE_KEPT, _told, run
from opdeplank.graph.database import open_graph
from opdeplank.settings.table import Settings
from opdeplank.terminal.call import DONE, Call

ASKED = Vraag("taalles", 3, "2026-11-01", "2026-11-03", ("Almere", "Emmen"), "Ouderen leven alleen")


def test_what_was_asked_most_is_told_with_where_and_what_it_is_like() -> None:
    lines = [line.strip() for line in _told(Kept((ASKED,), 2, 4, 5), True)]
    assert "3x  taalles" in lines
    assert "2026-11-01 tot 2026-11-03, uit Almere en Emmen" in lines
    assert "Lijkt op: Ouderen leven alleen" in lines
    assert "Dit zijn er 1 van 2. Meer zie je met --eerste 2." in lines
    assert [line.endswith((": 4.", ": 5.")) for line in lines].count(True) == 2


def test_when_nothing_was_kept_it_says_how_to_keep() -> None:
    assert [*_told(Kept((), 0, 0), True)] == [NONE_KEPT]
    assert [*_told(Kept((), 0, 0), False)] == [f"{NONE_KEPT} {HOW}"]


def test_they_are_shown_and_thrown_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(data=tmp_path / "data")

    async def keep() -> None:
        async with open_graph(settings) as store:
            await unanswered.keep(store, "taalles", None, None, "2026-11-02")

    asyncio.run(keep())
    assert run(Call(Namespace(wis=False, eerste=5), settings, True)) == DONE
    assert [v["tekst"] for v in orjson.loads(capsys.readouterr().out)["vragen"]] == ["taalles"]
    assert run(Call(Namespace(wis=True, eerste=5), settings, False)) == DONE
    assert capsys.readouterr().out == "Gewist: 1 vraag.\n"
